"""The findings as one HTML file that opens offline; it holds no script, and the filter by severity is CSS."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import jinja2

from kgraph.bilingual import Bilingual
from kgraph.pages import own, source_hash, template
from kgraph.resources import beside
from kgraph.validation.findings import Finding, by_cause, counts, plain
from kgraph.validation.report_text import CLEAN, RULE, SEVERITY, TODO, UNDATED, summary

_WORDS: Final = {
    "title": Bilingual("Kiểm tra dữ liệu kgraph", "kgraph validation report"),
    "todo": TODO,
    "rule": RULE,
    "value": Bilingual("giá trị", "value"),
    "undated": UNDATED,
    "clean": CLEAN,
}


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """The page in *lang* (``vi`` or ``en``); everything that comes from articles is escaped."""
    style = beside(__package__, "report.css")
    return _template().render(
        lang=lang,
        words={name: text(lang) for name, text in _WORDS.items()},
        style=own(style),
        style_hash=source_hash(style),
        summary=summary(findings, lang),
        severities=[{"name": s, "word": SEVERITY[s](lang), "count": n} for s, n in counts(findings).items()],
        causes=by_cause(findings),
    )


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "report.html.j2", plain=plain)
