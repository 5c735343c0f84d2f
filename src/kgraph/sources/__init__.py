"""Files, folders and saved pages -> `Source`: bytes, name and what ``sources.csv`` says, or a problem in one line."""

from kgraph.sources.content import MAX_BYTES
from kgraph.sources.found import Found, SourceProblem
from kgraph.sources.reading import read_found, read_sources
from kgraph.sources.walking import find_sources

__all__ = ["MAX_BYTES", "Found", "SourceProblem", "find_sources", "read_found", "read_sources"]
