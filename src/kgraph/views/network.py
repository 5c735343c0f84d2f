"""Reads a dataset into a `ViewModel` by SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.views.concepts import Names, concept_names, names_of
from kgraph.views.model import Article, Evidence, Fact, Node, ViewModel
from kgraph.views.patterns import ARTICLES, EVIDENCE, FACTS, NOTES, STRUCTURE
from kgraph.views.provinces import provinces_of
from kgraph.views.tables import classes
from kgraph.vocab import expand, local_name

_BOUND: Final = "?fact ?source ?target ?w1 ?w2 ?w3 ?date ?state ?value ?unit"
Notes = dict[str, tuple[tuple[str, str], ...]]


def read_model(reader: Reader) -> ViewModel:
    """All nodes that some fact names, with the facts and their evidence, sorted by IRI."""
    order, names = _classes(reader), names_of(reader)
    facts = _between(order, reader)
    notes, provinces = _notes(reader), provinces_of(facts)
    nodes = tuple(
        replace(_node(iri, order[iri], names, notes), province=provinces.get(iri, "")) for iri in sorted(ends(facts))
    )
    wanted = {e for f in facts for e in f.evidence}
    evidence = tuple(e for e in _evidence(reader) if e.iri in wanted)
    sources = {e.article for e in evidence}
    articles = tuple(a for a in _articles(reader) if a.iri in sources)
    return ViewModel(nodes, facts, evidence, articles, concept_names(names, _concepts(nodes, facts)))


def shown_ends(reader: Reader) -> tuple[set[str], set[str]]:
    """The IRIs of the facts of `read_model`, and of the nodes that they join, without the rest of what they say."""
    drawn = _classes(reader)
    facts, nodes = set[str](), set[str]()
    patterns = [f"SELECT ?fact ?source ?target WHERE {{ {pattern} }}" for _, pattern in FACTS]
    patterns += [f"SELECT DISTINCT ?source ?target WHERE {{ {pattern} }}" for _, pattern in STRUCTURE]
    for pattern in patterns:
        for row in reader.values(pattern):
            joined = {row["source"], row.get("target", row["source"])}
            if joined <= drawn.keys() and (len(joined) > 1 or "fact" in row):
                facts.update([row["fact"]] if "fact" in row else [])
                nodes |= joined
    return facts, nodes


def ends(facts: Iterable[Fact]) -> set[str]:
    """The IRIs of the nodes that *facts* join."""
    return {end for f in facts for end in (f.source, f.target) if end}


def _between(kinds: dict[str, str], reader: Reader) -> tuple[Fact, ...]:
    return tuple(sorted(f for f in _facts(reader) if f.source in kinds and (not f.target or f.target in kinds)))


def _classes(reader: Reader) -> dict[str, str]:
    """The class of every node of a class that is drawn; of several the first in the table counts."""
    order = list(classes())
    values = " ".join(f"<{c}>" for c in order)
    found: dict[str, int] = {}
    for row in reader.values(f"SELECT ?n ?c WHERE {{ VALUES ?c {{ {values} }} ?n a ?c }}"):
        place = order.index(row["c"])
        found[row["n"]] = min(place, found.get(row["n"], place))
    return {iri: order[place] for iri, place in found.items()}


def _facts(reader: Reader) -> Iterable[Fact]:
    """One fact per (kind, node, ends); where a value is given twice the first in order is kept."""
    proofs = _grouped(reader, "SELECT ?key ?value WHERE { ?key prov:wasDerivedFrom ?value }")
    found: dict[tuple[str, str, str, str], Fact] = {}
    for predicate, pattern in FACTS:
        for row in reader.values(
            f"SELECT ?fact ?source ?target ?w1 ?w2 ?w3 ?date ?state ?value ?unit WHERE {{ {pattern} }}"
        ):
            fact = _fact(predicate, row, proofs.get(row["fact"], ()))
            at = (predicate, fact.iri, fact.source, fact.target)
            found[at] = min(fact, found.get(at, fact))
    return [*found.values(), *_structure(reader)]


def _fact(predicate: str, row: dict[str, str], evidence: tuple[str, ...]) -> Fact:
    target = row.get("target", "")
    words = tuple(dict.fromkeys(row[w] for w in ("w1", "w2", "w3") if row.get(w) and row[w] != target))
    source = row["source"]
    target = "" if target == source else target
    amount = (row["value"], row["unit"]) if row.get("value") and row.get("unit") else ()
    date, state = row.get("date", ""), row.get("state", "")
    return Fact(predicate, row["fact"], source, target, words, date, state, evidence, amount)


def _structure(reader: Reader) -> Iterable[Fact]:
    for predicate, pattern in STRUCTURE:
        for row in reader.values(f"SELECT DISTINCT ?source ?target WHERE {{ {pattern} FILTER(?source != ?target) }}"):
            yield Fact(predicate, "", row["source"], row["target"])


def _grouped(reader: Reader, sparql: str) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in reader.values(sparql):
        found[row["key"]].add(row["value"])
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _notes(reader: Reader) -> Notes:
    """What the dataset says each node is, in the order of `NOTES`; properties by their local name."""
    order = [expand(p) for p in NOTES]
    values = " ".join(NOTES)
    rows = {(r["n"], order.index(r["p"]), r["v"]) for r in reader.values(
        f"SELECT ?n ?p ?v WHERE {{ VALUES ?p {{ {values} }} ?n ?p ?v }}"
    )}  # fmt: skip
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for iri, place, value in sorted(rows):
        found[iri].append((NOTES[place].partition(":")[2], value))
    return {iri: tuple(notes) for iri, notes in found.items()}


def _node(iri: str, cls: str, names: dict[str, Names], notes: Notes) -> Node:
    name, kind = names.get(iri, Names()), classes()[cls]
    label = name.vi or name.en or local_name(iri)
    english = name.en if name.en != label else ""
    about = notes.get(iri, ())
    if kind == "article":  # its identifier is its key: nothing that a reader could use
        about = tuple(n for n in about if n[0] != "identifier")
    return Node(iri, kind, label, english, name.others, about, cls)


def _evidence(reader: Reader) -> list[Evidence]:
    found: dict[str, Evidence] = {}
    for row in reader.values(EVIDENCE):
        proof = Evidence(**row)
        found[proof.iri] = min(proof, found.get(proof.iri, proof))
    return [found[iri] for iri in sorted(found)]


def _articles(reader: Reader) -> list[Article]:
    """Articles with the names of all their copies; an address that is not http(s) is dropped (``javascript:``)."""
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in reader.values(ARTICLES):
        rows[row["iri"]].append(row)
    return [_article(iri, rows[iri]) for iri in sorted(rows)]


def _article(iri: str, rows: list[dict[str, str]]) -> Article:
    def first(column: str) -> str:
        return min((r[column] for r in rows if column in r), default="")

    url = min((r["url"] for r in rows if r.get("url", "").startswith(("https://", "http://"))), default="")
    files = tuple(sorted({r["file"] for r in rows if "file" in r}))
    return Article(iri, first("title"), first("published"), url, first("publisher"), files)


def _concepts(nodes: Iterable[Node], facts: Iterable[Fact]) -> set[str]:
    """The IRIs among words and notes, which the page shows by their labels."""
    named = {w for f in facts for w in (*f.words, *f.amount)} | {value for n in nodes for _, value in n.notes}
    return {name for name in named if name.startswith(("https://", "http://"))}
