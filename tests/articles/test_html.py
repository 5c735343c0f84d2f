"""A saved page of HTML."""

from __future__ import annotations

import sys

import pytest

from kgraph.articles import read_article
from kgraph.errors import SourceError
from kgraph.model import Source

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="2021-02-24T08:15:00+07:00">
<meta property="og:site_name" content="Báo Ví Dụ"></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/lh">Liên hệ</a></li></ul></nav>
<article><h1>{title}</h1><p>{body}</p><p>{body2}</p></article>
<aside><h2>Tin khác</h2><ul><li><a href="/1">Chợ phiên mở lại sau mùa mưa</a></li></ul></aside>
<footer>Bản quyền thuộc về Báo Ví Dụ</footer></body></html>"""


def page(title: str, body: str) -> Source:
    other = body.replace("Hải Đông", "Hải Xuân")
    return Source("trang.html", PAGE.format(title=title, body=body, body2=other).encode(), is_html=True)


def test_main_text_and_what_the_page_says_of_itself(title: str, body: str) -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    article = read_article(page(title, body))
    assert (article.title, article.published, article.publisher) == (title, "2021-02-24", "Báo Ví Dụ")
    assert article.text == f"{title}\n{body}\n{body.replace('Hải Đông', 'Hải Xuân')}"


def test_same_article_as_its_plain_text(title: str, body: str) -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    plain = f"{title}\n{body}\n{body.replace('Hải Đông', 'Hải Xuân')}"
    assert read_article(page(title, body)).key == read_article(Source("bai.txt", plain.encode())).key


def test_a_page_without_text_is_refused_by_name() -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    with pytest.raises(SourceError, match=r"^trong\.html: "):
        read_article(Source("trong.html", b"<html><body></body></html>", is_html=True))


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, title: str, body: str
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(SourceError, match=r"^trang\.html: .*kgraph\[html\]"):
        read_article(page(title, body))


def test_a_date_in_the_side_list_is_no_day_of_publication(title: str, body: str) -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    text = PAGE.replace('<meta property="article:published_time" content="2021-02-24T08:15:00+07:00">', "")
    text = text.replace("Chợ phiên mở lại sau mùa mưa</a>", "Chợ phiên mở lại sau mùa mưa</a> <span>26/07/2024</span>")
    source = Source("trang.html", text.format(title=title, body=body, body2=body).encode(), is_html=True)
    assert read_article(source).published is None
