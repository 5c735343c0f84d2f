"""A trace as one HTML page that opens offline; what comes from articles is escaped, and script and style are hashed."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

import jinja2
from markupsafe import Markup

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
        # Both are ours and must reach the browser as hashed, byte for byte.
        script=Markup(script),  # noqa: S704
        style=Markup(style),  # noqa: S704
        script_hash=_digest(script),
        style_hash=_digest(style),
    )


def _kinds(trace: Trace) -> Iterator[tuple[str, str, int]]:
    """The kinds that the article has, with their signs and how often they occur."""
    counts = Counter(mark.kind for mark in trace.marks)
    return ((kind, sign, counts[kind]) for kind, sign in kinds().items() if counts[kind])


@lru_cache(maxsize=2)
def _template(lang: str) -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["reason"] = lambda why: reason(why, lang)
    return environment.from_string(beside(__package__, "trace.html.j2"))


def _digest(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
