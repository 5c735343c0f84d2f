"""Reading files, folders and listings: every fault is one line that names the file and the fix."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from kgraph.model import Source
from kgraph.sources import MAX_BYTES, SourceProblem, read_sources

TEXT = "Hội LHPN xã Ví Dụ họp\nNgày 1/3, Hội LHPN xã Ví Dụ họp.\n"


def read(*paths: Path, max_bytes: int = MAX_BYTES) -> tuple[list[Source], list[str]]:
    """Sources and problem lines under *paths*."""
    items = list(read_sources(paths, max_bytes))
    return [i for i in items if isinstance(i, Source)], [i.line for i in items if isinstance(i, SourceProblem)]


def put(folder: Path, **files: str | bytes) -> Path:
    """Write *files* (``__`` for a dot, ``___`` for a slash in their names) into *folder*."""
    for name, content in files.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_folder_is_read_recursively_and_sorted(tmp_path: Path) -> None:
    put(tmp_path, b__txt=TEXT, a___c__HTML="<html><p>x</p>", a___d__htm="<p>x</p>", notes__md="x", decisions__csv="x")
    put(tmp_path, __hidden__txt="x", __cache___e__txt="x")
    sources, problems = read(tmp_path)
    assert [(s.name, s.is_html) for s in sources] == [("a/c.HTML", True), ("a/d.htm", True), ("b.txt", False)]
    assert problems == []


def test_a_dataset_directory_inside_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, a__txt=TEXT, build___CACHEDIR__TAG="x", build___report__html="<html>")
    assert [s.name for s in read(tmp_path)[0]] == ["a.txt"]


def test_order_and_repetition_of_paths_change_nothing(tmp_path: Path) -> None:
    put(tmp_path, a___x__txt=TEXT, b___x__txt=TEXT + "hai", b___sources__csv="file,title\nx.txt,Tựa\n")
    paths = [tmp_path / "a", tmp_path / "b", tmp_path / "b" / "x.txt", tmp_path / "a"]
    first, _ = read(*paths)
    assert first == read(*reversed(paths))[0]
    assert [(s.name, s.title) for s in first] == [("x.txt", None), ("x.txt", "Tựa")]


def test_a_file_reached_twice_has_one_name_in_any_order(tmp_path: Path) -> None:
    put(tmp_path, a___x__txt=TEXT)
    for paths in ([tmp_path, tmp_path / "a"], [tmp_path / "a", tmp_path], [tmp_path / "a" / "x.txt", tmp_path]):
        assert [s.name for s in read(*paths)[0]] == ["a/x.txt"]


def test_same_content_under_two_names_is_two_sources(tmp_path: Path) -> None:
    assert len(read(put(tmp_path, a__txt=TEXT, b__txt=TEXT))[0]) == 2


def test_saved_page_under_another_suffix_is_html(tmp_path: Path) -> None:
    put(tmp_path, a__txt="\n<!-- lưu -->\n<!DOCTYPE html><html><p>x")
    assert read(tmp_path)[0][0].is_html


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf8-bom", "utf16-le", "utf16-be"],
)
def test_byte_order_marks_are_accepted_and_dropped(tmp_path: Path, content: bytes) -> None:
    sources, problems = read(put(tmp_path, a__txt=content))
    assert (sources[0].content, problems) == (TEXT.encode(), [])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["empty"]),
        (b"\xef\xbb\xbf \n", ["empty"]),
        (b"%PDF-1.7 x", ["PDF", ".txt"]),
        (b"PK\x03\x04zip", ["Word", ".txt"]),
        (b"\x89PNG\r\n", ["picture"]),
        (b"a\x00b", ["binary"]),
        (b"\x00\xff\xfe\x80", ["binary"]),
        ("Hội".encode("utf-16-le"), ["binary"]),
        (b"abc\xe1\xbb", ["UTF-8", "byte 3"]),
        (codecs.BOM_UTF16_LE + b"a", ["UTF-8", "byte"]),
    ],
)
def test_what_is_no_text_is_one_line_with_file_and_fix(tmp_path: Path, content: bytes, words: list[str]) -> None:
    sources, problems = read(put(tmp_path, bad__txt=content, good__txt=TEXT))
    assert [s.name for s in sources] == ["good.txt"]
    assert len(problems) == 1
    assert "\n" not in problems[0]
    assert problems[0].startswith(str(tmp_path / "bad.txt"))
    assert all(word in problems[0] for word in words)


def test_too_large_names_the_option(tmp_path: Path) -> None:
    put(tmp_path, big__txt="a" * 101, fits__txt="a" * 100)
    sources, problems = read(tmp_path, max_bytes=100)
    assert [s.name for s in sources] == ["fits.txt"]
    assert "--max-bytes 101" in problems[0]


def test_thirty_megabytes_are_refused_by_default(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(30_000_000)
    assert "--max-bytes 30000000" in read(tmp_path)[1][0]


def test_missing_paths_and_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    sources, problems = read(tmp_path / "nowhere", tmp_path / "leer")
    assert sources == []
    assert [p.split(":")[0] for p in problems] == [str(tmp_path / "leer"), str(tmp_path / "nowhere")]


def test_what_is_not_a_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    problems = read(tmp_path)[1]
    assert "not a file" in problems[0]
    assert "cannot be read" in problems[1]


def test_listing_outranks_and_nearest_wins(tmp_path: Path) -> None:
    put(tmp_path, a__txt=TEXT, sub___b__txt=TEXT)
    put(
        tmp_path,
        sources__csv="\ufefffile;url;published\na.txt;https://tin.example/1;2021-03-02\nsub/b.txt;;2020-01-01\n",
    )
    put(tmp_path, sub___sources__csv='file,publisher,title\n./b.txt,"Báo Ví Dụ, số 1",Tựa\n')
    sources, problems = read(tmp_path)
    assert problems == []
    assert (sources[0].url, sources[0].published) == ("https://tin.example/1", "2021-03-02")
    assert (sources[1].publisher, sources[1].title, sources[1].published) == ("Báo Ví Dụ, số 1", "Tựa", None)


def test_a_single_file_keeps_what_the_listing_beside_it_says(tmp_path: Path) -> None:
    put(tmp_path, a__txt=TEXT, sources__csv="file,publisher\na.txt,Báo Ví Dụ\n")
    assert read(tmp_path / "a.txt", tmp_path / "sources.csv")[0][0].publisher == "Báo Ví Dụ"


def test_names_match_in_either_normal_form(tmp_path: Path) -> None:
    import unicodedata

    (tmp_path / unicodedata.normalize("NFD", "hội.txt")).write_text(TEXT, encoding="utf-8")
    put(tmp_path, sources__csv="file,publisher\nhội.txt,Báo\n")
    sources, problems = read(tmp_path)
    assert (sources[0].name, sources[0].publisher, problems) == ("hội.txt", "Báo", [])


def test_a_listed_file_needs_no_known_suffix(tmp_path: Path) -> None:
    put(tmp_path, a__text=TEXT, sources__csv="file\na.text\n")
    assert [s.name for s in read(tmp_path)[0]] == ["a.text"]


@pytest.mark.parametrize(
    ("row", "words", "kept"),
    [
        ("a.txt,,,24/02/2021,Tựa", ["row 2", "24/02/2021", "YYYY-MM-DD"], "Tựa"),
        ("a.txt,,,2021-02-30,Tựa", ["row 2", "2021-02-30"], "Tựa"),
        ("a.txt,javascript:x,,,Tựa", ["row 2", "http"], "Tựa"),
        ("a.txt,http://[::1,,,Tựa", ["row 2", "http"], "Tựa"),
        (",https://a.example,,,Tựa", ["row 2", "no file name"], None),
        ("../a.txt,,,,Tựa", ["row 2", "outside"], None),
        ("gone.txt,,,,Tựa", ["row 2", "no file 'gone.txt'"], None),
        ("a.txt,,,,Tựa\na.txt,,,,Hai", ["row 3", "in row 2"], "Tựa"),
        ("a.txt,,,,Một, hai", ["row 2", "6 cells instead of 5"], None),
        ('a.txt,,,,"mở', ["CSV"], None),
    ],
)
def test_bad_rows_name_row_and_fix(tmp_path: Path, row: str, words: list[str], kept: str | None) -> None:
    put(tmp_path, a__txt=TEXT, sources__csv=f"file,url,publisher,published,title\n{row}\n")
    sources, problems = read(tmp_path)
    assert sources[0].title == kept
    assert len(problems) == 1
    assert problems[0].startswith(str(tmp_path / "sources.csv"))
    assert all(word in problems[0] for word in words)


@pytest.mark.parametrize(
    ("listing", "words"),
    [
        (b"name,url\na.txt,x\n", "column 'file'"),
        (b"file,\xff\n", "byte 5"),
        (b"", "column 'file'"),
        (b"file,ngay\n", "'ngay'"),
    ],
)
def test_bad_listings_are_named(tmp_path: Path, listing: bytes, words: str) -> None:
    sources, problems = read(put(tmp_path, a__txt=TEXT, sources__csv=listing))
    assert len(sources) == 1
    assert words in problems[0]
