"""Saved queries: the catalogue of queries/*.rq, their parameters, running them, and writing the answer."""

from kgraph.queries.binding import bind, chosen
from kgraph.queries.catalogue import Param, SavedQuery, get, load, parse
from kgraph.queries.cells import Reading, hides_evidence
from kgraph.queries.charts import Chart
from kgraph.queries.choices import choices
from kgraph.queries.drawing import can_draw
from kgraph.queries.examples import examples
from kgraph.queries.results import FORMATS, json_ld, write
from kgraph.queries.running import Answer, Triples, asked_of, named, run

__all__ = [
    "FORMATS",
    "Answer",
    "Chart",
    "Param",
    "Reading",
    "SavedQuery",
    "Triples",
    "asked_of",
    "bind",
    "can_draw",
    "choices",
    "chosen",
    "examples",
    "get",
    "hides_evidence",
    "json_ld",
    "load",
    "named",
    "parse",
    "run",
    "write",
]
