"""Terms as N-Quads: pyoxigraph must read back exactly what was meant."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.dataset.nquads import encode, join, lines, split
from kgraph.dataset.terms import web_iri
from kgraph.model import Entity, Iri, Text, Typed

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_any_text_comes_back(value: str) -> None:
    (line,) = lines("http://g.example/", [("http://s.example/", "skos:prefLabel", Text(value))])
    (quad,) = ox.parse(input=line, format=ox.RdfFormat.N_QUADS)
    assert quad.object == ox.Literal(value, language="vi")
    assert f"{quad} ." == line  # so that kgraph's own lines and the store's dump agree
    assert join(*split(line)) == line


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (Entity("union", "vn"), "<https://data.example/kgraph/id/union/vn>"),
        (Iri("kgs:unit-vnd"), "<https://w3id.org/kgraph/scheme/unit-vnd>"),
        (Iri("https://tin.example/1"), "<https://tin.example/1>"),
        (Typed("939", "xsd:string"), '"939"'),
        (Typed("2021/2025", "edtf:EDTF"), '"2021/2025"^^<http://id.loc.gov/datatypes/edtf/EDTF>'),
    ],
)
def test_terms(term: Entity | Iri | Typed, written: str) -> None:
    assert encode(term) == written


def test_unknown_prefix_is_refused() -> None:
    with pytest.raises(KeyError):
        encode(Iri("nope:x"))


@pytest.mark.parametrize("url", ["http://[::1", "javascript:alert(1)", "https://a.example/%zz", "ftp://a.example/", ""])
def test_addresses_that_no_parser_takes_are_left_out(url: str) -> None:
    assert web_iri(url) is None


@given(TEXTS)
def test_an_address_is_ascii_and_valid_or_nothing(text: str) -> None:
    address = web_iri("https://tin.example/" + text)
    assert address is None or (address.isascii() and ox.NamedNode(address))
