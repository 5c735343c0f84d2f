"""The findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of the files.

Made of plain dictionaries: the packages that write SARIF are given up or bring a framework of data classes along.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from kgraph import __version__
from kgraph.bilingual import Bilingual
from kgraph.model import short_hash
from kgraph.validation.findings import Cause, Finding, Region
from kgraph.validation.shapes import load_shapes

LEVELS: Final = {"violation": "error", "warning": "warning", "info": "note"}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE: Final = "ARTICLES"
_FOLDER: Final = Bilingual("Thư mục mà dữ liệu được dựng từ đó.", "The folder that the dataset was built from.")
# A file whose lines are not known to hold the words: code hosts want a place all the same.
_TOP: Final = Region("", (1, 1), (1, 1), "")

Json = dict[str, Any]


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """One run whose rules are the shapes, with messages in *lang*; the same findings give the same text."""
    ordered = sorted(findings, key=lambda f: f.order)
    causes = {cause.shape: cause for cause in (*load_shapes().causes.values(), *(f.cause for f in ordered))}
    places = {shape: index for index, shape in enumerate(sorted(causes))}
    driver = {
        "name": "kgraph",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(causes[shape], lang) for shape in places],
    }
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "originalUriBaseIds": {_BASE: {"description": {"text": _FOLDER(lang)}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, places[finding.shape], print_, lang)
            for finding, print_ in zip(ordered, _fingerprints(ordered), strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(cause: Cause, lang: str) -> Json:
    return {
        "id": cause.shape,
        "shortDescription": {"text": cause.title(lang)},
        "fullDescription": {"text": cause.meaning(lang)},
        "help": {"text": cause.advice(lang)},
        "defaultConfiguration": {"level": LEVELS[cause.severity]},
    }


def _result(finding: Finding, rule_index: int, fingerprint: str, lang: str) -> Json:
    known = {
        "quote": finding.quote,
        "rule": finding.rule,
        "article": finding.title,
        "published": finding.date,
        "link": finding.link,
    }
    return {
        "ruleId": finding.shape,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": {"text": plain_message(f"{finding.label(lang)}: {finding.message(lang)}")},
        "locations": [_location(finding, lang)],
        # GitHub looks at this name alone; other hosts compare whatever has a name.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {name: value for name, value in known.items() if value},
    }


def plain_message(text: str) -> str:
    """*text* as a SARIF message, in which braces stand for arguments and brackets for links.

    >>> plain_message("{0} [x](javascript:y)")
    '{{0}} [x] (javascript:y)'
    """
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _location(finding: Finding, lang: str) -> Json:
    """Where the words stand, or else the file; what stands in no file is told by its name, which some hosts ignore."""
    name = {"name": finding.label(lang), "fullyQualifiedName": finding.focus}
    physical = {"physicalLocation": place} if (place := _place(finding)) else {}
    return {**physical, "logicalLocations": [name]}


def _place(finding: Finding) -> Json | None:
    file = finding.region.file if finding.region else next(iter(finding.files), "")
    if not file:
        return None
    artifact = {"uri": quote(file), "uriBaseId": _BASE}
    return {"artifactLocation": artifact, "region": _region(finding.region or _TOP)}


def _region(region: Region) -> Json:
    (start_line, start_column), (end_line, end_column) = region.start, region.end
    lines = {"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column}
    return {**lines, "snippet": {"text": region.text}} if region.text else lines


def _fingerprints(findings: Sequence[Finding]) -> Iterator[str]:
    """What makes each finding the same one in the next run: its cause and node, whatever words the message takes."""
    seen = Counter[str]()
    for finding in findings:
        key = short_hash(finding.shape, finding.focus, finding.path or "", str(finding.value))
        seen[key] += 1
        yield f"{key}:{seen[key]}"
