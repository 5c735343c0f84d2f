"""A trace as JSON: the same values, under names that last."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from kgraph.tracing.model import Line, Mark, Sentence, Trace


def render(trace: Trace) -> str:
    """*trace* as one JSON document; mentions and facts are referred to by their place in their lists."""
    document = {
        "lang": trace.lang,
        "private_names_hidden": trace.hidden,
        "article": {
            "key": trace.key,
            "file": trace.name,
            "title": trace.title,
            "published": trace.published or None,
            "about": trace.home or None,
        },
        "lines": [_line(line) for line in trace.lines],
        "mentions": [_mention(mark) for mark in trace.marks],
        "facts": [asdict(fact) for fact in trace.facts],
        "rules": [asdict(rule) for rule in trace.rules],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _line(line: Line) -> dict[str, Any]:
    sentences = [_sentence(sentence) for sentence in line.sentences]
    return {"zone": line.zone, "text": line.text, "left_out_because": line.why or None, "sentences": sentences}


def _sentence(sentence: Sentence) -> dict[str, Any]:
    found = {"mentions": list(sentence.marks), "facts": list(sentence.facts)}
    return {"text": sentence.text, "who_acts": sentence.acts or None, **found}


def _mention(mark: Mark) -> dict[str, Any]:
    values = asdict(mark)
    return {
        **{name: values[name] for name in ("start", "end", "words", "kind")},
        "rule": mark.rule or None,
        "means": values["entities"],
        "by": mark.method or None,
        "facts": list(mark.facts),
        "why_not": [{**reason, "candidates": list(reason["candidates"])} for reason in values["why_not"]],
    }
