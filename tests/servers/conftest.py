"""Real servers on free ports, stopped when the tests end, and a dataset for them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.dataset.reader import Reader
from kgraph.pipeline import build
from kgraph.protocol.address import PASSWORD, USER
from kgraph.queries import Param, SavedQuery
from kgraph.queries.choices import entities

SAMPLES = Path(__file__).parents[2] / "data" / "articles"
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: its base address, and how to kill it."""

    url: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], url: str, folder: Path) -> Iterator[Served]:
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(process, url, folder)
        yield Served(url, process)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, folder: Path) -> None:
    for _ in range(_SECONDS * 20):
        try:
            urlopen(url, timeout=5).close()  # noqa: S310  # our own http address
            return
        except (URLError, ConnectionError, TimeoutError):  # Virtuoso answers 404 while it sets itself up
            assert process.poll() is None, (folder / "server.log").read_text(errors="replace")
            time.sleep(0.05)
    pytest.fail(f"{url}: not ready after {_SECONDS} seconds")


Start = Callable[..., AbstractContextManager[Served]]


@pytest.fixture(scope="session")
def start_oxigraph(missing: Callable[[str], None]) -> Start:
    """Starts ``oxigraph serve`` in a folder, with more arguments, on a port that may be given."""
    binary = Path(sys.executable).with_name("oxigraph")
    if not binary.exists():
        missing("no oxigraph beside python: pip install oxigraph")

    def start(folder: Path, *arguments: str, port: int | None = None) -> AbstractContextManager[Served]:
        where = f"127.0.0.1:{port or _free_port()}"
        return _running([str(binary), "serve", "--bind", where, *arguments], f"http://{where}", folder)

    return start


@pytest.fixture
def oxigraph(start_oxigraph: Start, tmp_path: Path) -> Iterator[Served]:
    """An empty Oxigraph in memory, whose default graph is not the union: the usual one."""
    with start_oxigraph(tmp_path) as served:
        yield served


_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
"""


@pytest.fixture(scope="session")
def virtuoso(missing: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One Virtuoso with the settings of its package for all tests; its user may write, as the environment says."""
    binary = shutil.which("virtuoso-t")
    if not binary:
        missing("no virtuoso-t: apt-get install virtuoso-opensource-7-bin")
    folder, port = tmp_path_factory.mktemp("virtuoso"), _free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=_free_port(), http=port), encoding="utf-8")
    with _running(
        [binary or "", "-f", "-c", "virtuoso.ini", "+foreground"], f"http://127.0.0.1:{port}/sparql", folder
    ) as served:
        yield Served(served.url.removesuffix("/sparql"), served.process)


@pytest.fixture
def as_dba(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names the user that every new Virtuoso has."""
    monkeypatch.setenv(USER, "dba")
    monkeypatch.setenv(PASSWORD, "dba")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles as a dataset directory, which no test may build again."""
    data = tmp_path_factory.mktemp("servers") / "build"
    build((SAMPLES,), data)
    return data


@pytest.fixture
def dataset(built: Path, tmp_path: Path) -> Path:
    """A dataset directory of its own for a test that writes there."""
    shutil.copytree(built, tmp_path / "build", symlinks=True)
    return tmp_path / "build"


@pytest.fixture(scope="session")
def values(built: Path) -> Callable[[SavedQuery], dict[str, str]]:
    """A value for each parameter that a query needs: the thing that most facts name, or a plain value."""
    reader, plain = Reader.open(built), {"integer": "2019", "date": "2020-01-01", "string": "x"}

    def of(param: Param) -> str:
        return next(iter(entities(reader, param, 1)), "union/vn") if param.type == "entity" else plain[param.type]

    return lambda query: {p.name: of(p) for p in query.params if not p.optional and p.default is None}


@pytest.fixture
def kgraph() -> Callable[..., Result]:
    """Runs a command; an error that `main` would print is left in the result."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments])

    return run


@pytest.fixture(scope="session")
def by_graph() -> Callable[[Iterable[ox.Quad]], dict[str, set[str]]]:
    """The triples of each graph among quads."""

    def parted(quads: Iterable[ox.Quad]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for quad in quads:
            found.setdefault(str(quad.graph_name), set()).add(str(quad.triple))
        return found

    return parted
