"""The wheel, built from the sdist and installed in a fresh environment, works from any folder."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RESOURCES = ("ontology", "shapes", "queries", "data/registry", "data/articles")


def run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env={"PATH": "/usr/bin:/bin"}
    )
    assert result.returncode == 0, f"{command}: {result.stderr[-2000:]}"
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as a release would have it: the sdist first, then the wheel from the sdist."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def kgraph(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command. The dependencies come from this environment, so that nothing is downloaded."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=home)
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    # A path in a .pth file comes after the environment's own packages, and its own .pth files (the editable
    # checkout) are not read: the wheel is what gets imported.
    (Path(packages) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "kgraph"


@pytest.mark.parametrize("folder", RESOURCES)
def test_holds_the_resources(wheel: Path, folder: str) -> None:
    prefix = f"kgraph/{folder}/"
    packed = {n.removeprefix(prefix) for n in zipfile.ZipFile(wheel).namelist() if n.startswith(prefix)}
    wanted = {str(f.relative_to(ROOT / folder)) for f in (ROOT / folder).rglob("*.*") if f.is_file()}
    # kgraph/queries/ is a Python package as well, so there is more in it than the resources.
    assert sorted(name for name in wanted - packed if not name.endswith(".DS_Store")) == []


def test_imports_the_wheel_and_not_the_checkout(kgraph: Path, tmp_path: Path) -> None:
    where = run(kgraph.with_name("python"), "-c", "import kgraph; print(kgraph.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(kgraph.parents[1])


def test_help(kgraph: Path, tmp_path: Path) -> None:
    assert "Usage: kgraph" in run(kgraph, "--help", cwd=tmp_path)


def test_lists_the_saved_queries(kgraph: Path, tmp_path: Path) -> None:
    listing = run(kgraph, "query", cwd=tmp_path)
    missing = [f.stem for f in (ROOT / "queries").glob("*.rq") if f.stem not in listing]
    assert missing == []


def test_builds_the_sample_articles(kgraph: Path, tmp_path: Path) -> None:
    run(kgraph, "build", cwd=tmp_path)
    assert (tmp_path / "build" / "kgraph.ttl").read_text(encoding="utf-8").startswith("@prefix")
