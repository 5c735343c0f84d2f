"""What the graph says of each article, as plain documents, and what it says of one entity, in words."""

from kgraph.facts.documents import facts
from kgraph.facts.explain import explain

__all__ = ["explain", "facts"]
