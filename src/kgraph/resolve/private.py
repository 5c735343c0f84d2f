"""Names that no quote may show: of private persons in full, and by the given name later on."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from kgraph.document import Mentions
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives


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
    longest_first = sorted(given, key=lambda name: (-len(name), name))
    behind = (match.end() for match in _address().finditer(text)) if given else ()
    found = (next((Span(at, at + len(n)) for n in longest_first if _stands(text, n, at)), None) for at in behind)
    return {span for span in found if span is not None}


@lru_cache(maxsize=1)
def _address() -> Anchored:
    """A form of address that leaves its bearer private, up to the name. The names differ from text to text."""
    forms = [row["form"] for row in rows("honorifics.tsv") if row["private"] == "maybe"]
    return anchored(rf"(?<!\p{{L}})(?i:{alternatives(forms)}) ", forms)


def _stands(text: str, name: str, at: int) -> bool:
    end = at + len(name)
    return text.startswith(name, at) and not text[end : end + 1].isalpha()
