"""What a query answers: for people (table, markdown, html) with labels, for machines (csv, json, turtle) with IRIs.

CSV and JSON of a SELECT follow the SPARQL 1.1 results formats; JSON of a CONSTRUCT is JSON-LD.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import OxTerm, Reader, Table
from kgraph.dataset.turtle import turtle
from kgraph.errors import QueryError
from kgraph.queries.catalogue import SavedQuery
from kgraph.queries.cells import Cells, Reading, cells
from kgraph.queries.page import page
from kgraph.queries.running import Answer, Triples
from kgraph.queries.strips import strips


def _as_table(answer: Answer) -> Table:
    if isinstance(answer, Table):
        return answer
    return Table(("subject", "predicate", "object"), tuple((t.subject, t.predicate, t.object) for t in answer.triples))


def _aligned(reader: Reader, query: SavedQuery, answer: Answer, reading: Reading) -> str:
    found = cells(reader, query, _as_table(answer), reading)
    header, *rows = _with_strip(query, found)
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    ruled = (header, tuple("-" * width for width in widths), *rows)
    numeric = (*found.numeric, *(False,) * (len(widths) - len(found.numeric)))
    return "".join(f"{_line(row, widths, numeric)}\n" for row in ruled)


def _with_strip(query: SavedQuery, found: Cells) -> list[tuple[str, ...]]:
    """Header and rows, with a column of bars or of the time where the query asks for one and a row has something."""
    head, drawn = strips(query.chart, found.terms) if query.chart else ("", ())
    if not any(drawn):
        return [found.header, *found.rows]
    return [(*found.header, head), *((*row, cell) for row, cell in zip(found.rows, drawn, strict=True))]


def _line(row: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    """Numbers stand to the right, so that their digits do."""
    parts = zip(row, widths, numeric, strict=True)
    return "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in parts).rstrip()


def _markdown(reader: Reader, query: SavedQuery, answer: Answer, reading: Reading) -> str:
    found = cells(reader, query, _as_table(answer), reading)
    safe = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row] for row in (found.header, *found.rows)]
    safe.insert(1, ["--:" if right else "---" for right in found.numeric])
    return "".join(f"| {' | '.join(row)} |\n" for row in safe)


def _csv(_reader: Reader, _query: SavedQuery, answer: Answer, _reading: Reading) -> str:
    table = _as_table(answer)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(term) for term in row] for row in table.rows)
    return out.getvalue()


def _plain(term: OxTerm | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple | ox.BlankNode) else term.value


def _json_term(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> dict[str, str]:
    kinds = {ox.NamedNode: "uri", ox.BlankNode: "bnode", ox.Literal: "literal"}
    found = {"type": kinds[type(term)], "value": term.value}
    if isinstance(term, ox.Literal) and term.language:
        found["xml:lang"] = term.language
    elif isinstance(term, ox.Literal) and not term.datatype.value.endswith("#string"):
        found["datatype"] = term.datatype.value
    return found


def json_ld(triples: Iterable[ox.Triple]) -> str:
    """*triples* as indented JSON-LD, in the order given."""
    document = json.loads(ox.serialize(triples, format=ox.RdfFormat.JSON_LD) or b"[]")
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json(_reader: Reader, _query: SavedQuery, answer: Answer, _reading: Reading) -> str:
    if isinstance(answer, Triples):
        return json_ld(answer.triples)
    rows = [zip(answer.columns, row, strict=True) for row in answer.rows]
    bindings = [{n: _json_term(t) for n, t in row if t is not None and not isinstance(t, ox.Triple)} for row in rows]
    document = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _html(reader: Reader, query: SavedQuery, answer: Answer, reading: Reading) -> str:
    return page(reader, query, _as_table(answer), reading)


def _turtle(_reader: Reader, query: SavedQuery, answer: Answer, _reading: Reading) -> str:
    if isinstance(answer, Table):
        raise QueryError(f"{query.name}: turtle is for CONSTRUCT queries; use --format table, csv, json or markdown")
    return turtle(answer.triples).decode()


FORMATS: Final[dict[str, Callable[[Reader, SavedQuery, Answer, Reading], str]]] = {
    "table": _aligned,
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "turtle": _turtle,
}


def write(
    reader: Reader, query: SavedQuery, answer: Answer, form: str | None = None, reading: Reading | None = None
) -> str:
    """*answer* in format *form*: by default ``table``, or ``turtle`` for a CONSTRUCT. Raises QueryError on a misfit."""
    chosen = form or ("turtle" if isinstance(answer, Triples) else "table")
    return FORMATS[chosen](reader, query, answer, reading or Reading())
