"""Saved pages in the layouts of Vietnamese portals and papers: the same article, whatever is around it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import regex

from kgraph.articles import read_article
from kgraph.errors import SourceError
from kgraph.model import Article, Source
from kgraph.sources import SourceProblem, read_sources

pytest.importorskip("trafilatura", reason="the html extra is not installed")

PAGES = Path(__file__).parent / "pages"
CAPTION = "Hội viên xã Nhân Thịnh chọn sách ở tủ mới nhận"
SHELVES, KITCHEN, SAVINGS = "tu-sach.txt", "bep-an.txt", "tiet-kiem.txt"
PAPER = "https://bao.vidu.example/xa-hoi/trao-tu-sach-vung-bai-1204.html"
PORTAL = "Cổng thông tin điện tử Hội LHPN tỉnh Ví Dụ"


class Says(NamedTuple):
    """What a page says: the text file that holds its article, site, address and author."""

    article: str
    site: str | None
    url: str | None
    author: str | None = "Hoàng Thu Ngát"


CASES = {
    "liferay": Says(SHELVES, PORTAL, None),
    "sharepoint": Says(SHELVES, None, None),
    "wordpress": Says(SHELVES, "Hội Phụ nữ Ví Dụ", "https://hoiphunu.vidu.example/2021/03/trao-tu-sach/"),
    "newspaper": Says(SHELVES, "Báo Ví Dụ điện tử", PAPER),
    "print": Says(SHELVES, None, None),
    "saved-by-browser": Says(
        SHELVES, "Phụ nữ Ví Dụ", "https://phunu.vidu.example/tin-tuc/trao-tu-sach-1204", author=None
    ),
    "entities": Says(SHELVES, None, None),
    "related-list": Says(KITCHEN, "Hội LHPN tỉnh Hưng Yên", "https://phunu.vidu.example/bai/99", author=None),
    "two-headings": Says(SAVINGS, "hoi.vidu.example", "https://hoi.vidu.example/tin/tiet-kiem-xom-ha", author=None),
}


def text_of(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def page(text: str) -> Article:
    return read_article(Source("trang.html", text.encode(), is_html=True))


def plain(name: str) -> Article:
    return read_article(Source(name, text_of(name).encode()))


@pytest.mark.parametrize("name", CASES)
def test_page_reads_like_the_text_of_its_article(name: str) -> None:
    """Title, day, and every line: in order, none lost, none doubled, nothing of the page around it."""
    read, expected = page(text_of(f"{name}.html")), plain(CASES[name].article)
    assert read.text == expected.text
    assert (read.key, read.zones, read.sentences) == (expected.key, expected.zones, expected.sentences)
    assert (read.title, read.published) == (expected.title, expected.published)
    assert read.published is not None


@pytest.mark.parametrize("name", CASES)
def test_page_says_its_site_address_and_author(name: str) -> None:
    read, says = page(text_of(f"{name}.html")), CASES[name]
    assert (read.publisher, read.url, read.byline) == (says.site, says.url, says.author)


def test_what_the_table_of_sources_says_outranks_the_page() -> None:
    known = {"url": "https://vidu.example/1", "publisher": "Tờ Khác", "published": "2021-03-05", "title": "Tựa khác"}
    read = read_article(Source("trang.html", text_of("newspaper.html").encode(), is_html=True, **known))
    assert {field: getattr(read, field) for field in known} == known
    assert read.text.split("\n")[1:] == plain(SHELVES).text.split("\n")[1:]


@pytest.mark.parametrize("name", ["newspaper", "saved-by-browser", "liferay", "sharepoint", "wordpress", "entities"])
def test_a_caption_stays_one_though_it_is_a_sentence(name: str) -> None:
    text = text_of(f"{name}.html")
    for letters in (str, decimal):
        text = text.replace(letters(CAPTION), letters(f"{CAPTION} vào chiều muộn ngày hôm ấy."))
    kinds = [zone.kind for zone in page(text).zones if "chiều muộn" in zone.span.of(page(text).text)]
    assert kinds == ["caption"]


def decimal(text: str) -> str:
    return "".join(letter if letter.isascii() else f"&#{ord(letter)};" for letter in text)


def test_decomposed_letters_give_the_same_article() -> None:
    decomposed = unicodedata.normalize("NFD", text_of("newspaper.html"))
    assert decomposed != text_of("newspaper.html")
    read = page(decomposed)
    assert (read.key, read.byline, read.publisher) == (plain(SHELVES).key, "Hoàng Thu Ngát", "Báo Ví Dụ điện tử")


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "windows-1258, declared": lambda text: windows(text.replace("UTF-8", "windows-1258")),
    "windows-1258, undeclared": lambda text: windows(text.replace("charset=UTF-8", "")),
    "UTF-8, declared as Latin-1": lambda text: text.replace("UTF-8", "iso-8859-1").encode(),
    "UTF-8, declared as windows-1258": lambda text: text.replace("UTF-8", "windows-1258").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
}


def windows(text: str) -> bytes:
    """*text* as old Vietnamese software writes it: vowels with hats, tones as marks behind them."""
    hats = {0x0302, 0x0306, 0x031B}
    letters: list[str] = []
    for mark in unicodedata.normalize("NFD", text):
        if ord(mark) in hats:  # a dot below comes before the hat in NFD: "o", dot, hat
            tones = "" if not unicodedata.combining(letters[-1][-1]) else letters[-1][-1]
            letters[-1] = unicodedata.normalize("NFC", letters[-1].removesuffix(tones) + mark) + tones
        elif unicodedata.combining(mark):
            letters[-1] += mark
        else:
            letters.append(mark)
    return "".join(letters).encode("cp1258")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_of_old_pages(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "trang.html").write_bytes(ENCODINGS[encoding](text_of("liferay.html")))
    (source,) = read_sources([tmp_path])
    assert not isinstance(source, SourceProblem)
    assert read_article(source).key == plain(SHELVES).key


@pytest.mark.parametrize("name", ["gallery", "index-page", "cookie-wall"])
def test_page_without_an_article_is_refused_by_name_with_the_fix(name: str) -> None:
    with pytest.raises(SourceError, match=r"^trang\.html: no article text .*; open .*save") as caught:
        page(text_of(f"{name}.html"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "x", "<", "<html>", "<p>", "<table><tr><td></table>", "&#0;&#xD800;&nosuch;", "<!--"]
)
def test_scraps_are_refused_in_one_line(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SourceError, match=r"^trang\.html: "):
        page(text)
    assert capfd.readouterr().err == ""


def test_a_page_without_html_and_head_is_read() -> None:
    body = text_of("newspaper.html").partition("<body>")[2].partition("</body>")[0]
    assert page(body).key == plain(SHELVES).key


def test_title_of_the_head_where_the_text_has_none() -> None:
    heading = '<h1 class="entry-title">Trao tủ sách cho phụ nữ vùng bãi Nhân Thịnh</h1>'
    text = text_of("wordpress.html").replace(heading, "")
    assert text != text_of("wordpress.html")
    read = page(text)
    assert read.text == plain(SHELVES).text
    assert read.origins[: len(read.title)] == (-1,) * len(read.title)


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<aside><time datetime="2024-07-26T08:00:00+07:00">26 Tháng Bảy</time></aside>',
        '<script type="application/ld+json">{"@type": "WebSite"}</script> 2024-07-26 08:00:00 ',
        '<div class="date">26/07/2024</div>',
        '<meta http-equiv="last-modified" content="2024-07-26T08:00:00Z">',
    ],
)
@pytest.mark.parametrize("place", ["<body", "</body>"])
def test_a_date_elsewhere_on_the_page_is_not_that_of_the_article(elsewhere: str, place: str) -> None:
    silent = regex.sub(r'(?s)<span class="posted-on">.*?</span>', "", text_of("wordpress.html"))
    dated = silent.replace(place, elsewhere + place)
    assert page(dated).published is None
    assert page(dated).key == plain(SHELVES).key


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("https://vidu.example/bai/7", "https://vidu.example/bai/7"),
        ("https://vidu.example/", "https://phunu.vidu.example/tin-tuc/trao-tu-sach-1204"),
        ("http://[::1", "https://phunu.vidu.example/tin-tuc/trao-tu-sach-1204"),
    ],
)
def test_the_address_it_was_saved_from_counts_where_the_page_names_its_front_page(canonical: str, address: str) -> None:
    text = text_of("saved-by-browser.html").replace("<title>", f'<link rel="canonical" href="{canonical}"><title>')
    assert page(text).url == address
