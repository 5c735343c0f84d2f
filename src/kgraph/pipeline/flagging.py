"""The findings of the last build, as the network shows them: each with the node or the fact that it opens on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from kgraph.dataset.generations import current_generation
from kgraph.views.model import Finding

FILE: Final = "findings.json"
"""In a generation: what the shapes found in it, as ``kgraph validate --format json`` writes it."""


def flags(data: Path) -> tuple[Finding, ...]:
    """What the shapes found in the dataset directory *data*; nothing where an older build kept no such list."""
    generation = current_generation(data)
    if generation is None or not (generation / FILE).is_file():
        return ()
    report = json.loads((generation / FILE).read_text(encoding="utf-8"))
    found = (
        Finding(unquote(finding["link"].partition("#")[2].partition("=")[2]), cause["severity"], *_texts(finding))
        for cause in report["causes"]
        for finding in cause["findings"]
    )
    return tuple(sorted({finding for finding in found if finding.about}))


def _texts(finding: dict[str, dict[str, str]]) -> tuple[str, str]:
    return finding["message"]["vi"], finding["message"]["en"]
