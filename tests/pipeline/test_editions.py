"""A report printed again with another headline, a sentence less and other words counts once, whatever is asked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kgraph.dataset.reader import Reader, Table
from kgraph.pipeline import BuildOptions, BuildReport, build
from kgraph.queries import get, load, run, write

SAMPLES = Path(__file__).parents[2] / "data" / "articles"
FIRST = "cum-thi-dua-song-hong-2022.txt"
OTHER_WORDS = {
    "Lãnh đạo Trung ương Hội LHPN Việt Nam dự tổng kết cụm thi đua sông Hồng": "Phụ nữ đồng bằng gặp nhau ở Hưng Yên",
    "Thứ hai, 21/11/2022": "Thứ ba, 22/11/2022",
    "họp tổng kết hoạt động": "đã họp tổng kết hoạt động",
    "xét tặng Cờ thi đua": "xét và tặng Cờ thi đua",
    "mừng những kết quả": "vui mừng trước những kết quả",
    " và 240 em được thăm, tặng quà.": " và 240 em được thăm, tặng quà dịp Tết.",
}
# What a user may ask: the parameters that a query needs.
ASKED: dict[str, dict[str, str]] = {
    "across-reform": {"about": "union/quang-tri-2025"},
    "events-between": {"since": "2019-01-01", "until": "2023-12-31"},
    "figures-of-programme": {"programme": "me do dau"},
    "leaders-of-body": {"organization": "union/vn"},
    "new-since": {"since": "2019-01-01"},
    "posts-attested": {"about": "tran lan phuong"},
    "programmes-of-union": {"union": "union/nam-dinh"},
    "themes-of-year": {"year": "2019"},
    "unions-as-of": {"day": "2023-01-01"},
    "unions-of-programme": {"programme": "939"},
}
# These ask for one event, for words or for pairs of things, and show every edition.
EVERY_EDITION = {"bodies-at-event", "evidence", "identity-candidates", "inferred", "quotes"}
ID = "https://data.example/kgraph/id/"


def edited() -> str:
    text = (SAMPLES / FIRST).read_text(encoding="utf-8")
    for old, new in OTHER_WORDS.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def built(folder: Path, *rows: str) -> tuple[Reader, BuildReport]:
    """The dataset of the samples and of one more edition, with the *rows* of a ledger."""
    sources = folder / "bai"
    if not sources.exists():
        shutil.copytree(SAMPLES, sources)
        (sources / "dang-lai.txt").write_text(edited(), encoding="utf-8")
    (sources / "decisions.csv").write_text("\n".join(["kind,a,b", *rows]), encoding="utf-8")
    report = build((sources,), folder / "out", BuildOptions())
    return Reader.open(folder / "out"), report


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    data = tmp_path_factory.mktemp("before") / "out"
    build((SAMPLES,), data, BuildOptions())
    return Reader.open(data)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return built(tmp_path_factory.mktemp("after"))[0]


def editions(reader: Reader) -> list[tuple[str, str]]:
    """(file, file of the representative) of every article that is in a group."""
    rows = reader.values("""
        SELECT ?file ?first { ?a kgo:inGroup/kgo:representative ?r ; kgo:hasCopy/kgo:fileName ?file .
          ?r kgo:hasCopy/kgo:fileName ?first } ORDER BY ?file""")
    return [(row["file"], row["first"]) for row in rows]


def test_samples_themselves_are_different_articles(before: Reader) -> None:
    assert editions(before) == []


def test_the_edition_printed_first_represents_the_group_and_the_measure_is_told(after: Reader) -> None:
    assert editions(after) == [(FIRST, FIRST), ("dang-lai.txt", FIRST)]
    (measured,) = after.values("""
        SELECT ?later ?resemblance ?containment { ?n kgo:resemblance ?resemblance ; kgo:containment ?containment ;
          kgo:laterEdition/kgo:hasCopy/kgo:fileName ?later }""")
    assert measured["later"] == "dang-lai.txt"
    assert 0.55 <= float(measured["containment"]) < 1 > float(measured["resemblance"]) > 0


@pytest.mark.parametrize("name", sorted({query.name for query in load()} - EVERY_EDITION))
def test_no_answer_changes(before: Reader, after: Reader, name: str) -> None:
    query, values = get(name), ASKED.get(name, {})
    assert write(after, query, run(after, query, values), "csv") == write(
        before, query, run(before, query, values), "csv"
    )


def test_the_samples_have_something_to_ask_for(before: Reader) -> None:
    answers = {name: run(before, get(name), values) for name, values in ASKED.items()}
    assert [name for name, answer in answers.items() if not (isinstance(answer, Table) and answer.rows)] == []


def test_a_name_that_both_editions_give_an_event_means_the_first(before: Reader, after: Reader) -> None:
    query, values = get("bodies-at-event"), {"event": "Tổng kết hoạt động năm 2022"}
    assert run(after, query, values) == run(before, query, values)


def test_people_may_part_and_join_articles(tmp_path: Path) -> None:
    reader, _ = built(tmp_path)
    keys = {
        row["file"]: row["key"].removeprefix(ID)
        for row in reader.values("SELECT ?file (STR(?a) AS ?key) { ?a kgo:hasCopy/kgo:fileName ?file }")
    }
    pair = f"{keys[FIRST]},{keys['dang-lai.txt']}"
    parted, report = built(tmp_path, f"different,{pair}")
    assert editions(parted) == []
    assert not any("decisions" in line for line in (*report.problems, *report.notes))
    others = f"{keys['nam-dinh-giao-uoc-2021.txt']},{keys['nam-dinh-ba-huyen-ven-bien.txt']}"
    joined, _ = built(tmp_path, f"different,{pair}", f"same,{others}")
    assert [file for file, _ in editions(joined)] == ["nam-dinh-ba-huyen-ven-bien.txt", "nam-dinh-giao-uoc-2021.txt"]
    titles = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a schema:NewsArticle ; dct:title ?t }"
    assert [row["n"] for row in joined.values(titles)] == ["11"]
