"""A build that changes the generation before gives the same bytes as one that starts over."""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from pyoxigraph import Store

from kgraph.dataset.canonical import sorted_quads
from kgraph.dataset.derive import made_by_rules
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.portions import Portion, Portions
from kgraph.dataset.reader import Reader
from kgraph.identity.beside import spot_trails
from kgraph.identity.reading import reading_trails
from kgraph.pipeline import BuildOptions, BuildReport, build, portioning, reporting, spilling
from kgraph.pipeline.telling import Told
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.views.addresses import shown_trails

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "data" / "articles").glob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])
FILES = ("kgraph.nq", "kgraph.ttl", "report.html", "current/findings.json")
Edit = Callable[[Path, Random, Path], None]


def add(folder: Path, chance: Random, _: Path) -> None:
    text = chance.choice(TEXTS).read_text(encoding="utf-8")
    words = (
        text.replace("năm", "nam", 3) if chance.random() < 0.5 else f"{text}\nHội LHPN tỉnh Hà Nam tặng 12 suất quà.\n"
    )
    (folder / f"moi-{chance.randrange(10**6)}.txt").write_text(words, encoding="utf-8")


def remove(folder: Path, chance: Random, _: Path) -> None:
    chance.choice(sorted(folder.glob("*.txt"))).unlink()


def rename(folder: Path, chance: Random, _: Path) -> None:
    path = chance.choice(sorted(folder.glob("*.txt")))
    path.rename(path.with_name(f"khac-{path.name}"))


def copy(folder: Path, chance: Random, _: Path) -> None:
    path = chance.choice(sorted(folder.glob("*.txt")))
    shutil.copy(path, path.with_name(f"ban-sao-{chance.randrange(99)}-{path.name}"))


def tell(folder: Path, chance: Random, _: Path) -> None:
    path = chance.choice(sorted(folder.glob("*.txt")))
    day = f"20{chance.randrange(10, 24)}-0{chance.randrange(1, 9)}-11"
    with (folder / "sources.csv").open("a", encoding="utf-8") as file:
        file.write(f"{path.name},{day},Báo Ví Dụ {chance.randrange(9)}\n")


