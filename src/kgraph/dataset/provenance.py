"""Which program and rules made the dataset: names and hashes, never a clock, so that equal input gives equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from kgraph import __version__
from kgraph.dataset.nquads import Triple, lines
from kgraph.dataset.terms import string, types
from kgraph.model import Iri, Text
from kgraph.registry.rules import rules
from kgraph.resources import folder
from kgraph.vocab import entity_iri, graph_iri

RULE_BEARING: Final = (
    "articles", "dataset", "document.py", "identity", "mappers", "mentions", "model.py", "registry", "resolve",
    "sources", "vietnamese.py", "vocab.py",
)  # fmt: skip
"""What of the package decides which quads come out of a text."""
RESOURCES: Final = ("data/registry", "ontology")


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """The first 16 hex digits of the SHA-256 of the program version, the rule-bearing files and the registry."""
    roots = [(name, files("kgraph").joinpath(name)) for name in RULE_BEARING]
    roots += [(name, folder(name)) for name in RESOURCES]
    return digest(__version__, (entry for name, root in roots for entry in tree(root, name)))


def digest(version: str, entries: Iterable[tuple[str, bytes]]) -> str:
    """A hash of *version* and of named contents, line ends aside (a checkout on Windows has others)."""
    total = sha256(version.encode())
    for name, content in sorted(entries):
        total.update(f"\0{name}\0".encode() + sha256(content.replace(b"\r\n", b"\n")).digest())
    return total.hexdigest()[:16]


def tree(root: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """Every file under *root* as (path beginning with *name*, content), without hidden files and compiled Python."""
    if root.is_file():
        yield name, root.read_bytes()
    elif root.is_dir():
        for entry in root.iterdir():
            if not entry.name.startswith((".", "__pycache__")):
                yield from tree(entry, f"{name}/{entry.name}")


def provenance_quads(articles: Iterable[str], rules: Iterable[str]) -> list[str]:
    """The provenance graph: the run, the program, the graph of each article key, and each rule (its IRI) in use."""
    return lines(graph_iri("provenance"), _triples(sorted(articles), sorted(rules)))


def _triples(articles: list[str], used: list[str]) -> Iterator[Triple]:
    run = entity_iri("run", rules_digest())
    software = entity_iri("software", f"kgraph-{__version__}")
    yield from types(run, "kgo:ExtractionRun", "prov:Activity")
    yield run, "prov:wasAssociatedWith", Iri(software)
    yield run, "kgo:rulesDigest", string(rules_digest())
    yield from types(software, "prov:SoftwareAgent")
    yield software, "schema:softwareVersion", string(__version__)
    yield from ((graph_iri("article", key), "prov:wasGeneratedBy", Iri(run)) for key in articles)
    for rule in used:
        yield from types(rule, "kgo:Rule")
        yield from _rule(rule, rule.rsplit("/", 1)[1])


def _rule(node: str, name: str) -> Iterator[Triple]:
    """Name and definition of a rule; one that an older program wrote may have left the catalogue."""
    yield node, "dct:identifier", string(name)
    if (reads := rules().get(name)) is not None:
        yield node, "skos:definition", Text(reads.vi, "vi")
        yield node, "skos:definition", Text(reads.en, "en")
