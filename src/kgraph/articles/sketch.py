"""A small fingerprint of what an article says, by which another edition of the same report is found."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

from kgraph.articles.zones import BODY
from kgraph.dataset.sketches import HASH_BYTES, SKETCH_SIZE, Sketch, unpacked
from kgraph.model import Article
from kgraph.vietnamese import strip_marks

WORDS: Final = 5
"""Words in a sequence. Shorter ones are phrases that any report of a union has ("tổ chức hội nghị tổng kết")."""
_WORD: Final = re.compile(rb"[a-z0-9]+")


def sketch(article: Article) -> Sketch:
    """The sketch of *article*'s body.

    Title and captions are left out, since portals write their own; so are marks, case and punctuation ("Hoá", "Hóa").
    """
    body = " ".join(zone.span.of(article.text) for zone in article.zones if zone.kind == BODY)
    # As bytes, which is what is hashed. `search_form` does the same to names, but would keep whole bodies in its cache.
    words = _WORD.findall(strip_marks(body).casefold().encode())
    hashes = {_hash(sequence) for sequence in _sequences(words)}
    numbers = tuple(sorted({word.decode() for word in words if word.isdigit()}))
    return Sketch(len(hashes), unpacked(b"".join(sorted(hashes)[:SKETCH_SIZE])), numbers)


def _sequences(words: list[bytes]) -> set[bytes]:
    return set(map(b" ".join, zip(*(words[start:] for start in range(WORDS)), strict=False)))


def _hash(sequence: bytes) -> bytes:
    """64 bits, the same in every process (Python's own hash of a string is not)."""
    return blake2b(sequence, digest_size=HASH_BYTES).digest()
