"""The ledger: what people decided is applied, contradictions and stale rows are reported."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.dataset.decisions import apply, relabel
from kgraph.dataset.ledger import Decision, read_ledger
from kgraph.dataset.nquads import split
from kgraph.dataset.review import Review, review

FIXTURE = Path(__file__).parents[1] / "fixtures" / "example.trig"
ID = "https://data.example/kgraph/id/"
PERSON = "person/nguyen-thi-vi-du.nam-dinh-0a1b2c"
UNION = "union/nam-dinh"
MEMBERSHIP, EVENT = "0000000000000001", "0000000000000002"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The article and registry graphs of the example."""
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    return sorted(f"{q} ." for q in store if "/article/" in str(q.graph_name) or "registry" in str(q.graph_name))


def decide(lines: list[str], *rows: tuple[str, ...]) -> Review:
    """The review of rows given as (kind, a, b, value)."""
    return review(lines, [Decision(*row, where=f"row {n}") for n, row in enumerate(rows, start=2)])


def after(lines: list[str], *rows: tuple[str, ...]) -> list[str]:
    """The lines after rows that must all count."""
    found = decide(lines, *rows)
    assert (found.conflicts, found.unmatched) == ((), ())
    return relabel(apply(lines, found.decisions), found.decisions)


def gone(lines: list[str], *rows: tuple[str, ...]) -> set[str]:
    """The keys of subjects that *rows* remove."""
    kept = {split(line)[0] for line in after(lines, *rows)}
    return {node[1:-1].removeprefix(ID) for node in {split(line)[0] for line in lines} - kept}


def values(lines: list[str], key: str, name: str) -> list[str]:
    """The values of one property (the end of its IRI) of one node, sorted."""
    return sorted(
        split(line)[2] for line in lines if line.startswith(f"<{ID}{key}> ") and split(line)[1].endswith(f"{name}>")
    )


def test_no_decision_changes_nothing(lines: list[str]) -> None:
    assert after(lines) == lines


@pytest.mark.parametrize("name", [MEMBERSHIP, f"membership/{MEMBERSHIP}", f"{ID}membership/{MEMBERSHIP}"])
def test_wrong_removes_the_fact_however_it_is_named(lines: list[str], name: str) -> None:
    assert gone(lines, ("wrong", name)) == {f"membership/{MEMBERSHIP}"}


def test_wrong_removes_what_only_that_fact_led_to(lines: list[str]) -> None:
    removed = gone(lines, ("wrong", MEMBERSHIP), ("wrong", "0000000000000003"))
    evidence = {f"evidence/e000000000000001{part}" for part in ("", "#quote", "#position", "#r1")}
    assert removed == {f"membership/{MEMBERSHIP}", "participation/0000000000000003", PERSON} | evidence


def test_a_wrong_event_takes_its_parts_along_and_leaves_no_dangling_name(lines: list[str]) -> None:
    removed = gone(lines, ("wrong", EVENT))
    parts = {f"participation/00000000000000{number}" for number in ("03", "04", "14")}
    assert removed == {f"event/{EVENT}", "group/0000000000000015", *parts}
    assert not [line for line in after(lines, ("wrong", EVENT)) if f"/event/{EVENT}>" in line]


def test_same_gives_facts_to_the_other_and_keeps_the_name_as_another(lines: list[str]) -> None:
    body = "body/cong-an-tinh.nam-dinh"
    found = after(lines, ("same", body, UNION))
    assert not [line for line in found if f"/{body}>" in line]
    assert values(found, UNION, "prefLabel") == [
        '"Hội LHPN tỉnh Nam Định"@vi',
        '"Women\'s Union of Nam Định province"@en',
    ]
    assert values(found, UNION, "altLabel") == ['"Công an tỉnh Nam Định"@vi']
    assert '"cong an tinh nam dinh"' in values(found, UNION, "searchLabel")
    assert len(values(found, UNION, "level")) == 1
    assert values(found, "participation/0000000000000004", "participant") == [f"<{ID}{UNION}>"]


def test_chains_and_circles_of_same_have_one_name(lines: list[str]) -> None:
    body, other = "body/cong-an-tinh.nam-dinh", "union/vn"
    chain = after(lines, ("same", body, other), ("same", other, UNION))
    circle = after(lines, ("same", body, UNION), ("same", UNION, body))
    assert values(chain, "participation/0000000000000004", "participant") == [f"<{ID}{UNION}>"]
    assert values(circle, "participation/0000000000000004", "participant") == [f"<{ID}{UNION}>"]


