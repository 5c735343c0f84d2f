"""The four reports say the same, escape what comes from articles, and repeat byte for byte."""

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

from kgraph.dataset.reader import Reader
from kgraph.validation import report_html, report_json, report_text, report_turtle
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate

Findings = tuple[Finding, ...]
REPORTS = [report_text, report_html, report_json, report_turtle]
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
            finding.label,
            finding.message(lang),
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


def test_html_is_one_file_that_loads_and_runs_nothing(findings: Findings) -> None:
    page = report_html.render(findings)
    assert re.findall(r"(?:src|href|action)=|<script|@import|url\(", page) == []
    assert "default-src 'none'" in page
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    assert f"'sha256-{b64encode(sha256(style[1].encode()).digest()).decode()}'" in page


@pytest.mark.parametrize("field", ["label", "quote", "rule", "title", "date", "files", "focus"])
def test_html_escapes_what_comes_from_articles(field: str, findings: Findings) -> None:
    page = report_html.render([replace(findings[0], **{field: (HOSTILE,) if field == "files" else HOSTILE})])
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("severity", ["violation", "warning", "info"])
def test_html_filter_hides_a_severity_by_style_alone(severity: str, findings: Findings) -> None:
    page = report_html.render(findings)
    assert f'<input type="checkbox" id="show-{severity}" checked>' in page
    assert f'<section class="{severity}">' in page
    assert f"#show-{severity}:not(:checked) ~ main .{severity}" in page
