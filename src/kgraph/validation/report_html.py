"""The findings as one HTML file that opens offline; without its script it is whole, but for the filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import jinja2
from markupsafe import Markup

from kgraph.pages import own, searching, source_hash, template
from kgraph.resources import beside, table
from kgraph.validation.findings import Finding
from kgraph.validation.overview import NOWHERE, Overview, Place
from kgraph.validation.report_text import CLEAN, MEANS, RULE, SEVERITY, TODO, UNDATED, counted
from kgraph.vietnamese import search_form

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
    ordered = sorted(findings, key=lambda finding: finding.order)
    return "".join(pieces(Overview.of(ordered), (item(finding, lang) for finding in ordered), lang))


def pieces(overview: Overview, items: Iterable[str], lang: str = "vi") -> Iterator[str]:
    """The page piece by piece; *items* are the `item` of each of the findings that *overview* counts, in order."""
    script = searching(__package__, "report.js")
    style = beside(__package__, "report.css")
    words = _words(lang)
    texts = (Markup(text) for text in items)  # noqa: S704 - escaped
    return _template().generate(
        lang=lang,
        words=words,
        script=own(script),
        script_hash=source_hash(script),
        style=own(style),
        style_hash=source_hash(style),
        summary=counted(overview.counts, lang),
        severities=[{"name": s, "word": SEVERITY[s](lang), "count": n} for s, n in overview.counts.items() if n],
        lists=_lists(overview, words, lang),
        severity_words=SEVERITY,
        beside=overview.beside,
        causes=[(cause, number, islice(texts, number)) for cause, number in overview.causes],
    )


def item(finding: Finding, lang: str = "vi") -> str:
    """What the page in *lang* says of one finding."""
    return _macro()(finding, lang, _words(lang))


@lru_cache(maxsize=2)
def _words(lang: str) -> dict[str, str]:
    own_words = {row["id"]: row["en" if lang == "en" else "vi"] for row in table(__package__, "words.tsv")}
    shared = {"means": MEANS, "todo": TODO, "rule": RULE, "undated": UNDATED, "clean": CLEAN}
    return own_words | {name: text(lang) for name, text in shared.items()}


def _lists(overview: Overview, words: dict[str, str], lang: str) -> tuple[PickList, ...]:
    kinds = (Choice(kind.name, kind.label(lang), number) for kind, number in overview.kinds.items())
    articles = (Choice(place.key, _article(place, words), number) for place, number in overview.places.items())
    return tuple(
        PickList(name, words[name], overview.total, tuple(sorted(choices, key=_by_word)))
        for name, choices in (("kind", kinds), ("article", articles))
    )


def _by_word(choice: Choice) -> tuple[bool, str, str, str]:
    """Sorts choices by their words; what stands nowhere comes last."""
    return choice.value == NOWHERE, search_form(choice.word), choice.value, choice.word


def _article(place: Place, words: dict[str, str]) -> str:
    if place.key == NOWHERE:
        return words["elsewhere"]
    return f"{place.name} · {place.date or words['undated']}"


def _key(finding: Finding) -> str:
    """How the address of a filtered page names the article of *finding*."""
    return Place.of(finding).key


@lru_cache(maxsize=1)
def _macro() -> Callable[..., str]:
    macro: Callable[..., str] = vars(template(__package__, "finding.html.j2", place=_key).module)["item"]
    return macro


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "report.html.j2")
