"""Items as text for a terminal, and as rows for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kgraph.curation.items import FACT, Item
from kgraph.curation.sides import Side
from kgraph.curation.wording import word
from kgraph.dataset.labels import compact
from kgraph.facts.explain import Quote, Told


def shown(item: Item, sides: tuple[Side, ...], lang: str) -> Iterator[str]:
    """The lines that show *item*: the question, both sides with their quotes, and the reasons."""
    yield word(f"ask-{item.proposal or FACT}", lang) + _marks(item, lang)
    for number, side in enumerate(sides, start=1):
        if item.kind != FACT:
            yield f"  {number}. {side.label} · {side.key}"
        for told in side.facts:
            yield from _told(told)
        if side.count > len(side.facts):
            yield f"     … +{side.count - len(side.facts)}"
        if not side.facts:
            yield f"     ({word('no-facts', lang)})"
    if item.reasons:
        yield f"  {word('reasons', lang)}: {'; '.join(item.reasons)}"


def _marks(item: Item, lang: str) -> str:
    score = "" if item.score is None else f" · {word('score', lang)} {item.score}"
    return score + (f" · {word('unsure', lang)}" if item.unsure else "")


def _told(told: Told) -> Iterator[str]:
    yield f"     - {told.words}"
    for quote in told.quotes:
        yield f"       “{quote.text}”"
        yield f"       {source(quote)}"


def source(quote: Quote) -> str:
    """Where a quote stands: title, day, files, and how far the words leave the fact to context."""
    return " · ".join(part for part in (quote.title, quote.date, ", ".join(quote.files), quote.doubt) if part)


def listed(item: Item, sides: tuple[Side, ...]) -> dict[str, Any]:
    """*item* as a row for a program: keys, labels, score, reasons, and the quotes of each side."""
    return {
        "kind": item.kind,
        "proposal": item.proposal or None,
        "score": None if item.score is None else float(item.score),
        "a": compact(item.a),
        "b": compact(item.b) if item.b else None,
        "labels": [side.label for side in sides],
        "reasons": list(item.reasons),
        "unsure": item.unsure,
        "quotes": [[quote.text for told in side.facts for quote in told.quotes] for side in sides],
    }


def row(item: Item, sides: tuple[Side, ...]) -> str:
    """*item* as one line: kind, score, keys, labels or words, reasons; separated by tabs."""
    names = [told.words for told in sides[0].facts] if item.kind == FACT else [side.label for side in sides]
    keys = (compact(item.a), compact(item.b) if item.b else "")
    score = "" if item.score is None else str(item.score)
    return "\t".join((item.kind, item.proposal, score, *keys, " | ".join(names), "; ".join(item.reasons)))
