"""Findings come back from the table of a generation in the words they have in its reports, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader
from kgraph.pipeline.telling import REPORT, Told, copied_findings, write_findings
from kgraph.validation import report_html, report_json
from kgraph.validation.again import Known
from kgraph.validation.findings import Finding
from kgraph.validation.overview import Overview
from kgraph.validation.run import validate

BAD = Path(__file__).parents[1] / "shapes" / "bad"
ODD = 'Hội\r\n</li> <li class="finding"> \u2028 \x85 "{" }\n        null\n        {'


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    """Findings of several causes, the words of one of them full of what separates findings in files."""
    found = [f for file in sorted(BAD.glob("*.ttl"))[:6] for f in validate(Reader.of_file(file))]
    odd = replace(found[0], quote=ODD, title=ODD, message=Bilingual(ODD, ODD), focus=f"{found[0].focus}-odd")
    every = {f.order: f for f in (*found, odd, replace(odd, focus=f"{odd.focus}-linked", link="view.html#node=x"))}
    assert len({f.cause.shape for f in every.values()}) > 1
    return tuple(every[order] for order in sorted(every))


def texts(folder: Path) -> list[str]:
    return [(folder / name).read_bytes().decode() for name in (REPORT, "findings.json")]


def folders(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    return tmp_path / "one", tmp_path / "other"


@pytest.mark.parametrize("seed", range(3))
def test_the_reports_are_those_of_the_findings_in_any_order(
    seed: int, tmp_path: Path, findings: tuple[Finding, ...]
) -> None:
    mixed = list(map(Told.of, findings))
    Random(seed).shuffle(mixed)  # noqa: S311 - not a secret
    assert write_findings(mixed, "x", tmp_path) == len(findings)
    assert texts(tmp_path) == [report_html.render(findings), report_json.render(findings)]
    assert "&lt;/li&gt;" in texts(tmp_path)[0]


def test_what_is_known_of_them_comes_back(tmp_path: Path, findings: tuple[Finding, ...]) -> None:
    one, other = folders(tmp_path)
    write_findings(map(Told.of, findings), "x", one)
    with copied_findings(one, other, "x") as kept:
        assert kept is not None
        assert kept.known() == [Known.of(number, finding) for number, finding in enumerate(findings, 1)]
        assert kept.overview() == Overview.of(findings)


def test_some_go_and_others_come(tmp_path: Path, findings: tuple[Finding, ...]) -> None:
    one, other = folders(tmp_path)
    write_findings(map(Told.of, findings[1:]), "x", one)
    before = texts(one)
    with copied_findings(one, other, "x") as kept:
        assert kept is not None
        gone = [known.number for known in kept.known() if known.focus == findings[-1].focus]
        kept.change(gone, [Told.of(findings[0])])
        left = [finding for finding in findings if finding.focus != findings[-1].focus]
        assert 1 < len(left) < len(findings)
        assert kept.write(other) == len(left)
    assert texts(other) == [report_html.render(left), report_json.render(left)]
    assert texts(one) == before


def test_findings_of_other_shapes_do_not_come_back(tmp_path: Path, findings: tuple[Finding, ...]) -> None:
    one, other = folders(tmp_path)
    write_findings(map(Told.of, findings), "x", one)
    with copied_findings(one, other, "y") as kept:
        assert kept is None
    assert write_findings(map(Told.of, findings[1:]), "y", other) == len(findings) - 1
    assert texts(other)[1] == report_json.render(findings[1:])


def test_no_findings(tmp_path: Path) -> None:
    one, other = folders(tmp_path)
    assert write_findings((), "x", one) == 0
    with copied_findings(one, other, "x") as kept:
        assert kept is not None
        assert kept.known() == []
        assert kept.write(other) == 0
    assert texts(one) == texts(other) == [report_html.render(()), report_json.render(())]
