"""The reports say the same, escape what comes from articles, and repeat byte for byte."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader
from kgraph.validation import report_html, report_json, report_sarif, report_text, report_turtle
from kgraph.validation.findings import Finding, Kind
from kgraph.validation.run import validate

Findings = tuple[Finding, ...]
REPORTS = [report_text, report_html, report_json, report_sarif, report_turtle]
HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.__name__.rpartition("_")[2])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_order_of_findings_does_not_change_the_report(report: object, lang: str, findings: Findings) -> None:
    assert report.render(findings, lang) == report.render(findings[::-1], lang)  # type: ignore[attr-defined]


@pytest.mark.parametrize("report", [report_text, report_html], ids=["text", "html"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_people_read_label_message_quote_article_and_advice(report: object, lang: str, findings: Findings) -> None:
    page = report.render(findings, lang)  # type: ignore[attr-defined]
    for finding in findings:
        shown = (
            finding.label(lang),
            finding.message(lang),
            finding.cause.meaning(lang),
            finding.advice(lang),
            finding.quote,
            finding.rule,
            finding.title,
            finding.date,
            *finding.files,
        )
        assert [part for part in shown if part.replace("'", "&#39;") not in page and part not in page] == []


def test_text_of_a_clean_dataset() -> None:
    assert report_text.render((), "vi") == "Không tìm thấy gì cần sửa.\n"
    assert report_text.summary((), "en") == "0 violations, 0 warnings, 0 notes"


def test_summary_counts(findings: Findings) -> None:
    assert report_text.summary(findings, "vi") == "3 lỗi, 1 cảnh báo, 1 lưu ý"
    assert report_text.summary(findings, "en") == "3 violations, 1 warning, 1 note"


@pytest.mark.parametrize("report", [report_text, report_html], ids=["text", "html"])
@pytest.mark.parametrize(("lang", "words"), [("vi", "không rõ ngày đăng"), ("en", "undated")])
def test_an_article_without_a_day_says_so(report: object, lang: str, words: str, findings: Findings) -> None:
    assert words not in report.render(findings, lang)  # type: ignore[attr-defined]
    assert words in report.render([replace(findings[0], date="")], lang)  # type: ignore[attr-defined]
    nowhere = replace(findings[0], date="", title="", article="", files=())
    assert words not in report.render([nowhere], lang)  # type: ignore[attr-defined]


def test_json_holds_both_languages_and_everything_known(findings: Findings) -> None:
    report = json.loads(report_json.render(findings))
    assert report["counts"] == {"violation": 3, "warning": 1, "info": 1}
    [first] = report["causes"][0]["findings"]
    assert report["causes"][0]["shape"] == "CountUnit"
    assert first["value"] == "3.037"
    assert set(first["message"]) == {"vi", "en"}
    assert report["causes"][0]["meaning"]["vi"] == findings[0].cause.meaning.vi
    assert report["causes"][0]["advice"]["en"] == findings[0].advice.en
    assert (first["quote"], first["rule"]) == (findings[0].quote, "figure")
    assert (first["article"], first["file"]) == (findings[0].title, "vi-du.txt")
    assert (first["files"], first["date"], first["article_iri"]) == (["vi-du.txt"], "2021-03-02", findings[0].article)
    assert first["kind"] == {"class": "ReportedFigure", "vi": "số liệu", "en": "reported figure"}


def test_json_joins_the_files_of_an_article_for_those_who_read_one_field(findings: Findings) -> None:
    report = json.loads(report_json.render([replace(findings[0], files=("a.txt", "b.txt"))]))
    [first] = report["causes"][0]["findings"]
    assert (first["file"], first["files"]) == ("a.txt, b.txt", ["a.txt", "b.txt"])


def test_turtle_is_a_shacl_report_without_blank_nodes(findings: Findings) -> None:
    graph = rdflib.Graph().parse(data=report_turtle.render(findings), format="turtle")
    assert not any(isinstance(t, rdflib.BNode) for triple in graph for t in triple)
    report = graph.value(None, RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == rdflib.Literal(False)
    results = list(graph.objects(report, SH.result))
    assert len(results) == len(findings)
    for required in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape):
        assert all(graph.value(r, required) is not None for r in results)
    values = {str(v) for v in graph.objects(None, SH.value)}
    assert "3.037" in values


def test_turtle_of_a_clean_dataset_conforms() -> None:
    graph = rdflib.Graph().parse(data=report_turtle.render(()), format="turtle")
    assert list(graph.objects(None, SH.conforms)) == [rdflib.Literal(True)]


def test_turtle_of_a_blank_node(changed: Callable[..., Reader]) -> None:
    reader = changed(("<https://data.example/kgraph/id/rule/figure> a kgo:Rule", "_:rule a kgo:Rule"))
    assert "sh:focusNode _:" in report_turtle.render(validate(reader))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_people_read_names_in_their_language(lang: str, changed: Callable[..., Reader]) -> None:
    own = "kgo:jurisdiction <https://data.example/kgraph/id/place/"
    found = validate(changed((f"{own}vn>", f"{own}nam-dinh>")))
    name, level = {"vi": ("Hội LHPN Việt Nam", "trung ương"), "en": ("Vietnam Women&#39;s Union", "central")}[lang]
    page = report_html.render(found, lang)
    assert f"<b>{name}</b>" in page
    assert re.search(rf'class="value">[^<]*: {level}</span>', page)
    assert f"- {name.replace('&#39;', chr(39))}: " in report_text.render(found, lang)
    [first] = json.loads(report_json.render(found))["causes"][0]["findings"]
    assert (first["label"], first["label_en"]) == ("Hội LHPN Việt Nam", "Vietnam Women's Union")
    assert first["value"] == "https://w3id.org/kgraph/scheme/level-central"
    assert first["value_label"] == {"vi": "trung ương", "en": "central"}


def test_html_is_one_file_that_loads_nothing_and_runs_only_its_own_script(findings: Findings) -> None:
    page = report_html.render(findings)
    assert re.findall(r"(?:src|action)=|@import|url\(", page) == []
    assert re.findall(r"href=\"([^\"]*)\"", page) == ["data:,"]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    assert re.findall(r"<(?:script|style)[^>]", page.replace("<style>", "").replace("<script>", "")) == []
    for tag in ("script", "style"):
        [content] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy[1]


@pytest.mark.parametrize("field", ["label", "value_label", "quote", "rule", "title", "date", "files", "focus", "link"])
def test_html_escapes_what_comes_from_articles(field: str, findings: Findings) -> None:
    hostile = {"files": (HOSTILE,), "label": Bilingual(HOSTILE, ""), "value_label": Bilingual(HOSTILE, "")}
    page = report_html.render([replace(findings[0], **{field: hostile.get(field, HOSTILE)})])
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def choices(page: str, name: str) -> list[tuple[str, str]]:
    [inner] = re.findall(rf'<select name="{name}">(.*?)</select>', page, re.DOTALL)
    return re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)</option>', inner)


def test_html_offers_the_kinds_and_articles_that_occur_with_counts(findings: Findings) -> None:
    other = replace(findings[0], article="https://data.example/kgraph/id/article/2", title="Ánh", date="")
    registry = replace(findings[1], article="", title="", date="", files=(), kind=Kind("Post", Bilingual("ấ", "x")))
    page = report_html.render([*findings[:2], other, registry])
    assert choices(page, "kind") == [
        ("", "Tất cả (4)"),
        ("Post", "ấ (1)"),
        ("ReportedFigure", "số liệu (2)"),
        ("Event", "sự kiện (1)"),
    ]
    assert choices(page, "article") == [
        ("", "Tất cả (4)"),
        ("2", "Ánh · không rõ ngày đăng (1)"),
        ("1111111111111111", f"{findings[0].title} · 2021-03-02 (2)"),
        ("-", "không thuộc bài nào (1)"),
    ]
    assert re.findall(r'name="severity" value="(\w+)"', page) == ["violation"]
    assert re.findall(r'data-article="([^"]*)"', page) == ["1111111111111111", "2", "1111111111111111", "-"]


def test_html_is_whole_without_its_script(findings: Findings) -> None:
    page = report_html.render(findings)
    outside = re.sub(r"<form.*?</form>", "", page, flags=re.DOTALL)
    assert re.search(r'<form id="filters"[^>]* hidden>', page)
    assert re.findall(r"<[^>]* hidden>", outside) == ['<p id="none" hidden>']
    assert len(re.findall(r'<li class="finding"', outside)) == len(findings)


def test_html_of_a_clean_dataset_has_nothing_to_filter() -> None:
    page = report_html.render(())
    assert "Không tìm thấy gì cần sửa." in page
    assert "<form" not in page
    assert "<script>" not in page


def test_html_links_to_the_network_and_says_which_file_that_is(findings: Findings) -> None:
    near = report_html.render([replace(findings[0], link="view.html#fact=0000000000000017")])
    assert '<a href="view.html#fact=0000000000000017" aria-label="Mở trong mạng lưới: 3.037 cháu">' in near
    assert "mở tệp view.html nằm cạnh báo cáo này" in near
    far = report_html.render([replace(findings[0], link="https://tin.example/v.html#fact=0000000000000017")], "en")
    assert '<a href="https://tin.example/v.html#fact=0000000000000017" aria-label="Open in the network: ' in far
    assert "beside this report" not in far
    assert "Mở trong mạng lưới" not in report_html.render(findings)
