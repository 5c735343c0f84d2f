"""``kgraph facts``, ``explain`` and ``export`` as a user types them, in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def _kgraph(*args: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", *args]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=env, check=False)


def test_facts_writes_a_file_for_each_source(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "facts"
    done = _kgraph("facts", "--out", str(out), "--data", str(built))
    assert (done.returncode, done.stdout) == (0, "")
    assert "3 documents" in done.stderr
    assert sorted(f.name for f in out.iterdir()) == ["007_mau.json", "008_mau.json", "vi-du.json"]
    text = (out / "vi-du.json").read_text(encoding="utf-8")
    assert text.startswith('{\n "id": "vi-du",')
    assert text.endswith("}\n")
    assert "Hội LHPN tỉnh Nam Định" in text
    assert "\r" not in text


def test_facts_without_a_folder_is_one_json_and_the_same_under_any_hash_seed(built: Path) -> None:
    first, second = (_kgraph("facts", "--data", str(built), seed=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout
    assert list(json.loads(first.stdout)) == ["007_mau", "008_mau", "vi-du"]


def test_facts_into_a_file_is_told(built: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    done = _kgraph("facts", "--out", str(tmp_path / "taken"), "--data", str(built))
    assert done.returncode == 2
    assert "taken: cannot be written" in done.stderr


def test_explain_tells_the_entity_with_words_article_and_file(built: Path) -> None:
    done = _kgraph("explain", "nguyen thi vi du", "--data", str(built))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Nguyễn Thị Ví Dụ"
    assert "Chủ tịch, Hội LHPN tỉnh Nam Định" in done.stdout
    assert "“đồng chí Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh”" in done.stdout
    assert "ký kết chương trình phối hợp · 2021-03-02 · vi-du.txt" in done.stdout


def test_explain_of_something_without_facts_says_so(built: Path) -> None:
    done = _kgraph("explain", "huyen mau", "--lang", "en", "--data", str(built))
    assert done.returncode == 0
    assert done.stdout.endswith("Within: tỉnh Nam Định\n\nNo facts yet.\n")


@pytest.mark.parametrize(
    ("entity", "words"), [("Nguyen Thi Vi", "Ví Dụ"), ("zzz", "zzz"), ("nam-dinh", "union/nam-dinh")]
)
def test_explain_answers_beginnings_nothing_and_too_much(built: Path, entity: str, words: str) -> None:
    done = _kgraph("explain", entity, "--data", str(built))
    assert done.returncode == (0 if entity.startswith("Nguyen") else 1)
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_export_writes_a_file_or_stdout(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "kgraph.ttl"
    done = _kgraph("export", "turtle", "--out", str(out), "--data", str(built))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert _kgraph("export", "turtle", "--out", "-", "--data", str(built)).stdout == out.read_text(encoding="utf-8")


def test_wrong_use_of_export_is_one_line(built: Path, tmp_path: Path) -> None:
    for args, words in [
        (("rdfxml",), "choose one of csv, gexf"),
        (("csv", "--out", str(tmp_path)), "cannot be written"),
    ]:
        done = _kgraph("export", *args, "--data", str(built))
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert words in done.stderr


@pytest.mark.parametrize("args", [("facts",), ("explain", "x"), ("export", "csv"), ("query", "money")])
def test_no_dataset_is_told_with_the_fix(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = _kgraph(*args, "--data", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no dataset here; run `kgraph build" in done.stderr
