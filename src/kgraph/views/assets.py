"""The scripts and the sheet of the page: vis-network packed, as pyvis brings it, and ours to be read as they stand."""

from __future__ import annotations

import gzip
from base64 import b64encode
from importlib.resources import files
from typing import Final

from kgraph.pages import folding
from kgraph.views.tables import text

_VIS: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS: Final = (
    *("data", "words", "shapes", "labels", "findings", "selection", "address", "network", "search", "panel"),
    *("posts", "evidence", "path", "legend", "time", "table", "timeline", "tiles", "figures", "turtle", "exports"),
    *("tabs", "app"),
)


def vis() -> str:
    """vis-network as a browser hashes it: an HTML parser reads CR LF as LF."""
    return files("pyvis").joinpath(_VIS).read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def notice(script: str) -> str:
    """The comment that *script* begins with: who wrote it, and its licence."""
    return script[: script.index("*/") + 2]


def packed(script: str) -> str:
    """*script* by gzip (RFC 1952, without a time) in Base64: a third of vis-network's bytes.

    What is packed is checked by the browser: the policy of the page has the hash of the script itself.
    """
    return b64encode(gzip.compress(script.encode(), 9, mtime=0)).decode()


def application() -> str:
    """The script of the page, as it was written: whoever opens the source reads what runs."""
    return "\n".join(['"use strict";', folding(), *(text(f"js/{name}.js") for name in _SCRIPTS)])
