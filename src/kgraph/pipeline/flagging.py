"""The findings of the last build, as the network shows them: each with the node or the fact that it opens on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kgraph.dataset.generations import current_generation
from kgraph.dataset.reader import Reader
from kgraph.errors import DatasetError
from kgraph.pipeline.checking import linked, opening
from kgraph.validation import report_json
from kgraph.validation.run import validate
from kgraph.views.addresses import opened_by
from kgraph.views.model import Finding

FILE: Final = "findings.json"
"""In a generation: what the shapes found in it, as ``kgraph validate --format json`` writes it."""


def flags(data: Path) -> tuple[Finding, ...]:
    """What the shapes found in the dataset directory *data*; nothing where an older build kept no such list.

    Raises DatasetError where the list is damaged.
    """
    generation = current_generation(data)
    if generation is None or not (generation / FILE).is_file():
        return ()
    try:
        return _shown(json.loads((generation / FILE).read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{generation / FILE}: is damaged; run `kgraph build` again") from error


def flags_now(reader: Reader) -> tuple[Finding, ...]:
    """The same of a dataset whose findings are in no file, such as that of a server: they are looked for."""
    return _shown(json.loads(report_json.render(linked(validate(reader), opening(reader)))))


def _shown(report: dict[str, Any]) -> tuple[Finding, ...]:
    return tuple(sorted({finding for finding in _findings(report) if finding.about}))


def _findings(report: dict[str, Any]) -> Iterator[Finding]:
    for cause in report["causes"]:
        for finding in cause["findings"]:
            message = finding["message"]
            yield Finding(opened_by(finding["link"]), cause["severity"], message["vi"], message["en"])
