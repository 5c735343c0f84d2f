"""A dossier: one printable page about one entity, every statement with a footnote that holds the exact words.

It has no script and loads nothing; the drawing of the neighbours is plain SVG.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Final

import jinja2

from kgraph.bilingual import Bilingual, date_words, shortened
from kgraph.dataset.reader import Reader
from kgraph.facts.explain import Explanation, Quote, Told
from kgraph.facts.neighbourhood import Neighbour, drawn
from kgraph.pages import own, source_hash, template
from kgraph.resources import beside

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
_LABEL_CHARS: Final = 34  # what stands between the ellipse and the edge at 15 px


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact in words, with the numbers of its footnotes; *date* (EDTF, then in words) is empty where none is known."""

    date: str
    words: str
    notes: tuple[int, ...]


def dates_of(reader: Reader, told: Explanation) -> Mapping[str, str]:
    """The day, month or year of each fact that has one, as EDTF, by the IRI of the fact."""
    listed = " ".join(f"<{fact.iri}>" for fact in told.facts)
    return {row["fact"]: row["date"] for row in reader.values(_DATES % listed)} if listed else {}


def page(told: Explanation, dates: Mapping[str, str], neighbours: Iterable[Neighbour], lang: str = "vi") -> str:
    """The page as HTML in *lang*; everything that comes from articles is escaped. Equal input gives equal bytes."""
    notes = _notes(told.facts)
    style = beside(__package__, "dossier.css")
    return _template().render(
        lang=lang,
        words={name: text(lang) for name, text in _WORDS.items()},
        told=told,
        timeline=_timeline(told.facts, dates, notes, lang),
        groups=_groups(told.facts, dates, notes),
        drawing=drawn(neighbours),
        notes=sorted((number, quote) for quote, number in notes.items()),
        style=own(style),
        style_hash=source_hash(style),
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


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "dossier.html.j2", short=lambda label: shortened(label, _LABEL_CHARS))
