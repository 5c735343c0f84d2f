"""Findings come back from the files of a generation in the words they have there, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader
from kgraph.pipeline.telling import KEPT, REPORT, Told, read_told, told_of, write_findings, write_told
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes

BAD = Path(__file__).parents[1] / "shapes" / "bad"
ODD = 'Hội\r\n</li> <li class="finding"> \u2028 \x85 "{" }\n        null\n        {'
FILES = (REPORT, "findings.json", KEPT)


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    """Findings of several causes, the words of one of them full of what separates findings in files."""
    found = [f for file in sorted(BAD.glob("*.ttl"))[:6] for f in validate(Reader.of_file(file))]
    odd = replace(found[0], quote=ODD, title=ODD, message=Bilingual(ODD, ODD), focus=f"{found[0].focus}-odd")
    every = {f.order: f for f in (*found, odd)}
    assert len({f.cause.shape for f in every.values()}) > 1
    return tuple(every[order] for order in sorted(every))


def texts(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def test_words_come_back_and_are_written_as_they_were(tmp_path: Path, findings: tuple[Finding, ...]) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    assert write_findings(findings, "x", tmp_path / "one") == len(findings)
    told = read_told(tmp_path / "one", "x", load_shapes())
    assert told == tuple(map(Told.of, findings))
    assert write_told(told, "x", tmp_path / "other") == len(findings)
    assert texts(tmp_path / "one") == texts(tmp_path / "other")


def test_some_words_stay(findings: tuple[Finding, ...]) -> None:
    told = tuple(map(Told.of, findings))
    assert list(told_of(findings[1::2], told)) == list(told[1::2])


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("keep", [0, 100, -200])
def test_what_is_damaged_does_not_come_back(
    tmp_path: Path, findings: tuple[Finding, ...], name: str, keep: int
) -> None:
    write_findings(findings, "x", tmp_path)
    text = (tmp_path / name).read_bytes()
    cut = text[:keep] if keep >= 0 else text[: text.rindex(findings[-1].focus.encode()) - 2]
    (tmp_path / name).write_bytes(cut)
    assert read_told(tmp_path, "x", load_shapes()) is None


def test_findings_of_other_shapes_do_not_come_back(tmp_path: Path, findings: tuple[Finding, ...]) -> None:
    write_findings(findings, "x", tmp_path)
    assert read_told(tmp_path, "y", load_shapes()) is None
    (tmp_path / KEPT).unlink()
    assert read_told(tmp_path, "x", load_shapes()) is None


def test_no_findings(tmp_path: Path) -> None:
    assert write_findings((), "x", tmp_path) == 0
    assert read_told(tmp_path, "x", load_shapes()) == ()
