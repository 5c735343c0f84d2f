"""The build with the real extraction, on an invented text: facts must reach the files with their words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.dataset.reader import Reader
from kgraph.pipeline import BuildOptions, build

TEXT = """Hội LHPN tỉnh Nam Định tổng kết công tác năm 2020

Ngày 7/1/2021, Hội LHPN tỉnh Nam Định tổ chức hội nghị tổng kết công tác Hội năm 2020. Tới dự có đồng chí \
Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh Nam Định.
Các cấp Hội tiếp tục thực hiện Đề án 939. Hội đã tặng quà cho em Trần Văn Kín Tên ở thôn 1.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of the one article."""
    folder = tmp_path_factory.mktemp("real")
    (folder / "bai.txt").write_text(TEXT, encoding="utf-8")
    report = build((folder / "bai.txt",), folder / "out", BuildOptions())
    assert (report.articles, report.problems, report.notes) == (1, (), ())
    return folder / "out"


def test_a_president_is_found_with_her_words(data: Path) -> None:
    rows = Reader.open(data).values("""
        SELECT ?person ?union ?post ?quote {
          ?m a org:Membership ; org:member/skos:prefLabel ?person ; org:organization ?o ;
            org:role/skos:prefLabel ?post ;
            prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote .
          ?o skos:prefLabel ?union . FILTER (LANG(?union) = "vi" && LANG(?post) = "vi") }""")
    (row,) = rows
    assert (row["person"], row["union"], row["post"]) == ("Nguyễn Thị Ví Dụ", "Hội LHPN tỉnh Nam Định", "Chủ tịch")
    assert "Nguyễn Thị Ví Dụ - Chủ tịch" in row["quote"]


def test_every_quote_stands_at_its_position_with_its_context(data: Path) -> None:
    text = TEXT.replace("\n\n", "\n", 1).strip()
    rows = list(
        Reader.open(data).values("""
        SELECT ?exact ?prefix ?suffix ?start ?end {
          ?e oa:hasSelector ?q, ?p . ?q oa:exact ?exact . ?p oa:start ?start ; oa:end ?end .
          OPTIONAL { ?q oa:prefix ?prefix } OPTIONAL { ?q oa:suffix ?suffix } }""")
    )
    assert rows
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        assert text[start:end] == row["exact"]
        assert text[:start].endswith(row.get("prefix", ""))
        assert text[end:].startswith(row.get("suffix", ""))


def test_no_private_name_is_anywhere_in_the_files(data: Path) -> None:
    assert "Kín Tên" not in (data / "kgraph.nq").read_text(encoding="utf-8")


def test_sample_articles_give_the_same_bytes_under_any_seed_and_jobs(tmp_path: Path) -> None:
    results = []
    for seed, jobs in (("0", "1"), ("3", "2")):
        out = tmp_path / seed
        command = [sys.executable, "-m", "kgraph", "build", "--data", out, "--jobs", jobs]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        results.append([(out / name).read_bytes() for name in ("kgraph.nq", "kgraph.ttl", "report.html")])
    assert results[0] == results[1]
