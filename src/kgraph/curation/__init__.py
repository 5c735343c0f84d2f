"""People's review of a dataset: what is open, and the ledger that keeps the answers."""
