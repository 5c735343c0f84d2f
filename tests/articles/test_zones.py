"""Which line of a page is title, date, text, caption, signature, origin or furniture."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.errors import SourceError
from kgraph.model import Article

Kinds = Callable[..., list[str]]
Read = Callable[[str], Article]

DATE_LINES = {
    "slashes": ("24/02/2021", "2021-02-24"),
    "one digit": ("4/2/2021", "2021-02-04"),
    "dots": ("24.02.2021", "2021-02-24"),
    "dashes": ("24-02-2021", "2021-02-24"),
    "weekday": ("Thứ Tư, 24/02/2021", "2021-02-24"),
    "weekday, time and zone": ("Thứ tư, ngày 24/02/2021 - 08:15 GMT+7", "2021-02-24"),
    "time first": ("08:15 | 24/02/2021", "2021-02-24"),
    "posted": ("Ngày đăng: 24/02/2021", "2021-02-24"),
    "year first": ("2021-02-24 08:15", "2021-02-24"),
    "updated": ("Cập nhật lúc 08:15, 24/02/2021", "2021-02-24"),
}


@pytest.mark.parametrize("form", DATE_LINES)
def test_date_line_below_the_title(form: str, kinds: Kinds, read: Read, title: str, body: str) -> None:
    line, day = DATE_LINES[form]
    assert kinds(title, line, body) == ["title", "date line", "body"]
    assert read(f"{title}\n{line}\n{body}").published == day


@pytest.mark.parametrize("form", DATE_LINES)
def test_date_line_above_the_title(form: str, read: Read, title: str, body: str) -> None:
    line, day = DATE_LINES[form]
    article = read(f"{line}\n{title}\n{body}")
    assert (article.title, article.published) == (title, day)


NO_DATE_LINES = {
    "day that no month has": "45/02/2021",
    "month that no year has": "24/13/2021",
    "two dates": "Từ 24/02/2021 đến 26/02/2021",
}


@pytest.mark.parametrize("form", NO_DATE_LINES)
def test_no_day_is_read_from(form: str, read: Read, title: str, body: str) -> None:
    assert read(f"{title}\n{NO_DATE_LINES[form]}\n{body}").published is None


def test_a_banner_with_a_date_gives_neither_title_nor_day(read: Read, title: str, body: str) -> None:
    article = read(f"10/10/2024 NGÀY HỘI ÁO BÀ BA TOÀN TỈNH\n{title}\n21/11/2022\n{body}")
    assert (article.title, article.published) == (title, "2022-11-21")


def test_the_day_below_the_title_outranks_the_day_of_the_visit_above_it(read: Read, title: str, body: str) -> None:
    article = read(f"Thứ sáu, ngày 10/7/2022\n{title}\nThứ Tư 24/02/2021 22:26\n{body}")
    assert (article.title, article.published) == (title, "2021-02-24")


def test_a_sentence_broken_behind_its_date_is_no_date_line(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\nNgày 24/02/2021, Hội Phụ nữ xã ven sông\nTổ chức lễ trồng tre.\n{body}")
    assert article.published is None
    assert "24/02/2021" in article.text


def test_a_day_told_in_the_text_is_no_day_of_publication(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\nNgày 24/02/2021, chị em lại ra bến đò cũ lần nữa để trồng tre giữ đất.")
    assert article.published is None
    assert "24/02/2021" in article.text


def test_a_side_headline_with_a_date_is_no_day_of_publication(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\nTin khác\nChợ phiên mở lại (03/05/2024)")
    assert article.published is None
    assert article.text == f"{title}\n{body}"


def test_menu_above_the_title_is_furniture(kinds: Kinds, title: str, body: str) -> None:
    assert kinds("Trang chủ", "Liên hệ", "Banner tin", title, body) == [*["boilerplate"] * 3, "title", "body"]


def test_title_in_capitals(read: Read, title: str, body: str) -> None:
    assert read(f"{title.upper()}\n{body}").title == title.upper()


def test_article_without_a_title(read: Read, body: str) -> None:
    long = f"{body} {body} {body}"
    article = read(f"{long}\n{body}")
    assert article.title == ""
    assert article.text == f"\n{long}\n{body}"


def test_article_of_one_line(read: Read, body: str) -> None:
    article = read(body)
    assert (article.title, article.text) == ("", f"\n{body}")


CAPTIONS = {
    "a clause": "Chị em dọn bờ sông",
    "left and right": "Bà con gom lá khô (bên trái) và chở về bãi (bên phải)",
}


@pytest.mark.parametrize("form", CAPTIONS)
def test_caption_is_kept(form: str, kinds: Kinds, read: Read, title: str, body: str) -> None:
    assert kinds(title, body, CAPTIONS[form], body) == ["title", "body", "caption", "body"]
    assert CAPTIONS[form] in read(f"{title}\n{body}\n{CAPTIONS[form]}\n{body}").text


BYLINES = {
    "name": "Nguyễn Bịa Đặt",
    "two names": "Bịa Đặt – Giả Tưởng",
    "name and office": "Bịa Đặt, VP Hà Nam",
    "name and the office that sends it in": "Bịa Đặt- Trung tâm VH&TT",
    "name in capitals": "BỊA ĐẶT",
    "name and office in brackets": "Bịa Đặt (Trung tâm Văn hóa)",
    "author": "Tác giả: Bịa Đặt",
    "text and picture": "Tin, ảnh: Bịa Đặt",
    "article and picture": "Bài và ảnh: Bịa Đặt",
}


@pytest.mark.parametrize("form", BYLINES)
def test_byline_is_no_text(form: str, read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\n{BYLINES[form]}")
    assert article.byline == BYLINES[form]
    assert article.text == f"{title}\n{body}"


def test_a_caption_at_the_end_is_no_byline(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\nChị em gom lá khô bên bến đò cũ\nBịa Đặt")
    assert article.byline == "Bịa Đặt"
    assert article.text == f"{title}\n{body}\nChị em gom lá khô bên bến đò cũ"


def test_byline_between_text_and_side_headlines(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\nBịa Đặt\nNguồn: haiphong.example\nTin khác\nChợ phiên mở lại")
    assert (article.byline, article.source_line) == ("Bịa Đặt", "Nguồn: haiphong.example")
    assert article.text == f"{title}\n{body}"


def test_name_between_paragraphs_is_a_caption(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\nNguyễn Bịa Đặt\n{body}")
    assert article.byline is None
    assert "Nguyễn Bịa Đặt" in article.text


SOURCE_LINES = ["Nguồn: tin.example", "Nguồn tin: Báo Ví Dụ", "(Nguồn: Báo Ví Dụ)", "Theo: Báo Ví Dụ"]


@pytest.mark.parametrize("line", SOURCE_LINES)
def test_source_line_is_no_text(line: str, read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\n{line}")
    assert article.source_line == line
    assert article.text == f"{title}\n{body}"


STOPS = [
    "Tin khác", "TIN KHÁC", "Các tin khác:", "» Tin liên quan", "Tin cùng chuyên mục", "TÂM ĐIỂM", "Tin, bài đọc nhiều",
    "Thời tiết", "Video Clip", "Lượt truy cập", "This website uses cookies to improve your visit",
]  # fmt: skip


@pytest.mark.parametrize("stop", STOPS)
def test_nothing_behind_a_stop_is_text(stop: str, read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\n{stop}\n{body.replace('Hải Đông', 'Hải Xuân')}\nHà Nội 31°C, có mưa rào")
    assert article.text == f"{title}\n{body}"
    assert len(article.boilerplate) == 3


def test_a_stop_in_the_text_before_a_paragraph_ends_nothing(read: Read, title: str, body: str) -> None:
    paragraph = " ".join([body] * 3)
    assert paragraph in read(f"{title}\n{body}\nTIN LIÊN QUAN\n{paragraph}").text


def test_a_stop_above_the_text_does_not_hide_it(read: Read, title: str, body: str) -> None:
    assert read(f"Video\nThời tiết\n{title}\n{body}").text == f"{title}\n{body}"


def test_buttons_inside_the_text_are_furniture(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\nChia sẻ\nIn trang\n{body}\nFacebook\n{body}")
    assert article.text == f"{title}\n{body}\n{body}"


@pytest.mark.parametrize("text", ["", "\n \n\u00a0\n", "Tin khác\nVideo", "Trang chủ"])
def test_a_page_without_text_is_refused_by_name(text: str, read: Read) -> None:
    with pytest.raises(SourceError, match=r"^bai\.txt: "):
        read(text)


def test_zones_cover_the_lines_of_the_text(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n24/02/2021\n{body}\nChị em dọn bờ sông\n{body}")
    assert [z.kind for z in article.zones] == ["title", "body", "caption", "body"]
    assert [z.span.of(article.text) for z in article.zones] == article.text.split("\n")


def test_a_menu_of_one_line_is_no_title(read: Read, title: str, body: str) -> None:
    assert read(f"Trang chủ | Giới thiệu | Tin tức | Văn bản\n{title}\n{body}\n").title == title


def test_nothing_behind_the_source_line_is_text(read: Read, title: str, body: str) -> None:
    article = read(f"{title}\n{body}\nNguồn: haihau.example\nLịch tiếp dân tháng này của Hội LHPN huyện Ý Yên.\n")
    assert article.text == f"{title}\n{body}"
