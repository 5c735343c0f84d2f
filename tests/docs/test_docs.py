"""README, CONTRIBUTING and the changelog say what the program does."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from kgraph.cli import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = cli.list_commands(click.Context(cli))


def help_of(name: str) -> str:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    return command.get_help(click.Context(command, info_name=f"kgraph {name}"))


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_shows_the_command(name: str) -> None:
    assert f"kgraph {name}" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(name: str) -> None:
    assert re.search(rf"^\s*(\$ )?kgraph {name}\b", help_of(name).partition("\n\n")[2], re.MULTILINE)


def test_readme_names_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"(?:^\$? ?|`)kgraph ([a-z]+)", README, re.MULTILINE))
    assert named - set(COMMANDS) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_uses_options_that_the_command_has(name: str) -> None:
    used = {o for line in re.findall(rf"\bkgraph {name}\b([^\n|`]*)", README) for o in options_in(line)}
    assert used - options_in(help_of(name)) == set()


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_make_targets_exist(text: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))
    assert named
    assert named - targets == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/data-model.md", "docs/servers.md"])
def test_links_to_files_lead_somewhere(name: str) -> None:
    file = ROOT / name
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_the_changelog_opens_with_the_version_of_the_package() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(\d[^]]*)\]", changelog, re.MULTILINE)[0] == version
