"""Every rule that code can put in evidence has a line in the catalogue, and no line is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from kgraph.articles import read_article
from kgraph.dataset.provenance import provenance_quads
from kgraph.document import Document
from kgraph.errors import RegistryError
from kgraph.mappers import statements
from kgraph.mentions import recognise
from kgraph.model import Source
from kgraph.registry import rules as catalogue
from kgraph.registry.rules import rules
from kgraph.registry.table import rows
from kgraph.resolve import resolve
from kgraph.sources import read_sources
from kgraph.tracing.tables import reasons

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "data" / "articles", ROOT / "tests" / "gold" / "articles", ROOT / "tests" / "gold" / "mappers")
KINDS = (
    "award|body|cluster|date|document|event|figure|implementation|person|programme|quantity|signing|theme|union|women"
)
ID = re.compile(rf"(?:{KINDS})(?:-[a-z]+)*")
# Of these the first argument is the kind of a fact, the name of a group of words, or a reason; none is a rule.
OTHER = frozenset({"Statement", "any_of", "words", "Entity", "Doubt", "Weighed"})
ONE_WORD = frozenset({"award", "figure", "quantity", "theme"})


def documents() -> Iterator[Document]:
    for source in (source for folder in FOLDERS for source in read_sources([folder])):
        if isinstance(source, Source) and not source.name.endswith(".tsv"):
            yield resolve(recognise(read_article(source)))


def ids_in(value: Any) -> Iterator[str]:
    """Every rule in *value*, however deep: the fields that are called so."""
    if isinstance(value, tuple):
        for item in value:
            yield from ids_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield from [inner] if field.name == "rule" else ids_in(inner)


@pytest.fixture(scope="module")
def in_use() -> set[str]:
    return {rule for document in documents() for rule in (*ids_in(document), *ids_in(statements(document)))}


def _skipped(tree: ast.AST) -> set[ast.AST]:
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") in OTHER]
    return {part for call in calls for argument in call.args[:2] for part in ast.walk(argument)}


def in_sources() -> set[str]:
    """Every id, and every pattern of ids ("date-.*"), that stands in the code that reads and maps."""
    found: set[str] = set()
    for file in (
        f for package in ("mentions", "resolve", "mappers") for f in (ROOT / "src/kgraph" / package).glob("*.py")
    ):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        skipped = _skipped(tree)
        parts = {id(part) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values}
        for node in (node for node in ast.walk(tree) if node not in skipped):
            if isinstance(node, ast.JoinedStr):
                found.add("".join(p.value if isinstance(p, ast.Constant) else "[a-z-]+" for p in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                found.add(node.value)
    groups = {row["group"] for row in rows("words.tsv")}
    plain = {name for name in found if ID.fullmatch(name) and "-" in name and name not in groups} | (found & ONE_WORD)
    plain -= set(reasons())
    return plain | {name for name in found if re.fullmatch(rf"(?:{KINDS})-\[a-z-\]\+", name)}


def test_every_rule_of_the_gold_articles_is_listed(in_use: set[str]) -> None:
    assert len(in_use) > 40
    assert sorted(in_use - set(rules())) == []


def test_every_rule_of_the_sources_is_listed() -> None:
    named = in_sources()
    assert {"event-[a-z-]+", "union-hoi-of-post", "signing-party", "award"} <= named, "the scan no longer sees rules"
    plain = {name for name in named if "[" not in name}
    assert sorted(plain - set(rules()) - {"document-type"}) == []


def test_no_rule_is_listed_that_nothing_can_name(in_use: set[str]) -> None:
    named = in_use | in_sources()
    assert [rule for rule in rules() if not any(re.fullmatch(name, rule) for name in named)] == []


def test_of_rules_that_code_puts_together_each_is_in_use_or_named(in_use: set[str]) -> None:
    """A pattern would cover any ending; so an ending that no gold article shows must be spelt in the sources."""
    text = "".join(f.read_text(encoding="utf-8") for f in sorted((ROOT / "src/kgraph").rglob("*.py")))
    endings = {rule: rule.partition("-")[2] for rule in rules() if rule not in in_use}
    assert [rule for rule, ending in endings.items() if f'"{rule}"' not in text and f'"{ending}"' not in text] == []


def test_one_line_in_each_language() -> None:
    assert [rule for rule, reads in rules().items() if "\n" in reads.vi + reads.en or reads.vi == reads.en] == []


def test_provenance_defines_the_rules_it_names() -> None:
    node = "<https://data.example/kgraph/id/rule/figure>"
    unknown = node.replace("figure", "no-longer-there")
    quads = "\n".join(provenance_quads([], (node[1:-1], unknown[1:-1])))
    for lang in ("vi", "en"):
        assert f'{node} <http://www.w3.org/2004/02/skos/core#definition> "{rules()["figure"](lang)}"@{lang}' in quads
    assert '"no-longer-there"' in quads
    assert quads.count("core#definition") == 2


def test_an_empty_cell_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.registry.table.read", lambda _: "id\tvi\ten\nfigure\tcon số\t\n")
    catalogue.rules.cache_clear()
    try:
        with pytest.raises(RegistryError, match=r"rules\.tsv, row 2: a cell is empty"):
            rules()
    finally:
        catalogue.rules.cache_clear()
