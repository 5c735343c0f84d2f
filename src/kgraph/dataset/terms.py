"""The literals and labels that the graphs share."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kgraph.dataset.nquads import Triple
from kgraph.model import Iri, Text, Typed
from kgraph.vietnamese import search_form


def string(value: str) -> Typed:
    """A plain string literal."""
    return Typed(value, "xsd:string")


def integer(value: int) -> Typed:
    """An ``xsd:integer`` literal."""
    return Typed(str(value), "xsd:integer")


def search_label(subject: str, label: str) -> Triple:
    """What a person types to find *subject*: its label without marks, in lower case."""
    return subject, "kgo:searchLabel", string(search_form(label))


def types(subject: str, *names: str) -> Iterator[Triple]:
    """One ``rdf:type`` triple for each class."""
    return ((subject, "rdf:type", Iri(name)) for name in names)


def origin(subject: str, url: str | None, publisher: str | None, published: str | None) -> Iterator[Triple]:
    """Where and when a text was printed; an address that is no valid http IRI is left out."""
    if url and (address := web_iri(url)):
        yield subject, "dct:source", Iri(address)
    if publisher:
        yield subject, "kgo:publisherName", string(publisher)
    if published:
        yield subject, "dct:issued", Typed(published, "xsd:date")


def web_iri(url: str) -> str | None:
    """*url* as an ASCII IRI that every RDF parser takes, or None.

    >>> web_iri("https://tin.example/tin tức")
    'https://tin.example/tin%20t%E1%BB%A9c'
    """
    address = "".join(c if c.isascii() and c.isprintable() and c not in ' <>"{}|\\^`' else _percent(c) for c in url)
    try:
        ox.NamedNode(address)
    except ValueError:  # "http://[::1" or "%zz": no escape makes an IRI of it
        return None
    return address if address.startswith(("http://", "https://")) else None


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def vietnamese(value: str) -> Text:
    """A literal in Vietnamese."""
    return Text(value, "vi")
