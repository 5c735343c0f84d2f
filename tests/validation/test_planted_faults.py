"""Faults of extraction, planted in the samples: the shape meant for each finds it and explains it in both languages.

Every link of the reports opens its thing in the network, in a real browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from kgraph.dataset.reader import Reader
from kgraph.pipeline import BuildOptions, build
from kgraph.pipeline.checking import linked, opening
from kgraph.pipeline.quoting import compared
from kgraph.validation import report_html, report_text
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate
from kgraph.views import render
from kgraph.vocab import PREFIXES

WINDOW = "1200,900"
SAMPLES = Path(__file__).parents[2] / "data" / "articles"
_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Fault:
    """*where* finds the ``?node`` to spoil; *old* triples are taken out of their graph and *new* put in."""

    shape: str
    where: str
    old: str
    new: str
    vi: str
    en: str


FAULTS = {
    # The page's own banner, "10/10/2024", read as the day of a meeting of 2019.
    "a banner date as event date": Fault(
        "EventAfterPublication",
        "?node a kgo:Event ; kgo:eventStatus kgs:status-held ; kgo:earliestDate ?old",
        "?node kgo:earliestDate ?old",
        '?node kgo:earliestDate "2024-10-10"^^xsd:date',
        r"ngày 2024-10-10 sau ngày đăng bài \d{4}-\d\d-\d\d",
        r"dated 2024-10-10, after the article was published",
    ),
    # "Hội LHPN thành phố" of a city under a province, taken for one directly under the centre.
    "a city read as a province": Fault(
        "LevelMatchesPlace",
        "?node a kgo:WomensUnion ; kgo:level kgs:level-district ; kgo:jurisdiction ?place",
        "?node kgo:level kgs:level-district",
        "?node kgo:level kgs:level-province",
        "Hội ở cấp tỉnh nhưng địa bàn ở cấp huyện",
        "union is at level province but its place is at district",
    ),
    "3.037 read as a decimal": Fault(
        "CountUnit",
        "?node a kgo:ReportedFigure ; kgo:value ?old ; kgo:rawText ?raw FILTER (STRSTARTS(?raw, '3.037'))",
        "?node kgo:value ?old",
        "?node kgo:value 3.037",
        "“3.037 cháu” được đọc là 3.037",
        "“3.037 cháu” was read as 3.037",
    ),
    "a part larger than its whole": Fault(
        "Subset",
        "?node kgo:unit ?unit ; kgo:value ?part . ?whole kgo:unit ?unit ; kgo:value ?all FILTER (?part > ?all)",
        "",
        "?node kgo:subsetOfFigure ?whole",
        "không thể nằm trong .*: lớn hơn",
        "cannot lie in .*: larger",
    ),
    "two exclusive posts in one body on one day": Fault(
        "ExclusivePosts",
        "?held org:member ?node ; org:role ?role ; org:organization ?body ; kgo:attestedOn ?day ;"
        " prov:wasDerivedFrom ?evidence . ?role kgo:exclusiveWith ?other",
        "",
        "?node a schema:Person . <urn:planted> a org:Membership ; org:member ?node ; org:role ?other ;"
        " org:organization ?body ; kgo:attestedOn ?day ; prov:wasDerivedFrom ?evidence",
        r"Vừa là .*[Cc]hủ tịch.* vừa là .*[Cc]hủ tịch",
        r"Both .*[Pp]resident.* and .*[Pp]resident",
    ),
    "a quote that is not in the article": Fault(
        "QuoteInText",
        "?node oa:hasSelector ?quote . ?quote oa:exact ?old"
        " BIND (STRLANG(CONCAT('Chữ khác', SUBSTR(STR(?old), 9)), 'vi') AS ?words)",
        "?quote oa:exact ?old",
        "?quote oa:exact ?words",
        "Dữ liệu trích “Chữ khác.*” nhưng bài viết ở đó là “",
        "quote is “Chữ khác.*” but the article says “",
    ),
    "a quote of other length than its place in the article": Fault(
        "QuoteLength",
        "?node oa:hasSelector ?quote . ?quote oa:exact ?old",
        "?quote oa:exact ?old",
        '?quote oa:exact "Chữ không có trong bài."@vi',
        r"dài 23 điểm mã nhưng vị trí chiếm \d+",
        r"has 23 code points but its position covers \d+",
    ),
    "a quote beyond the end of the article": Fault(
        "WithinText",
        "?node oa:hasSource ?article ; oa:hasSelector ?position . ?position oa:end ?old",
        "?position oa:end ?old",
        "?position oa:end 999999",
        "kết thúc ở 999999, sau điểm cuối của bài",
        "ends at 999999, after the end of the article",
    ),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("samples") / "out"
    build((SAMPLES,), data, BuildOptions())
    return data


@pytest.fixture(scope="module")
def quads(data: Path) -> list[ox.Quad]:
    return list(Reader.open(data).store)


@pytest.fixture(scope="module")
def sound(data: Path) -> frozenset[Finding]:
    return frozenset(_findings(Reader.open(data), data))


def _findings(reader: Reader, data: Path) -> tuple[Finding, ...]:
    return validate(reader, beside=compared(reader, data).differing)


def _reader(quads: list[ox.Quad]) -> Reader:
    store = ox.Store()
    store.extend(quads)
    return Reader(store)


def _planted(quads: list[ox.Quad], fault: Fault) -> tuple[Reader, str]:
    """The samples with *fault* at the first node that can bear it, and that node."""
    reader = _reader(quads)
    ask = partial(reader.store.query, use_default_graph_as_union=True)
    names = sorted(set(re.findall(r"\?(\w+)", fault.where)))
    rows = ask(f"{_HEAD} SELECT * {{ {fault.where} }} ORDER BY {' '.join(f'STR(?{name})' for name in names)} LIMIT 1")
    assert isinstance(rows, ox.QuerySolutions)
    row = next(iter(rows))

    def triples(pattern: str) -> list[ox.Triple]:
        bound = re.sub(r"\?(\w+)", lambda found: str(row[found[1]]), pattern)
        made = ask(f"{_HEAD} CONSTRUCT {{ {bound} }} {{}}")
        return list(made) if isinstance(made, ox.QueryTriples) else []

    for triple in triples(fault.old):
        spoilt = list(reader.store.quads_for_pattern(triple.subject, triple.predicate, triple.object))
        assert spoilt
        for quad in spoilt:
            reader.store.remove(quad)
    reader.store.extend(ox.Quad(*triple, ox.NamedNode("urn:planted:graph")) for triple in triples(fault.new))
    return reader, row["node"].value


@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
def test_each_fault_is_found_by_its_shape_and_explained_in_both_languages(
    data: Path, quads: list[ox.Quad], sound: frozenset[Finding], fault: Fault
) -> None:
    reader, node = _planted(quads, fault)
    fresh = [finding for finding in _findings(reader, data) if finding not in sound]
    (found,) = [finding for finding in fresh if (finding.shape, finding.focus) == (fault.shape, node)]
    assert re.search(fault.vi, found.message.vi)
    assert re.search(fault.en, found.message.en)
    for lang in ("vi", "en"):
        page = report_text.render(fresh, lang)
        assert found.message(lang) in page
        assert found.cause.title(lang) in page
        assert found.cause.meaning(lang) in page
        assert found.advice(lang) in page
    assert found.cause.meaning.vi != found.cause.meaning.en
    assert found.advice.vi != found.advice.en


def test_the_samples_bear_none_of_these_faults(sound: frozenset[Finding]) -> None:
    assert {finding.shape for finding in sound}.isdisjoint(fault.shape for fault in FAULTS.values())


def _all_faults(quads: list[ox.Quad]) -> Reader:
    """The samples with every fault at once, and with faults of things that the network does not show."""
    for fault in FAULTS.values():
        quads = list(_planted(quads, fault)[0].store)
    reader = _reader(quads)
    for pattern, predicate in (
        ("?evidence oa:hasSelector ?node . ?node oa:exact ?words", "oa:exact"),
        ("?node kgo:resolutionMethod ?method", "kgo:resolutionMethod"),
        ("?node kgo:fileName ?name", "kgo:fileName"),
        ("?node a kgo:EntityMention", "kgo:mentionedEntity"),
        ("?node a kgo:Post", "skos:prefLabel"),
        ("?node a kgo:Rule", "dct:identifier"),
    ):
        node = next(reader.values(f"SELECT ?node {{ {pattern} }} ORDER BY STR(?node) LIMIT 1"))["node"]
        reader.store.update(f"{_HEAD} DELETE WHERE {{ GRAPH ?g {{ <{node}> {predicate} ?value }} }}")
    return reader


@pytest.fixture(scope="module")
def told(data: Path, quads: list[ox.Quad]) -> tuple[Reader, tuple[Finding, ...]]:
    """All faults, and what is found of them with links."""
    reader = _all_faults(quads)
    return reader, linked(_findings(reader, data), opening(reader))


def test_findings_on_what_the_network_does_not_show_lead_to_what_it_does(
    told: tuple[Reader, tuple[Finding, ...]],
) -> None:
    links = {(f.shape, f.kind.name): f.link for f in told[1]}
    for shape, kind in (("QuoteInText", "Evidence"), ("Quote", "TextQuoteSelector"), ("Resolution", "Resolution")):
        assert links[shape, kind].startswith("view.html#fact=")
    assert links["CountUnit", "ReportedFigure"].startswith("view.html#fact=")
    assert "%2Fperson%2F" in links["ExclusivePosts", "Person"]
    assert "%2Farticle%2F" in links["ArticleCopy", "ArticleCopy"]
    assert "%2Farticle%2F" in links["Post", "Post"]
    assert links["Rule", "Rule"] == ""


def test_only_what_stands_in_no_article_has_no_link(told: tuple[Reader, tuple[Finding, ...]]) -> None:
    assert {f.kind.name for f in told[1] if not f.link} == {"Rule"}


def test_the_report_of_a_build_leads_into_the_network(data: Path, sound: frozenset[Finding]) -> None:
    page = (data / "report.html").read_text(encoding="utf-8")
    links = re.findall(r'<a href="view\.html#(node|fact)=[^"]+"', page)
    assert len(links) == len(linked(sound, opening(Reader.open(data)))) > 0


OPENED = """(() => ({
  missing: document.querySelectorAll("#panel .missing").length,
  node: state.node ? state.node.iri : null,
  title: document.querySelector("#panel h2").textContent,
  facts: [...document.querySelectorAll("#panel .chosen .key")].map((e) => e.textContent.split(" ").pop()),
}))()"""


@pytest.mark.browser
def test_every_link_of_the_report_opens_its_thing_in_the_network(
    driver: webdriver.Chrome, tmp_path: Path, told: tuple[Reader, tuple[Finding, ...]]
) -> None:
    reader, found = told
    (tmp_path / "view.html").write_text(render(reader), encoding="utf-8")
    (tmp_path / "report.html").write_text(report_html.render(found), encoding="utf-8")
    driver.get((tmp_path / "report.html").as_uri())
    links = [a.get_attribute("href") for a in driver.find_elements(By.CSS_SELECTOR, ".finding a")]  # type: ignore[no-untyped-call]
    assert len(links) == sum(bool(f.link) for f in found) >= 18
    for link in dict.fromkeys(map(str, links)):
        driver.get("about:blank")
        driver.get(link)
        WebDriverWait(driver, 10).until(lambda d: d.find_element(By.ID, "count").text)
        opened = driver.execute_script(f"return {OPENED}")  # type: ignore[no-untyped-call]
        page, _, place = link.partition("#")
        assert page == (tmp_path / "view.html").as_uri()
        what, _, name = unquote(place).partition("=")
        assert opened["missing"] == 0
        assert (opened["node"] == name) if what == "node" else (opened["facts"] == [name]), link


@pytest.mark.browser
def test_a_click_in_the_report_opens_the_network(
    driver: webdriver.Chrome, tmp_path: Path, told: tuple[Reader, tuple[Finding, ...]]
) -> None:
    reader, found = told
    (tmp_path / "view.html").write_text(render(reader), encoding="utf-8")
    (tmp_path / "report.html").write_text(report_html.render(found), encoding="utf-8")
    driver.get((tmp_path / "report.html").as_uri() + "#kind=ReportedFigure")
    next(a for a in driver.find_elements(By.CSS_SELECTOR, ".finding a") if a.is_displayed()).click()
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, "#panel .chosen"))
    driver.back()
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.ID, "filtered"))
    assert driver.current_url.endswith("report.html#kind=ReportedFigure")
