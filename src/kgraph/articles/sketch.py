"""A small fingerprint of what an article says, by which another edition of the same report is found."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

from kgraph.articles.zones import BODY
from kgraph.dataset.sketches import SKETCH_SIZE, Sketch
from kgraph.model import Article
from kgraph.vietnamese import search_form

WORDS: Final = 5
"""Words in a sequence. Shorter ones are phrases that any report of a union has ("tổ chức hội nghị tổng kết")."""
_WORD: Final = re.compile(r"[a-z0-9]+")


def sketch(article: Article) -> Sketch:
    """The sketch of *article*'s body.

    Title and captions are left out, since portals write their own; so are marks, case and punctuation ("Hoá", "Hóa").
    """
    body = " ".join(zone.span.of(article.text) for zone in article.zones if zone.kind == BODY)
    words = _WORD.findall(search_form(body))
    hashes = {_hash(sequence) for sequence in _sequences(words)}
    numbers = tuple(sorted({word for word in words if word.isdigit()}))
    return Sketch(len(hashes), tuple(sorted(hashes)[:SKETCH_SIZE]), numbers)


def _sequences(words: list[str]) -> set[str]:
    return {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}


def _hash(sequence: str) -> int:
    """64 bits, the same in every process (Python's own hash of a string is not)."""
    return int.from_bytes(blake2b(sequence.encode(), digest_size=8).digest(), "big")
