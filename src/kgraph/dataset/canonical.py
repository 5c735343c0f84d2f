"""The dataset as files whose bytes depend on its content alone: sorted N-Quads, and Turtle of the merged graphs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

import pyoxigraph as ox

from kgraph.dataset.difference import Difference
from kgraph.dataset.nquads import TYPED
from kgraph.dataset.splice import BLOCK, LINE, splice
from kgraph.dataset.turtle import HEAD, turtle


def sorted_quads(store: ox.Store) -> list[bytes]:
    """Every quad of *store* as a line of canonical N-Quads (without its newline), sorted by bytes."""
    dump = store.dump(format=ox.RdfFormat.N_QUADS)
    return sorted(dump.splitlines()) if dump else []


def canonical(lines: Iterable[str]) -> list[bytes]:
    """N-Quads *lines* as `sorted_quads` has them once they are in a store, each once.

    A store writes numbers and the like in its own way ("1.00" as "1"), and leaves all else as it is.
    """
    plain: list[str] = []
    typed: list[str] = []
    for line in lines:
        (typed if TYPED in line else plain).append(line)
    store = ox.Store()
    store.bulk_load(input="\n".join(typed).encode(), format=ox.RdfFormat.N_QUADS)
    return sorted({*(line.encode() for line in plain), *sorted_quads(store)})


def write_quads(quads: Iterable[bytes], path: Path) -> None:
    """Write sorted *quads* as ``kgraph.nq`` has them: one quad a line, LF."""
    path.write_bytes(b"".join(line + b"\n" for line in quads))


def merged(quads: list[bytes]) -> list[bytes]:
    """The triples of all graphs as N-Triples lines, each once, sorted by subject, predicate, object."""
    return sorted({triple_of(line) + b" ." for line in quads}, key=_in_order)


def triple_of(quad: bytes) -> bytes:
    """The triple of a line of N-Quads, without the graph and what ends the line."""
    return quad.rsplit(b" ", 2)[0]


def _in_order(line: bytes) -> bytes:
    """A node before its selectors: "…/e1" sorts before "…/e1#quote" only without the closing bracket."""
    return line.replace(b">", b" ", 1)


def turtle_parts(triples: list[bytes]) -> tuple[bytes, bytes]:
    """The Turtle of sorted N-Triples lines: its prefixes, and what follows them."""
    text = _turtle(triples)
    head = _prefixes(text.splitlines(keepends=True))
    return head, text[len(head) :]


def changed_quads(old: Path, new: Path, difference: Difference) -> None:
    """Write ``kgraph.nq`` as *new* from the one before, with the *difference* between the stores."""
    edits = dict.fromkeys(_lines(difference.removed), b"") | {line: line + b"\n" for line in _lines(difference.added)}
    splice(old, new, edits, LINE, lambda record: record.rstrip(b"\n"), 0)


def changed_turtle(old: Path, new: Path, difference: Difference, store: ox.Store) -> None:
    """Write ``kgraph.ttl`` as *new* from the one before; *store* is after the *difference*."""
    subjects = {quad.subject for quad in difference.quads}
    triples = {q.triple for subject in subjects for q in store.quads_for_pattern(subject, None, None)}
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    head = _head(old)
    blocks = BLOCK.split(_turtle(sorted(lines.splitlines(), key=_in_order))[len(head) :])[:-1]
    edits = {_in_order(str(subject).encode() + b" "): b"" for subject in subjects}
    edits |= {_of_block(head + block): block + b"\n" for block in blocks}
    splice(old, new, edits, BLOCK, lambda block: _of_block(head + block), len(head))


def _head(path: Path) -> bytes:
    """What stands in the Turtle file *path* before its first subject."""
    with path.open("rb") as file:
        return _prefixes(file)


def _prefixes(lines: Iterable[bytes]) -> bytes:
    return b"".join(takewhile(lambda line: bytes(line).startswith(HEAD), lines))


def _turtle(triples: list[bytes]) -> bytes:
    parsed = ox.parse(input=b"\n".join(triples), format=ox.RdfFormat.N_TRIPLES)
    return turtle(quad.triple for quad in parsed)


def _of_block(text: bytes) -> bytes:
    """Where the one subject of the Turtle *text* stands in order."""
    return _in_order(str(next(ox.parse(input=text, format=ox.RdfFormat.TURTLE)).subject).encode() + b" ")


def _lines(quads: Iterable[ox.Quad]) -> list[bytes]:
    return (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").splitlines()
