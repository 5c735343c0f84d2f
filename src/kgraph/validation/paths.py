"""SHACL property paths as SPARQL property paths (SHACL 2.3.1)."""

from __future__ import annotations

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kgraph.dataset.trails import Step, Trail
from kgraph.validation.unsupported import UnsupportedError


def path_text(shapes: rdflib.Graph, node: Node) -> str:
    """The path *node* of *shapes* in SPARQL.

    Raises UnsupportedError on alternatives and repetitions, and on the inverse of more than a property: pySHACL 0.40
    goes over ^(p/q) as ^p/^q, SHACL 2.3.1 as ^q/^p.
    """
    return "/".join(f"{'' if step.forward else '^'}<{step.predicate}>" for step in path_steps(shapes, node))


def path_steps(shapes: rdflib.Graph, node: Node) -> Trail:
    """The path *node* of *shapes* as steps. Raises UnsupportedError as `path_text` does."""
    if isinstance(node, rdflib.URIRef):
        return (Step(str(node)),)
    if isinstance(inverse := shapes.value(node, SH.inversePath), rdflib.URIRef):
        return (Step(str(inverse)).back,)
    if (node, RDF.first, None) in shapes:
        return tuple(step for part in Collection(shapes, node) for step in path_steps(shapes, part))
    raise UnsupportedError(f"path {node.n3()}")
