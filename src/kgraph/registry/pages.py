"""What web pages are made of, from ``page-marks.tsv``: elements, classes of captions, names of accounts, barriers."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kgraph.registry.table import folded, load
from kgraph.vietnamese import key_form

_FILE: Final = "page-marks.tsv"
_COLUMNS: Final = ("mark", "word", "note")


@lru_cache(maxsize=4)
def elements(kind: str) -> frozenset[str]:
    """The names of HTML elements that are ``block``, ``empty`` (never closed) or ``unseen`` (no text of the page)."""
    return frozenset(_of(f"{kind}-element"))


def is_caption_class(classes: str | None) -> bool:
    """Whether one of the blank-separated *classes* of an element is one that sites give to captions of pictures.

    >>> is_caption_class("PhotoCMS_Caption center"), is_caption_class("captions-off")
    (True, False)
    """
    return classes is not None and any(_plain(name) in _caption_classes() for name in classes.split())


def bars_the_way(text: str) -> bool:
    """Whether *text* is what a page says in place of its article: consent to cookies, a captcha, a subscription.

    >>> bars_the_way("Chúng tôi dùng cookie để đo lường nội dung.")
    True
    """
    return any(word in folded(text) for word in _of("wall"))


def is_account(author: str) -> bool:
    """Whether *author* is no name of a person or an office but that of a user account, or nothing.

    >>> is_account("Administrator"), is_account("Đỗ Thị Bích Lan")
    (True, False)
    """
    return len(author.split()) < 2 or folded(author).startswith(_of("account"))


@lru_cache(maxsize=1)
def _caption_classes() -> frozenset[str]:
    return frozenset(_plain(word) for word in _of("caption-class"))


@lru_cache(maxsize=8)
def _of(mark: str) -> tuple[str, ...]:
    return tuple(folded(word) for found, word in load(_FILE, _COLUMNS, lambda row: (row[0], row[1])) if found == mark)


def _plain(name: str) -> str:
    """ "wp-caption", "wpCaption" and "wp_caption" are one name."""
    return key_form(name).replace("-", "")
