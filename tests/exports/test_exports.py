"""Every format holds the dataset, gives the same bytes whatever the hash seed, and is found by its name."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError
from kgraph.exports import formats, summary, writer
from kgraph.vocab import PREFIXES, entity_iri

WITH_GRAPHS = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
MERGED = {"ntriples": ox.RdfFormat.N_TRIPLES, "turtle": ox.RdfFormat.TURTLE}


def _export(reader: Reader, form: str) -> bytes:
    out = io.BytesIO()
    writer(form)(reader, out)
    return out.getvalue()


def test_formats_are_found_by_name_and_described() -> None:
    assert formats() == ("csv", "gexf", "graphml", "jsonld", "nquads", "ntriples", "trig", "turtle")
    assert all(summary(form).endswith(".") for form in formats())
    with pytest.raises(QueryError, match="no export format `rdfxml`; choose one of csv, gexf, graphml, jsonld"):
        writer("rdfxml")


@pytest.mark.parametrize("form", WITH_GRAPHS)
def test_formats_with_graphs_hold_every_quad(two_articles: Reader, form: str) -> None:
    assert set(ox.parse(input=_export(two_articles, form), format=WITH_GRAPHS[form])) == set(two_articles.store)


@pytest.mark.parametrize("form", MERGED)
def test_merged_formats_hold_every_triple(two_articles: Reader, form: str) -> None:
    found = [quad.triple for quad in ox.parse(input=_export(two_articles, form), format=MERGED[form])]
    assert set(found) == {quad.triple for quad in two_articles.store}
    assert len(found) == len(set(found))


def test_line_formats_are_sorted(two_articles: Reader) -> None:
    lines = _export(two_articles, "nquads").splitlines(keepends=True)
    assert lines == sorted(lines)
    assert all(line.endswith(b" .\n") for line in lines)


@pytest.mark.parametrize("form", ["turtle", "trig"])
def test_prefixes_come_in_order_and_every_graph_once(two_articles: Reader, form: str) -> None:
    lines = _export(two_articles, form).splitlines()
    prefixes = [line for line in lines if line.startswith(b"@prefix ")]
    assert prefixes == sorted(prefixes) == lines[: len(PREFIXES)]
    graphs = [line for line in lines if line.endswith(b" {")]
    assert graphs == sorted(set(graphs))
    assert len(graphs) == (7 if form == "trig" else 0)


def _network(reader: Reader, form: str) -> nx.MultiDiGraph[str]:
    read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[form]
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(read(io.BytesIO(_export(reader, form))))
    return graph


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_formats_hold_labelled_nodes_and_facts(two_articles: Reader, form: str) -> None:
    graph = _network(two_articles, form)
    person, union = entity_iri("person", "tran-thi-mau.ha-nam-0f0f0f"), entity_iri("union", "ha-nam")
    assert (graph.nodes[person]["label"], graph.nodes[person]["kind"]) == ("Trần Thị Mẫu", "person")
    (edge,) = graph.get_edge_data(person, union).values()
    assert (edge["relation"], edge["detail"], edge["date"]) == ("holds-post-in", "Chủ tịch", "2022-11-18")
    assert edge["quote"].startswith("bà Trần Thị Mẫu - Chủ tịch")


def test_csv_is_a_row_for_each_edge_and_tells_what_is_past_or_only_proposed(two_articles: Reader) -> None:
    rows = list(csv.DictReader(io.StringIO(_export(two_articles, "csv").decode())))
    assert len(rows) == _network(two_articles, "graphml").number_of_edges()
    told = {(row["source_label"], row["relation"], row["detail"], row["target_label"]) for row in rows}
    assert ("Trần Thị Mẫu", "held-post-in", "Ủy viên", "Hội LHPN tỉnh Nam Định") in told
    assert ("Hội LHPN Việt Nam", "would-award", "Bằng khen", "Hội LHPN tỉnh Hà Nam") in told
    assert ("Cụm thi đua mẫu", "awards", "Bằng khen", "Hội LHPN tỉnh Hà Nam") in told
    assert ("Hội LHPN tỉnh Hà Nam", "part-of", "", "Hội LHPN Việt Nam") in told
    assert all(bool(row["fact"]) == bool(row["quote"]) for row in rows)


def test_an_empty_dataset_is_written_too() -> None:
    empty = Reader(ox.Store())
    assert _export(empty, "nquads") == b""
    assert json.loads(_export(empty, "jsonld")) == []
    assert _export(empty, "csv").count(b"\n") == 1
    assert _network(empty, "graphml").number_of_nodes() == 0


@pytest.mark.parametrize("form", formats())
def test_bytes_do_not_depend_on_hash_seed_or_order_of_loading(two_articles: Reader, built: Path, form: str) -> None:
    command = [sys.executable, "-m", "kgraph", "export", form, "--data", str(built)]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True)
    reversed_store = ox.Store()
    for quad in sorted(two_articles.store, key=str, reverse=True):
        reversed_store.add(quad)
    assert done.stdout == _export(Reader(reversed_store), form)
    assert b"lastmodified" not in done.stdout
