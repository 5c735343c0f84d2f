"""The build as a whole: what it reports, what it writes, and that a rebuild gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import fake_extraction
import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import DatasetError
from kgraph.pipeline import BuildOptions, BuildReport, build

Files = Callable[[Path], dict[str, bytes]]


def run(data: Path, *sources: Path, **options: object) -> BuildReport:
    """A build with the fake extraction."""
    return build(tuple(sources), data, BuildOptions(**options), extract=fake_extraction.extract)  # type: ignore[arg-type]


def titles(data: Path) -> list[str]:
    """The titles of the articles in *data*, sorted."""
    rows = Reader.open(data).values("SELECT ?t WHERE { ?a a schema:NewsArticle ; dct:title ?t } ORDER BY ?t")
    return [row["t"] for row in rows]


def test_report_counts_and_names_files(tmp_path: Path, articles: Path) -> None:
    report = run(tmp_path / "out", articles)
    assert (report.articles, report.facts) == (3, 3)
    assert report.problems == ("d.txt: no article text found",)
    assert report.notes == ("c.txt: no fact found; is it about the Women's Union?",)
    assert titles(tmp_path / "out") == ["Tin ba", "Tin hai", "Tin một"]
    lines = (tmp_path / "out" / "kgraph.nq").read_text(encoding="utf-8").splitlines()
    assert report.triples == len({line.rsplit(" ", 2)[0] for line in lines})


def test_all_graphs_are_there_and_facts_lead_to_words(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    reader = Reader.open(tmp_path / "out")
    graphs = {row["g"].rpartition("/graph/")[2].split("/")[0] for row in reader.values("SELECT ?g { GRAPH ?g {} }")}
    assert graphs == {"article", "derived", "provenance", "registry", "vocabulary"}
    quotes = reader.values("SELECT ?q { ?f prov:wasDerivedFrom/oa:hasSelector/oa:exact ?q . ?f a org:Membership }")
    assert [row["q"] for row in quotes] == ["bà Ví"]
    shortcut = "ASK { ?a schema:mentions ?u . ?u kgo:partOfTransitive ?v . ?v skos:prefLabel 'Hội LHPN Việt Nam'@vi }"
    assert reader.query(shortcut)


def test_order_jobs_and_hash_seed_do_not_change_a_byte(tmp_path: Path, articles: Path, files: Files) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    for number in range(40):  # enough to make the pool start
        (other / f"{number:02}.txt").write_text(
            f"Tin số {number}\nHội họp, bà Ví{'abc'[number % 3]}.", encoding="utf-8"
        )
    script = Path(__file__).with_name("fake_extraction.py")
    results = []
    for number, (seed, jobs, sources) in enumerate(
        [("0", "1", (articles, other)), ("1", "1", (other, articles)), ("2", "3", (other, articles, other))]
    ):
        data = tmp_path / f"out{number}"
        command = [sys.executable, script, data, jobs, *sources]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        results.append(files(data))
    assert results[0] == results[1] == results[2]


def test_equal_texts_are_one_article_with_copies_and_the_earliest_speaks(tmp_path: Path) -> None:
    for name, day in (("x", "2021-03-05"), ("y", "2021-03-02"), ("z", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Tin\nHội họp.", encoding="utf-8")
        (tmp_path / name / "sources.csv").write_text(
            f"file,published,publisher\na.txt,{day},Báo {name}\n", encoding="utf-8"
        )
    report = run(tmp_path / "out", tmp_path / "x", tmp_path / "y", tmp_path / "z")
    reader = Reader.open(tmp_path / "out")
    said = reader.values("SELECT ?d ?p { ?a a schema:NewsArticle ; dct:issued ?d ; kgo:publisherName ?p }")
    copies = reader.values("SELECT ?p { ?a kgo:hasCopy ?c . ?c kgo:publisherName ?p } ORDER BY ?p")
    assert (report.articles, report.facts) == (1, 1)
    assert list(said) == [{"d": "2021-03-02", "p": "Báo y"}]
    assert [row["p"] for row in copies] == ["Báo x", "Báo y", "Báo z"]


def test_unchanged_sources_are_not_mapped_again(tmp_path: Path, articles: Path, files: Files) -> None:
    run(tmp_path / "out", articles)
    fake_extraction.CALLS.clear()
    first = run(tmp_path / "out", articles)
    assert fake_extraction.CALLS == []
    assert first.problems == ("d.txt: no article text found",)
    (articles / "b.txt").write_text("Tin hai\nHội tặng bà Mới quà.", encoding="utf-8")
    run(tmp_path / "out", articles)
    assert fake_extraction.CALLS == ["b.txt"]
    run(tmp_path / "fresh", articles)
    assert files(tmp_path / "out") == files(tmp_path / "fresh")


def test_changed_metadata_is_mapped_again(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    fake_extraction.CALLS.clear()
    (articles / "sources.csv").write_text("file,published\na.txt,2022-01-01\n", encoding="utf-8")
    run(tmp_path / "out", articles)
    assert fake_extraction.CALLS == ["a.txt"]


def test_damaged_cache_is_rebuilt(tmp_path: Path, articles: Path, files: Files) -> None:
    run(tmp_path / "out", articles)
    before = files(tmp_path / "out")
    for number, path in enumerate(sorted((tmp_path / "out" / "cache").glob("*/*"))):
        content = path.read_bytes()
        path.write_bytes((b"", content[: len(content) // 2], b"{}", b"\xff")[number % 4])
    run(tmp_path / "out", articles)
    assert files(tmp_path / "out") == before
    for path in (tmp_path / "out" / "cache").glob("*/*"):
        path.write_bytes(path.read_bytes().rpartition(b"\n")[0])
    run(tmp_path / "out", articles)
    assert files(tmp_path / "out") == before


def test_cache_forgets_what_is_gone(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    (articles / "a.txt").unlink()
    run(tmp_path / "out", articles)
    assert len(list((tmp_path / "out" / "cache").glob("*/*"))) == 3


def test_add_keeps_earlier_sources_and_plain_build_forgets_them(tmp_path: Path, articles: Path) -> None:
    extra = tmp_path / "them.txt"
    extra.write_text("Tin thêm\nHội họp.", encoding="utf-8")
    run(tmp_path / "out", articles)
    assert run(tmp_path / "out", extra, add=True).articles == 4
    assert run(tmp_path / "out", extra, add=True).articles == 4
    extra.unlink()
    report = run(tmp_path / "out", articles, add=True)
    assert (report.articles, report.problems[0]) == (3, f"{extra}: no such file or folder; check the name")
    assert run(tmp_path / "out", articles / "b.txt").articles == 1


def test_damaged_list_of_sources_is_named(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    (tmp_path / "out" / "sources.json").write_text("[")
    with pytest.raises(DatasetError, match=r"sources\.json: damaged; build again without --add"):
        run(tmp_path / "out", articles, add=True)


def test_nothing_readable_leaves_the_old_dataset(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    report = run(tmp_path / "out", articles / "d.txt", tmp_path / "nowhere")
    assert (report.articles, len(report.problems)) == (0, 2)
    assert len(titles(tmp_path / "out")) == 3
    assert run(tmp_path / "new", tmp_path / "nowhere").articles == 0
    assert not (tmp_path / "new").exists()


def test_a_killed_build_leaves_the_old_dataset_and_is_cleared_away(tmp_path: Path, articles: Path) -> None:
    data = tmp_path / "out"
    run(data, articles)
    killing = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import os, kgraph.pipeline.writing as w, fake_extraction\n"
        "w.report = lambda *_: os._exit(9)\n"
        "fake_extraction.main()"
    )
    done = subprocess.run([sys.executable, "-c", killing, data, "1", articles / "a.txt"], check=False)
    assert done.returncode == 9
    assert (data / "generations" / "2" / "kgraph.nq").is_file()
    assert len(titles(data)) == 3
    run(data, articles / "a.txt")
    assert titles(data) == ["Tin một"]
    assert sorted(p.name for p in (data / "generations").iterdir()) == ["1", "2"]


def test_source_and_dataset_must_differ(tmp_path: Path, articles: Path) -> None:
    with pytest.raises(DatasetError, match="both source and dataset"):
        run(articles, articles)


def test_a_folder_that_holds_its_dataset_can_be_built_again(tmp_path: Path, articles: Path) -> None:
    assert run(articles / "build", articles).articles == run(articles / "build", articles).articles == 3


def test_unwritable_place_is_one_line(tmp_path: Path, articles: Path) -> None:
    (tmp_path / "datei").write_text("")
    with pytest.raises(DatasetError, match=r"datei.*cannot be written.*--data"):
        run(tmp_path / "datei" / "out", articles)


def test_labels_are_decided_for_registry_and_articles_alike(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    query = "SELECT ?p { ?p a schema:Person }"
    (person,) = (row["p"] for row in Reader.open(tmp_path / "out").values(query))
    rows = f"kind,a,value\nlabel,{person},Bà Mẫu\nlabel,union/nam-dinh,Hội tỉnh ta\n"
    (articles / "decisions.csv").write_text(rows, encoding="utf-8")
    assert run(tmp_path / "out", articles).notes[:-1] == ()
    labels = "SELECT ?l { VALUES ?c { schema:Person kgo:WomensUnion } ?x a ?c ; skos:prefLabel ?l } ORDER BY ?l"
    found = {row["l"] for row in Reader.open(tmp_path / "out").values(labels)}
    assert {"Bà Mẫu", "Hội tỉnh ta"} < found
    assert not {"Ví", "Hội LHPN tỉnh Nam Định"} & found


def test_decisions_survive_a_rebuild_and_stale_ones_are_listed(tmp_path: Path, articles: Path) -> None:
    ledger = articles / "decisions.csv"
    run(tmp_path / "out", articles)
    query = "SELECT ?f { ?f a org:Membership }"
    (fact,) = (row["f"] for row in Reader.open(tmp_path / "out").values(query))
    ledger.write_text(f"kind,a,by,date,why\nwrong,{fact},Lan,2024-01-02,sai\nright,feedfeedfeedfeed,Lan,,\nbad,x,,,\n")
    report = run(tmp_path / "out", articles)
    assert list(Reader.open(tmp_path / "out").values(query)) == []
    assert report.facts == 2
    assert report.problems[1:] == (f"{ledger}: row 4: {report.problems[1].split(': ', 2)[2]}",)
    assert report.notes[0].startswith(f"{ledger}: row 3: feedfeedfeedfeed is not in this dataset")
    shutil.move(ledger, tmp_path / "other.csv")
    assert run(tmp_path / "out", articles, decisions=tmp_path / "other.csv").facts == 2
    assert run(tmp_path / "out", articles).facts == 3
