"""The ontology for people, as a page: what each term means, what checks it and which saved queries ask for it."""

from kgraph.documentation.model import Question, Vocabulary
from kgraph.documentation.page import render
from kgraph.documentation.reading import read, shipped

__all__ = ["Question", "Vocabulary", "read", "render", "shipped"]
