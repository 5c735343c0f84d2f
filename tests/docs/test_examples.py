"""The console examples of README, run on the sample articles, print what README says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph.cli import cli

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(
    r"```console\n\$ kgraph (.*?)\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the checkout, with the dataset of the sample articles in build/."""
    home = tmp_path_factory.mktemp("readme")
    (home / "data").symlink_to(ROOT / "data")
    result = CliRunner().invoke(cli, ["build", str(home / "data" / "articles"), "--data", str(home / "build")])
    assert result.exit_code == 0, result.output
    return home


def comparable(line: str) -> str:
    """*line* with its spaces collapsed; a summary of a build without its counts, which grow with the rules."""
    line = " ".join(line.split())
    return re.sub(r"[\d.]+", "N", line) if "triples" in line else line


def shown(example: str) -> Iterator[str]:
    """The lines of an example that stand for output; a cut one up to its ellipsis."""
    for line in example.splitlines():
        if line and line != "...":
            yield comparable(line.partition("…")[0])


def test_readme_has_examples() -> None:
    assert {command.split()[0] for command, _ in BLOCKS} == {"build", "validate", "query", "explain"}


@pytest.mark.parametrize(("command", "example"), BLOCKS, ids=[command.split()[0] for command, _ in BLOCKS])
def test_example_prints_what_readme_says(
    command: str, example: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    words = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', command)]
    printed = [comparable(line) for line in CliRunner().invoke(cli, words).output.splitlines()]
    assert [line for line in shown(example) if not any(p.startswith(line) for p in printed)] == []
