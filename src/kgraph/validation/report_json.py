"""The findings as JSON for other programs, with both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.validation.findings import Cause, Finding, by_cause, counts, plain

_DEEP: Final = " " * 8
"""What stands before the brackets of a finding."""
_PLACE: Final = re.compile(rf"^{_DEEP}null", re.MULTILINE)
_ENTRY: Final = re.compile(rf"^{_DEEP}\{{$.*?^{_DEEP}\}}", re.MULTILINE | re.DOTALL)


def render(findings: Sequence[Finding], lang: str = "vi", known: Sequence[str] = ()) -> str:
    """The counts, and the causes in order, each with its findings; texts are ``{"vi", "en"}``, whatever *lang*.

    *known* are the `entries` of *findings*, both in order, where they are not to be written again.
    """
    grouped = by_cause(findings)
    every = iter(known or (entry(finding) for _, group in grouped for finding in group))
    causes = [_cause(cause, len(group)) for cause, group in grouped]
    report = {"lang": lang, "counts": counts(findings), "causes": causes}
    return _PLACE.sub(lambda _: next(every), json.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def entry(finding: Finding) -> str:
    """What the report says of one finding, indented as there."""
    return f"{_DEEP}{json.dumps(_finding(finding), ensure_ascii=False, indent=2)}".replace("\n", f"\n{_DEEP}")


def entries(report: str) -> list[str]:
    """What *report* says of each of its findings; it is JSON, in whose texts no line ends."""
    return _ENTRY.findall(report)


def _cause(cause: Cause, count: int) -> dict[str, object]:
    """What the report says of *cause*, with an empty place for each of its findings."""
    return {
        "shape": cause.shape,
        "severity": cause.severity,
        "title": _texts(cause.title),
        "meaning": _texts(cause.meaning),
        "advice": _texts(cause.advice),
        "findings": [None] * count,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "focus": finding.focus,
        "label": finding.label.vi,
        "label_en": finding.label.en,
        "path": finding.path,
        "value": None if finding.value is None else plain(finding.value),
        "value_label": _texts(finding.value_label),
        "message": _texts(finding.message),
        "quote": finding.quote,
        "rule": finding.rule,
        "article": finding.title,
        "file": ", ".join(finding.files),
        "files": list(finding.files),
        "date": finding.date,
        "article_iri": finding.article,
        "link": finding.link,
        "kind": {"class": finding.kind.name, **_texts(finding.kind.label)},
    }


def _texts(text: Bilingual) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
