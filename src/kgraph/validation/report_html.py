"""The findings as one HTML file that opens offline; without its script it is whole, but for the filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import jinja2

from kgraph.pages import own, searching, source_hash, template
from kgraph.resources import beside, table
from kgraph.validation.findings import Finding, by_cause, counts
from kgraph.validation.report_text import CLEAN, MEANS, RULE, SEVERITY, TODO, UNDATED, summary
from kgraph.vietnamese import search_form
from kgraph.vocab import local_name

_NOWHERE = "-"
"""The choice of what stands in no article."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a filter can be set to: a *value* for the address, a *word* for people, and how many findings have it."""

    value: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class PickList:
    """A filter by one of several choices; *total* is how many findings there are without it."""

    name: str
    word: str
    total: int
    choices: tuple[Choice, ...]


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """The page in *lang* (``vi`` or ``en``); everything that comes from articles is escaped."""
    script = searching(__package__, "report.js")
    style = beside(__package__, "report.css")
    words = _words(lang)
    return _template().render(
        lang=lang,
        words=words,
        script=own(script),
        script_hash=source_hash(script),
        style=own(style),
        style_hash=source_hash(style),
        summary=summary(findings, lang),
        severities=[{"name": s, "word": SEVERITY[s](lang), "count": n} for s, n in counts(findings).items() if n],
        lists=_lists(findings, words, lang),
        severity_words=SEVERITY,
        beside=_beside(findings),
        causes=by_cause(findings),
    )


def _words(lang: str) -> dict[str, str]:
    own_words = {row["id"]: row["en" if lang == "en" else "vi"] for row in table(__package__, "words.tsv")}
    shared = {"means": MEANS, "todo": TODO, "rule": RULE, "undated": UNDATED, "clean": CLEAN}
    return own_words | {name: text(lang) for name, text in shared.items()}


def _lists(findings: Sequence[Finding], words: dict[str, str], lang: str) -> tuple[PickList, ...]:
    kinds = ((f.kind.name, f.kind.label(lang)) for f in findings)
    articles = ((place(f), _article(f, words)) for f in findings)
    return tuple(
        PickList(name, words[name], len(findings), _choices(pairs))
        for name, pairs in (("kind", kinds), ("article", articles))
    )


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Each value that occurs, with its word, in the order of the words; what stands nowhere last."""
    counted = Counter(pairs)
    ordered = sorted(counted, key=lambda pair: (pair[0] == _NOWHERE, search_form(pair[1]), pair))
    return tuple(Choice(value, word, counted[value, word]) for value, word in ordered)


def place(finding: Finding) -> str:
    """How the address of a filtered page names the article of *finding*."""
    return local_name(finding.article) or _NOWHERE


def _article(finding: Finding, words: dict[str, str]) -> str:
    if not finding.article:
        return words["elsewhere"]
    return f"{finding.title or ', '.join(finding.files)} · {finding.date or words['undated']}"


def _beside(findings: Iterable[Finding]) -> str:
    """The file that the links lead to, where they lead to one beside the page."""
    files = (f.link.partition("#")[0] for f in findings if f.link)
    return next((file for file in files if "://" not in file), "")


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "report.html.j2", place=place)
