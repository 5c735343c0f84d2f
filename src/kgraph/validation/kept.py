"""Findings as a generation keeps them, for the build that comes after it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm
from kgraph.validation.findings import Finding, Kind
from kgraph.validation.shapes import Shapes

_TEXTS: Final = ("label", "value_label", "message")
_ELSEWHERE: Final = (*_TEXTS, "cause", "kind", "region", "value")
"""What is kept in a form of its own, or not at all."""
_PLAIN: Final = tuple(field.name for field in fields(Finding) if field.name not in _ELSEWHERE)


def dumps(finding: Finding) -> str:
    """*finding* as JSON on one line, but for its place in a file, which no dataset knows."""
    return json.dumps(_row(finding), ensure_ascii=False)


def loads(rows: Iterable[str], shapes: Shapes) -> tuple[Finding, ...]:
    """The findings in *rows*, which *shapes* made. Raises ValueError, KeyError or TypeError where one is damaged."""
    causes = {cause.shape: cause for cause in shapes.causes.values()}
    return tuple(_finding(row, causes[row.pop("shape")]) for row in json.loads(f"[{','.join(rows)}]"))


def _row(finding: Finding) -> dict[str, object]:
    """The values of *finding* as JSON has them (`asdict` copies each text apart, which takes four times as long)."""
    values = {name: getattr(finding, name) for name in _PLAIN}
    values |= {name: _both(getattr(finding, name)) for name in _TEXTS}
    kind = {"name": finding.kind.name, "label": _both(finding.kind.label)}
    return values | {"kind": kind, "shape": finding.shape, "value": finding.value and str(finding.value)}


def _both(text: Bilingual) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _finding(row: dict[str, Any], cause: object) -> Finding:
    texts = {name: Bilingual(**row[name]) for name in _TEXTS}
    kind = Kind(row["kind"]["name"], Bilingual(**row["kind"]["label"]))
    lists = {name: tuple(row[name]) for name in ("files", "about")}
    return Finding(**row | texts | lists | {"cause": cause, "kind": kind, "value": _term(row["value"])})


def _term(text: str | None) -> OxTerm | None:
    """The term that N-Triples writes as *text*."""
    if text is None:
        return None
    line = f"<urn:s> <urn:p> {text} ."
    quads: Iterable[ox.Quad] = ox.parse(input=line, format=ox.RdfFormat.N_TRIPLES)
    return next(quad.object for quad in quads)
