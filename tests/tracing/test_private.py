"""What is passed on shows no name of a private person, in whatever form it stands in the source."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kgraph.model import Span
from kgraph.tracing import report_html, report_json, report_text
from kgraph.tracing.showing import showing

NAMES = ("Đỗ Thị Ví Dụ", "ĐỖ THỊ VÍ DỤ", "Chị Dụ", "Lò Văn Thử")
ARTICLE = (
    "Ngôi nhà của ĐỖ THỊ VÍ DỤ và hội viên\n"
    "Sáng 5/3/2021, Hội LHPN tỉnh Nam Định đã trao 30 triệu đồng cho chị Đỗ Thị Ví Dụ ở xóm ba. Chị Dụ rất vui.\n"
    "Chị em góp công vào mô hình “Nhà cho chị Đỗ Thị Ví Dụ”. Anh Lò Văn Thử ở xóm bên cũng góp 3 ngày công.\n"
    "TIN KHÁC\n"
    "Chuyện về đỗ thị  ví dụ\n"
)


@pytest.mark.parametrize("render", [report_html.render, report_json.render, report_text.render])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_hidden_names_stand_nowhere(render: Any, lang: str, traced: Any) -> None:
    text = " ".join(render(traced(ARTICLE, lang, hide=True)).split()).casefold()
    assert [name for name in NAMES if name.casefold() in text] == []
    assert ("[tên riêng]" if lang == "vi" else "[name withheld]") in text


def test_the_reason_stays_though_the_name_goes(traced: Any) -> None:
    trace = traced(ARTICLE, "en", hide=True)
    reasons = {(mark.words, why.id) for mark in trace.marks for why in mark.why_not}
    assert ("[name withheld]", "person-without-post") in reasons
    assert trace.hidden
    assert "Names of private persons are replaced by [name withheld]" in report_html.render(trace)


def test_names_are_shown_where_asked_for(traced: Any) -> None:
    trace = traced(ARTICLE)
    assert not trace.hidden
    assert "Đỗ Thị Ví Dụ" in report_html.render(trace)
    words = [mention["words"] for mention in json.loads(report_json.render(trace))["mentions"]]
    assert "Đỗ Thị Ví Dụ" in words


def test_officials_keep_their_names(traced: Any) -> None:
    text = ARTICLE + "Đồng chí Trần Thị Thử - Chủ tịch Hội LHPN tỉnh đã tới thăm.\n"
    assert "Trần Thị Thử" in report_html.render(traced(text.replace("TIN KHÁC\n", ""), hide=True))


def test_a_name_that_is_cut_is_hidden_whole() -> None:
    shown = showing("gặp chị Đỗ Thị Ví Dụ hôm nay", [Span(8, 20)], "[…]")
    assert shown.span(Span(0, 28)) == "gặp chị […] hôm nay"
    assert shown.span(Span(0, 12)) == "gặp chị […]"
    assert shown.span(Span(12, 28)) == "[…] hôm nay"
    assert shown.words("ĐỖ  THỊ VÍ DỤ ơi") == "[…] ơi"
    assert shown.words("Đỗ Thị Ví Dụng") == "Đỗ Thị Ví Dụng"


def test_nothing_is_hidden_where_nobody_is_private() -> None:
    shown = showing("gặp chị em", [], "[…]")
    assert (shown.span(Span(0, 10)), shown.words("gặp")) == ("gặp chị em", "gặp")
