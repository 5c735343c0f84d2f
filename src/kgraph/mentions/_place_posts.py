"""Posts said of a place instead of its body: a "Bí thư TP Cần Thơ" is of the Thành ủy, a "Chủ tịch xã" of the UBND."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kgraph.document import AgentMention
from kgraph.mentions._grammar import levels_at, name_start, place_at
from kgraph.mentions.bodies import lexicon
from kgraph.model import Span
from kgraph.registry.posts import posts
from kgraph.registry.table import rows
from kgraph.vietnamese import match_form


@lru_cache(maxsize=1)
def _bodies() -> Mapping[tuple[str, str], str]:
    """The body that a post, by key, is held in where only a place of that kind is said."""
    return {(row["post"], row["kind"]): row["body"] for row in rows("place-posts.tsv")}


def body_of_place(text: str, title: str, position: int) -> AgentMention | None:
    """The body of the post *title* at the place said at *position*; None where none is, or none has such a post."""
    levels, post = levels_at(text, position), posts().named(title)
    label = _bodies().get((post.key, levels[1][0])) if post and levels and len(levels[1]) == 1 else None
    found = next(lexicon().find(match_form(label)), None) if label else None
    if levels is None or label is None or found is None:
        return None
    stop, (level,) = levels
    start = name_start(text, stop)
    place = place_at(text, start, level) if start is not None else None
    span = Span(position, place.span.end if place else stop)
    form, places = ("named", (place,)) if place else ("level", ())
    return AgentMention(span, "body-of-post", "body", form, found[1].label, level, places, body_kind=found[1].kind)
