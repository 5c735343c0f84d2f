"""A saved HTML page -> the lines of its article, with day, site and address as the page states them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgraph.articles.lines import Line, decode
from kgraph.articles.selection import Selected, select
from kgraph.articles.stated import Stated, read_stated, site_beside
from kgraph.articles.visible import Shown, Visible, visible
from kgraph.articles.zones import BODY, BYLINE, CAPTION, ZonedLine, is_sentence, zone
from kgraph.dataset.spreadsheet import is_day
from kgraph.errors import SourceError
from kgraph.registry.pages import bars_the_way


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page says: the zoned lines of its article, and its metadata."""

    lines: tuple[ZonedLine, ...]
    published: str | None
    site: str | None
    url: str | None


def read_page(content: bytes, name: str) -> Page:
    """The article of an HTML page. Raises SourceError where there is none, or where the ``html`` extra is missing.

    trafilatura tells which text is the main one; the lines themselves, with captions and positions, are the page's.
    """
    source = decode(content, name)
    stated, seen = read_stated(source, name), visible(source)
    selected = _with_title(select(seen.lines, stated.text, stated.titles), stated)
    zoned = tuple(_zoned(selected))
    body = [z.line.text for z in zoned if z.kind == BODY]
    if 2 * sum(map(bars_the_way, body)) >= len(body):  # also where there is no body
        raise SourceError(f"{name}: no article text found in this page; open the article itself and save that page")
    return Page(
        (*zoned, *_byline(zoned, stated)),
        stated.published or _moment(seen, zoned),
        stated.site or site_beside(zoned[0].line.text, stated) or stated.host,
        stated.url,
    )


def _with_title(selected: Selected, stated: Stated) -> Selected:
    """With the title that only the head of the page states, where the text begins with a sentence."""
    if selected.has_title or not (selected.lines and stated.titles and is_sentence(selected.lines[0].line)):
        return selected
    title = stated.titles[0]
    return Selected((Shown(Line(title, (-1,) * len(title))), *selected.lines), has_title=True)


def _zoned(selected: Selected) -> Iterator[ZonedLine]:
    """Zones as in a text file, but for the captions, which the page itself tells."""
    zoned = zone([shown.line for shown in selected.lines], titled=selected.has_title)
    for shown, found in zip(selected.lines, zoned, strict=True):
        yield replace(found, kind=CAPTION) if shown.caption and found.kind in (BODY, BYLINE) else found


def _byline(zoned: tuple[ZonedLine, ...], stated: Stated) -> Iterator[ZonedLine]:
    """The author whom the head of the page states, where no line of the text signs it."""
    if stated.author and not any(z.kind == BYLINE for z in zoned):
        yield ZonedLine(Line(stated.author, (-1,) * len(stated.author)), BYLINE)


def _moment(seen: Visible, zoned: tuple[ZonedLine, ...]) -> str | None:
    """The day of the first ``<time>`` between title and text; those beyond belong to other articles."""
    start = zoned[0].line.origins[0]
    end = next(z.line.origins[0] for z in zoned if z.kind == BODY)
    days = (value[:10] for at, value in seen.times if 0 <= start < at < end)
    return next(filter(is_day, days), None)
