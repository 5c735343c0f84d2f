"""Source -> Article: NFC text without boilerplate, zones, sentences, and what the page says of its date and origin."""

from __future__ import annotations

from dataclasses import replace

from kgraph.articles.html import Page, read_page
from kgraph.articles.lines import Line, decode, lines
from kgraph.articles.sentences import sentences
from kgraph.articles.stamps import unstamped
from kgraph.articles.wrapping import unwrapped
from kgraph.articles.zones import BOILERPLATE, BYLINE, DATE_LINE, KEPT, SOURCE_LINE, TITLE, ZonedLine, date_of, zone
from kgraph.errors import SourceError
from kgraph.model import Article, Source, Span, Zone, short_hash
from kgraph.vietnamese import nfc


def read_article(source: Source) -> Article:
    """The article in *source*. Raises SourceError where it is no text, or has no text but furniture."""
    return _article(*_zoned(source))


def read_lines(source: Source) -> tuple[ZonedLine, ...]:
    """Every line of *source* in order, those left out too. Raises SourceError where it is no text."""
    return tuple(_zoned(source)[1])


def _zoned(source: Source) -> tuple[Source, list[ZonedLine]]:
    """The lines of *source*, and the source with what its page says of itself."""
    if not source.is_html:
        raw = decode(source.content, source.name)
        return source, list(zone(unwrapped(unstamped(lines(raw)), raw)))
    page = read_page(source.content, source.name)
    return _with_page(source, page), list(page.lines)


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
    """The day of the line below the title, else of one above it, where many pages show the day of the visit."""
    title = next((index for index, z in enumerate(zoned) if z.kind == TITLE), 0)
    below_first = [*zoned[title:], *zoned[:title]]
    return next((date_of(z.line) for z in below_first if z.kind == DATE_LINE), None)
