"""The page as a file: size, no outside address, policy, escaping, the same bytes again."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat

from kgraph.dataset.reader import Reader
from kgraph.views import Scope, assets, render, tables
from kgraph.views.page import LARGE, TOP

Make = Callable[[Any], Reader]


def block(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def inline(html: str, tag: str, kind: str = "") -> list[str]:
    attributes = rf' type="{kind}" id="\w+"' if kind else ""
    return re.findall(rf"<{tag}{attributes}>(.*?)</{tag}>", html, re.DOTALL)


def vis_of(html: str) -> str:
    (packed,) = inline(html, "script", "application/gzip")
    return gzip.decompress(b64decode(packed)).decode()


def test_a_page_without_data_stays_small(load: Make) -> None:
    assert len(render(load("")).encode()) <= 520_000


def test_a_thousand_nodes_cost_less_than_400_kb(generated: Make, load: Make) -> None:
    html, empty = render(generated(1000)), render(load(""))
    count = len(block(html, "nodes")["id"])
    assert count > 900
    assert len(block(html, "edges")["from"]) > 1.6 * count
    assert (len(html.encode()) - len(empty.encode())) / count < 400


def test_no_address_is_loaded(example: Reader) -> None:
    html = render(example)
    outer = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert re.findall(r'(?:src|href|action)\s*=\s*["\']?([^"\'\s>]*)', outer) == ["data:,"]
    assert "@import" not in outer
    assert "url(" not in outer


def test_the_policy_allows_only_the_scripts_and_style_of_the_page(example: Reader) -> None:
    html = render(example)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "connect-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    parts = [*inline(html, "script"), *inline(html, "style"), *inline(html, "script", "text/plain"), vis_of(html)]
    assert len(parts) == 4
    for part in parts:
        assert f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in policy[1]


def test_vis_network_is_carried_whole_and_named(example: Reader) -> None:
    html = render(example)
    carried = files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    assert vis_of(html) == carried
    assert "@copyright (c) 2011-2017 Almende B.V" in html
    assert "MIT License" in html


def test_our_own_script_can_be_read_in_the_page(example: Reader) -> None:
    (script,) = inline(render(example), "script", "text/plain")
    assert "// Joins the parts: what is chosen goes into the address" in script


def test_markup_in_any_text_stays_text(hostile: Reader, example: Reader, payload: str) -> None:
    html, silent = render(hostile), render(example)
    assert "alert(1)" in html
    assert "javascript:alert" not in html
    for sign in ("<img", "<svg", "<iframe", "<script", "<!--", "</script", "</style", "</title"):
        assert html.count(sign) == silent.count(sign), sign
    assert f"Nguyễn Thị Ví Dụ{payload}" in block(html, "nodes")["label"]


def test_the_page_knows_what_it_is_about(example: Reader) -> None:
    iri = "https://data.example/kgraph/id/union/nam-dinh"
    assert block(render(example, Scope(about=iri)), "data")["focus"] == iri


HASH_OF_PAGE = """
import hashlib, sys
from pathlib import Path
from kgraph.dataset.reader import Reader
from kgraph.views import render
print(hashlib.sha256(render(Reader.of_file(Path(sys.argv[1]))).encode()).hexdigest())
"""


def hash_under(seed: str) -> bytes:
    fixture = Path(__file__).parents[1] / "fixtures" / "example.trig"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    run = [sys.executable, "-c", HASH_OF_PAGE, fixture]
    return subprocess.run(run, env=environment, capture_output=True, check=True).stdout


def test_two_runs_under_other_hash_seeds_give_the_same_bytes() -> None:
    assert hash_under("0") == hash_under("1")


def test_a_sentence_that_two_rules_read_is_stored_once(load: Make, example_text: str) -> None:
    old, new = "evidence/e000000000000003", "evidence/e000000000000004"
    again = (
        example_text.replace(old, new)
        .replace("rule/figure", "rule/other")
        .replace("implementation/0", "implementation/1")
    )
    store = load(example_text).store
    store.bulk_load(again.encode(), format=RdfFormat.TRIG)
    html = render(Reader(store))
    assert html.count("nhận đỡ đầu 3.037 cháu với số tiền gần 16,5 tỷ đồng") == 1
    assert len(block(html, "data")["evidence"]) == 4


def test_parallel_relations_are_both_drawn(example: Reader) -> None:
    edges = block(render(example), "edges")
    pairs = list(zip(edges["from"], edges["to"], strict=True))
    assert len(pairs) == len(block(render(example), "data")["lines"])


def test_a_large_network_opens_on_its_most_connected(generated: Make) -> None:
    html = render(generated(LARGE + 200))
    top = block(html, "data")["top"]
    sizes = block(html, "nodes")["size"]
    assert len(top) == TOP
    assert max(sizes[i] for i in range(len(sizes)) if i not in set(top)) <= max(sizes[i] for i in top)
    assert len(sizes) > LARGE


def test_a_small_network_opens_whole(example: Reader) -> None:
    assert block(render(example), "data")["top"] == []


@pytest.mark.parametrize(("lang", "title"), [("vi", "Mạng lưới Hội Phụ nữ"), ("en", "Women&#39;s Union network")])
def test_the_page_opens_in_the_language_asked_for(example: Reader, lang: str, title: str) -> None:
    html = render(example, lang=lang)
    assert f'<html lang="{lang}">' in html
    assert f"<title>{title}</title>" in html


def test_every_kind_has_a_shape_of_its_own() -> None:
    shapes = [k.shape for k in tables.kinds().values()]
    assert len(shapes) == len(set(shapes))


def test_every_word_the_scripts_use_is_in_the_table() -> None:
    used = set(re.findall(r'word\("([\w.]+)"', assets.application()))
    used |= set(re.findall(r'data-(?:word|label|placeholder)="([\w.-]+)"', tables.text("graph.html.j2")))
    assert len(used) > 20
    assert used <= set(tables.words())


def test_every_kind_of_fact_has_labels_and_a_pattern() -> None:
    from kgraph.views.patterns import FACTS, STRUCTURE
    from kgraph.views.things import PREDICATE

    assert {PREDICATE, *(name for name, _ in (*FACTS, *STRUCTURE))} == set(tables.predicates())
    assert all(all(cells[:9]) and cells[10] and len(cells) == 11 for cells in tables.rows("predicates.tsv"))
