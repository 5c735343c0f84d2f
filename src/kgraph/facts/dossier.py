"""A dossier: one printable page about one entity, every statement with a footnote that holds the exact words.

It has no script and loads nothing; the drawing of the neighbours is plain SVG.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Final

import jinja2
from markupsafe import Markup

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader
from kgraph.facts.explain import Explanation, Quote, Told
from kgraph.facts.values import date_words

_WORDS: Final = {
    "timeline": Bilingual("Dòng thời gian", "Timeline"),
    "neighbours": Bilingual("Liên hệ trực tiếp", "Direct neighbours"),
    "more": Bilingual("và {n} liên hệ khác", "and {n} more"),
    "sources": Bilingual("Nguồn và nguyên văn", "Sources and exact words"),
    "nothing": Bilingual("Chưa có dữ kiện nào.", "No facts yet."),
}
_DATES: Final = """
SELECT ?fact (MIN(STR(?when)) AS ?date) {
  VALUES ?fact { %s }
  ?fact kgo:attestedOn|kgo:eventDate|(kgo:participationIn/kgo:eventDate)|(kgo:signedAt/kgo:eventDate) ?when
} GROUP BY ?fact
"""
_MOST_NEIGHBOURS: Final = 18  # more names than that cover each other around one circle
_WIDTH, _RADIUS_X, _MARGIN = 1000, 190, 30
_RADIUS_Y: Final = (60, 20, 220)  # for one neighbour, more for each further one, at most
_LABEL_CHARS: Final = 34  # what stands between the ellipse and the edge at 15 px


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """A thing beside the entity: its *label* and *kind* (``union``, ``person``), and how many facts tell of both."""

    label: str
    kind: str
    facts: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact in words, with the numbers of its footnotes; *date* (EDTF, then in words) is empty where none is known."""

    date: str
    words: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spoke:
    """A neighbour in the drawing: where its line ends, and where and how its name is set."""

    neighbour: Neighbour
    x: float
    y: float
    anchor: str


def dates_of(reader: Reader, told: Explanation) -> Mapping[str, str]:
    """The day, month or year of each fact that has one, as EDTF, by the IRI of the fact."""
    listed = " ".join(f"<{fact.iri}>" for fact in told.facts)
    return {row["fact"]: row["date"] for row in reader.values(_DATES % listed)} if listed else {}


def page(told: Explanation, dates: Mapping[str, str], neighbours: Iterable[Neighbour], lang: str = "vi") -> str:
    """The page as HTML in *lang*; everything that comes from articles is escaped. Equal input gives equal bytes."""
    notes = _notes(told.facts)
    ranked = sorted(neighbours, key=lambda n: (-n.facts, n.label, n.kind))
    spokes = _spokes(ranked[:_MOST_NEIGHBOURS])
    style = _file("dossier.css")
    return _template().render(
        lang=lang,
        words={name: text(lang) for name, text in _WORDS.items()},
        told=told,
        timeline=_timeline(told.facts, dates, notes, lang),
        groups=_groups(told.facts, dates, notes),
        spokes=spokes,
        more=max(0, len(ranked) - _MOST_NEIGHBOURS),
        size=(_WIDTH, 2 * (_radius_y(len(spokes)) + _MARGIN)),
        notes=sorted((number, quote) for quote, number in notes.items()),
        # The sheet is ours and must reach the browser as hashed, byte for byte.
        style=Markup(style),  # noqa: S704
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _notes(facts: Sequence[Told]) -> dict[Quote, int]:
    """A number for each quote, in the order of the facts; one quote that states several has one."""
    quotes = dict.fromkeys(quote for fact in facts for quote in fact.quotes)
    return {quote: number for number, quote in enumerate(quotes, 1)}


def _statement(fact: Told, dates: Mapping[str, str], notes: Mapping[Quote, int]) -> Statement:
    return Statement(dates.get(fact.iri, ""), fact.words, tuple(notes[quote] for quote in fact.quotes))


def _timeline(
    facts: Sequence[Told], dates: Mapping[str, str], notes: Mapping[Quote, int], lang: str
) -> list[Statement]:
    dated = (_statement(fact, dates, notes) for fact in facts if fact.iri in dates)
    in_order = sorted(dated, key=lambda s: (s.date.strip("[.]"), s.words))
    return [replace(statement, date=date_words(statement.date, lang)) for statement in in_order]


def _groups(
    facts: Sequence[Told], dates: Mapping[str, str], notes: Mapping[Quote, int]
) -> list[tuple[str, list[Statement]]]:
    """The facts that the timeline does not tell, by heading."""
    rest = (fact for fact in facts if fact.iri not in dates)
    return [(head, [_statement(f, dates, notes) for f in group]) for head, group in groupby(rest, lambda f: f.heading)]


def _radius_y(neighbours: int) -> int:
    """Half the height of the ellipse: few neighbours need no half page."""
    one, step, most = _RADIUS_Y
    return min(most, one + step * (neighbours - 1))


def _spokes(neighbours: Sequence[Neighbour]) -> list[Spoke]:
    """The neighbours around an ellipse, from the top, in their order."""
    radius_y, spokes = _radius_y(len(neighbours)), []
    for index, neighbour in enumerate(neighbours):
        angle = 2 * math.pi * (index + 0.5) / len(neighbours) - math.pi / 2
        x, y = _WIDTH / 2 + _RADIUS_X * math.cos(angle), _MARGIN + radius_y * (1 + math.sin(angle))
        spokes.append(Spoke(neighbour, round(x, 1), round(y, 1), "start" if math.cos(angle) >= 0 else "end"))
    return spokes


def _short(label: str) -> str:
    return label if len(label) <= _LABEL_CHARS else f"{label[: _LABEL_CHARS - 1].rstrip()}…"


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["short"] = _short
    return environment.from_string(_file("dossier.html.j2"))


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