def decide(folder: Path, chance: Random, data: Path) -> None:
    """A row about things that the dataset holds."""

    def one(pattern: str) -> str:
        rows = Reader.open(data).values(f"SELECT DISTINCT ?x {{ {pattern} }} ORDER BY ?x")
        return chance.choice([row["x"] for row in rows])

    wrong = f"wrong,{one('?x prov:wasDerivedFrom ?e')},,"
    bare = f"wrong,{one('?x prov:wasDerivedFrom ?e').rpartition('/')[2]},,"
    person = "?x a schema:Person"
    label = f"label,{one('{ ?x a schema:Person } UNION { ?x a kgo:WomensUnion }')},,Tên mới {chance.randrange(9)}"
    same = f"same,{one(person)},{one(person)},"
    union = f"same,{one('?x a kgo:Body')},{one('?x a kgo:WomensUnion')},"
    parted = f"different,{one(person)},{one('?x a schema:NewsArticle')},"
    event = f"same,{one('?x a kgo:Event')},{one('?x a kgo:Event')},"
    with (folder / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(chance.choice([wrong, bare, label, same, union, parted, event]) + "\n")


def forget(folder: Path, _: Random, __: Path) -> None:
    rows = (folder / "decisions.csv").read_text(encoding="utf-8").splitlines()
    (folder / "decisions.csv").write_text("\n".join(rows[:1] + rows[2:]) + "\n", encoding="utf-8")


EDITS: tuple[Edit, ...] = (add, add, remove, rename, copy, tell, decide, decide, decide, forget)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty articles."""
    found = tmp_path / "bai"
    found.mkdir()
    for path in TEXTS:
        shutil.copy(path, found)
    (found / "sources.csv").write_text("file,published,publisher\n", encoding="utf-8")
    (found / "decisions.csv").write_text("kind,a,b,value\n", encoding="utf-8")
    return found


def files(data: Path) -> dict[str, bytes]:
    return {name: (data / name).read_bytes() for name in FILES}


def afresh(folder: Path, data: Path, cache: Path) -> BuildReport:
    """A build that finds nothing but the articles as they were mapped."""
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(cache, data / "cache")
    return build((folder,), data)


@pytest.mark.parametrize("seed", range(3))
def test_an_update_gives_the_bytes_of_a_build_from_nothing(
    seed: int, tmp_path: Path, folder: Path, updates: list[Path]
) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    for step in range(5):
        done = [chance.choice(EDITS) for _ in range(chance.randint(1, 3))]
        for edit in done:
            edit(folder, chance, tmp_path / "out")
        report = build((folder,), tmp_path / "out")
        again = afresh(folder, tmp_path / "fresh", tmp_path / "out" / "cache")
        told = (seed, step, [edit.__name__ for edit in done])
        assert report == again, told
        assert files(tmp_path / "out") == files(tmp_path / "fresh"), told
        lines = (tmp_path / "out" / "kgraph.nq").read_bytes().splitlines()
        assert sorted_quads(Reader.open(tmp_path / "out").store) == lines, told
    assert len(updates) >= 3


def test_the_store_is_let_go_of(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps it open keeps it locked: a dataset of the same name could not be built again by this process."""
    for cached in (shipped_dependencies, made_by_rules, reading_trails, spot_trails, shown_trails):
        cached.cache_clear()
    monkeypatch.chdir(tmp_path)
    build((folder,), Path("out"))
    (folder / "moi.txt").write_text("Tin\nHội LHPN tỉnh Hà Nam tặng 12 suất quà.\n", encoding="utf-8")
    gc.disable()
    try:
        build((folder,), Path("out"))
        Store("out/generations/2/store")  # raises OSError where it is locked
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kgraph.ttl", b"# edited by hand\n"),
        ("kgraph.nq", None),
        ("inventory.sqlite", b"no database"),
        ("inventory.sqlite", None),
        ("identity.json", b"{"),
        ("findings.sqlite", b"no database"),
        ("findings.sqlite", None),
        ("store/CURRENT", b"no store"),
    ],
)
def test_what_is_damaged_or_edited_is_made_anew(name: str, content: bytes | None, tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "out"
    build((folder,), data, BuildOptions(jobs=2))
    path = data / "current" / name
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    (folder / "moi.txt").write_text("Tin\nHội LHPN tỉnh Hà Nam tặng 12 suất quà.\n", encoding="utf-8")
    build((folder,), data)
    afresh(folder, tmp_path / "fresh", data / "cache")
    assert files(data) == files(tmp_path / "fresh")


def test_an_update_with_other_shapes_looks_at_everything_by_portions(
    tmp_path: Path, folder: Path, updates: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    monkeypatch.setattr(reporting, "finder", lambda: "that of other shapes")
    (folder / "moi.txt").write_text("Tin\nHội LHPN tỉnh Hà Nam tặng 12 suất quà.\n", encoding="utf-8")
    afresh(folder, tmp_path / "fresh", tmp_path / "out" / "cache")
    monkeypatch.setattr(spilling, "BATCH", 7)
    looked: list[Portion] = []
    found_near = portioning._found_near

    def noted(portions: Portions, portion: Portion) -> tuple[Finding, ...]:
        looked.append(portion)
        return found_near(portions, portion)

    monkeypatch.setattr(portioning, "_found_near", noted)
    tell, stores = portioning.told_of, list[Path]()

    def told(store: Path, articles: Iterable[Path], inventory: Inventory, jobs: int) -> Iterator[Told]:
        stores.append(store)
        return tell(store, articles, inventory, jobs)

    monkeypatch.setattr(reporting, "told_of", told)
    build((folder,), tmp_path / "out")
    # The store that is being written is compacted at any time, and its files go while others read them.
    assert [store.parent.name.partition("-")[0] for store in stores] == ["graphs"]
    assert len(looked) >= 5
    assert len(updates) == 1
    assert files(tmp_path / "out") == files(tmp_path / "fresh")


def test_nothing_is_made_where_nothing_changed(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "out"
    (folder / "leer.txt").touch()
    (folder / "decisions.csv").write_text("kind,a\nwrong,feedfeedfeedfeed\nbad,x\n", encoding="utf-8")
    first = build((folder,), data, BuildOptions(jobs=2))
    assert [len(lines) > 0 for lines in (first.problems, first.notes)] == [True, True]
    assert build((folder,), data) == first
    assert [path.name for path in (data / "generations").iterdir()] == ["1"]
    monkeypatch.setattr(sys.modules["kgraph.pipeline.build"], "finder", lambda: "other shapes")
    assert build((folder,), data) == first
    assert (data / "current").resolve().name == "2"
    with (folder / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write("right,feedfeedfeedfeee\n")
    assert len(build((folder,), data).notes) == len(first.notes) + 1


def same_as_afresh(folder: Path, data: Path) -> str:
    """Update *data*, compare it with a build from nothing, and return its quads."""
    build((folder,), data)
    afresh(folder, data.with_name("fresh"), data / "cache")
    assert files(data) == files(data.with_name("fresh"))
    return (data / "kgraph.nq").read_text(encoding="utf-8")


def test_another_spelling_that_wins_is_written_into_articles_that_did_not_change(
    tmp_path: Path, folder: Path, updates: list[Path]
) -> None:
    def told(name: str, words: str) -> None:
        text = f"Tin {name}\nHội LHPN tỉnh Hà Nam triển khai mô hình “{words}” tại cơ sở {name}.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    told("một", "Nuôi heo nhựa")
    told("hai", "Nuôi Heo nhựa")
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    assert '#prefLabel> "Nuôi Heo nhựa"@vi' in (tmp_path / "out" / "kgraph.nq").read_text(encoding="utf-8")
    told("ba", "Nuôi heo nhựa")
    quads = same_as_afresh(folder, tmp_path / "out")
    assert '#prefLabel> "Nuôi Heo nhựa"@vi' not in quads
    assert '#altLabel> "Nuôi Heo nhựa"@vi' in quads
    assert len(updates) == 1


def test_a_decision_follows_when_one_of_its_articles_changes(tmp_path: Path, folder: Path, updates: list[Path]) -> None:
    for name, person in (("một", "Đinh Bịa Thử"), ("hai", "Đinh Bịa Thứ")):
        text = (
            f"Tin {name}\nPhát biểu tại hội nghị, đồng chí {person}, Chủ tịch Hội LHPN tỉnh Hà Nam ghi nhận kết quả.\n"
        )
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    rows = Reader.open(tmp_path / "out").values(
        "SELECT ?p { ?p a schema:Person ; skos:prefLabel ?l FILTER(CONTAINS(?l, 'Đinh Bịa')) }"
    )
    one, other = sorted(row["p"] for row in rows)
    (folder / "decisions.csv").write_text(f"kind,a,b\nsame,{one},{other}\n", encoding="utf-8")
    quads = same_as_afresh(folder, tmp_path / "out")
    assert f"<{one}>" not in quads
    with (folder / "một.txt").open("a", encoding="utf-8") as file:
        file.write("Hội LHPN tỉnh Hà Nam tặng 12 suất quà.\n")
    assert same_as_afresh(folder, tmp_path / "out").count(other) > 4
    assert len(updates) == 2


def test_a_group_of_editions_follows_when_one_goes(tmp_path: Path, folder: Path, updates: list[Path]) -> None:
    text = (folder / "quang-tri-tong-ket-2019.txt").read_text(encoding="utf-8")
    parts = text.split(" và ")
    for number in range(1, 4):  # another word of the text is another in each
        words = f"{' và '.join(parts[:number])} cùng {' và '.join(parts[number:])}"
        (folder / f"ban-{number}.txt").write_text(words, encoding="utf-8")
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    group = "SELECT ?a { ?a kgo:inGroup ?g . ?g a kgo:ArticleGroup }"
    before = len(list(Reader.open(tmp_path / "out").values(group)))
    assert before >= 3
    (folder / "ban-1.txt").unlink()
    same_as_afresh(folder, tmp_path / "out")
    assert len(list(Reader.open(tmp_path / "out").values(group))) == before - 1
    assert len(updates) == 1


def test_a_decision_follows_when_an_edition_of_one_of_its_articles_changes(
    tmp_path: Path, folder: Path, updates: list[Path]
) -> None:
    """The edition makes its report be written again, and so everything that the decision joins."""
    text = (folder / "quang-tri-tong-ket-2019.txt").read_text(encoding="utf-8")
    (folder / "ban-1.txt").write_text(text.replace(" và ", " cùng ", 1), encoding="utf-8")
    said = "Phát biểu tại hội nghị, đồng chí Đinh Bịa Thử, Chủ tịch Hội LHPN tỉnh Hà Nam ghi nhận kết quả."
    (folder / "một.txt").write_text(f"Tin một\n{said}\n", encoding="utf-8")
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    reader = Reader.open(tmp_path / "out")
    named = "?f a org:Membership ; prov:wasDerivedFrom/oa:hasSource/kgo:hasCopy/kgo:fileName '{}' }} ORDER BY ?f"
    [person] = {row["p"] for row in reader.values("SELECT ?p { ?f org:member ?p . " + named.format("một.txt"))}
    fact = "SELECT ?f { ?f prov:wasDerivedFrom/oa:hasSource/kgo:hasCopy/kgo:fileName 'quang-tri-tong-ket-2019.txt' }"
    wrong = min(row["f"] for row in reader.values(fact))
    rows = f"kind,a,b,value\nwrong,{wrong},,\nlabel,{person},,Đinh Bịa Mẫu\n"
    (folder / "decisions.csv").write_text(rows, encoding="utf-8")
    same_as_afresh(folder, tmp_path / "out")
    (folder / "ban-1.txt").write_text(text.replace(" và ", " lẫn ", 1), encoding="utf-8")
    assert "Đinh Bịa Mẫu" in same_as_afresh(folder, tmp_path / "out")
    assert len(updates) == 2


@pytest.mark.parametrize("name", ["report.html", "kgraph.nq", "current/report.html", "current/findings.json"])
def test_a_file_that_is_missing_comes_back(name: str, tmp_path: Path, folder: Path) -> None:
    build((folder,), tmp_path / "out", BuildOptions(jobs=2))
    whole = files(tmp_path / "out")
    (tmp_path / "out" / name).unlink()
    build((folder,), tmp_path / "out")
    assert files(tmp_path / "out") == whole
