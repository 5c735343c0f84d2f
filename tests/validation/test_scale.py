"""Constraints stay near linear: a join that pairs every figure with every other shows up here."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pyoxigraph as ox

from kgraph.validation.rdf import merged
from kgraph.validation.results import sparql_results
from kgraph.validation.shapes import load_shapes

EXAMPLE = Path(__file__).parents[1] / "fixtures" / "example.trig"
OF_AN_ARTICLE = re.compile(r"/(article|copy|person|membership|event|participation|implementation|figure|evidence)/")
COPIES = 1500
SECONDS = 6.0
"""Of processor time: a linear run takes a tenth of it, pairing all figures several times as much."""


def many() -> ox.Store:
    """The example's triples as if *COPIES* articles said the same of other people."""
    quads = ox.parse(path=str(EXAMPLE), format=ox.RdfFormat.TRIG)
    text = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    assert text is not None
    store = merged((), load_shapes().ontology)
    copies = (OF_AN_ARTICLE.sub(rf"/\1/{n}-", text.decode()) for n in range(COPIES))
    store.bulk_load("".join(copies).encode(), format=ox.RdfFormat.N_TRIPLES)
    return store


def test_sparql_constraints_take_their_time_for_many_articles() -> None:
    store = many()
    assert len(store) > COPIES * 100
    start = process_time()
    assert list(sparql_results(store, load_shapes(), lambda term, _: str(term))) == []
    spent = process_time() - start
    assert spent < SECONDS
