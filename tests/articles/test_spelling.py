"""Whatever way a file spells and encodes its letters, the text is the same and points back into the file."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.articles import read_article
from kgraph.articles.lines import decode, lines
from kgraph.errors import SourceError
from kgraph.model import Article, Source

WORDS = (
    "xã", "Hải", "Đông", "phụ", "nữ", "thuỷ", "Thủy", "hoà", "quý", "đường", "ướt", "giếng", "TP.", "3.037", "ở", "ba",
    "“khéo”", "…", "Ea", "H'Leo",
)  # fmt: skip
BLANKS = (" ", " ", "  ", "\u00a0", "\t")
_FORMS: Counter[bool] = Counter()


def article(raw: str, **known: str) -> Article:
    return read_article(Source("bai.txt", raw.encode(), **known))


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=9, max_size=20))
    blanks = draw(st.lists(st.sampled_from(BLANKS), min_size=len(words), max_size=len(words)))
    return "Xã" + "".join(blank + word for blank, word in zip(blanks, words, strict=True)) + "."


@st.composite
def files(draw: st.DrawFn) -> str:
    body = draw(st.lists(sentences(), min_size=1, max_size=4))
    gap = draw(st.sampled_from(("\n", "\r\n", "\n\n", " \n\u00a0")))
    return gap.join(["Phụ nữ xã ta ra quân", *body])


@given(files())
@settings(deadline=None, max_examples=200)
def test_decomposed_letters_give_the_same_text(raw: str) -> None:
    decomposed = unicodedata.normalize("NFD", raw)
    _FORMS[decomposed != raw] += 1
    one, other = article(raw), article(decomposed)
    assert (one.text, one.key, one.zones, one.sentences) == (other.text, other.key, other.zones, other.sentences)


@given(files())
@settings(deadline=None, max_examples=200)
def test_every_letter_points_to_its_place_in_the_file(raw: str) -> None:
    for form in ("NFC", "NFD"):
        spelled = unicodedata.normalize(form, raw)
        read = article(spelled)
        assert len(read.origins) == len(read.text)
        for position, letter in enumerate(read.text):
            origin = read.origins[position]
            if letter == "\n":
                assert origin == -1
            else:
                assert spelled[origin] == unicodedata.normalize(form, letter)[0]


def test_letters_did_differ() -> None:
    """Without this the property above could hold because nothing was ever decomposed."""
    _FORMS.clear()
    test_decomposed_letters_give_the_same_text()
    assert _FORMS[True] >= 150


def test_origin_of_a_decomposed_letter_is_its_first_code_point() -> None:
    found = lines(unicodedata.normalize("NFD", "ấm ế"))
    assert [(line.text, line.origins) for line in found] == [("ấm ế", (0, 3, 4, 5))]


def test_marks_in_another_order_are_the_same_letter() -> None:
    assert lines("a\u0323\u0302m")[0].text == lines("a\u0302\u0323m")[0].text == "ậm"


def test_blanks_that_do_not_break_are_kept_but_trimmed_at_the_ends() -> None:
    assert [line.text for line in lines("\u00a0 Hải\u00a0Đông\u00a0\n\u00a0\n")] == ["Hải\u00a0Đông"]


ENCODED = {
    "UTF-8": str.encode,
    "UTF-8 with a byte-order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16, little end first": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16, big end first": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_reads_the_encoding(encoding: str) -> None:
    assert decode(ENCODED[encoding]("Phụ nữ xã ta\n"), "bai.txt") == "Phụ nữ xã ta\n"


@pytest.mark.parametrize("content", ["Phụ nữ".encode("cp1258", "replace") + b"\xd0\xff", b"\xff\xfe\x41", b"\x80"])
def test_another_encoding_is_refused_by_name_with_the_fix(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"^thư mục/bai\.txt: .*UTF-8") as caught:
        read_article(Source("thư mục/bai.txt", content))
    assert "\n" not in str(caught.value)


def test_same_text_among_other_furniture_is_the_same_article(title: str, body: str) -> None:
    plain = article(f"{title}\n{body}")
    dressed = article(
        f"Trang chủ\nLiên hệ\n{title}\n24/02/2021\n{body}\nBịa Đặt\nNguồn: tin.example\nTin khác\n{title}"
    )
    assert (plain.key, plain.text) == (dressed.key, dressed.text)
    assert plain.published != dressed.published


def test_another_word_is_another_article(title: str, body: str) -> None:
    assert article(f"{title}\n{body}").key != article(f"{title}\n{body.replace('cuốc', 'xẻng')}").key


def test_what_the_table_of_sources_says_outranks_the_page(title: str, body: str) -> None:
    known = article(f"{title}\n24/02/2021\n{body}", published="2021-02-25", title="Đầu đề khác", publisher="Báo Ví Dụ")
    assert (known.published, known.title, known.publisher) == ("2021-02-25", "Đầu đề khác", "Báo Ví Dụ")
    assert known.text.startswith("Đầu đề khác\n")
    assert known.origins[: len("Đầu đề khác")] == (-1,) * len("Đầu đề khác")
