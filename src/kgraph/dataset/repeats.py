"""Which facts of a report's later editions say what an earlier edition said already, so that they count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from kgraph.dataset.near_duplicates import Group
from kgraph.dataset.nquads import named, split
from kgraph.vietnamese import search_form
from kgraph.vocab import graph_iri

_Values: TypeAlias = dict[str, list[tuple[str, str]]]
"""The predicates and objects of each node of one article's graph."""
_Said: TypeAlias = tuple[tuple[str, object], ...]

_EVIDENCE: Final = named("prov:wasDerivedFrom")
# Where it was read, the sentence around a number and how the number is written ("gần 16,5 tỷ", "gần 16.5 tỷ"), and the
# day that only this printing has.
_OF_THE_PRINTING: Final = frozenset(
    map(named, ("prov:wasDerivedFrom", "kgo:searchLabel", "kgo:about", "kgo:rawText", "kgo:unitText", "kgo:attestedOn"))
)
_BOUNDED: Final = (named("kgo:dateBasis"), named("kgs:basis-bounded-by-publication"))
_DAYS: Final = frozenset(map(named, ("kgo:eventDate", "kgo:earliestDate", "kgo:latestDate")))


def repeats(lines: Iterable[str], groups: Iterable[Group]) -> Iterator[tuple[str, str]]:
    """(fact, the fact of an earlier edition that says the same) for every such fact of *groups*, as in *lines*.

    Facts say the same where their class and values are equal; an event that one of them names counts by its own values,
    since its key is that of its article. The second of two equal facts of an article repeats only another second one.
    """
    found = tuple(groups)
    graphs = _by_graph(lines, {_graph(e.key) for group in found for e in group.editions})
    for group in found:
        first: dict[tuple[_Said, int], str] = {}
        for edition in group.editions:
            for said, fact in _facts(graphs[_graph(edition.key)]):
                if first.setdefault(said, fact) != fact:
                    yield fact, first[said]


def _graph(article: str) -> str:
    return f"<{graph_iri('article', article)}>"


def _by_graph(lines: Iterable[str], wanted: set[str]) -> Mapping[str, _Values]:
    graphs: defaultdict[str, _Values] = defaultdict(lambda: defaultdict(list))
    for line in lines if wanted else ():
        if line.rsplit(" ", 2)[1] in wanted:
            subject, predicate, term, graph = split(line)
            graphs[graph][subject].append((predicate, term))
    return graphs


def _facts(values: _Values) -> Iterator[tuple[tuple[_Said, int], str]]:
    """Every fact with what it says, and its number among those of the article that say just this."""
    facts = sorted(node for node, pairs in values.items() if any(name == _EVIDENCE for name, _ in pairs))
    numbers: defaultdict[_Said, int] = defaultdict(int)
    for fact in facts:
        said = _said(fact, values, frozenset())
        yield (said, numbers[said]), fact
        numbers[said] += 1


def _said(node: str, values: _Values, above: frozenset[str]) -> _Said:
    left_out = _OF_THE_PRINTING | _DAYS if _BOUNDED in values[node] else _OF_THE_PRINTING
    kept = [(name, term) for name, term in values[node] if name not in left_out]
    return tuple(sorted(((name, _value(term, values, above | {node})) for name, term in kept), key=repr))


def _value(term: str, values: _Values, above: frozenset[str]) -> object:
    """*term* without what an editor changes in it; a fact of the same article by what it says."""
    if term.startswith('"'):
        return search_form(term)
    named_fact = term not in above and any(name == _EVIDENCE for name, _ in values.get(term, ()))
    return _said(term, values, above) if named_fact else term
