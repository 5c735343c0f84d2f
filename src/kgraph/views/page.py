"""The page: pyvis builds the network and brings vis-network; templates of our own say what the reader sees.

pyvis's own template loads files from elsewhere and lets text from articles act as HTML, so none of it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from math import sqrt
from typing import Any, Final, TypeAlias

import networkx as nx
from jinja2 import DictLoader, Environment
from pyvis.network import Network

from kgraph.pages import own, source_hash
from kgraph.views import assets
from kgraph.views.keeping import kept_positions
from kgraph.views.measures import Measures, graph_of, measure
from kgraph.views.model import Places, ViewModel
from kgraph.views.tables import kinds, rows, text, words
from kgraph.views.wire import Link, links_of, payload, tables_of

Spot: TypeAlias = tuple[int, int]
LARGE: Final = 1500
"""Above so many drawn nodes the page opens on the `TOP` ones by rank; search reaches the rest."""
TOP: Final = 400

_OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "tooltipDelay": 1e6, "keyboard": {"enabled": False}},
    "edges": {"smooth": False, "arrows": {"to": {"scaleFactor": 0.45}}, "selectionWidth": 2, "hoverWidth": 1},
    "nodes": {"borderWidth": 1, "borderWidthSelected": 4},
}


def page(model: ViewModel, lang: str = "vi", focus: str | None = None, before: Places | None = None) -> str:
    """*model* as one HTML file, open on node *focus*, nodes of *before* where they were; always the same text."""
    tables = tables_of(model)
    links = links_of(model, tables)
    graph = graph_of(len(model.nodes), [(a, b) for a, b, predicate in links if predicate != "mention"])
    found = measure(graph)
    data = payload(model, tables, links.values(), found) | {
        "lang": lang,
        "focus": focus or "",
        "top": _top(model, found),
        "large": LARGE,
    }
    places = _places(model, graph, links, before or {})
    return _html(_network(model, links, found, places), data, lang)


def _top(model: ViewModel, found: Measures) -> list[int]:
    """The nodes that a large network opens on; empty when all are drawn."""
    drawn = [i for i, n in enumerate(model.nodes) if kinds()[n.kind].shown]
    best = sorted(drawn, key=lambda i: (-found.rank[i], i))
    return sorted(best[:TOP]) if len(drawn) > LARGE else []


def _network(model: ViewModel, links: Iterable[Link], found: Measures, places: Iterable[Spot]) -> Network:
    """A pyvis network: directed, or it would drop parallel edges; a shape on each node, or it would be a dot."""
    network = Network(directed=True)
    best = max(found.rank, default=1.0)
    far = max(1.0, min(2.4, sqrt(len(model.nodes) / TOP)))  # a large map is seen from afar
    for i, (node, (x, y)) in enumerate(zip(model.nodes, places, strict=True)):
        kind = kinds()[node.kind]
        size = round(far * (6 + (16 if kind.through else 6) * sqrt(found.rank[i] / best)))
        network.add_node(i, node.label, kind.shape, group=node.kind, x=x, y=y, size=size)
    for a, b, _ in links:
        network.add_edge(a, b)
    network.options = _OPTIONS
    return network


def _places(model: ViewModel, graph: nx.Graph[int], links: Iterable[Link], before: Places) -> list[Spot]:
    """Positions in whole px. Articles are laid beside what they speak of, so that showing them moves nothing."""
    entities = [i for i, n in enumerate(model.nodes) if n.kind != "article"]
    drawn: nx.Graph[int] = nx.relabel_nodes(graph.subgraph(entities), {n: i for i, n in enumerate(entities)})
    laid = kept_positions(drawn, [model.nodes[i].iri for i in entities], before)
    places = {i: (round(float(x)), round(float(y))) for i, (x, y) in zip(entities, laid, strict=True)}
    spoken: dict[int, list[Spot]] = {}
    for a, b, _ in links:
        if model.nodes[a].kind == "article" and b in places:
            spoken.setdefault(a, []).append(places[b])
    places |= {i: before[n.iri] for i, n in enumerate(model.nodes) if n.kind == "article" and n.iri in before}
    return [places.get(i) or _beside(spoken.get(i, []), n.iri) for i, n in enumerate(model.nodes)]


def _beside(points: list[Spot], name: str) -> Spot:
    count = max(len(points), 1)
    byte = sha256(name.encode()).digest()
    return sum(x for x, _ in points) // count + byte[0] - 128, sum(y for _, y in points) // count + byte[1] - 128


def _html(network: Network, data: dict[str, Any], lang: str) -> str:
    vis, script, loader, style = assets.vis(), assets.application(), text("js/loader.js"), text("app.css")
    page = "\n".join(line.strip() for line in text("graph.html.j2").splitlines())
    environment = Environment(loader=DictLoader({"graph.html.j2": page}), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters["columns"] = columns
    environment.globals.update(
        kg=data, lang=lang, title=words()["title"][lang != "vi"], unsupported=words()["unsupported"],
        keys=rows("keys.tsv"), notice=own(assets.notice(vis)), vis=assets.packed(vis), script=own(script),
        loader=own(loader), style=own(style),
        script_hashes=[source_hash(part) for part in (vis, script, loader)], style_hash=source_hash(style),
    )  # fmt: skip
    network.templateEnv, network.path = environment, "graph.html.j2"
    return str(network.generate_html())


def columns(items: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Like dictionaries as one list a key: half the bytes for the same nodes.

    >>> columns([{"from": 0, "to": 1}, {"from": 1, "to": 2}])
    {'from': [0, 1], 'to': [1, 2]}
    """
    return {key: [item[key] for item in items] for key in (items[0] if items else ())}
