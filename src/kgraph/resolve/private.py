"""Names that no quote may show: of private persons in full, and by the given name later on."""

from __future__ import annotations

from collections.abc import Collection

from kgraph.document import Mentions
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, rx


def private_names(mentions: Mentions, officials: Collection[Span]) -> tuple[Span, ...]:
    """Every place that names a person without a post; *officials* are the names of those with one.

    "chị Đỗ Thị Mùi ... Chị Mùi rưng rưng": the given name behind a form of address names her too.
    """
    private = [m for m in mentions.persons if m.span not in officials]
    public = {m.name.split()[-1] for m in mentions.persons if m.span in officials}
    given = {m.name.split()[-1] for m in private} - public
    spans = {m.span for m in private}
    return tuple(
        sorted(spans | {s for s in _by_given_name(mentions.text, given) if not any(s.overlaps(p) for p in spans)})
    )


def _by_given_name(text: str, given: Collection[str]) -> set[Span]:
    if not given:
        return set()
    address = alternatives(row["form"] for row in rows("honorifics.tsv") if row["private"] == "maybe")
    pattern = rx(rf"(?<!\p{{L}})(?i:{address}) (?P<name>{alternatives(given)})(?!\p{{L}})")
    return {Span(*match.span("name")) for match in pattern.finditer(text)}
