"""The headline of an article, which names things without saying who does what."""

from __future__ import annotations

from kgraph.document import Document

_LONGEST = 200  # code points: a longer first line is the first paragraph of an article without a headline


def in_headline(document: Document, offset: int) -> bool:
    """Whether *offset* stands in the headline; a first line that is a whole sentence with its full stop is none."""
    title = document.article.title
    return bool(title) and offset <= len(title) < _LONGEST and not title.endswith((".", "…"))
