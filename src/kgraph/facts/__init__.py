"""What the graph says of each article, as plain documents, and what it says of one entity, in words."""

from kgraph.facts.documents import facts
from kgraph.facts.explain import explain
from kgraph.facts.origins import WithRules, with_rules

__all__ = ["WithRules", "explain", "facts", "with_rules"]
