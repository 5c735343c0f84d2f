"""Read access to a built dataset: SPARQL over the union of its named graphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.generations import current_generation
from kgraph.errors import DatasetError, QueryError
from kgraph.vocab import PREFIXES

_PREFIX_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(PREFIXES.items()))

Solved: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Quads(Protocol):
    """Where quads are looked up: a store, or several that know parts of a dataset."""

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
        predicate: ox.NamedNode | None,
        object: OxTerm | None,  # noqa: A002  # as `ox.Store` calls it
        /,
    ) -> Iterator[ox.Quad]:
        """The quads with these terms, in any order; None stands for any term."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a SELECT: one term or None per column, in the query's order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[OxTerm | None, ...], ...]


class Remote(Protocol):
    """A dataset that is elsewhere, and answers there."""

    def query(self, sparql: str) -> Solved:
        """The answer to *sparql* over the union of all graphs. Raises SyntaxError where it is not SPARQL 1.1."""

    def fetched(self) -> ox.Store:
        """All quads of the dataset, in memory."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A dataset opened for reading. Every query sees the union of all named graphs as its default graph."""

    source: ox.Store | Remote

    @property
    def store(self) -> ox.Store:
        """The quads as a store of this process; those of a server are fetched each time."""
        return self.source if isinstance(self.source, ox.Store) else self.source.fetched()

    @classmethod
    def open(cls, data: Path) -> Reader:
        """The current generation of dataset directory *data*; raises DatasetError where there is none."""
        generation = current_generation(data)
        if generation is None or not (generation / "store").is_dir():
            raise DatasetError(f"{data}: no dataset here; run `kgraph build --data {data}` first")
        try:
            return cls(ox.Store.read_only(str(generation / "store")))
        except (OSError, RuntimeError) as error:  # a missing file is the one, a damaged one the other
            raise DatasetError(f"{data}: the store cannot be opened ({error}); run `kgraph build` again") from error

    @classmethod
    def of_file(cls, path: Path) -> Reader:
        """A dataset held in memory, from an RDF file (Turtle, TriG, N-Quads by its suffix)."""
        store = ox.Store()
        kind = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
        if kind is None:
            raise DatasetError(f"{path}: unknown RDF format; use .ttl, .trig, .nq or .nt")
        try:
            store.load(path=str(path), format=kind)
        except (OSError, SyntaxError, ValueError) as error:
            raise DatasetError(f"{path}: cannot be read as RDF: {error}") from error
        return cls(store)

    def select(self, sparql: str) -> Table:
        """The rows of a SELECT query; the prefixes of `kgraph.vocab` need no declaration."""
        result = self.query(sparql)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("the query is not a SELECT")
        names = tuple(v.value for v in result.variables)
        return Table(names, tuple(tuple(row[i] for i in range(len(names))) for row in result))

    def values(self, sparql: str) -> Iterator[dict[str, str]]:
        """The rows of a SELECT as plain dictionaries of lexical values; unbound columns are left out."""
        table = self.select(sparql)
        for row in table.rows:
            yield {
                n: str(t.value)
                for n, t in zip(table.columns, row, strict=True)
                if t is not None and not isinstance(t, ox.Triple)
            }

    def query(self, sparql: str) -> Solved:
        """Any SPARQL 1.1 query over the union of all graphs. Raises QueryError on a syntax error."""
        try:
            if isinstance(self.source, ox.Store):
                return self.source.query(with_prefixes(sparql), use_default_graph_as_union=True)
            return self.source.query(with_prefixes(sparql))
        except SyntaxError as error:
            raise QueryError(f"the query is not valid SPARQL 1.1: {error}") from error


def with_prefixes(sparql: str) -> str:
    """*sparql* with the prefixes of `kgraph.vocab` declared."""
    return _PREFIX_HEAD + sparql
