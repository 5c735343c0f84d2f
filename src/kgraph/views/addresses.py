"""Where in the page of the whole network a thing opens, for pages that link to it."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote, unquote

from kgraph.dataset.reader import Reader
from kgraph.views.network import ends, shown_facts
from kgraph.views.wire import key_of


def addresses(reader: Reader) -> dict[str, str]:
    """``#node=IRI`` or ``#fact=KEY`` for every node and fact that the page shows, by IRI.

    What is both, such as an event, opens as a node. A fact has none where another has its key (in files made by hand).
    """
    facts = shown_facts(reader)
    iris = {fact.iri for fact in facts if fact.iri}
    keys = Counter(map(key_of, iris))
    opened = {iri: f"#fact={quote(key_of(iri), safe='')}" for iri in iris if key_of(iri) and keys[key_of(iri)] == 1}
    return opened | {iri: f"#node={quote(iri, safe='')}" for iri in ends(facts)}


def opened_by(address: str) -> str:
    """What an address of `addresses` opens: the IRI of a node or the key of a fact, nothing where it opens none.

    >>> opened_by("view.html#fact=0000000000000017")
    '0000000000000017'
    """
    return unquote(address.partition("#")[2].partition("=")[2])
