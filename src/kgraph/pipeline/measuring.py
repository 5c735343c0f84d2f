"""Gold folder -> evaluation: where the facts to compare come from, and the naive floor over the same articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias, TypeVar

from kgraph.articles import read_article
from kgraph.dataset.reader import Reader
from kgraph.errors import SourceError
from kgraph.evaluation import Document, Evaluation, GoldError, evaluate, floor, read_facts
from kgraph.facts import with_rules
from kgraph.pipeline.build import build
from kgraph.pipeline.remember import remembered
from kgraph.sources import Found, SourceProblem, find_sources, read_found
from kgraph.vietnamese import nfc

Json: TypeAlias = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Measured:
    """The *evaluation* of a gold folder, that of the naive *floor* (None where the texts are not at hand), and *notes*:
    what a person should know of it, a line each."""

    evaluation: Evaluation
    floor: Evaluation | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """What is compared with gold: documents and article files by stem, and notes."""

    documents: Mapping[str, Document]
    texts: Mapping[str, Found] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def measure(gold: Path, facts: Path | None = None, data: Path | None = None) -> Measured:
    """Compare the facts files in folder *gold* with those in folder *facts*, else with what dataset *data* holds, else
    with what a build of the articles that stand in *gold* gives.

    A document belongs to the gold file whose stem its own stem equals, or begins with before an underscore:
    ``007_bai.txt`` to ``007.json``. Raises GoldError on files that cannot be compared, and DatasetError on *data*.
    """
    wanted = {stem: read_facts(path) for stem, path in _json_files(gold).items()}
    given = _of_files(facts, wanted) if facts else _of_dataset(data) if data else _of_build(gold, wanted)
    documents = _belonging(wanted, given.documents)
    if not documents:
        raise GoldError(
            f"{facts or data or gold}: nothing in common with {gold}; a file of facts needs the name of its gold"
        )
    missing = (
        f"{gold / name}.json: no facts to compare; all of it counts as missed"
        for name in wanted
        if name not in documents
    )
    texts = _belonging(wanted, given.texts)
    floored = _floor(wanted, texts) if documents.keys() <= texts.keys() else None
    return Measured(evaluate(wanted, documents), floored, (*given.notes, *missing))


def _json_files(folder: Path) -> dict[str, Path]:
    """The facts files in *folder* by stem, sorted."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; name one that holds NAME.json files of facts")
    files = sorted(path for path in folder.glob("*.json") if path.is_file())
    if not files:
        raise GoldError(f"{folder}: holds no .json file; name a folder with NAME.json files of facts")
    return {_stem(path): path for path in files}


def _stem(path: Path) -> str:
    try:
        path.name.encode()
    except UnicodeEncodeError as error:  # a name from an old disk in another encoding
        raise GoldError(f"{str(path)!a}: the name of this file is not UTF-8; rename it") from error
    return nfc(path.stem)


def _belonging(wanted: Iterable[str], given: Mapping[str, T]) -> dict[str, T]:
    """What is *given* for each of the *wanted* stems, for those that have something."""
    best: dict[str, str] = {}
    for stem in sorted(given, reverse=True):
        best |= {name: stem for name in wanted if stem == name or stem.startswith(f"{name}_")}
    return {name: given[stem] for name, stem in best.items()}


def _of_files(folder: Path, wanted: Iterable[str]) -> _Given:
    files = _belonging(wanted, _json_files(folder))
    documents = {name: Document(read_facts(path)) for name, path in files.items()}
    return _Given(documents, notes=("rules are not known of facts read from files",))


def _of_dataset(data: Path) -> _Given:
    found, _ = find_sources(remembered(data))
    return _Given(_documents(data), {PurePosixPath(item.name).stem: item for item in found})


def _of_build(gold: Path, wanted: Mapping[str, Json]) -> _Given:
    beside = {PurePosixPath(item.name).stem: item for item in find_sources((gold,))[0] if item.path.parent == gold}
    texts = _belonging(wanted, beside)
    if lonely := [name for name in wanted if name not in texts]:
        raise GoldError(
            f"{gold / lonely[0]}.json: no {lonely[0]}.txt beside it; add the article, or name FACTS or --data"
        )
    try:
        with TemporaryDirectory(prefix="kgraph-") as folder:
            return _built(texts, Path(folder) / "build")
    except OSError as error:
        raise GoldError(f"no temporary dataset can be written ({error}); set TMPDIR to a folder with room") from error


def _built(texts: Mapping[str, Found], data: Path) -> _Given:
    report = build(tuple(item.path for item in texts.values()), data)
    if not report.articles:
        raise GoldError("; ".join(report.problems))
    return _Given(_documents(data), texts, report.problems)


def _documents(data: Path) -> dict[str, Document]:
    return {stem: Document(one.json, one.rules) for stem, one in with_rules(Reader.open(data)).items()}


def _floor(wanted: Mapping[str, Json], texts: Mapping[str, Found]) -> Evaluation | None:
    """The evaluation of a mere look-up of names; None where an article cannot be read (the build says why)."""
    try:
        found = {name: Document(floor(_text(item))) for name, item in texts.items()}
    except SourceError:
        return None
    return evaluate(wanted, found)


def _text(item: Found) -> str:
    source = read_found(item)
    if isinstance(source, SourceProblem):
        raise SourceError(source.line)
    return read_article(source).text
