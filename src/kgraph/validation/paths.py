"""SHACL property paths as SPARQL property paths (SHACL 2.3.1)."""

from __future__ import annotations

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kgraph.dataset.trails import Step, Trail
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


def path_steps(shapes: rdflib.Graph, node: Node) -> Trail:
    """The path *node* of *shapes* as steps. Raises UnsupportedError on alternatives and repetitions."""
    if isinstance(node, rdflib.URIRef):
        return (Step(str(node)),)
    if (inverse := shapes.value(node, SH.inversePath)) is not None:
        return tuple(Step(s.predicate, not s.forward) for s in reversed(path_steps(shapes, inverse)))
    if (node, RDF.first, None) in shapes:
        return tuple(step for part in Collection(shapes, node) for step in path_steps(shapes, part))
    raise UnsupportedError(f"path {node.n3()}")
