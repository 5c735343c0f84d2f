"""The three reports tell the same trace, and nothing from an article can act in them."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest

from kgraph.tracing import report_html, report_json, report_text
from kgraph.tracing.model import Trace
from kgraph.tracing.tables import kinds

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
ARTICLE = (
    "Hội LHPN tỉnh Nam Định ký giao ước\n"
    "Sáng 5/3/2021, Hội LHPN tỉnh Nam Định đã tổ chức hội nghị về Đề án 939 cho chị em trong tỉnh cùng biết.\n"
    "Hội LHPN các xã đã giúp 30 hộ vay vốn.\n"
    "Phương Bút\n"
)


@pytest.fixture
def trace(traced: Any) -> Trace:
    return traced(ARTICLE, lang="en")


def test_text_shows_zone_mention_reason_fact_and_rule(trace: Trace) -> None:
    text = report_text.render(trace, width=200)
    for words in (
        "title  │ Hội LHPN tỉnh Nam Định ký giao ước",
        "• “Hội LHPN tỉnh Nam Định” union [union-named] → Women's Union of Nam Định province (union/nam-dinh)",
        "✗ “Hội LHPN các xã” union [union-generic]",
        "why not: A group of unions, none in particular [group]",
        "✓ Named in articles: Women's Union of Nam Định province [union-named, stated in full]",
        "byline │ Phương Bút  (The author's name: kept for the article, no person in it)",
        "union-generic (1): Unions of one kind",
    ):
        assert words in text


def test_text_keeps_to_its_width_and_has_colours_only_where_asked_for(trace: Trace) -> None:
    plain = report_text.render(trace, width=60)
    assert "\x1b" not in plain
    body = plain.partition("\n\n")[2].partition("\n\n")[0]
    assert max(map(len, body.splitlines())) <= 60
    assert re.sub(r"\x1b\[[\d;]*m", "", report_text.render(trace, width=60, color=True)) == plain
    assert "\x1b[32m" in report_text.render(trace, color=True)


def test_text_of_an_article_cannot_steer_the_terminal(traced: Any) -> None:
    text = report_text.render(traced(ARTICLE.replace("chị em", "chị \x1b[2Jem \u202e").replace("ký", "\x1b]0;x\x07ký")))
    assert [c for c in text if c in "\x1b\x07\u202e"] == []


def test_json_refers_by_place(trace: Trace) -> None:
    found = json.loads(report_json.render(trace))
    assert found["article"] == {
        "key": trace.key,
        "file": "bai.txt",
        "title": "Hội LHPN tỉnh Nam Định ký giao ước",
        "published": None,
        "about": "Women's Union of Nam Định province",
    }
    [group] = [m for m in found["mentions"] if m["words"] == "Hội LHPN các xã"]
    assert (group["rule"], group["facts"], group["why_not"][0]["id"]) == ("union-generic", [], "group")
    sentence = found["lines"][1]["sentences"][0]
    named = [found["mentions"][n]["words"] for n in sentence["mentions"]]
    assert "Đề án 939" in named
    assert all(found["facts"][n]["quotes"] for n in sentence["facts"])
    assert found["lines"][-1]["left_out_because"].startswith("The author's name")


def test_html_is_one_file_whose_policy_names_its_script_and_style(trace: Trace) -> None:
    page = report_html.render(trace)
    assert re.findall(r"(?:src|href|action)=|@import|url\(", page) == []
    assert "default-src 'none'" in page
    for tag in ("script", "style"):
        [content] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page
    assert re.findall(r"\son\w+=|style=", page) == []


@pytest.mark.parametrize("place", ["title", "body", "left out", "name"])
def test_html_escapes_what_comes_from_articles(place: str, traced: Any) -> None:
    text = {
        "title": ARTICLE.replace("ký giao ước", HOSTILE),
        "body": ARTICLE.replace("chị em", HOSTILE),
        "left out": ARTICLE.replace("Phương Bút\n", f"TIN KHÁC\n{HOSTILE}\n"),
        "name": ARTICLE.replace("Đề án 939", f"mô hình “Tủ sách {HOSTILE.replace(chr(34), '')}”"),
    }[place]
    page = report_html.render(traced(text))
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_html_tells_kinds_and_what_is_left_by_more_than_colour(trace: Trace) -> None:
    page = report_html.render(trace)
    for kind in {mark.kind for mark in trace.marks}:
        assert f'class="m k-{kind}"><span aria-hidden="true">{kinds()[kind]}</span>' in page
    assert re.search(r'class="m k-union left" role="button" tabindex="0">Hội LHPN các xã<', page)
    assert "dashed: not mapped" in page.lower()


def test_html_has_every_mark_rule_and_fact(trace: Trace) -> None:
    page = report_html.render(trace).replace("&#39;", "'").replace("&#34;", '"')
    assert page.count("<section ") == len(trace.marks)
    assert [rule.id for rule in trace.rules if rule.reads not in page] == []
    assert [fact.words for fact in trace.facts if fact.words not in page] == []


@pytest.mark.parametrize("render", [report_html.render, report_json.render, report_text.render])
def test_reports_repeat_byte_for_byte(render: Any, traced: Any) -> None:
    assert render(traced(ARTICLE)) == render(traced(ARTICLE))
