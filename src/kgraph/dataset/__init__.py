"""The dataset: statements as named graphs in an embedded Oxigraph store, written in generations and read back."""
