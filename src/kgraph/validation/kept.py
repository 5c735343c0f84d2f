"""Findings as a generation keeps them, for the build that comes after it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm
from kgraph.validation.findings import Finding, Kind
from kgraph.validation.shapes import Shapes

_TEXTS = ("label", "value_label", "message")


def dumps(findings: Iterable[Finding]) -> str:
    """*findings* as JSON, but for their places in files, which no dataset knows."""
    return json.dumps([_row(finding) for finding in findings], ensure_ascii=False)


def loads(text: str, shapes: Shapes) -> tuple[Finding, ...]:
    """The findings in *text*, which *shapes* made. Raises ValueError, KeyError or TypeError where it is damaged."""
    causes = {cause.shape: cause for cause in shapes.causes.values()}
    return tuple(_finding(row, causes[row.pop("shape")]) for row in json.loads(text))


def _row(finding: Finding) -> dict[str, object]:
    values = asdict(finding) | {"shape": finding.shape, "value": finding.value and str(finding.value)}
    del values["cause"], values["region"]
    return values


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
