"""Gold facts against found facts: which rows are right, missed and extra, by kind and by the rule that read them."""

from kgraph.evaluation.formats import FORMATS
from kgraph.evaluation.frozen import Changes, against_frozen, write_frozen
from kgraph.evaluation.naive import floor
from kgraph.evaluation.report import Report
from kgraph.evaluation.results import Evaluation, evaluate
from kgraph.evaluation.rows import Document
from kgraph.evaluation.schema import GoldError, read_facts

__all__ = [
    "FORMATS",
    "Changes",
    "Document",
    "Evaluation",
    "GoldError",
    "Report",
    "against_frozen",
    "evaluate",
    "floor",
    "read_facts",
    "write_frozen",
]
