"""What the compiler of shapes does not know."""

from __future__ import annotations


class UnsupportedError(Exception):
    """A construct of SHACL that is not compiled; the shape that uses it is left to pySHACL. Never reaches a user."""
