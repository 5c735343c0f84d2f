"""Why, and why not: one article with what was seen in it, which facts came of it by which rule, and what did not."""

from kgraph.tracing.building import trace
from kgraph.tracing.model import FileLine, Run, Trace, Wording

__all__ = ["FileLine", "Run", "Trace", "Wording", "trace"]
