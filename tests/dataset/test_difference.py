"""Lines put in place of others change a store as the whole graph would."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kgraph.dataset.difference import replace_graph, replace_lines
from kgraph.dataset.store import in_memory
from kgraph.vocab import graph_iri

DECIMAL = "<http://www.w3.org/2001/XMLSchema#decimal>"
TERMS = ["<x:a>", '"Hội"@vi', '"1"', f'"1"^^{DECIMAL}', f'"1.0"^^{DECIMAL}', f'"2"^^{DECIMAL}']
LINES = st.frozensets(
    st.builds(
        lambda subject, term: f"<x:{subject}> <x:p> {term} <{graph_iri('registry')}> .",
        st.sampled_from("st"),
        st.sampled_from(TERMS),
    )
)


@given(before=LINES, now=LINES)
def test_lines_change_a_store_as_their_graph_does(before: frozenset[str], now: frozenset[str]) -> None:
    by_lines, by_graph = in_memory(before), in_memory(before)
    assert replace_lines(by_lines, "registry", before, now) == replace_graph(by_graph, "registry", now)
    assert set(by_lines) == set(by_graph) == set(in_memory(now))


def test_where_no_lines_are_known_the_graph_is_looked_at() -> None:
    store: ox.Store = in_memory([f"<x:s> <x:p> <x:o> <{graph_iri('registry')}> ."])
    assert len(replace_lines(store, "registry", frozenset(), []).removed) == 1
    assert len(store) == 0
