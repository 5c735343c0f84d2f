"""The order of the building stages: sources, extraction, quads, decisions, store, derived graph, files, findings."""

from kgraph.pipeline.build import build
from kgraph.pipeline.values import BuildOptions, BuildReport

__all__ = ["BuildOptions", "BuildReport", "build"]
