"""The page of the ontology, taken apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest

from kgraph.bilingual import Bilingual
from kgraph.documentation import Question, Vocabulary, read, render, shipped
from kgraph.queries import load

VOID = {"meta", "input", "br", "rect", "path", "circle"}
HEAD = """
    @prefix kgo: <https://w3id.org/kgraph/ont#> . @prefix kgs: <https://w3id.org/kgraph/scheme/> .
    @prefix kgsh: <https://w3id.org/kgraph/shapes#> . @prefix dct: <http://purl.org/dc/terms/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix schema: <https://schema.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


class Parsed(HTMLParser):
    """The texts of every element with an id, its links, and what the page would load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.source = page
        self.ids: Counter[str] = Counter()
        self.texts: dict[str, list[str]] = {}
        self.links: dict[str, set[str]] = {}
        self.tags: Counter[str] = Counter()
        self.loads: list[str] = []
        self._open: list[tuple[str, str | None]] = []
        self.feed(page)
        assert self._open == [], "elements that are not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.loads += [given[name] for name in ("src", "srcset", "data", "action", "poster") if name in given]
        self.loads += [given.get("href", "")] if tag == "link" else []
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag not in VOID:
            self._open.append((tag, given.get("id")))
        if tag == "a":
            for within in filter(None, (i for _, i in self._open)):
                self.links.setdefault(within, set()).add(given.get("href", ""))
            self.links.setdefault("", set()).add(given.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            opened, _ = self._open.pop()
            assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        for _, within in self._open:
            if within:
                self.texts.setdefault(within, []).append(data)

    def text(self, place: str) -> str:
        """Everything said at the element with this id, its spaces collapsed."""
        return " ".join(" ".join(self.texts[place]).split())


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The ontology and shapes of this checkout with its saved queries."""
    return shipped(Question(query.name, query.title, query.text) for query in load())


@pytest.fixture(scope="session")
def pages(vocabulary: Vocabulary) -> dict[str, Parsed]:
    """Its page, by language."""
    return {lang: Parsed(render(vocabulary, lang)) for lang in ("vi", "en")}


@pytest.fixture(scope="session")
def small() -> Callable[..., Vocabulary]:
    """A vocabulary of a few lines of Turtle, with one saved query for each text that is given."""

    def make(turtle: str, *queries: str) -> Vocabulary:
        text = HEAD + '<https://w3id.org/kgraph/ont> a owl:Ontology ; owl:versionInfo "9" . ' + turtle
        parser = ox.parse(text, format=ox.RdfFormat.TURTLE)
        triples = [quad.triple for quad in parser]
        asked = [Question(f"q{n}", Bilingual(f"hỏi {n}", f"ask {n}"), query) for n, query in enumerate(queries)]
        return read(triples, asked, parser.prefixes)

    return make


@pytest.fixture(scope="session")
def parsed() -> Callable[..., Parsed]:
    """Takes the page of a vocabulary apart."""
    return lambda vocabulary, lang="vi": Parsed(render(vocabulary, lang))
