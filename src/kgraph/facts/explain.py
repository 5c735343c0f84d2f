"""What the graph knows of one entity: its description, and each fact in words with the exact quote that states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kgraph.bilingual import date_words
from kgraph.dataset.entities import Found, find_one
from kgraph.dataset.labels import compact, labels
from kgraph.dataset.reader import Reader
from kgraph.facts.phrases import Phrase, phrases, say
from kgraph.resources import table
from kgraph.vocab import expand

# A fact names the entity, or is it (an event), or stands in it (an article).
_FACTS: Final = """
SELECT DISTINCT ?fact {
  { ?fact ?argument <%(iri)s> ; prov:wasDerivedFrom ?evidence }
  UNION { <%(iri)s> prov:wasDerivedFrom ?evidence . BIND (<%(iri)s> AS ?fact) }
  UNION { ?evidence oa:hasSource <%(iri)s> . ?fact prov:wasDerivedFrom ?evidence }
}
"""
_VALUES: Final = """
SELECT DISTINCT ?fact ?via ?property ?value {
  VALUES ?fact { %s }
  { ?fact ?property ?value }
  UNION { VALUES ?via { kgo:participationIn kgo:signedAt } ?fact ?via ?node . ?node ?property ?value }
}
"""
_QUOTES: Final = """
SELECT DISTINCT ?fact ?quote ?title ?date ?file ?confidence ?article {
  VALUES ?fact { %s }
  ?fact prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSource ?article ; oa:hasSelector/oa:exact ?quote ; kgo:confidence ?confidence .
  ?article dct:title ?title ; kgo:hasCopy/kgo:fileName ?file .
  OPTIONAL { ?article dct:issued ?date }
}
"""
_STATED: Final = expand("kgs:confidence-stated")

Paths = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The words that state a fact, and where they stand; *doubt* says how far they leave it to context, if they do."""

    date: str
    text: str
    title: str
    files: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact in words, under the heading of its class."""

    rank: int
    heading: str
    words: str
    quotes: tuple[Quote, ...]
    iri: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entity, its description as (name, values) and the facts told of it, in order of class, date and words."""

    entity: Found
    description: tuple[tuple[str, tuple[str, ...]], ...]
    facts: tuple[Told, ...]


def _listed(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))


def _lexical(term: object) -> str:
    return str(term.value) if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _fits(term: object, lang: str) -> bool:
    """Labels exist in two languages; a fact is told in one of them."""
    return not (isinstance(term, ox.Literal) and term.language and term.language not in {lang, "vi"})


def _worded(reader: Reader, terms: Iterable[object], lang: str) -> Callable[[object], str]:
    names = labels(reader, (term.value for term in terms if isinstance(term, ox.NamedNode)), lang)
    return lambda term: names[term.value] if isinstance(term, ox.NamedNode) else _value_words(term, lang)


def _value_words(term: object, lang: str) -> str:
    is_date = isinstance(term, ox.Literal) and term.datatype.value == expand("edtf:EDTF")
    return date_words(_lexical(term), lang) if is_date else _lexical(term)


def _paths(reader: Reader, facts: Sequence[str], lang: str) -> dict[str, dict[str, list[str]]]:
    """For each fact the words of its values, by property or by path over a linked event; its class under ``a``."""
    rows = [row for row in reader.select(_VALUES % _listed(facts)).rows if _fits(row[3], lang)]
    word = _worded(reader, (row[3] for row in rows), lang)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for fact, via, prop, value in rows:
        path = "/".join(compact(_lexical(step)) for step in (via, prop) if step is not None)
        is_type = path == "rdf:type"
        found[_lexical(fact)]["a" if is_type else path].append(compact(_lexical(value)) if is_type else word(value))
    return {fact: {path: sorted(words) for path, words in paths.items()} for fact, paths in found.items()}


def _quotes(reader: Reader, facts: Sequence[str], lang: str) -> dict[str, tuple[Quote, ...]]:
    rows = list(reader.values(_QUOTES % _listed(facts)))
    doubts = labels(reader, {row["confidence"] for row in rows}, lang) | {_STATED: ""}
    files: dict[tuple[str, Quote], set[str]] = defaultdict(set)
    for row in rows:
        quote = Quote(row.get("date", ""), row["quote"], row["title"], (), doubts[row["confidence"]])
        files[row["fact"], quote].add(row["file"])
    found: dict[str, list[Quote]] = defaultdict(list)
    for (fact, quote), names in files.items():
        found[fact].append(Quote(quote.date, quote.text, quote.title, tuple(sorted(names)), quote.doubt))
    return {fact: tuple(sorted(quotes)) for fact, quotes in found.items()}


def _phrase(classes: Sequence[str], lang: str) -> Phrase:
    """The phrase of the first class that has one; a class without one is still told, by its name."""
    known = phrases(lang)
    return next((known[c] for c in classes if c in known), Phrase(classes[0], len(known), classes[0], "{a}"))


def _told(iri: str, paths: Paths, quotes: tuple[Quote, ...], lang: str) -> Told:
    phrase = _phrase(paths["a"], lang)
    return Told(phrase.rank, phrase.heading, say(phrase.text, lambda name: paths.get(name, ())), quotes, iri)


def facts_of(reader: Reader, iri: str, lang: str = "vi") -> tuple[Told, ...]:
    """The facts that name the entity *iri*, or that its words state where it is an article, in *lang*."""
    return tell(reader, (row["fact"] for row in reader.values(_FACTS % {"iri": iri})), lang)


def tell(reader: Reader, iris: Iterable[str], lang: str = "vi") -> tuple[Told, ...]:
    """The facts *iris* in words, with their quotes, in order of class, date and words."""
    facts = sorted(iris)
    paths, quotes = _paths(reader, facts, lang), _quotes(reader, facts, lang)
    told = (_told(fact, paths[fact], quotes.get(fact, ()), lang) for fact in facts)
    return tuple(sorted(told, key=lambda f: (f.rank, [q.date for q in f.quotes], f.words, f.iri)))


def _description(reader: Reader, iri: str, lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    described = []
    for row in table(__package__, "description.tsv"):
        found = reader.select(f"SELECT DISTINCT ?value {{ <{iri}> {row['path']} ?value }}").rows
        terms = [term for (term,) in found if _fits(term, lang)]
        word = _worded(reader, terms, lang)
        if terms:
            described.append((row[lang], tuple(sorted({word(term) for term in terms}))))
    return tuple(described)


def explain(reader: Reader, text: str, lang: str = "vi") -> Explanation:
    """What is known of the entity that *text* (IRI, key or name) means, in *lang* (``vi`` or ``en``).

    Raises NotFoundError where *text* means nothing, or more than one thing.
    """
    entity = find_one(reader, text)
    return Explanation(entity, _description(reader, entity.iri, lang), facts_of(reader, entity.iri, lang))
