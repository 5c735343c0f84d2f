"""The findings as one HTML file that opens offline; it holds no script, and the filter by severity is CSS."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

import jinja2
from markupsafe import Markup

from kgraph.bilingual import Bilingual
from kgraph.validation.findings import Finding, by_cause, counts, plain
from kgraph.validation.report_text import CLEAN, RULE, SEVERITY, TODO, summary

_WORDS: Final = {
    "title": Bilingual("Kiểm tra dữ liệu kgraph", "kgraph validation report"),
    "todo": TODO,
    "rule": RULE,
    "value": Bilingual("giá trị", "value"),
    "clean": CLEAN,
}


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """The page in *lang* (``vi`` or ``en``); everything that comes from articles is escaped."""
    style = _file("report.css")
    return _template().render(
        lang=lang,
        words={name: text(lang) for name, text in _WORDS.items()},
        # The sheet is ours and must reach the browser as hashed, byte for byte.
        style=Markup(style),  # noqa: S704
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        summary=summary(findings, lang),
        severities=[{"name": s, "word": SEVERITY[s](lang), "count": n} for s, n in counts(findings).items()],
        causes=by_cause(findings),
    )


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["plain"] = plain
    return environment.from_string(_file("report.html.j2"))


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
