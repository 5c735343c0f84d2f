"""SHACL property paths as SPARQL property paths (SHACL 2.3.1)."""

from __future__ import annotations

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kgraph.validation.unsupported import UnsupportedError


def path_text(shapes: rdflib.Graph, node: Node) -> str:
    """The path *node* of *shapes* in SPARQL. Raises UnsupportedError on alternatives and repetitions."""
    if isinstance(node, rdflib.URIRef):
        return node.n3()
    if (inverse := shapes.value(node, SH.inversePath)) is not None:
        return f"^{path_text(shapes, inverse)}"
    if (node, RDF.first, None) in shapes:
        return "/".join(path_text(shapes, step) for step in Collection(shapes, node))
    raise UnsupportedError(f"path {node.n3()}")
