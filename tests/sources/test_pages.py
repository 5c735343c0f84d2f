"""Saved web pages: web archives, and the folders that browsers put beside a page."""

from __future__ import annotations

from base64 import encodebytes
from pathlib import Path
from quopri import encodestring

import pytest

from kgraph.model import Source
from kgraph.sources import SourceProblem, read_sources

PAGE = '<html><head><meta charset="utf-8"></head><p>Hội họp ở xã Ví Dụ</p></html>'
ADDRESS = "https://phunu.vidu.example/tin/7"


def archive(body: bytes, encoding: str, charset: str = "utf-8", kind: str = "text/html") -> bytes:
    """A page as a browser keeps it in one file, with a picture behind it."""
    head = (
        f"From: <Saved by a browser>\nSnapshot-Content-Location: {ADDRESS}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="Ranh"\n\n'
        f"--Ranh\nContent-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    )
    picture = "\n--Ranh\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--Ranh--\n"
    return head.encode() + body + picture.encode()


def only(folder: Path) -> Source | SourceProblem:
    (item,) = read_sources([folder])
    return item


@pytest.mark.parametrize(
    "content",
    [
        archive(encodestring(PAGE.encode()), "quoted-printable"),
        archive(encodebytes(PAGE.encode()), "base64"),
        archive(PAGE.encode("utf-16-le"), "8bit", "utf-16-le"),
        archive(encodestring(PAGE.encode()), "quoted-printable", "no-such-charset"),
    ],
)
@pytest.mark.parametrize("name", ["bai.mht", "bai.MHTML"])
def test_the_page_of_a_web_archive_is_read_with_its_address(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    source = only(tmp_path)
    assert isinstance(source, Source)
    assert source.is_html
    comment, text = source.content.decode().split("\n", 1)
    assert comment == f"<!-- saved from url=({len(ADDRESS):04d}){ADDRESS} -->"
    assert text.strip() == PAGE


@pytest.mark.parametrize(
    "content", [b"x", b"\xff\xd8\xff", archive(b"x", "8bit", kind="text/css"), b"From: x\r\n\r\n<p>x"]
)
def test_an_archive_without_a_page_is_refused_by_name_with_the_fix(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bai.mht").write_bytes(content)
    problem = only(tmp_path)
    assert isinstance(problem, SourceProblem)
    assert problem.line == (
        f"{tmp_path / 'bai.mht'}: no web page in this archive; open the article in a browser and save it as HTML"
    )


def test_frames_saved_with_a_page_are_no_articles(tmp_path: Path) -> None:
    for name in ("bai.html", "bai_files/khung.html", "tin_files/tin.html", "tin_files/khung/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    names = [item.name for item in read_sources([tmp_path]) if isinstance(item, Source)]
    assert names == ["bai.html", "tin_files/khung/b.txt", "tin_files/tin.html"]


@pytest.mark.parametrize(
    ("declared", "body", "text"),
    [
        ("windows-1258", b"\xf0o\xcc", "đo\u0300"),
        ("", b"\xf0o\xcc", "đo\u0300"),
        ("iso-8859-1", b"\x93caf\xe9\x94", "“café”"),
        ("us-ascii", b"caf\xe9", "café"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path, declared: str, body: bytes, text: str) -> None:
    (tmp_path / "bai.html").write_bytes(f'<html><meta charset="{declared}"><p>'.encode() + body)
    source = only(tmp_path)
    assert isinstance(source, Source)
    assert source.content.decode().endswith(f"<p>{text}")


@pytest.mark.parametrize("declared", ["viscii", "utf-8", "hex", "idna", "undefined"])
def test_a_page_in_an_unknown_encoding_is_refused_by_name_with_the_fix(tmp_path: Path, declared: str) -> None:
    (tmp_path / "bai.html").write_bytes(f'<html><meta charset="{declared}"><p>'.encode() + b"x\xc3\xe3..\xff")
    problem = only(tmp_path)
    assert isinstance(problem, SourceProblem)
    assert (
        problem.line == f"{tmp_path / 'bai.html'}: not in the encoding {declared} of this page; save it again as UTF-8"
    )
