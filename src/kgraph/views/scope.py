"""Narrows a `ViewModel`: to what lies around one entity, is of some kinds, dated in a time, or in an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a dataset is shown; everything unless said otherwise.

    *about* is an IRI, a key or a label, and keeps what lies within *depth* relations of it. *kinds* are names of
    `tables.kinds`. *since* and *until* (YYYY, YYYY-MM or YYYY-MM-DD) bound the dates of facts. *named* are the IRIs of
    an answer: its things, its facts, and the facts between its things. *as_of* leaves out what is dated later, and the
    units that did not exist then.
    """

    about: str | None = None
    depth: int = 1
    kinds: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    named: frozenset[str] | None = None
    as_of: str | None = None


def narrowed(reader: Reader, model: ViewModel, scope: Scope) -> tuple[ViewModel, str | None]:
    """What of *model* is in *scope*, and the node that it is about, if any.

    Raises NotFoundError where ``about`` is unknown or ambiguous, QueryError on a wrong date or kind.
    """
    focus = None if scope.about is None else subject(reader, model, scope.about)
    if scope.named is not None:
        model = answered(model, scope.named)
    if scope.since is not None or scope.until is not None:
        model = between(model, scope.since, scope.until)
    if scope.as_of is not None:
        model = existing(between(model, None, scope.as_of), scope.as_of)
    if focus is not None:
        model = neighbourhood(model, focus, scope.depth)
    return (of_kinds(model, scope.kinds, focus) if scope.kinds else model), focus


def answered(model: ViewModel, named: frozenset[str]) -> ViewModel:
    """The things and facts of an answer, and the facts between its things."""
    told = {f for f in model.facts if f.iri in named or named.issuperset({f.source, f.target} - {""})}
    return _keep(model, told, *named.intersection(n.iri for n in model.nodes))


def of_kinds(model: ViewModel, wanted: frozenset[str], focus: str | None = None) -> ViewModel:
    """*model* with nodes of these kinds alone, and *focus*. Raises QueryError on a kind that there is not."""
    if unknown := sorted(wanted - set(kinds())):
        raise QueryError(f"{unknown[0]}: no kind of node; there are {', '.join(kinds())}")
    kept = {n.iri for n in model.nodes if n.kind in wanted or n.iri == focus}
    return _keep(model, {f for f in model.facts if kept.issuperset({f.source, f.target} - {""})}, *kept)


def between(model: ViewModel, since: str | None, until: str | None) -> ViewModel:
    """*model* with facts dated from *since* to *until*; a fact without a date has that of its article, or is left out.

    Relations of the registry have no date and stay between nodes that stay. Raises QueryError on a wrong date.
    """
    for date in (since, until):
        if date is not None and not _DATE.fullmatch(date):
            raise QueryError(f"{date}: not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    printed = {a.iri: a.published for a in model.articles}
    where = {e.iri: printed.get(e.article, "") for e in model.evidence}
    known = {f for f in model.facts if f.iri and _is_within(_dated(f, where), since, until)}
    ends = {end for f in known for end in (f.source, f.target)}
    return _keep(model, known | _registry(model, ends))


def existing(model: ViewModel, day: str) -> ViewModel:
    """*model* without what begins after *day* or ended before it (a province of July 2025 in 2021), by its period."""
    kept = {n.iri for n in model.nodes if _existed(dict(n.notes), day)}
    return _keep(model, {f for f in model.facts if kept.issuperset({f.source, f.target} - {""})})


def _existed(notes: dict[str, str], day: str) -> bool:
    began, ended = notes.get("validFrom", ""), notes.get("validTo", "")
    return (not began or _is_within(began, None, day)) and (not ended or _is_within(ended, day, None))


def _dated(fact: Fact, where: dict[str, str]) -> str:
    start = _start(fact.date)
    return start or min(filter(None, (where.get(e, "") for e in fact.evidence)), default="")


def _start(edtf: str) -> str:
    """Where a date begins: EDTF writes quarters as months 33 to 36; a bound ("[..2019-12-26]") has no beginning."""
    found = _DATE.match(edtf)
    if not found:
        return ""
    year, _, month = found[0].partition("-")
    return f"{year}-{(int(month) - 33) * 3 + 1:02}" if month in ("33", "34", "35", "36") else found[0]


def _is_within(date: str, since: str | None, until: str | None) -> bool:
    """Whether *date* can lie between the bounds, each as exact as it is given: "2021" is within since "2021-03"."""
    early = bool(since) and date < str(since)[: len(date)]
    late = bool(until) and date[: len(str(until))] > str(until)
    return bool(date) and not early and not late


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
