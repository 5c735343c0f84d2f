"""Which things have an address in the page, and which."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.dataset.reader import Reader
from kgraph.views.addresses import addresses
from kgraph.views.network import read_model

ID = "https://data.example/kgraph/id/"
NODE = "#node=https%3A%2F%2Fdata.example%2Fkgraph%2Fid%2F"


def test_facts_open_by_key_and_nodes_by_iri(example: Reader) -> None:
    found = addresses(example)
    assert found[f"{ID}figure/0000000000000017"] == "#fact=0000000000000017"
    assert found[f"{ID}union/nam-dinh"] == f"{NODE}union%2Fnam-dinh"
    assert found[f"{ID}article/1111111111111111"] == f"{NODE}article%2F1111111111111111"


def test_an_event_is_a_node(example: Reader) -> None:
    events = [iri for iri in addresses(example) if iri.startswith(f"{ID}event/")]
    assert events
    assert all(addresses(example)[iri].startswith("#node=") for iri in events)


def test_exactly_what_the_page_holds_has_an_address(example: Reader) -> None:
    model = read_model(example)
    assert set(addresses(example)) == {n.iri for n in model.nodes} | {f.iri for f in model.facts if f.iri}


def test_what_the_page_leaves_out_has_none(load: Callable[[str], Reader]) -> None:
    reader = load("""
        <urn:union> a kgo:WomensUnion . <urn:stranger> a <urn:Thing> .
        <urn:held> a org:Membership ; org:member <urn:stranger> ; org:organization <urn:union> .
        <urn:lonely> a kgo:Programme .""")
    assert addresses(reader) == {}


def test_two_facts_of_one_key_have_none(load: Callable[[str], Reader]) -> None:
    fact = "a kgo:Implementation ; kgo:implementer <urn:union> ; kgo:programme <urn:programme> ."
    told = "<urn:union> a kgo:WomensUnion . <urn:programme> a kgo:Programme ."
    assert addresses(load(f"{told} <urn:x/1> {fact} <urn:y/2> {fact}"))["urn:x/1"] == "#fact=1"
    assert "urn:x/1" not in addresses(load(f"{told} <urn:x/1> {fact} <urn:y/1> {fact}"))


def test_marks_in_an_address_are_encoded(load: Callable[[str], Reader]) -> None:
    reader = load("""<urn:h%C3%A0/a&b'c> a kgo:WomensUnion . <urn:programme> a kgo:Programme .
        <urn:f/đ> a kgo:Implementation ; kgo:implementer <urn:h%C3%A0/a&b'c> ; kgo:programme <urn:programme> .""")
    found = addresses(reader)
    assert found["urn:h%C3%A0/a&b'c"] == "#node=urn%3Ah%25C3%25A0%2Fa%26b%27c"
    assert found["urn:f/đ"] == "#fact=%C4%91"
