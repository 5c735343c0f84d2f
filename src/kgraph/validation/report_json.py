"""The findings as JSON for other programs, with both languages."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kgraph.bilingual import Bilingual
from kgraph.validation.findings import Cause, Finding, by_cause, counts, plain


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """The counts, and the causes in order, each with its findings; texts are ``{"vi", "en"}``, whatever *lang*."""
    causes = [_cause(cause, group) for cause, group in by_cause(findings)]
    report = {"lang": lang, "counts": counts(findings), "causes": causes}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _cause(cause: Cause, group: Sequence[Finding]) -> dict[str, object]:
    return {
        "shape": cause.shape,
        "severity": cause.severity,
        "title": _texts(cause.title),
        "meaning": _texts(cause.meaning),
        "advice": _texts(cause.advice),
        "findings": [_finding(f) for f in group],
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
