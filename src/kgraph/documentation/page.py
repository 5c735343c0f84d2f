"""The ontology as one HTML page that opens offline and is whole without its script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import jinja2

from kgraph.documentation import relations
from kgraph.documentation.model import Asked, Check, Deprecation, Term, Vocabulary, is_own
from kgraph.documentation.names import Names
from kgraph.documentation.overview import TILT, overview
from kgraph.documentation.picture import Picture, picture
from kgraph.pages import own, searching, source_hash, template
from kgraph.resources import beside, table


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands below one term: the properties that lead to and from a class, and what checks and uses the term."""

    checks: tuple[Check, ...]
    questions: tuple[Asked, ...]
    picture: Picture | None = None
    below: tuple[str, ...] = ()
    incoming: tuple[Term, ...] = ()
    outgoing: tuple[Term, ...] = ()
    inherited: tuple[Term, ...] = ()


def render(vocabulary: Vocabulary, lang: str = "vi") -> str:
    """The page, its headings in *lang*; what the ontology says stands in both languages. Equal input, equal bytes."""
    names = Names(vocabulary)
    script, style = searching(__package__, "ontology.js"), beside(__package__, "ontology.css")
    return _template().render(
        lang=lang,
        langs=(lang, "en" if lang == "vi" else "vi"),
        words=_words(lang),
        vocabulary=vocabulary,
        names=names,
        tree=relations.hierarchy(vocabulary),
        overview=overview(vocabulary, names, lang),
        tilt=TILT,
        entries=_entries(vocabulary, names, lang),
        properties={s.iri: tuple(relations.properties_of(vocabulary, s)) for s in vocabulary.schemes},
        homes=_homes(vocabulary),
        deprecated=_deprecated(vocabulary),
        script=own(script),
        style=own(style),
        script_hash=source_hash(script),
        style_hash=source_hash(style),
    )


def _entries(vocabulary: Vocabulary, names: Names, lang: str) -> dict[str, Entry]:
    """An entry for each term, ours or of another vocabulary, and for each scheme."""
    entries = {term.iri: _entry(vocabulary, names, term.iri, lang) for term in vocabulary.terms}
    entries |= {iri: _entry(vocabulary, names, iri, lang) for iri in names.reused}
    for scheme in vocabulary.schemes:
        members = (scheme.iri, *(concept.iri for concept in scheme.concepts))
        found = {c.iri: c for iri in members for c in relations.checks(vocabulary, iri)}
        questions = relations.questions(vocabulary, *members)
        entries[scheme.iri] = Entry(tuple(found[iri] for iri in sorted(found)), questions)
    return entries


def _entry(vocabulary: Vocabulary, names: Names, iri: str, lang: str) -> Entry:
    return Entry(
        checks=relations.checks(vocabulary, iri),
        questions=relations.questions(vocabulary, iri),
        picture=picture(vocabulary, names, iri, lang),
        below=relations.below(vocabulary, iri),
        incoming=relations.leading_to(vocabulary, iri),
        outgoing=relations.leading_from(vocabulary, iri),
        inherited=relations.inherited(vocabulary, iri),
    )


def _homes(vocabulary: Vocabulary) -> dict[str, str]:
    """The scheme at which each concept has its place on the page: the first, where it is in several."""
    pairs = [(concept.iri, scheme.iri) for scheme in vocabulary.schemes for concept in scheme.concepts]
    return dict(reversed(pairs))


def _deprecated(vocabulary: Vocabulary) -> dict[str, Deprecation]:
    """Everything that is given up, by its IRI."""
    concepts = (concept for scheme in vocabulary.schemes for concept in scheme.concepts)
    found = {term.iri: term.deprecation for term in vocabulary.terms} | {c.iri: c.deprecation for c in concepts}
    return {iri: deprecation for iri, deprecation in found.items() if deprecation is not None}


def _words(lang: str) -> Mapping[str, str]:
    return {row["id"]: row[lang] for row in table(__package__, "words.tsv")}


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "ontology.html.j2", is_own=is_own)
