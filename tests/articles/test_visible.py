"""The lines of a page, and the place of each character in its source."""

from __future__ import annotations

import unicodedata
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.articles import read_article
from kgraph.articles.visible import visible
from kgraph.model import Source

PAGES = Path(__file__).parent / "pages"
READABLE = ("liferay", "sharepoint", "wordpress", "newspaper", "print", "saved-by-browser", "entities", "two-headings")


def texts(source: str) -> list[str]:
    return [shown.line.text for shown in visible(source).lines]


def stands_at(source: str, origin: int, letter: str) -> bool:
    """Whether *letter* (NFC) is what a browser shows for the source from *origin* on."""
    if letter == " ":
        return source[origin].isspace() or source.startswith(("&nbsp;", "&#160;", "<br", "<td", "<th", "</"), origin)
    shown = unescape(source[origin : origin + 12]) if source[origin] == "&" else source[origin]
    return (
        unicodedata.normalize("NFC", letter)[0] == letter
        and unicodedata.normalize("NFD", letter)[0] == (unicodedata.normalize("NFD", shown[0])[0])
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", READABLE)
def test_every_character_of_an_article_stands_where_it_says(name: str, form: str) -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    source = unicodedata.normalize(form, (PAGES / f"{name}.html").read_text(encoding="utf-8"))
    article = read_article(Source("trang.html", source.encode(), is_html=True))
    known = [(origin, letter) for origin, letter in zip(article.origins, article.text, strict=True) if origin >= 0]
    assert len(known) == len(article.text.replace("\n", ""))
    assert [pair for pair in known if not stands_at(source, *pair)] == []
    assert [origin for origin, _ in known] == sorted({origin for origin, _ in known})


WORDS = st.lists(
    st.sampled_from(("Hội", "nữ", "xã", "đường", "ấm", "&", "a<b", "“khéo”", "3.037")), min_size=1, max_size=6
)
TAGS = (
    "{}",
    "<b>{}</b>",
    "<a href=x>{}</a>",
    "<span style='a>b'>{}</span>",
    "{}<!-- > -->",
    "<script>x='<p>'</script>{}",
)
SPELL = {
    "plain": lambda word: escape(word),
    "decimal": lambda word: "".join(f"&#{ord(letter)};" for letter in word),
    "hexadecimal": lambda word: "".join(f"&#x{ord(letter):X};" for letter in word),
    "decomposed": lambda word: escape(unicodedata.normalize("NFD", word)),
}


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, str]:
    """The source of a paragraph, and what it shows."""
    words = draw(WORDS)
    spelled = [draw(st.sampled_from(TAGS)).format(SPELL[draw(st.sampled_from(sorted(SPELL)))](word)) for word in words]
    gap = draw(st.sampled_from((" ", "\n", " \t ", "&nbsp;")))
    return gap.join(spelled), " ".join(words)


@given(
    st.lists(paragraphs(), min_size=1, max_size=4),
    st.sampled_from(("<p>{}</p>", "<p>{}", "<div>{}</div>\n", "{}<br/>")),
)
@settings(deadline=None, max_examples=200)
def test_lines_are_the_paragraphs_however_they_are_written(made: list[tuple[str, str]], block: str) -> None:
    source = "".join(block.format(inner) for inner, _ in made)
    found = [shown.line for shown in visible(source).lines]
    assert [line.text for line in found] == [shown for _, shown in made]
    for line in found:
        assert len(line.origins) == len(line.text)
        assert all(stands_at(source, *pair) for pair in zip(line.origins, line.text, strict=True))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<h1>Tổ tiết kiệm<br>xóm Hạ</h1>", ["Tổ tiết kiệm xóm Hạ"]),
        ("Dòng một<br>Dòng hai", ["Dòng một", "Dòng hai"]),
        ("<table><tr><td>Xóm trên</td><td>14</td></tr><tr><td>Xóm dưới<td>11</table>", ["Xóm trên 14", "Xóm dưới 11"]),
        ("<table><tr><td>Mục</td><td><p>Bài</p></td></tr></table>", ["Mục", "Bài"]),
        ("<button>Nghe</button><select><option>x</select><noscript>y</noscript>Chữ", ["Chữ"]),
        ("<![if !vml]>Nữ<![endif]> công<![C]> <![CDATA[x]]>", ["Nữ công"]),
        ("Nữ <3 <![ công", ["Nữ <3 <![ công"]),
        ("Nữ\u200b công\u00ad", ["Nữ công"]),
    ],
)
def test_lines_as_a_reader_sees_them(source: str, lines: list[str]) -> None:
    assert texts(source) == lines


@pytest.mark.parametrize(
    ("source", "linked", "caption"),
    [
        ("<p><a href=x>Giếng cổ</a> (18/02)</p>", True, False),
        ("<p>Xem <a href=x>Giếng cổ</a></p>", False, False),
        ("<a name=top><p>Giếng cổ</p>", False, False),
        ("<figcaption><p>Giếng cổ</p></figcaption>", False, True),
        ("<td class='x PhotoCMS_Caption'>Giếng cổ</td>", False, True),
        ("<p class=caption>Ảnh<p>Giếng cổ", False, False),
        ("<div class=caption-off>Giếng cổ</div>", False, False),
        ("<img class=caption>Giếng cổ", False, False),
    ],
)
def test_links_and_captions_are_known(source: str, linked: bool, caption: bool) -> None:
    last = visible(source).lines[-1]
    assert (last.linked, last.caption) == (linked, caption)
