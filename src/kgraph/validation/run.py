"""Runs the shapes over a dataset."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final, Literal, TypeAlias

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm, Quads, Reader
from kgraph.validation.compiled import compiled_results
from kgraph.validation.context import about, kind, label, place
from kgraph.validation.findings import Finding, focus_name
from kgraph.validation.rdf import merged
from kgraph.validation.results import Result, core_results, sparql_results
from kgraph.validation.shapes import Shapes, load_shapes

Engine: TypeAlias = Literal["store", "pyshacl"]
"""Who checks the core constraints: the store, to which the shapes are compiled, or pySHACL, the reference."""
_ENGINES: Final = {"store": compiled_results, "pyshacl": core_results}


def validate(
    reader: Reader, shapes: Shapes | None = None, beside: Iterable[ox.Triple] = (), engine: Engine = "store"
) -> tuple[Finding, ...]:
    """What *shapes* (default: those of this installation) find in the dataset, gravest first.

    *beside*: what is known of the dataset's nodes but not kept in it, such as the words of the article at a position.
    The order and content depend on these alone. Raises DatasetError on a shape file that is not Turtle.
    """
    chosen = shapes or load_shapes()
    return _found(merged(reader.store, (*chosen.ontology, *beside)), chosen, engine)


def _found(store: ox.Store, chosen: Shapes, engine: Engine) -> tuple[Finding, ...]:
    results = {*_ENGINES[engine](store, chosen), *sparql_results(store, chosen, partial(label, store))}
    return tuple(sorted((finding(store, chosen, r) for r in results), key=lambda f: f.order))


def finding(store: Quads, shapes: Shapes, result: Result) -> Finding:
    """*result* of *shapes* with what *store* says of its nodes."""
    where = place(store, result.focus)
    return Finding(
        cause=shapes.causes[result.shape],
        focus=focus_name(result.focus),
        label=_names(store, result.focus),
        path=result.path,
        value=result.value,
        value_label=_names(store, result.value),
        component=result.component,
        message=result.message,
        quote=where.quote,
        rule=where.rule,
        title=where.title,
        date=where.date,
        files=where.files,
        article=where.article,
        evidence=where.evidence,
        kind=kind(store, result.focus),
        about=about(store, result.focus, where.article),
    )


def _names(store: Quads, term: OxTerm | None) -> Bilingual:
    return Bilingual("", "") if term is None else Bilingual(label(store, term, "vi"), label(store, term, "en"))
