"""``kgraph evaluate`` as people type it: where the facts come from, what is printed, exit codes, one line a fault."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.errors import KgraphError

TEXT = """Hội nghị mẫu
Ngày 2/3/2021, Hội LHPN tỉnh Nam Định tổ chức hội nghị triển khai Đề án 939. Đồng chí Trần Thị Mẫu, Chủ tịch Hội LHPN \
tỉnh Nam Định phát biểu. Dự hội nghị có lãnh đạo Hội LHPN tỉnh Hà Nam.
"""
GOLD: dict[str, Any] = {
    "id": "bai",
    "unions": [
        {"name": "Hội LHPN tỉnh Nam Định", "level": "province"},
        {"name": "Hội LHPN tỉnh Hà Nam", "level": "province"},
        {"name": "Hội LHPN tỉnh Hưng Yên", "level": "province"},
    ],
    "officials": [
        {"name": "Trần Thị Mẫu", "roles": [{"title": "Chủ tịch", "org": "Hội LHPN tỉnh Nam Định"}]},
    ],
}


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold folder of one article, one of whose unions is not to be found."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "bai.txt").write_text(TEXT, encoding="utf-8")
    write(folder / "bai.json", GOLD)
    return folder


def write(path: Path, document: Any) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def run(*arguments: str) -> Result:
    """What ``kgraph evaluate`` prints and answers."""
    return CliRunner().invoke(cli, ["evaluate", *arguments])


def row(result: Result, *start: str) -> list[str]:
    """The cells after *start* of the line that begins with it."""
    lines = [line.split() for line in result.stdout.splitlines()]
    return next(line[len(start) :] for line in lines if line[: len(start)] == list(start))


def test_articles_beside_gold_are_built_and_compared(gold: Path) -> None:
    result = run("gold", "--errors")
    assert (result.exit_code, result.stderr) == (0, "")
    assert row(result, "unions") == ["2", "0", "1", "1.000", "0.667", "0.800", "0.800"]
    assert row(result, "union-named", "unions") == ["2", "2", "0", "1.000"]
    assert row(result, "person-post", "roles") == ["1", "1", "0", "1.000"]
    assert [line for line in result.stdout.splitlines() if line.startswith("-  bai") and "Hưng Yên" in line]
    assert sorted(path.name for path in gold.iterdir()) == ["bai.json", "bai.txt"], "nothing is left behind"


def test_a_folder_of_facts_and_a_dataset_give_the_same_measures(gold: Path) -> None:
    for command in (["build", "gold", "--data", "out"], ["facts", "--data", "out", "--out", "facts"]):
        assert CliRunner().invoke(cli, command).exit_code == 0
    beside = json.loads(run("gold", "--format", "json").stdout)
    dataset = json.loads(run("gold", "--data", "out", "--format", "json").stdout)
    result = run("gold", "facts", "--format", "json")
    assert dataset == beside
    assert json.loads(result.stdout) == {key: [] if key == "rules" else beside[key] for key in beside if key != "naive"}
    assert result.stderr == "note: rules are not known of facts read from files\n"


def test_a_file_may_go_on_after_the_name_of_its_gold(gold: Path) -> None:
    (gold / "bai.txt").rename(gold / "bai_mot.txt")
    assert row(run("gold"), "persons")[:3] == ["1", "0", "0"]


def test_gold_without_facts_is_missed_and_told(gold: Path) -> None:
    (gold.parent / "facts").mkdir()
    write(gold.parent / "facts" / "bai.json", GOLD)
    write(gold / "hai.json", GOLD)
    result = run("gold", "facts")
    assert row(result, "unions")[:3] == ["3", "0", "3"]
    assert "note: gold/hai.json: no facts to compare; all of it counts as missed" in result.stderr


def test_the_baseline_is_frozen_compared_and_defended(gold: Path) -> None:
    frozen = run("gold", "--baseline", "b.json", "--update-baseline")
    assert (frozen.exit_code, frozen.stderr) == (0, "b.json: holds the result of 1 article of gold/ now\n")
    same = run("gold", "--baseline", "b.json")
    assert (same.exit_code, row(same, "unions")[-2:]) == (0, ["0.800", "="])
    (gold / "bai.txt").write_text(TEXT.replace("Hội LHPN tỉnh Hà Nam", "các đơn vị"), encoding="utf-8")
    worse = run("gold", "--baseline", "b.json")
    assert worse.exit_code == 1
    assert "unions: fell from 0.8000 to 0.5000" in worse.stderr
    assert row(worse, "unions")[-1] == "-0.300"


def test_articles_new_to_the_baseline_are_told(gold: Path) -> None:
    run("gold", "--baseline", "b.json", "--update-baseline")
    (gold / "hai.txt").write_text(TEXT.replace("mẫu", "hai"), encoding="utf-8")
    write(gold / "hai.json", GOLD)
    result = run("gold", "--baseline", "b.json")
    assert (result.exit_code, result.stderr) == (0, "note: b.json: not in it yet: hai\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "nowhere: no such folder"),
        (["empty"], "empty: holds no .json file"),
        (["gold", "lonely"], "lonely: nothing in common with gold"),
        (["lonely"], "lonely/mot.json: no mot.txt beside it; add the article, or name FACTS or --data"),
        (["broken"], "broken/bai.json: /unions/0/name is missing; it must be text"),
        (["silent"], "silent/bai.txt: empty"),
        (["gold", "lonely", "--data", "out"], "give a folder of facts or --data, not both"),
        (["gold", "--data", "out"], "out: no dataset here"),
        (["gold", "--update-baseline"], "--update-baseline needs --baseline FILE"),
        (["gold", "--baseline", "no.json"], "no.json: no such file; make it with --update-baseline"),
        (["gold", "--baseline", "no/b.json", "--update-baseline"], "b.json: cannot be written"),
    ],
)
def test_a_fault_is_one_line(gold: Path, arguments: list[str], words: str) -> None:
    for name in ("empty", "lonely", "broken", "silent"):
        (gold.parent / name).mkdir()
    write(gold.parent / "lonely" / "mot.json", GOLD)
    for name, document in (("broken", {"unions": [{}]}), ("silent", GOLD)):
        write(gold.parent / name / "bai.json", document)
        (gold.parent / name / "bai.txt").touch()
    result = run(*arguments)
    assert isinstance(result.exception, KgraphError)
    assert words in str(result.exception)
    assert "\n" not in str(result.exception)
    assert (result.exception.exit_code, result.stdout) == (2, "")


def test_a_fault_ends_the_program_with_2_and_no_traceback(gold: Path) -> None:
    done = kgraph("evaluate", "nowhere")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("kgraph: nowhere: ")


def test_the_output_is_the_same_under_any_hash_seed(gold: Path) -> None:
    first, second = (kgraph("evaluate", "gold", "--errors", seed=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout != ""


def kgraph(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "kgraph", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=env, check=False)
