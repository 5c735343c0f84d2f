"""How often Python looks for garbage that refers to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OFTEN: Final = 200_000
"""New values after which to look: a build makes millions, nearly none of them in cycles, and looks at each in vain."""


@contextmanager
def rare_collection() -> Iterator[None]:
    """Let Python look for such garbage rarely in this block; where it never does, or still more rarely, that stays."""
    before = gc.get_threshold()
    if 0 < before[0] < _OFTEN:
        gc.set_threshold(_OFTEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
