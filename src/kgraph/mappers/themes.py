"""Themes of the year and who adopts them."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Agent, Document, Doubt, ThemeMention
from kgraph.mappers._evidence import around, evidence
from kgraph.mappers._time import year_at
from kgraph.model import Entity, Statement, Text, Typed, short_hash
from kgraph.vietnamese import search_form


def map_statements(document: Document) -> Iterator[Statement]:
    """One adoption for each theme, year and body: the body that the theme is said to be of, else the one that acts."""
    for mention in document.mentions.themes:
        owner, said = _owner(document, mention)
        stated = mention.year or year_at(document, mention.span.start)
        year = stated or document.working_year
        if owner is not None and year is not None and not any(mention.span.overlaps(p) for p in document.private):
            values = (("kgo:theme", theme(mention.text, year)), ("kgo:adoptedBy", owner.entities[0]))
            words = around(mention.span, owner.span) if said else mention.span
            confidence = "stated" if said and stated else "inferred"
            quote = evidence(document, words, mention.rule, confidence, [owner.resolution], [mention.span])
            yield Statement("theme-adoption", "kgo:ThemeAdoption", values, (quote,))


def doubts(document: Document) -> Iterator[Doubt]:
    """Themes without an owner or a year, and those whose words name a private person."""
    for mention in document.mentions.themes:
        if any(mention.span.overlaps(name) for name in document.private):
            yield Doubt(mention.span, "private-name-inside")
        elif _owner(document, mention)[0] is None:
            yield Doubt(mention.span, "theme-without-owner")
        elif (mention.year or year_at(document, mention.span.start) or document.working_year) is None:
            yield Doubt(mention.span, "theme-without-year")


def theme(text: str, year: int) -> Entity:
    """A theme, shared by all who adopt the same words for the same year."""
    label = f"{text} ({year})"
    values = (
        ("kgo:themeText", Text(text)),
        ("kgo:year", Typed(str(year), "xsd:integer")),
        ("skos:prefLabel", Text(label)),
    )
    return Entity("theme", f"{year}-{short_hash(search_form(text))}", label, ("kgo:AnnualTheme",), values)


def _owner(document: Document, mention: ThemeMention) -> tuple[Agent | None, bool]:
    """Whose theme it is, and whether the sentence says so."""
    named = next((a for a in document.agents if a.span == mention.owner and a.entities), None)
    if named is not None:
        return named, True
    index = document.sentence_at(mention.span.start)
    subject = document.subjects[index]
    inside = subject is not None and document.article.sentences[index].contains(subject.span)
    return subject, subject is not None and inside and subject.form != "implied"
