"""What trafilatura reads in a page: which text is the main one, and what the page states of itself in its head."""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import regex

from kgraph.errors import SourceError
from kgraph.registry.pages import is_account
from kgraph.vietnamese import nfc

# The bounds are given because those by default read the clock; the fast search, because the other takes any date.
_DATES: Final[dict[str, Any]] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1995-01-01",
    "max_date": "2100-01-01",
}
# Tables, because portals lay out their pages with them; no deduplication, because it remembers the pages read before.
_TEXT: Final[dict[str, Any]] = {"include_tables": True, "include_comments": False, "deduplicate": False}
# Dates are asked of these alone: elsewhere the first date may be that of another article in a list.
_HEAD: Final = "//meta[@name or @property or @itemprop] | //script[@type='application/ld+json']"
_SAVED_FROM: Final = regex.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)")
_SAVED_CHARS: Final = 4000  # browsers write the comment near the top
_BETWEEN: Final = " -–—|:·•»"  # what parts the title of an article from the name of its site


@dataclass(frozen=True, slots=True)
class Stated:
    """The main *text* of a page, its possible *titles*, and its metadata; None where the page does not state it."""

    text: str
    titles: tuple[str, ...]
    published: str | None
    site: str | None
    author: str | None
    url: str | None

    @property
    def host(self) -> str | None:
        """The host of the address."""
        return _host(self.url)


def read_stated(source: str, name: str) -> Stated:
    """What the page *source* states. Raises SourceError where the ``html`` extra is missing; *name* is the file's."""
    try:
        import trafilatura
    except ImportError as error:
        raise SourceError(f"{name}: HTML needs one more package; run `pip install 'kgraph[html]'`") from error
    # It logs what a page lacks; a build says so in its own line.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    tree = trafilatura.load_html(source if "<html" in source.lower() else f"<html>{source}</html>")
    found: Any = (
        None
        if tree is None
        else trafilatura.bare_extraction(tree, with_metadata=True, date_extraction_params=dict(_DATES), **_TEXT)
    )
    if found is None:
        return Stated("", (), None, None, None, None)
    return Stated(
        nfc(found.text or ""),
        _titles(found.title, tree),
        _day(tree),
        _site(found.sitename, found.url),
        None if is_account(found.author or "") else nfc(found.author),
        _address(found.url, source),
    )


def site_beside(title: str, stated: Stated) -> str | None:
    """The name of the site that stands beside the *title* of the article: "Chợ phiên mở lại - Báo Ví Dụ"."""
    for whole in stated.titles:
        before, between, after = whole.partition(title)
        if between and (name := (before + after).strip(_BETWEEN)):
            return name
    return None


def _day(tree: Any) -> str | None:
    """The day of publication (YYYY-MM-DD) that the head of the page states."""
    from htmldate import find_date  # comes with trafilatura

    head = tree.makeelement("html")
    head.extend(deepcopy(element) for element in tree.xpath(_HEAD))
    for element in head:
        element.tail = None  # the text behind it is that of the page
    return find_date(head, url="", **_DATES)


def _titles(best: str | None, tree: Any) -> tuple[str, ...]:
    found = (best or "", *(element.text_content() for tag in ("title", "h1") for element in tree.iter(tag)))
    return tuple(dict.fromkeys(title for text in found if (title := nfc(" ".join(text.split())))))


def _site(name: str | None, url: str | None) -> str | None:
    """*name*, unless it is but the host of the address."""
    return nfc(name) if name and name not in (_host(url) or "") else None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # "http://[::1": a bracket without its pair
        return None


def _address(canonical: str | None, source: str) -> str | None:
    """The address that the page gives, or that it was saved from where the page gives none or its site's front page."""
    match = _SAVED_FROM.search(source, 0, _SAVED_CHARS)
    saved = match[1] if match and _host(match[1]) else None
    if saved and not (_host(canonical) and urlsplit(canonical or "").path.strip("/")):
        return saved
    return canonical if _host(canonical) else None
