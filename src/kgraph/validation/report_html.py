"""The findings as one HTML file that opens offline; without its script it is whole, but for the filters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

import jinja2
from markupsafe import Markup

from kgraph.pages import own, searching, source_hash, template
from kgraph.resources import beside, table
from kgraph.validation.findings import Cause, Finding, by_cause, counts
from kgraph.validation.report_text import CLEAN, MEANS, RULE, SEVERITY, TODO, UNDATED, summary
from kgraph.vietnamese import search_form
from kgraph.vocab import local_name

_NOWHERE = "-"
"""The choice of what stands in no article."""
_ITEM: Final = re.compile(r'<li class="finding".*?</li>\n', re.DOTALL)


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


def render(findings: Sequence[Finding], lang: str = "vi", known: Sequence[str] = ()) -> str:
    """The page in *lang* (``vi`` or ``en``); everything that comes from articles is escaped.

    *known* are the `items` of *findings*, both in order, where they are not to be written again.
    """
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
        causes=_causes(findings, lang, known),
    )


def item(finding: Finding, lang: str = "vi") -> str:
    """What the page in *lang* says of one finding."""
    return _macro()(finding, lang, _words(lang))


def items(page: str) -> list[str]:
    """What *page* says of each of its findings; no words of articles look like its tags, since they are escaped."""
    return _ITEM.findall(page)


def _causes(findings: Iterable[Finding], lang: str, known: Sequence[str]) -> list[tuple[Cause, list[Markup]]]:
    grouped = by_cause(findings)
    every = iter(known or (item(finding, lang) for _, group in grouped for finding in group))
    return [(cause, [Markup(text) for text in islice(every, len(group))]) for cause, group in grouped]  # noqa: S704 - escaped


@lru_cache(maxsize=2)
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
def _macro() -> Callable[..., str]:
    macro: Callable[..., str] = vars(template(__package__, "finding.html.j2", place=place).module)["item"]
    return macro


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "report.html.j2")
