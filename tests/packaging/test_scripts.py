"""The shell scripts behind make, each run with a PATH of stand-ins."""

import subprocess
from pathlib import Path

import pytest
import yaml

SCRIPTS = Path(__file__).parents[2] / "scripts"
NEW, OLD = "exit 0", '[ "$1" = -c ] && exit 1; exit 0'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A PATH that holds nothing yet."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def put(path: Path, name: str, body: str) -> None:
    program = path / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)


def run(script: str, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", SCRIPTS / script],
        env={"PATH": str(path), **environment},
        cwd=path.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_browser_that_is_there_is_left_alone(path: Path) -> None:
    for name in ("chromium", "chromedriver"):
        put(path, name, "exit 9")
    put(path, "apt-get", "exit 9")
    result = run("install-browser.sh", path)
    assert (result.returncode, result.stdout + result.stderr) == (0, "")


def test_root_gets_the_browser_from_apt(path: Path) -> None:
    put(path, "id", "echo 0")
    put(path, "apt-get", f'echo "$@" >> "{path.parent}/log"')
    assert run("install-browser.sh", path).returncode == 0
    update, install = (path.parent / "log").read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.split()[-2:] == ["chromium", "chromium-driver"]


@pytest.mark.parametrize("tools", [{"id": "echo 1000", "apt-get": "exit 9"}, {"id": "echo 0"}], ids=["user", "no-apt"])
def test_others_are_told_how_in_one_line(path: Path, tools: dict[str, str]) -> None:
    for name, body in tools.items():
        put(path, name, body)
    result = run("install-browser.sh", path)
    assert result.returncode == 0
    assert "apt-get install chromium chromium-driver" in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_virtuoso_that_is_there_is_left_alone(path: Path) -> None:
    for name in ("virtuoso-t", "apt-get"):
        put(path, name, "exit 9")
    result = run("install-servers.sh", path)
    assert (result.returncode, result.stdout + result.stderr) == (0, "")


def test_root_gets_virtuoso_from_apt(path: Path) -> None:
    put(path, "id", "echo 0")
    put(path, "apt-get", f'echo "$@" >> "{path.parent}/log"')
    assert run("install-servers.sh", path).returncode == 0
    update, install = (path.parent / "log").read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.split()[-1] == "virtuoso-opensource-7-bin"


@pytest.mark.parametrize("tools", [{"id": "echo 1000", "apt-get": "exit 9"}, {"id": "echo 0"}], ids=["user", "no-apt"])
def test_others_are_told_how_to_get_virtuoso(path: Path, tools: dict[str, str]) -> None:
    for name, body in tools.items():
        put(path, name, body)
    result = run("install-servers.sh", path)
    assert result.returncode == 0
    assert "apt-get install virtuoso-opensource-7-bin" in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_finds_a_newer_python_beside_an_old_one(path: Path) -> None:
    put(path, "python3", OLD)
    put(path, "python3.12", NEW)
    assert run("find-python.sh", path).stdout == "python3.12\n"


def test_takes_the_python_that_is_named(path: Path) -> None:
    put(path, "python3", NEW)
    put(path, "mine", NEW)
    assert run("find-python.sh", path, PYTHON="mine").stdout == "mine\n"


@pytest.mark.parametrize(
    ("body", "advice"),
    [(OLD, "needs Python 3.11 or newer"), ('case "$2" in *ensurepip*) exit 1;; esac', "apt-get install python3-venv")],
    ids=["old", "no-venv"],
)
def test_says_in_one_line_what_is_wrong_with_python(path: Path, body: str, advice: str) -> None:
    put(path, "python3", body)
    result = run("find-python.sh", path)
    assert (result.returncode, result.stdout) == (1, "")
    assert advice in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_ci_runs_make_test_and_nothing_else(path: Path) -> None:
    put(path, "make", f'echo "$(pwd) $@" >> "{path.parent}/log"')
    ci = SCRIPTS.parent / ".ci" / "run"
    subprocess.run([ci], env={"PATH": f"{path}:/usr/bin:/bin"}, cwd=path, check=True)
    assert (path.parent / "log").read_text(encoding="utf-8") == f"{SCRIPTS.parent} test\n"


def test_hooks_run_tools_of_the_environment() -> None:
    config = yaml.safe_load((SCRIPTS.parent / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks)
    assert all((SCRIPTS.parent / word).exists() for hook in hooks for word in hook["entry"].split() if ".py" in word)
