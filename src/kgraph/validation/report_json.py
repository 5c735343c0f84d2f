"""The findings as JSON for other programs, with both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.validation.findings import Cause, Finding, plain
from kgraph.validation.overview import Overview

_DEEP: Final = " " * 8
"""What stands before the brackets of a finding."""
_PLACE: Final = re.compile(rf"^{_DEEP}null", re.MULTILINE)


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """The counts, and the causes in order, each with its findings; texts are ``{"vi", "en"}``, whatever *lang*."""
    ordered = sorted(findings, key=lambda finding: finding.order)
    return "".join(pieces(Overview.of(ordered), map(entry, ordered), lang))


def pieces(overview: Overview, entries: Iterable[str], lang: str = "vi") -> Iterator[str]:
    """The report piece by piece; *entries* are the `entry` of each of the findings that *overview* counts, in order."""
    causes = [_cause(cause, number) for cause, number in overview.causes]
    report = {"lang": lang, "counts": overview.counts, "causes": causes}
    head, *rest = _PLACE.split(json.dumps(report, ensure_ascii=False, indent=2))
    yield head
    for text, behind in zip(entries, rest, strict=True):
        yield text
        yield behind
    yield "\n"


def entry(finding: Finding) -> str:
    """What the report says of one finding, indented as there."""
    return f"{_DEEP}{json.dumps(_finding(finding), ensure_ascii=False, indent=2)}".replace("\n", f"\n{_DEEP}")


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
