"""Dataset directories: whole generations side by side, and ``current``, which names the one that readers see.

A build writes into a generation of its own and switches ``current`` last, in one step; a build that is killed leaves
the old dataset as it was. The generation before stays until the next build, for readers that have it open.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kgraph.errors import DatasetError

if sys.platform != "win32":
    import fcntl

CURRENT: Final = "current"
FOLDER: Final = "generations"
PUBLISHED: Final = ("kgraph.nq", "kgraph.ttl", "report.html")
"""Files of the current generation that also stand at the top of the dataset directory."""
_TAG: Final = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# kgraph made this folder from sources; it may be deleted.\n"
)


def current_generation(data: Path) -> Path | None:
    """The generation that readers of *data* see, or None where nothing is built yet."""
    pointer = data / CURRENT
    if pointer.is_symlink():
        return data / pointer.readlink()
    if pointer.is_dir():
        return pointer  # a copy of the dataset by a tool that follows links
    return data / pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else None


def prepare(data: Path) -> None:
    """Make the dataset directory, marked as derived so that backups and `kgraph build .` pass it by."""
    (data / FOLDER).mkdir(parents=True, exist_ok=True)
    (data / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")


@contextmanager
def lock(data: Path) -> Iterator[None]:
    """Let no other build write into *data* meanwhile; the system lets go of the lock even if the process is killed.

    Raises DatasetError while another build holds it.
    """
    with (data / ".lock").open("w") as file:
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise DatasetError(f"{data}: another build is writing here; wait for it to end") from error
        yield


@contextmanager
def new_generation(data: Path) -> Iterator[Path]:
    """An empty generation of *data*, removed again if the block fails before it is switched to.

    Meanwhile all but the current one go: with a gigabyte of files, that takes as long as a small update.
    """
    _remove_unfinished(data)
    current = current_generation(data)
    folder = data / FOLDER / str(max(_numbers(data), default=0) + 1)
    folder.mkdir()
    try:
        with ThreadPoolExecutor(1) as beside:
            beside.submit(_keep_only, data, {folder.name, current.name if current else ""})
            yield folder
    finally:  # half a generation is of no use, whatever ended the block
        if current_generation(data) != folder:
            shutil.rmtree(folder, ignore_errors=True)


def switch(data: Path, generation: Path) -> None:
    """Let readers see *generation* from now on; `new_generation` drops the previous one, when it makes the next."""
    _point(data / CURRENT, Path(FOLDER, generation.name))
    publish(data)


def _keep_only(data: Path, names: Collection[str]) -> None:
    for number in _numbers(data):
        if str(number) not in names:
            shutil.rmtree(data / FOLDER / str(number), ignore_errors=True)


def publish(data: Path) -> None:
    """Let the files of the current generation stand at the top of *data*, also where somebody took one away."""
    for name in PUBLISHED:
        _publish(data, name)


def _point(pointer: Path, target: Path) -> None:
    """Make *pointer* a link to *target* in one step; where links are impossible (Windows), a text file naming it."""
    fresh = pointer.with_name(f".{pointer.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(target)
    except OSError:
        fresh.write_text(f"{target.as_posix()}\n", encoding="utf-8")
    fresh.replace(pointer)


def _publish(data: Path, name: str) -> None:
    """A link at the top that goes through ``current``, so that it never needs to change; else a copy."""
    generation = current_generation(data)
    if generation is None or not (generation / name).exists():
        (data / name).unlink(missing_ok=True)
    elif (data / CURRENT).is_symlink():
        _point(data / name, Path(CURRENT, name))
    else:
        shutil.copyfile(generation / name, data / f".{name}.new")
        (data / f".{name}.new").replace(data / name)


def _numbers(data: Path) -> list[int]:
    return sorted(int(folder.name) for folder in (data / FOLDER).iterdir() if folder.name.isdecimal())


def _remove_unfinished(data: Path) -> None:
    """Drop what a killed build left: a generation above the current one was never finished."""
    current = current_generation(data)
    for number in _numbers(data):
        if number > (int(current.name) if current else 0):
            shutil.rmtree(data / FOLDER / str(number), ignore_errors=True)