def test_different_parts_a_person_in_one_article(lines: list[str]) -> None:
    found = after(lines, ("different", PERSON, "article/1111111111111111"))
    fresh = f"{PERSON}.1111111111111111"
    assert values(found, fresh, "prefLabel") == ['"Nguyễn Thị Ví Dụ"@vi']
    assert values(found, f"membership/{MEMBERSHIP}", "member") == [f"<{ID}{fresh}>"]
    assert not [line for line in found if f"/{PERSON}>" in line]


def test_label_replaces_and_both_are_found(lines: list[str]) -> None:
    found = after(lines, ("label", PERSON, "", 'Nguyễn Thị "Mẫu"'))
    assert values(found, PERSON, "prefLabel") == ['"Nguyễn Thị \\"Mẫu\\""@vi']
    assert values(found, PERSON, "altLabel") == ['"Nguyễn Thị Ví Dụ"@vi']
    assert values(found, PERSON, "searchLabel") == ['"nguyen thi \\"mau\\""', '"nguyen thi vi du"']
    english = after(lines, ("label", UNION, "", "Hội ta"))
    assert values(english, UNION, "prefLabel") == ['"Hội ta"@vi', '"Women\'s Union of Nam Định province"@en']


def test_right_unsure_and_different_things_change_nothing(lines: list[str]) -> None:
    rows = (("right", MEMBERSHIP), ("unsure", PERSON, UNION), ("different", PERSON, UNION))
    assert after(lines, *rows) == lines


@pytest.mark.parametrize(
    "rows",
    [
        [("wrong", MEMBERSHIP), ("right", f"membership/{MEMBERSHIP}")],
        [("label", PERSON, "", "A"), ("label", PERSON, "", "B")],
        [("same", PERSON, UNION), ("different", UNION, PERSON)],
        [("same", PERSON, UNION), ("same", "union/vn", UNION), ("different", PERSON, "union/vn")],
    ],
)
def test_contradictions_are_reported_and_none_is_applied(lines: list[str], rows: list[tuple[str, ...]]) -> None:
    found = decide(lines, *rows)
    assert [line.split(":")[0] for line in sorted(found.conflicts)] == [f"row {n}" for n in range(2, 2 + len(rows))]
    assert found.decisions == ()


def test_equal_rows_are_no_contradiction(lines: list[str]) -> None:
    assert len(decide(lines, ("label", PERSON, "", "A"), ("label", PERSON, "", "A")).decisions) == 2


def test_stale_rows_are_listed_with_what_they_name(lines: list[str]) -> None:
    found = decide(lines, ("wrong", "feedfeedfeedfeed"), ("same", PERSON, "person/nobody"), ("right", MEMBERSHIP))
    assert [line.partition(" is not")[0] for line in found.unmatched] == [
        "row 2: feedfeedfeedfeed",
        "row 3: person/nobody",
    ]
    assert [d.kind for d in found.decisions] == ["right"]


def test_ledger_rows(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "kind,a,b,value,by,date,why\n"
        "wrong,x,,,Lan,2024-01-02,sai\n"
        "maybe,x,,,,,\n"
        "same,x,,,,,\n"
        "label,x,,,,,\n"
        "right,x,,,,2/1/2024,\n"
        ",,,,,,\n"
        "right,x\n",
        encoding="utf-8",
    )
    decisions, problems = read_ledger(path)
    assert decisions == (Decision("wrong", "x", "", "", "Lan", "2024-01-02", "sai", f"{path}: row 2"),)
    found = dict(line.removeprefix(f"{path}: row ").split(": ", 1) for line in problems)
    words = {"3": "'maybe'", "4": "column b", "5": "column value", "6": "2/1/2024", "8": "2 cells instead of 7"}
    assert found.keys() == words.keys()
    assert all(words[row] in found[row] for row in words)
    assert read_ledger(tmp_path / "none.csv") == ((), ())


def test_a_label_follows_the_thing_that_it_was_joined_to(lines: list[str]) -> None:
    body = "body/cong-an-tinh.nam-dinh"
    found = after(lines, ("same", body, UNION), ("label", body, "", "Hội nhà"))
    assert values(found, UNION, "prefLabel")[0] == '"Hội nhà"@vi'
    both = decide(lines, ("same", body, UNION), ("label", body, "", "Hội nhà"), ("label", UNION, "", "Hội ta"))
    assert [d.kind for d in both.decisions] == ["same"]


