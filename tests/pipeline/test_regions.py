"""Where each quote stands in its file as it lies on disk, however that was saved."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from kgraph.dataset.reader import Reader
from kgraph.pipeline import BuildOptions, build
from kgraph.pipeline.quoting import compared
from kgraph.validation.findings import Region

SAMPLES = Path(__file__).parents[2] / "data" / "articles"
TEXT, PAGE = "cum-thi-dua-song-hong-2022.txt", "le-chan-tong-ket-2020.html"
SOURCE = (SAMPLES / TEXT).read_text(encoding="utf-8")
WEB = (SAMPLES / PAGE).read_text(encoding="utf-8")
QUOTES = "SELECT ?e ?exact { ?e oa:hasSelector/oa:exact ?exact }"
Located = Callable[[str, bytes], list[tuple[str, Region]]]


@pytest.fixture
def located(tmp_path: Path) -> Located:
    """Builds a dataset of one file with *content* and gives each quote with its region."""

    def locate(name: str, content: bytes) -> list[tuple[str, Region]]:
        (tmp_path / name).write_bytes(content)
        build((tmp_path / name,), tmp_path / "out", BuildOptions())
        reader = Reader.open(tmp_path / "out")
        regions = compared(reader, tmp_path / "out").regions
        quotes = {row["e"]: row["exact"] for row in reader.values(QUOTES)}
        assert len(quotes) > 10
        return [(quotes[evidence], region) for evidence, region in regions.items()]

    return locate


def shown(text: str, region: Region) -> str:
    """What an editor that counts lines and columns of *text* from 1 selects."""
    lines = text.split("\n")[region.start[0] - 1 : region.end[0]]
    lines[-1] = lines[-1][: region.end[1] - 1]
    lines[0] = lines[0][region.start[1] - 1 :]
    return "\n".join(lines)


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in text.splitlines() if paragraph)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SOURCE, "utf-8"),
        (SOURCE.replace("\n", "\r\n"), "utf-8"),
        (unicodedata.normalize("NFD", SOURCE), "utf-8"),
        (SOURCE, "utf-8-sig"),
        (SOURCE, "utf-16"),
        (wrapped(SOURCE), "utf-8"),
        (wrapped(unicodedata.normalize("NFD", SOURCE)).replace("\n", "\r\n"), "utf-8-sig"),
        ("\n\n   Trang chủ | Tin tức\n\n" + SOURCE.replace("\n", "\n \t"), "utf-8"),
        ("😀😀😀\n" + SOURCE, "utf-8"),
    ],
    ids=["as it is", "CRLF", "NFD", "BOM", "UTF-16", "wrapped", "all at once", "indented", "beyond the BMP"],
)
def test_the_lines_and_columns_of_a_quote_hold_its_words(text: str, encoding: str, located: Located) -> None:
    found = located("bài 1.txt", text.encode(encoding))
    assert len(found) > 10
    for quote, region in found:
        assert words(shown(text, region)) == words(quote)
        assert region.text == shown(text, region)
        assert region.file == "bài 1.txt"


def test_quotes_stand_on_different_lines_and_some_go_over_a_break(located: Located) -> None:
    regions = [region for _, region in located("bai.txt", wrapped(SOURCE).encode())]
    assert len({region.start[0] for region in regions}) > 5
    assert any(region.end[0] > region.start[0] for region in regions)


def test_a_page_is_looked_up_in_its_source(located: Located) -> None:
    found = located("trang.html", WEB.encode())
    assert len(found) > 10
    for quote, region in found:
        assert region.text == shown(WEB, region)
        assert words(unescape(region.text)) == words(quote)


def test_a_page_written_with_references_and_tags(located: Located) -> None:
    head, end, body = "".join(f"&#{ord(c)};" if ord(c) > 0x7F else c for c in WEB).partition("</head>")
    marked = head + end + body.replace(" H&#7897;i ", " <b title='x'>H&#7897;i</b> ")
    found = located("trang.html", marked.encode())
    assert any("<b" in shown(marked, region) for _, region in found)
    assert any(region.text for _, region in found)
    for quote, region in found:
        inside = unescape(shown(marked, region).replace("<b title='x'>", "").replace("</b>", ""))
        assert words(inside.removeprefix("<b title='x'>")) == words(quote)
        assert region.text in ("", shown(marked, region))
        assert "<" not in region.text


def test_the_lines_of_an_archive_are_not_known(located: Located) -> None:
    head = (
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://tin.example/1\r\n\r\n"
    )
    assert located("trang.mht", head.encode() + WEB.encode()) == []


def test_a_title_that_the_file_does_not_hold_has_no_place_in_it(tmp_path: Path) -> None:
    (tmp_path / TEXT).write_text(SOURCE, encoding="utf-8")
    title = "Hội LHPN tỉnh Nam Định tổ chức hội nghị sơ kết công tác Hội"
    (tmp_path / "sources.csv").write_text(f"file,title\n{TEXT},{title}\n", encoding="utf-8")
    build((tmp_path,), tmp_path / "out", BuildOptions())
    reader = Reader.open(tmp_path / "out")
    regions = compared(reader, tmp_path / "out").regions
    in_title = [row["e"] for row in reader.values(QUOTES) if row["exact"] in title]
    assert in_title
    assert not set(in_title) & set(regions)
    assert regions
