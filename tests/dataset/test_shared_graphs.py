"""Registry, vocabulary, provenance, labels and derived triples."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset import derive as derivation
from kgraph.dataset.contributions import contribution
from kgraph.dataset.derive import derived_lines
from kgraph.dataset.nquads import split
from kgraph.dataset.provenance import digest, provenance_quads, rules_digest, tree
from kgraph.dataset.shared_graphs import registry_quads, vocabulary_quads
from kgraph.dataset.spelling import one_label, winners
from kgraph.dataset.store import add
from kgraph.errors import QueryError
from kgraph.registry.rules import rules

FIXTURE = Path(__file__).parents[1] / "fixtures" / "example.trig"
ID = "https://data.example/kgraph/id"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def fixture_lines(graph: str) -> list[str]:
    """The lines of one kind of graph of the example dataset."""
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    return [f"{quad} ." for quad in store if f"/graph/{graph}" in str(quad.graph_name)]


def test_registry_holds_what_articles_refer_to_and_all_above() -> None:
    lines = fixture_lines("article/")
    quads = registry_quads([line for line in lines if "/id/body/" not in line])
    assert [line for line in quads if line.startswith(f"<{ID}/place/vn> ") and f"<{LABEL}>" in line]
    assert {line.rsplit(" ", 2)[1] for line in quads} == {"<https://data.example/kgraph/graph/registry>"}
    subjects = {split(line)[0] for line in quads}
    assert f"<{ID}/union/nam-dinh>" in subjects
    assert not [s for s in subjects if s.startswith((f"<{ID}/person/", f"<{ID}/event/"))]


def test_what_an_article_describes_is_not_looked_up() -> None:
    used = f"<{ID}/implementation/1> <http://p> <{ID}/programme/x> <http://g> ."
    described = f"<{ID}/programme/x> <{TYPE}> <http://Programme> <http://g> ."
    assert registry_quads([used, described]) == []


def test_what_an_article_only_spells_in_its_own_way_is_looked_up() -> None:
    used = f"<{ID}/entity-mention/1> <http://p> <{ID}/union/dak-lak.lak> <http://g> ."
    spelled = f'<{ID}/union/dak-lak.lak> <{LABEL}> "Hội LHPN huyện Lăk"@vi <http://g> .'
    assert f"<{ID}/union/dak-lak.lak>" in {split(line)[0] for line in registry_quads([used, spelled])}


def test_vocabulary_is_sorted_and_parses() -> None:
    lines = vocabulary_quads()
    assert list(lines) == sorted(lines)
    quads = list(ox.parse(input="\n".join(lines), format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name.value for quad in quads} == {"https://data.example/kgraph/graph/vocabulary"}
    assert any(quad.object == ox.Literal("lễ ký kết", language="vi") for quad in quads)


def test_provenance_names_run_rules_and_graphs() -> None:
    text = "\n".join(
        provenance_quads(["b" * 16, "a" * 16], (rule[1:-1] for rule in contribution(fixture_lines("article/")).rules))
    )
    for rule in ("figure", "event-signing", "person-post-dash"):
        assert f'<{ID}/rule/{rule}> <http://purl.org/dc/terms/identifier> "{rule}"' in text
    assert text.count("/rule/") == 6 + 2  # class and name of three rules; one of them is in the catalogue
    assert f'<{ID}/rule/figure> <http://www.w3.org/2004/02/skos/core#definition> "{rules()["figure"].en}"@en' in text
    assert text.count("wasGeneratedBy") == 2
    assert f'"{rules_digest()}"' in text


def test_digest_follows_content_and_names_but_not_line_ends(tmp_path: Path) -> None:
    one = digest("1", [("a", b"x\n"), ("b", b"y")])
    assert one == digest("1", [("b", b"y"), ("a", b"x\r\n")])
    assert len({one, digest("2", [("a", b"x\n"), ("b", b"y")]), digest("1", [("a", b"x"), ("b", b"y")])}) == 3
    assert digest("1", [("c", b"x\n"), ("b", b"y")]) != one
    (tmp_path / "__pycache__").mkdir()
    for name in ("__pycache__/a.pyc", ".hidden", "a.py"):
        (tmp_path / name).write_text("x")
    assert [name for name, _ in tree(tmp_path, "root")] == ["root/a.py"]


def test_the_spelling_most_used_is_the_label_and_others_stay_findable() -> None:
    def said(article: str, label: str) -> str:
        return f'<{ID}/programme/x> <{LABEL}> "{label}"@vi <http://g/{article}> .'

    node = f"<{ID}/programme/x>"
    winning = winners([(node, '"Nuôi Heo"@vi', 1), (node, '"nuôi heo"@vi', 2)])
    lines = one_label([said("1", "Nuôi Heo"), said("2", "nuôi heo"), said("3", "nuôi heo")], winning)
    assert [("prefLabel" in line) for line in lines] == [False, True, True]
    assert "altLabel" in lines[0]
    assert winners([(node, '"b"@vi', 1), (node, '"a"@vi', 1)]) == {node: '"a"@vi'}, "ties go by the alphabet"
    assert winners([(node, '"a"@vi', 5)]) == {}
    english = f'<{ID}/programme/x> <{LABEL}> "x"@en <http://g/1> .'
    assert one_label([said("1", "nuôi heo"), english], winning) == [said("1", "nuôi heo"), english]


def test_derived_graph_is_that_of_the_example() -> None:
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    graph = ox.NamedNode("https://data.example/kgraph/graph/derived")
    expected = {str(q) for q in store.quads_for_pattern(None, None, None, graph)}
    store.remove_graph(graph)
    add(store, list(derived_lines(store)))
    found = {str(q) for q in store.quads_for_pattern(None, None, None, graph)}
    assert {line for line in found if "partOfTransitive" not in line} == expected
    assert list(found - expected) == [
        f"<{ID}/union/nam-dinh> <https://w3id.org/kgraph/ont#partOfTransitive> <{ID}/union/vn> <{graph.value}>"
    ]


def test_a_plan_is_no_shortcut() -> None:
    store = ox.Store()
    text = FIXTURE.read_text(encoding="utf-8").replace("kgs:status-carried-out", "kgs:status-planned")
    store.load(input=text, format=ox.RdfFormat.TRIG)
    store.remove_graph(ox.NamedNode("https://data.example/kgraph/graph/derived"))
    add(store, list(derived_lines(store)))
    assert not list(store.quads_for_pattern(None, ox.NamedNode("https://w3id.org/kgraph/ont#implements"), None))


@pytest.mark.parametrize(("rule", "words"), [("CONSTRUCT {", "not valid SPARQL"), ("ASK {}", "not a CONSTRUCT")])
def test_a_broken_rule_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, words: str) -> None:
    (tmp_path / "bad.rq").write_text(rule)
    monkeypatch.setattr(derivation, "entries", lambda *_: [tmp_path / "bad.rq"])
    with pytest.raises(QueryError, match=rf"ontology/rules/bad\.rq: {words}"):
        list(derived_lines(ox.Store()))
