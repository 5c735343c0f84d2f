"""A build loads what it uses: of one changed article, loading would take longer than the work."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = ("networkx", "pyshacl", "rdflib.plugins.sparql", "pandas", "dask", "altair", "IPython")


def test_a_build_without_decisions_loads_none_of_the_heavy_libraries() -> None:
    code = f"import sys, kgraph.pipeline.build; print([name for name in {_HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"
