"""The text of an HTML page as a reader sees it: lines that know where in the page's source each character stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final, NamedTuple

from kgraph.articles.lines import Line, nfc_with_origins
from kgraph.registry.pages import elements, is_caption_class

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS: Final = frozenset({"td", "th"})
_ROW_ENDS: Final = frozenset({"tr", "table", "tbody", "thead", "tfoot"})
_NEVER_NESTED: Final = frozenset({"p", "li", "td", "th", "dd", "dt"})  # their end tags are often left out
_INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_CELL_END: Final = "\x1f"
_EDGE: Final = " |\u00a0"


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the page; *linked* where all its words stand in links, *caption* where the page marks it as one."""

    line: Line
    linked: bool = False
    caption: bool = False


class _Letter(NamedTuple):
    """One character, where it stands in the source, and whether it is part of a link and of a caption."""

    text: str
    at: int
    linked: bool = False
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Visible:
    """The lines of a page in source order, and its ``<time datetime>`` values with their place in the source."""

    lines: tuple[Shown, ...]
    times: tuple[tuple[int, str], ...]


def visible(source: str) -> Visible:
    """What a reader of the page *source* sees, without scripts, styles and controls; blanks are collapsed.

    >>> [(shown.line.text, shown.line.origins) for shown in visible("<p>N&#7919;  c&ocirc;ng</p>").lines]
    [('Nữ công', (3, 4, 11, 13, 14, 21, 22))]
    """
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    reader.end_line()
    return Visible(tuple(reader.shown), tuple(reader.times))


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: its tag, and how many of that tag are open within and with it."""

    tag: str
    depth: int = 1


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        self.shown: list[Shown] = []
        self.times: list[tuple[int, str]] = []
        self._letters: list[_Letter] = []
        self._hidden: _Open | None = None
        self._caption: _Open | None = None
        self._in_link = self._in_heading = self._in_row = False

    def parse_html_declaration(self, i: int) -> int:
        """Skip "<![if !vml]>" of a text editor and "<![CDATA[" as browsers do; Python up to 3.13 gives up on some."""
        return self.parse_bogus_comment(i) if self.rawdata.startswith("<![", i) else super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "time" and (moment := values.get("datetime")):
            self.times.append((self._at(), moment))
        self._hidden = _opened(self._hidden, tag, tag in elements("unseen"))
        self._caption = _opened(self._caption, tag, tag == "figcaption" or is_caption_class(values.get("class")))
        self._break(tag)
        self._in_link = "href" in values if tag == "a" else self._in_link  # "<a name=top>" is often left open
        self._in_heading = tag in _HEADINGS or self._in_heading

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._break(tag)  # "<br/>"; and nothing would ever close a "<p/>"

    def handle_endtag(self, tag: str) -> None:
        self._hidden = _closed(self._hidden, tag)
        self._caption = _closed(self._caption, tag)
        self._break(tag)
        self._in_link = self._in_link and tag != "a"
        self._in_heading = self._in_heading and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        if self._hidden is None:
            start, linked, caption = self._at(), self._in_link, self._caption is not None
            self._letters += (_Letter(letter, start + i, linked, caption) for i, letter in enumerate(data))

    def handle_charref(self, name: str) -> None:
        self._add(unescape(f"&#{name};"), self._at())

    def handle_entityref(self, name: str) -> None:
        self._add(unescape(f"&{name};"), self._at())

    def _at(self) -> int:
        number, column = self.getpos()
        return self._starts[number - 1] + column

    def _add(self, letters: str, at: int) -> None:
        if self._hidden is None:
            self._letters += (_Letter(letter, at, self._in_link, self._caption is not None) for letter in letters)

    def _break(self, tag: str) -> None:
        """End the line at a block. A heading is one line, and so is a row of a table whose cells hold mere words."""
        if tag in _CELLS:
            self._letters.append(_Letter(_CELL_END, self._at()))
        elif tag == "br" and self._in_heading:
            self._letters.append(_Letter(" ", self._at(), self._in_link))
        elif tag in elements("block"):
            self.end_line(row=tag in _ROW_ENDS and self._in_row)
            self._in_row = tag == "tr"

    def end_line(self, *, row: bool = False) -> None:
        """Keep what was read since the last break: as one line where it is a whole *row*, else each cell by itself."""
        cell: list[_Letter] = []
        for letter in (*self._letters, _Letter(_CELL_END, -1)):
            if letter.text != _CELL_END:
                cell.append(letter)
            elif row and letter.at >= 0:
                cell.append(_Letter(" ", letter.at))
            else:
                self.shown += _shown(cell)
                cell = []
        self._letters = []


def _opened(known: _Open | None, tag: str, begins: bool) -> _Open | None:
    """The element of interest that is open after the start of *tag*, where *known* was open before."""
    if known is not None and known.tag == tag and tag in _NEVER_NESTED:
        known = None
    if known is not None and known.tag == tag:
        return replace(known, depth=known.depth + 1)
    return known or (_Open(tag) if begins and tag not in elements("empty") else None)


def _closed(known: _Open | None, tag: str) -> _Open | None:
    """The same after the end of *tag*."""
    if known is None or known.tag != tag:
        return known
    return replace(known, depth=known.depth - 1) if known.depth > 1 else None


def _shown(letters: Sequence[_Letter]) -> Iterator[Shown]:
    """The line that *letters* make, if any: blanks collapsed, invisible characters left out, NFC."""
    kept = list(_collapsed(letters))
    raw = "".join(letter.text for letter in kept)
    start, stop = len(raw) - len(raw.lstrip(_EDGE)), len(raw.rstrip(_EDGE))
    if start < stop:
        text, places = nfc_with_origins(raw, start, stop)
        words = [letter for letter in kept[start:stop] if letter.text.isalpha()]
        linked = bool(words) and all(letter.linked for letter in words)
        caption = bool(words) and all(letter.caption for letter in words)
        yield Shown(Line(text, tuple(kept[place].at for place in places)), linked, caption)


def _collapsed(letters: Sequence[_Letter]) -> Iterator[_Letter]:
    blank_before = True
    for letter in letters:
        blank = letter.text.isspace()
        if letter.text not in _INVISIBLE and not (blank and blank_before):
            yield letter._replace(text=" ") if blank else letter
            blank_before = blank
