"""A saved HTML page -> the lines of its main text, with title, date, site and author as the page states them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgraph.articles.lines import decode
from kgraph.errors import SourceError

# An extensive search takes the first date on the page, which may be that of another headline in the side list.
_STATED_DATE: Final = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page says: its main text and its metadata."""

    text: str
    title: str | None
    published: str | None
    site: str | None
    author: str | None
    url: str | None


def read_page(content: bytes, name: str) -> Page:
    """The main text of an HTML page. Raises SourceError where there is none, or where the ``html`` extra is missing."""
    try:
        import trafilatura
        from trafilatura.settings import Document
    except ImportError as error:
        raise SourceError(f"{name}: HTML needs one more package; run `pip install 'kgraph[html]'`") from error
    document = trafilatura.bare_extraction(
        decode(content, name), with_metadata=True, include_comments=False, date_extraction_params=_STATED_DATE
    )
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise SourceError(f"{name}: no main text found in this page; save the article's own page")
    return Page(
        document.text or "",
        document.title,
        document.date,
        document.sitename or document.hostname,
        document.author,
        document.url,
    )
