"""Narrows a `ViewModel`: to what lies around one entity, or to what is dated by a day."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import Final

from kgraph.dataset.entities import find_one
from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError, QueryError
from kgraph.views.model import Fact, ViewModel
from kgraph.views.tables import kinds

_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def subject(reader: Reader, model: ViewModel, text: str) -> str:
    """The IRI of the node that *text* names. Raises NotFoundError where it names none, or several."""
    drawn = {n.iri for n in model.nodes}
    if text in drawn:
        return text
    if text.startswith(("http://", "https://")):
        raise NotFoundError(f"{text}: no fact of the dataset names it; `kgraph view` without --about shows all")
    found = find_one(reader, text)
    if found.iri not in drawn:
        raise NotFoundError(
            f"{found.label} ({found.key}): no fact connects it; `kgraph view` without --about shows all"
        )
    return found.iri


def by_date(model: ViewModel, as_of: str) -> ViewModel:
    """*model* without facts dated after *as_of*; a fact without a date has that of its article, or is left out.

    Relations of the registry have no date and stay between nodes that stay. Raises QueryError on a wrong date.
    """
    if not _DATE.fullmatch(as_of):
        raise QueryError(f"{as_of}: not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    printed = {a.iri: a.published for a in model.articles}
    where = {e.iri: printed.get(e.article, "") for e in model.evidence}
    known = {f for f in model.facts if f.iri and _known(f, where, as_of)}
    ends = {end for f in known for end in (f.source, f.target)}
    return _keep(model, known | _registry(model, ends))


def _known(fact: Fact, where: dict[str, str], as_of: str) -> bool:
    start = _DATE.match(fact.date)
    date = start[0] if start else min(filter(None, (where.get(e, "") for e in fact.evidence)), default="")
    return bool(date) and date[: len(as_of)] <= as_of


def _registry(model: ViewModel, ends: set[str]) -> set[Fact]:
    """The registry's relations that lead up from *ends* (a union to its province, the province to the country)."""
    upward: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in model.facts:
        if not fact.iri:
            upward[fact.source].append(fact)
    kept: set[Fact] = set()
    todo = list(ends)
    while todo:
        new = upward.pop(todo.pop(), [])
        kept.update(new)
        todo.extend(f.target for f in new)
    return kept


def neighbourhood(model: ViewModel, focus: str, depth: int) -> ViewModel:
    """What lies within *depth* relations of *focus*, and the articles that speak of it.

    A path does not lead through places, awards and articles: they would join everything to everything.
    """
    near = {focus}
    edge = {focus}
    through = {n.iri for n in model.nodes if kinds()[n.kind].through} | {focus}
    links = _links(model)
    for _ in range(depth):
        edge = {other for iri in edge & through for other in links[iri]} - near
        near |= edge
    facts = {f for f in model.facts if near.issuperset({f.source, f.target} - {""})}
    return _keep(model, facts | {f for f in model.facts if f.predicate == "mention" and f.target in near}, focus)


def _links(model: ViewModel) -> defaultdict[str, set[str]]:
    links: defaultdict[str, set[str]] = defaultdict(set)
    for fact in model.facts:
        if fact.target and fact.predicate != "mention":
            links[fact.source].add(fact.target)
            links[fact.target].add(fact.source)
    return links


def _keep(model: ViewModel, facts: set[Fact], *nodes: str) -> ViewModel:
    ends = {end for f in facts for end in (f.source, f.target)}.union(nodes)
    proofs = {e for f in facts for e in f.evidence}
    evidence = tuple(e for e in model.evidence if e.iri in proofs)
    sources = {e.article for e in evidence}
    return replace(
        model,
        nodes=tuple(n for n in model.nodes if n.iri in ends),
        facts=tuple(sorted(facts)),
        evidence=evidence,
        articles=tuple(a for a in model.articles if a.iri in sources),
    )
