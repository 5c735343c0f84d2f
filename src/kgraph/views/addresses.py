"""Where in the page of the whole network a thing opens, for pages that link to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kgraph.dataset.near import near
from kgraph.dataset.query_trails import trails_from_all
from kgraph.dataset.reader import Reader, with_prefixes
from kgraph.dataset.trails import Step, Trail
from kgraph.views.model import key_of
from kgraph.views.network import shown_ends
from kgraph.views.patterns import FACTS, STRUCTURE
from kgraph.vocab import expand


def addresses(reader: Reader) -> dict[str, str]:
    """``#node=IRI`` or ``#fact=KEY`` for every node and fact that the page shows, by IRI.

    What is both, such as an event, opens as a node. A fact has none where another has its key (in files made by hand).
    """
    iris, nodes = shown_ends(reader)
    keys = Counter(map(key_of, iris))
    opened = {iri: f"#fact={quote(key_of(iri), safe='')}" for iri in iris if key_of(iri) and keys[key_of(iri)] == 1}
    return opened | {iri: f"#node={quote(iri, safe='')}" for iri in nodes}


def addresses_of(reader: Reader, iris: Iterable[str]) -> dict[str, str]:
    """Those of `addresses` that are of *iris*; only what lies around these is read."""
    wanted = {ox.NamedNode(iri) for iri in iris}
    found = addresses(near(reader.store, wanted, shown_trails()))
    return {node.value: found[node.value] for node in wanted if node.value in found}


@lru_cache(maxsize=1)
def shown_trails() -> frozenset[Trail]:
    """How far the facts of the page reach, and what tells that their ends are drawn."""
    patterns = (pattern for _, pattern in (*FACTS, *STRUCTURE))
    found = {trail for pattern in patterns for trail in trails_from_all(with_prefixes(f"SELECT * {{ {pattern} }}"))}
    return frozenset(found | {(*trail, Step(expand("rdf:type"))) for trail in found})


def opened_by(address: str) -> str:
    """What an address of `addresses` opens: the IRI of a node or the key of a fact, nothing where it opens none.

    >>> opened_by("view.html#fact=0000000000000017")
    '0000000000000017'
    """
    return unquote(address.partition("#")[2].partition("=")[2])
