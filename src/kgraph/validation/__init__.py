"""Validation: what the SHACL shapes find in a dataset, joined to the words that state it and to what to do."""
