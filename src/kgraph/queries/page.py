"""An answer as one HTML file that opens offline: its charts, and a table in which each row opens on its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import jinja2
from markupsafe import Markup

from kgraph.bilingual import Bilingual
from kgraph.dataset.labels import labels
from kgraph.dataset.reader import Reader, Table
from kgraph.pages import own, searching, source_hash, template
from kgraph.queries.catalogue import SavedQuery
from kgraph.queries.cells import Reading, cells
from kgraph.queries.drawing import can_draw, drawn, more
from kgraph.queries.panels import Panel, panels
from kgraph.queries.running import resolved
from kgraph.resources import beside

_MOST_PANELS: Final = 12  # a page of more pictures is not read
_WORDS: Final = {
    "chart": Bilingual("Biểu đồ", "Chart"),
    "table": Bilingual("Bảng", "Table"),
    "rows": Bilingual("{n} dòng", "{n} rows"),
    "filter": Bilingual("Lọc các dòng, có dấu hay không dấu đều được", "Filter the rows, with or without accents"),
    "sort": Bilingual("Bấm vào đầu cột để sắp xếp.", "Click the head of a column to sort."),
    "stated": Bilingual("Nguyên văn", "Exact words"),
    "sources": Bilingual("{n} đoạn", "{n} quotes"),
    "nothing": Bilingual("Không tìm thấy gì trong các bài này.", "Nothing was found in these articles."),
    "more-items": Bilingual("và {n} mục khác trong bảng", "and {n} more in the table"),
    "more-panels": Bilingual("Còn {n} hình nữa; hãy chọn hẹp hơn.", "{n} more pictures are left out; ask for less."),
    "apart": Bilingual(
        "Mỗi hình một loại và một đơn vị tính: khác loại hay khác đơn vị thì không so với nhau, cũng không cộng lại.",
        "One picture for each kind and unit: figures of other kinds or units are not compared, nor added up.",
    ),
    "bounds": Bilingual(
        "◂ muộn nhất là ngày đó · ▸ sớm nhất là ngày đó · vạch ngang: trong khoảng đó",
        "◂ that day at the latest · ▸ that day at the earliest · a line: some time within it",
    ),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawings of one panel, its title, and how many of its items are left out."""

    title: str
    drawings: tuple[Markup, ...]
    more: int


def page(reader: Reader, query: SavedQuery, table: Table, reading: Reading) -> str:
    """The answer *table* as a page. Equal input gives equal bytes.

    Without the library that draws (`can_draw`) the page holds the table alone.
    """
    lang = reading.lang
    answer = cells(reader, query, table, replace(reading, evidence=False, widest=None))
    found = panels(query.chart, answer, lang) if query.chart and can_draw() else ()
    style = beside(__package__, "page.css")
    script = searching(__package__, "page.js")
    return _template().render(
        lang=lang,
        words={name: text(lang) for name, text in _WORDS.items()},
        query=query,
        chosen=_chosen(reader, query, reading),
        cells=answer,
        pictures=_pictures(query, found),
        more_panels=max(0, len(found) - _MOST_PANELS),
        style=own(style),
        style_hash=source_hash(style),
        script=own(script),
        script_hash=source_hash(script),
    )


def _chosen(reader: Reader, query: SavedQuery, reading: Reading) -> list[tuple[str, str]]:
    """The parameters as people read them, however they were typed: "hoi lhpn tinh nam dinh" by its label."""
    found = resolved(reader, query, reading.values)
    names = labels(reader, (value for param, value in found if param.type == "entity"), reading.lang)
    return [(param.label(reading.lang), names.get(value, value)) for param, value in found]


def _pictures(query: SavedQuery, found: Sequence[Panel]) -> list[Picture]:
    kind = query.chart.kind if query.chart else ""
    return [Picture(panel.title, drawn(kind, panel), more(panel)) for panel in found[:_MOST_PANELS]]


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return template(__package__, "page.html.j2")
