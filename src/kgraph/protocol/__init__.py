"""SPARQL 1.1 over HTTP: the query protocol and the Graph Store protocol, with what users get wrong told in one line."""

from kgraph.protocol.connection import Connection
from kgraph.protocol.endpoint import Endpoint, find_endpoint
from kgraph.protocol.graph_store import GraphStore, find_graph_store

__all__ = ["Connection", "Endpoint", "GraphStore", "find_endpoint", "find_graph_store"]
