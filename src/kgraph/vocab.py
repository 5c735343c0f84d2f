"""Names of the RDF world: prefixes, CURIE expansion, and where instance data and graphs live."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

IN_FULL: Final = ("http://", "https://")
"""What an IRI that is no CURIE begins with."""
DATA: Final = "https://data.example/kgraph/"
"""Base of all instance IRIs. ``.example`` is reserved: a deployment that publishes sets its own."""

PREFIXES: Final[dict[str, str]] = {
    "kgo": "https://w3id.org/kgraph/ont#",
    "kgs": "https://w3id.org/kgraph/scheme/",
    "id": DATA + "id/",
    "graph": DATA + "graph/",
    "dct": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@lru_cache(maxsize=65536)
def expand(name: str) -> str:
    """The IRI of a CURIE; a name that is an IRI already comes back as it is. Raises KeyError on an unknown prefix."""
    if name.startswith(IN_FULL):
        return name
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def entity_iri(kind: str, key: str) -> str:
    """The IRI of an entity or fact: ``{base}/id/{kind}/{key}``."""
    return f"{DATA}id/{kind}/{key}"


def graph_iri(*path: str) -> str:
    """The IRI of a named graph: ``graph_iri("article", key)``, ``graph_iri("registry")``."""
    return DATA + "graph/" + "/".join(path)


def local_name(iri: str) -> str:
    """What an IRI ends in, behind its last "#" or "/".

    >>> [local_name(iri) for iri in ("https://w3id.org/kgraph/shapes#Figure", "http://example.org/places/ha-noi/")]
    ['Figure', 'ha-noi']
    """
    return iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2]
