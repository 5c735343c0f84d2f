"""The dossier: one page that loads nothing, every statement with a footnote that holds the exact words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.dataset.entities import Found
from kgraph.dataset.reader import Reader
from kgraph.facts import explain
from kgraph.facts.dossier import dates_of, page
from kgraph.facts.explain import Explanation, Quote, Told
from kgraph.facts.neighbourhood import Neighbour

HA_NAM = "hoi lhpn tinh ha nam"
NEAR = [Neighbour("Cụm thi đua mẫu", "body", 2), Neighbour("Trần Thị Mẫu", "person", 1)]


@pytest.fixture
def html(two_articles: Reader) -> str:
    told = explain(two_articles, HA_NAM)
    return page(told, dates_of(two_articles, told), NEAR)


def test_every_statement_opens_on_a_footnote_with_the_exact_words(two_articles: Reader, html: str) -> None:
    told = explain(two_articles, HA_NAM)
    used, held = set(re.findall(r'href="#note-(\d+)"', html)), re.findall(r'id="note-(\d+)">“', html)
    assert used == set(held)
    assert held == [str(n) for n in range(1, len({quote for fact in told.facts for quote in fact.quotes}) + 1)]
    assert "Hội LHPN tỉnh Hà Nam phấn đấu ít nhất 1,5 km đường hoa" in html


def test_what_has_a_day_is_on_the_timeline_in_order_and_told_once(two_articles: Reader, html: str) -> None:
    told = explain(two_articles, HA_NAM)
    dates = dates_of(two_articles, told)
    timeline = re.findall(r"<time>([^<]*)</time>", html)
    assert len(timeline) == len(dates) > 1
    days = [re.findall(r"\d+", day) for day in timeline]
    assert days == sorted(days)
    for fact in told.facts:
        assert html.count(f">{fact.words}<") + html.count(f"{fact.words}<sup>") >= 1


def test_a_quote_that_states_two_facts_is_one_footnote() -> None:
    quote = Quote("2021-01-01", "Chị Mẫu và chị Thử dự", "Bài mẫu", ("a.txt",))
    facts = tuple(Told(n, "Tham dự", name, (quote,), f"urn:{n}") for n, name in ((1, "Mẫu"), (2, "Thử")))
    html = page(Explanation(Found("urn:x", "Hội mẫu", "union"), (), facts), {}, [])
    assert re.findall(r'href="#note-(\d+)"', html) == ["1", "1"]
    assert re.findall(r'id="note-(\d+)"', html) == ["1"]


def test_nothing_is_loaded_and_nothing_runs(html: str) -> None:
    assert "default-src 'none'" in html
    assert not re.search(r"<script|\bon\w+=|src=|url\(|@import|https?://", html)


def test_words_of_an_article_are_never_markup() -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    fact = Told(1, bad, bad, (Quote("2021-01-01", bad, bad, (bad,), bad),), "urn:fact")
    told = Explanation(Found("urn:x", bad, "union"), ((bad, (bad,)),), (fact,))
    html = page(told, {}, [Neighbour(bad, "union", 1)])
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;script&gt;") > 5


def test_many_neighbours_are_counted_the_most_told_first(two_articles: Reader) -> None:
    told = explain(two_articles, HA_NAM)
    many = [Neighbour(f"Bạn {n:02}", "person", n) for n in range(30)]
    html = page(told, {}, many)
    assert "và 12 liên hệ khác" in html
    assert "Bạn 29" in html
    assert "Bạn 11" not in html
    assert html == page(told, {}, reversed(many))


@pytest.mark.parametrize("number", [1, 2, 5, 9, 18, 30])
def test_the_drawing_is_as_high_as_its_neighbours_need(two_articles: Reader, number: int) -> None:
    told = explain(two_articles, HA_NAM)
    html = page(told, {}, [Neighbour(f"Bạn {n:02}", "person", 1) for n in range(number)])
    _, height = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', html)[0])
    ys = [float(y) for y in re.findall(r'<circle class="person" cx="[\d.]+" cy="([\d.]+)"', html)]
    assert len(ys) == min(number, 18)
    assert 20 < min(ys) <= max(ys) < height - 20
    assert height <= 180 if number == 1 else height <= 500
    assert all(abs(one - other) >= 15 for one, other in zip(sorted(ys)[::2], sorted(ys)[2::2], strict=False))


def test_the_command_writes_one_file(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "hn.html"
    command = [sys.executable, "-m", "kgraph", "dossier", HA_NAM, "--data", str(built), "--lang", "en", "--out"]
    done = subprocess.run([*command, str(out)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Direct neighbours" in out.read_text(encoding="utf-8")
    again = subprocess.run([*command, "-"], capture_output=True, encoding="utf-8", check=False)
    assert again.stdout == out.read_text(encoding="utf-8")
