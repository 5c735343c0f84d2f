"""Loading: what a person can get wrong in a table is one line with file and row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.errors import RegistryError
from kgraph.registry import places, posts, programmes, regions, table

Give = Callable[[str], None]


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    def put(text: str) -> None:
        monkeypatch.setattr(table, "read", lambda _: text)

    return put


def test_rows_are_cells_by_column(give: Give) -> None:
    give("word\tkind\ntp\tthành phố\n")
    assert [dict(row) for row in table.rows("x.tsv")] == [{"word": "tp", "kind": "thành phố"}]


def test_a_table_may_be_empty(give: Give) -> None:
    give("word\tkind\n")
    assert table.rows("x.tsv") == ()


def test_a_short_row_is_named(give: Give) -> None:
    give("word\tkind\na\tb\nc\n")
    with pytest.raises(RegistryError, match=r"^data/registry/x.tsv, row 3: has 1 cells, not 2$"):
        table.rows("x.tsv")


def test_another_header_is_refused(give: Give) -> None:
    give("key\tlabel\n")
    with pytest.raises(RegistryError, match=r"regions.tsv: the header must be key label label_en aliases"):
        regions.regions.__wrapped__()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(RegistryError, match=r"data/registry/absent.tsv: cannot be read"):
        table.rows("absent.tsv")


def test_a_refused_value_is_named_with_its_row(give: Give) -> None:
    give("key\tkind\tcode\tlabel\tlabel_en\taliases\tlegal_basis\tperiod\nx\tkế hoạch\t\tX\tX\t\t\t\n")
    with pytest.raises(RegistryError, match=r"programmes.tsv, row 2: unknown kind 'kế hoạch'"):
        programmes.programmes.__wrapped__()


def test_a_period_is_two_years(give: Give) -> None:
    give("key\tkind\tcode\tlabel\tlabel_en\taliases\tlegal_basis\tperiod\nx\tđề án\t\tX\tX\t\t\t2017-2025\n")
    with pytest.raises(RegistryError, match=r"programmes.tsv, row 2: the period '2017-2025' is not two years"):
        programmes.programmes.__wrapped__()


def test_a_key_that_comes_twice_is_named(give: Give) -> None:
    give("key\tlabel\tlabel_en\taliases\nx\tA\tA\t\nx\tB\tB\t\n")
    with pytest.raises(RegistryError, match=r"regions.tsv: the key x comes twice"):
        regions.regions.__wrapped__()


def test_a_name_that_two_rows_share_is_named(give: Give) -> None:
    give("key\tlabel\tlabel_en\taliases\nx\tThủy A\tA\t\ny\tB\tB\tThuỷ a\n")
    with pytest.raises(RegistryError, match=r"regions.tsv: two rows share a name: 'thủy a' \(x, y\)"):
        regions.regions.__wrapped__()


def test_exclusion_of_posts_must_be_mutual(give: Give) -> None:
    give("key\tlabel\tlabel_en\taliases\texclusive\tbody\nx\tA\tA\t\ty\t\ny\tB\tB\t\t\t\n")
    with pytest.raises(RegistryError, match=r"posts.tsv: x excludes y"):
        posts.posts.__wrapped__()


def test_a_place_with_an_unknown_parent_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    head = "\t".join(places.PLACES)
    texts = {
        "data/registry/places.tsv": f"{head}\nx\tX\txã\tcommune\tnowhere\t\t\t\t\n",
        "data/registry/places-extra.tsv": f"{head}\tnote\n",
    }
    monkeypatch.setattr(table, "read", texts.__getitem__)
    with pytest.raises(RegistryError, match=r"x has the unknown parent nowhere"):
        places.places.__wrapped__()


def test_a_place_of_unknown_kind_is_named(give: Give) -> None:
    give("\t".join((*places.PLACES, "note")) + "\nx\tX\tlàng\tcommune\tvn\t\t\t\t\t\n")
    with pytest.raises(RegistryError, match=r"places-extra.tsv, row 2: unknown kind 'làng'"):
        places.places.__wrapped__()
