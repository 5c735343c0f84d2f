"""Source -> Article: NFC text without boilerplate, zones, sentences, and what the page says of its date and origin."""

from __future__ import annotations

from dataclasses import replace

from kgraph.articles.html import Page, read_page
from kgraph.articles.lines import Line, decode, lines
from kgraph.articles.sentences import sentences
from kgraph.articles.zones import BOILERPLATE, BYLINE, DATE_LINE, KEPT, SOURCE_LINE, TITLE, ZonedLine, date_of, zone
from kgraph.errors import SourceError
from kgraph.model import Article, Source, Span, Zone, short_hash
from kgraph.vietnamese import nfc


def read_article(source: Source) -> Article:
    """The article in *source*. Raises SourceError where it is no text, or has no text but furniture."""
    if not source.is_html:
        return _article(source, list(zone(lines(decode(source.content, source.name)))))
    page = read_page(source.content, source.name)
    found = lines(page.text)
    if page.title and not (found and found[0].text == page.title):
        found.insert(0, Line(nfc(page.title), (-1,) * len(nfc(page.title))))
    return _article(_with_page(source, page), list(zone(found)))


def _with_page(source: Source, page: Page) -> Source:
    """What ``sources.csv`` says outranks what the page says of itself."""
    return replace(
        source,
        url=source.url or page.url,
        publisher=source.publisher or page.site,
        published=source.published or page.published,
    )


def _article(source: Source, zoned: list[ZonedLine]) -> Article:
    kept = [z for z in zoned if z.kind in KEPT and z.kind != TITLE]
    if not kept:
        raise SourceError(f"{source.name}: no article text found; is this a news article?")
    title = next((z.line for z in zoned if z.kind == TITLE), None)
    head = Line(nfc(source.title), (-1,) * len(nfc(source.title))) if source.title else title or Line("", ())
    pieces = [(TITLE, head), *((z.kind, z.line) for z in kept)]
    text = "\n".join(line.text for _, line in pieces)
    zones = _zones(pieces)
    return Article(
        key=short_hash(text),
        name=source.name,
        title=head.text,
        text=text,
        zones=zones,
        sentences=tuple(sentences(text, tuple(z.span for z in zones if z.span.start < z.span.end))),
        published=source.published or _published(zoned),
        url=source.url,
        publisher=source.publisher,
        byline=_first(zoned, BYLINE),
        source_line=_first(zoned, SOURCE_LINE),
        boilerplate=tuple(z.line.text for z in zoned if z.kind == BOILERPLATE),
        origins=_origins([line for _, line in pieces]),
    )


def _zones(pieces: list[tuple[str, Line]]) -> tuple[Zone, ...]:
    found, start = [], 0
    for kind, line in pieces:
        found.append(Zone(kind, Span(start, start + len(line.text))))
        start += len(line.text) + 1
    return tuple(found)


def _origins(pieces: list[Line]) -> tuple[int, ...]:
    joined: list[int] = []
    for line in pieces:
        joined.extend(line.origins)
        joined.append(-1)
    return tuple(joined[:-1])


def _first(zoned: list[ZonedLine], kind: str) -> str | None:
    return next((z.line.text for z in zoned if z.kind == kind), None)


def _published(zoned: list[ZonedLine]) -> str | None:
    return next((date_of(z.line) for z in zoned if z.kind == DATE_LINE), None)
