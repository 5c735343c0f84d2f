"""The registry: places, unions, programmes, posts, awards and regions known before any article is read.

Every table is a TSV file in ``data/registry``, loaded at first use and kept.
"""
