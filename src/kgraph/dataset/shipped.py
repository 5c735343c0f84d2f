"""The Turtle files that come with the program, ontology/ and shapes/, as triples."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kgraph.errors import DatasetError
from kgraph.resources import entries


def resource_triples(folder: str) -> list[ox.Triple]:
    """The triples of every Turtle file in resource *folder*; raises DatasetError naming the file that is not Turtle."""
    return [triple for triples, _ in _files(folder) for triple in triples]


def resource_prefixes(folder: str) -> dict[str, str]:
    """The namespace of each prefix that a Turtle file in resource *folder* declares, by prefix."""
    declared = {prefix: iri for _, prefixes in _files(folder) for prefix, iri in prefixes.items()}
    return dict(sorted(declared.items()))


def _files(folder: str) -> Iterator[tuple[list[ox.Triple], dict[str, str]]]:
    for entry in entries(folder, ".ttl"):
        parser = ox.parse(entry.read_text(encoding="utf-8"), format=ox.RdfFormat.TURTLE)
        try:
            triples = [quad.triple for quad in parser]
        except SyntaxError as error:
            raise DatasetError(f"{folder}/{entry.name}: not valid Turtle: {error}; correct the file") from error
        yield triples, parser.prefixes
