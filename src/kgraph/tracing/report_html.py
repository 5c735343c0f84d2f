"""A trace as one HTML page that opens offline; what comes from articles is escaped, and script and style are hashed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import jinja2

from kgraph.pages import own, source_hash, template
from kgraph.resources import beside
from kgraph.tracing.model import Trace
from kgraph.tracing.phrases import reason, summary
from kgraph.tracing.tables import kinds, words


def render(trace: Trace) -> str:
    """The page of *trace*, in its language; the same trace gives the same text."""
    script, style = beside(__package__, "trace.js"), beside(__package__, "trace.css")
    return _template(trace.lang).render(
        trace=trace,
        lang=trace.lang,
        words=words(trace.lang),
        summary=summary(trace),
        signs=kinds(),
        kinds=list(_kinds(trace)),
        reads={rule.id: rule.reads for rule in trace.rules},
        script=own(script),
        style=own(style),
        script_hash=source_hash(script),
        style_hash=source_hash(style),
    )


def _kinds(trace: Trace) -> Iterator[tuple[str, str, int]]:
    """The kinds that the article has, with their signs and how often they occur."""
    counts = Counter(mark.kind for mark in trace.marks)
    return ((kind, sign, counts[kind]) for kind, sign in kinds().items() if counts[kind])


@lru_cache(maxsize=2)
def _template(lang: str) -> jinja2.Template:
    return template(__package__, "trace.html.j2", reason=lambda why: reason(why, lang))
