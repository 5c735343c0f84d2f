"""Places: labels, names, hierarchy and succession."""

from __future__ import annotations

import pytest

from kgraph.errors import RegistryError
from kgraph.registry import places
from kgraph.registry.places import predecessors, successors

ALL = places.places()


@pytest.mark.parametrize(
    ("key", "label", "label_en"),
    [
        ("vn", "Việt Nam", "Viet Nam"),
        ("nam-dinh", "tỉnh Nam Định", "Nam Định province"),
        ("hai-phong.le-chan", "quận Lê Chân", "Lê Chân urban district"),
        ("ho-chi-minh.1", "quận 1", "District 1"),
        ("quang-ninh.mong-cai", "thành phố Móng Cái", "Móng Cái city"),
        ("quang-ninh.mong-cai-2-2025", "phường Móng Cái 2", "Móng Cái 2 ward"),
        ("quang-tri-2025.con-co-2025", "đặc khu Cồn Cỏ", "Cồn Cỏ special zone"),
    ],
)
def test_label_has_the_level_word(key: str, label: str, label_en: str) -> None:
    assert (ALL[key].label, ALL[key].label_en) == (label, label_en)


@pytest.mark.parametrize("name", ["Hướng Hóa", "Hướng Hoá", "HƯỚNG HÓA", "hướng  hóa"])
def test_named_ignores_tone_placement_case_and_blanks(name: str) -> None:
    assert [place.key for place in ALL.named(name)] == ["quang-tri.huong-hoa"]


@pytest.mark.parametrize(
    ("alias", "key"),
    [
        ("Đakrông", "quang-tri.da-krong"),
        ("Đa Krông", "quang-tri.da-krong.dakrong"),
        ("HCM", "ho-chi-minh"),
        ("Qui Nhơn", "binh-dinh.quy-nhon"),
        ("Bà Rịa-Vũng Tàu", "ba-ria-vung-tau"),
        ("Đắc Lắc", "dak-lak"),
        ("Phó Bảng", "ha-giang.dong-van.pho-bang"),
    ],
)
def test_named_knows_other_spellings(alias: str, key: str) -> None:
    assert key in {place.key for place in ALL.named(alias)}


def test_named_gives_all_homonyms_by_key() -> None:
    keys = [place.key for place in ALL.named("Hải Đông")]
    assert {"quang-ninh.mong-cai.hai-dong", "nam-dinh.hai-hau.hai-dong"} <= set(keys)
    assert keys == sorted(keys)


def test_named_knows_no_name_without_marks() -> None:
    assert ALL.named("Nam Dinh") == ()


def test_names_are_those_that_named_finds() -> None:
    names = set(ALL.names())
    assert {"nam định", "đa krông", "đakrông"} <= names
    assert [name for name in names if not ALL.named(name)] == []


def test_ancestors_run_to_the_country() -> None:
    assert [p.key for p in ALL.ancestors("quang-ninh.mong-cai.ka-long")] == ["quang-ninh.mong-cai", "quang-ninh", "vn"]
    assert [p.key for p in ALL.ancestors("ninh-binh-2025.hoa-lu-2025")] == ["ninh-binh-2025", "vn"]
    assert ALL.ancestors("vn") == ()


def test_children_are_those_directly_below() -> None:
    districts = {place.key for place in ALL.children("nam-dinh")}
    assert {"nam-dinh.hai-hau", "nam-dinh.giao-thuy", "nam-dinh.nghia-hung", "nam-dinh.my-loc"} <= districts
    assert {ALL[key].level for key in districts} == {"district"}


def test_a_code_means_another_place_in_another_vintage() -> None:
    assert "gso-legacy:06709" in ALL["quang-ninh.mong-cai.ka-long"].codes
    assert "gso-2025:06709" in ALL["quang-ninh.mong-cai-2-2025"].codes


@pytest.mark.parametrize("key", ["quang-ninh", "ha-noi", "thanh-hoa", "lai-chau"])
def test_a_province_that_july_2025_left_alone_keeps_its_key(key: str) -> None:
    assert [code.split(":")[0] for code in ALL[key].codes] == ["gso-2020", "gso-2025", "gso-legacy"]
    assert (ALL[key].valid_to, ALL.get(f"{key}-2025")) == ("", None)


@pytest.mark.parametrize(
    "key", ["nam-dinh.my-loc", "ninh-binh.ninh-binh", "nghe-an.cua-lo", "quang-ninh.hoanh-bo", "ha-tay"]
)
def test_units_dissolved_before_2025_are_known(key: str) -> None:
    assert ALL[key].valid_to < "2025-01-01"
    assert successors(key) != ()


def test_namesakes_under_one_parent_carry_their_kind() -> None:
    assert ALL["ha-tinh.ky-anh"].kind == "thị xã"
    assert ALL["ha-tinh.ky-anh-huyen"].kind == "huyện"


def test_namesakes_that_differ_in_marks_only_are_told_apart() -> None:
    assert ALL["quang-ngai-2025.ba-too-2025"].name == "Ba Tô"
    assert ALL["quang-ngai-2025.ba-tow-2025"].name == "Ba Tơ"


def test_a_district_that_became_a_town_is_two_units_but_its_old_communes_are_one() -> None:
    assert [p.kind for p in ALL.named("Mộc Châu") if p.level == "district"] == ["thị xã", "huyện"]
    assert not ALL["son-la.moc-chau"].valid_on("2021-03-01")
    assert ALL["son-la.moc-chau-huyen"].valid_on("2021-03-01")
    assert ALL.get("son-la.moc-chau-huyen.chieng-hac") is None
    assert ALL["son-la.moc-chau.chieng-hac"].valid_on("2021-03-01")


def test_valid_on_includes_both_ends_and_doubts_nothing_unknown() -> None:
    old, new = ALL["ninh-binh"], ALL["ninh-binh-2025"]
    assert [old.valid_on(day) for day in ("1999-01-01", "2025-06-30", "2025-07-01")] == [True, True, False]
    assert [new.valid_on(day) for day in ("2025-06-30", "2025-07-01", "2099-01-01")] == [False, True, True]


def test_a_unit_was_not_valid_when_one_above_was_not() -> None:
    commune = ALL["quang-ninh.mong-cai.hoa-lac"]
    assert (commune.valid_from, commune.valid_to) == ("", "")
    assert [commune.valid_on(day) for day in ("2021-01-01", "2026-01-01")] == [True, False]
    old, new = ALL["thua-thien-hue.a-luoi"], ALL["hue.a-luoi"]
    assert [place.valid_on("2021-01-01") for place in (old, new)] == [True, False]
    assert [place.valid_on("2025-03-01") for place in (old, new)] == [False, True]


def test_successors_and_predecessors_mirror_each_other() -> None:
    (row,) = successors("nam-dinh")
    assert (row.new, row.change, row.date) == ("ninh-binh-2025", "merged", "2025-07-01")
    assert [row.old for row in predecessors("ninh-binh-2025")] == ["ha-nam", "nam-dinh", "ninh-binh"]
    assert successors("quang-ninh") == ()


def test_an_island_district_without_communes_becomes_a_special_zone() -> None:
    assert [row.new for row in successors("quang-tri.con-co")] == ["quang-tri-2025.con-co-2025"]


def test_an_unknown_key_is_one_line_with_the_file() -> None:
    with pytest.raises(RegistryError, match=r"no place has the key 'nowhere' in data/registry/places.tsv"):
        ALL["nowhere"]
    with pytest.raises(RegistryError, match="nowhere"):
        ALL.ancestors("nowhere")
    assert ALL.get("nowhere") is None
    assert "nowhere" not in ALL