def test_a_parted_person_can_be_joined_and_labelled(lines: list[str]) -> None:
    article, fresh = "article/1111111111111111", f"{PERSON}.1111111111111111"
    found = after(lines, ("different", article, PERSON), ("same", fresh, UNION), ("label", fresh, "", "Bà khác"))
    assert values(found, f"membership/{MEMBERSHIP}", "member") == [f"<{ID}{UNION}>"]
    assert '"Bà khác"@vi' in values(found, UNION, "prefLabel")


def test_a_person_is_parted_only_where_an_article_names_them(lines: list[str]) -> None:
    found = decide(
        lines, ("different", PERSON, "article/2222222222222222"), ("different", UNION, "article/1111111111111111")
    )
    assert [line.split(";")[0] for line in found.unmatched] == [
        "row 2: article/2222222222222222 is not in this dataset (any more)"
    ]
    assert [d.where for d in found.decisions] == ["row 3"]
    other = [line.replace("article/1111111111111111", "article/3333333333333333") for line in lines]
    found = decide(
        [*other, *(line for line in lines if PERSON not in line)], ("different", PERSON, "article/1111111111111111")
    )
    assert found.unmatched == (
        f"row 2: {PERSON} is not named in article/1111111111111111 (any more); correct the row or drop it",
    )


def test_the_same_in_an_article_joins_nothing_but_contradicts_another_one_there(lines: list[str]) -> None:
    article = "article/1111111111111111"
    assert after(lines, ("same", PERSON, article)) == lines
    found = decide(lines, ("same", PERSON, article), ("different", PERSON, article))
    assert (len(found.conflicts), found.decisions) == (2, ())


def test_only_facts_are_right_or_wrong(lines: list[str]) -> None:
    found = decide(lines, ("wrong", PERSON), ("right", UNION))
    assert [line.split(" (")[0] for line in found.unmatched] == [
        f"row 2: {PERSON} is not a fact of this dataset",
        f"row 3: {UNION} is not a fact of this dataset",
    ]


def test_a_joined_event_has_one_value_of_each_property_and_all_evidence(lines: list[str]) -> None:
    twin = "event/0000000000000099"
    told = [line.replace(f"event/{EVENT}", twin) for line in lines if line.startswith(f"<{ID}event/{EVENT}> ")]
    told = [line.replace("2021-03-01", "2021-03-02").replace("e000000000000002", "e000000000000001") for line in told]
    found = after([*lines, *told], ("same", twin, f"event/{EVENT}"))
    event = f"event/{EVENT}"
    assert {len(values(found, event, name)) for name in ("eventDate", "eventKind", "datePrecision")} == {1}
    assert values(found, event, "earliestDate")[0].startswith('"2021-03-01"')
    assert len(values(found, event, "wasDerivedFrom")) == 2
    turned = after([*lines, *told], ("same", event, twin))
    assert values(turned, twin, "earliestDate")[0].startswith('"2021-03-02"'), "the one that gives the name speaks"
    bare = [line for line in lines if not line.startswith(f"<{ID}{event}> ") or "Date" not in line]
    found = after([*bare, *told], ("same", twin, event))
    assert values(found, event, "earliestDate")[0].startswith('"2021-03-02"'), "what the first lacks, the second says"


POOL = (
    ("same", "body/cong-an-tinh.nam-dinh", UNION, ""),
    ("same", "union/vn", UNION, ""),
    ("same", "body/cong-an-tinh.nam-dinh", "union/vn", ""),
    ("same", UNION, "body/cong-an-tinh.nam-dinh", ""),
    ("same", "programme/me-do-dau", "programme/de-an-939", ""),
    ("different", "union/vn", UNION, ""),
    ("different", PERSON, "article/1111111111111111", ""),
    ("same", PERSON, "article/1111111111111111", ""),
    ("same", f"{PERSON}.1111111111111111", "union/vn", ""),
    ("wrong", MEMBERSHIP, "", ""),
    ("right", MEMBERSHIP, "", ""),
    ("wrong", EVENT, "", ""),
    ("right", "0000000000000006", "", ""),
    ("label", PERSON, "", "Bà Mẫu"),
    ("label", UNION, "", "Hội ta"),
    ("label", "union/vn", "", "Hội của ta"),
    ("unsure", PERSON, UNION, ""),
    ("wrong", "feedfeedfeedfeed", "", ""),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.sampled_from(POOL), unique=True, max_size=8), data=st.data())
def test_the_order_of_the_rows_does_not_count(
    lines: list[str], rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    def graph(order: list[tuple[str, ...]]) -> tuple[set[str], int, int]:
        found = decide(lines, *order)
        made = relabel(apply(lines, found.decisions), found.decisions)
        return set(made), len(found.conflicts), len(found.unmatched)

    assert graph(data.draw(st.permutations(rows))) == graph(rows)
