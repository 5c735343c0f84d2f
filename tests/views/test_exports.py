"""What the page hands out: Turtle that is a part of the dataset, CSV, SVG and PNG, and the address of it all."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from selenium.webdriver.common.keys import Keys

from kgraph.dataset.reader import Reader
from kgraph.pipeline import build

pytestmark = pytest.mark.browser

ID = "https://data.example/kgraph/id/"
WINDOW = "1400,900"
SAMPLES = Path(__file__).parents[2] / "data" / "articles"
SVG = "{http://www.w3.org/2000/svg}"


def triples(text: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)}


def held(reader: Reader) -> set[ox.Triple]:
    return {quad.triple for quad in reader.store}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    data = tmp_path_factory.mktemp("samples")
    build((SAMPLES,), data)
    return Reader.open(data)


def test_turtle_is_a_part_of_the_dataset(visit: Any, samples: Reader) -> None:
    page = visit(samples, "#show=article")
    got = triples(page.run("turtleText()"))
    assert got - held(samples) == set()
    facts = (t.subject.value for t in got if t.predicate.value.endswith("#wasDerivedFrom"))
    told = {iri for iri in facts if "/entity-mention/" not in iri}
    shown = page.run("[...new Set(shownFacts().filter((e) => isTold(e.fact)).map((e) => subjectOf(e)))]")
    assert told == {iri for iri in shown if "/entity-mention/" not in iri}
    assert len(told) > 90
    quotes = [t.object.value for t in got if t.predicate.value.endswith("#exact")]
    assert len(quotes) > 60


def test_every_template_of_a_relation_writes_triples_of_the_dataset(visit: Any, example: Reader) -> None:
    """The example holds each kind of fact: a property that no kind writes would stay unseen above."""
    page = visit(example, "#show=article")
    got = triples(page.run("turtleText()"))
    assert got - held(example) == set()
    used = {triple.predicate.value.rpartition("#")[2].rpartition("/")[2] for triple in got}
    assert used >= {
        "member", "organization", "role", "participant", "participationIn", "organizer", "signedAt", "agreementKind",
        "implementer", "programme", "reportedFor", "rawText", "grantedBy", "adoptedBy", "theme", "documentIssuer",
        "citedDocument", "subOrganizationOf", "jurisdiction", "containedInPlace", "mentionedEntity", "exact", "prefix",
    }  # fmt: skip


def test_facts_with_addresses_of_their_own_keep_them(visit: Any, load: Any) -> None:
    """Files made by hand may call a fact what they like."""
    reader = load(
        "<urn:u> a kgo:WomensUnion ; skos:prefLabel 'Hội'@vi . <urn:p> a kgo:Programme ; skos:prefLabel 'Đề án'@vi ."
        "<urn:my/fact> a kgo:Implementation ; kgo:implementer <urn:u> ; kgo:programme <urn:p> ;"
        "  prov:wasDerivedFrom <urn:e> ."
        "<urn:e> oa:hasSource <urn:a> ; oa:hasSelector <urn:e#quote> . <urn:e#quote> oa:exact 'một'@vi ."
        "<urn:a> a schema:NewsArticle ; dct:title 'Bài'@vi ."
    )
    got = triples(visit(reader).run("turtleText()"))
    extra = {str(t.predicate) + " " + str(t.object) for t in got - held(reader)}
    assert {text.partition("#type> ")[0] for text in extra} <= {"<http://www.w3.org/1999/02/22-rdf-syntax-ns"}
    assert "urn:my/fact" in {t.subject.value for t in got}


def test_turtle_holds_what_is_visible_and_no_more(visit: Any, example: Reader) -> None:
    of_persons = [t for t in triples(visit(example).run("turtleText()")) if "/person/" in str(t)]
    rest = triples(visit(example, "#hide=person").run("turtleText()"))
    assert len(of_persons) > 3
    assert len(rest) > 30
    assert not rest.intersection(of_persons)


def test_turtle_and_csv_survive_every_sign(visit: Any, hostile: Reader) -> None:
    page = visit(hostile, "#show=article")
    assert triples(page.run("turtleText()"))
    rows = list(csv.reader(io.StringIO(page.run("csvText()"))))
    assert {len(row) for row in rows} == {13}
    assert page.run("turtleString('a\"b\\\\c\\n\\t', 'vi')") == '"a\\"b\\\\c\\n\\t"@vi'
    assert page.run("turtleIri('http://e/a b>c')") == "<http://e/a\\u0020b\\u003ec>"


def test_csv_has_the_facts_with_their_quotes(visit: Any, example: Reader) -> None:
    page = visit(example)
    rows = list(csv.DictReader(io.StringIO(page.run("csvText()"))))
    assert len(rows) == page.run("shownFacts().length")
    (row,) = [row for row in rows if row["fact"] == "0000000000000007"]
    assert (row["source"], row["target"], row["unit"]) == ("Hội LHPN tỉnh Nam Định", "Mẹ đỡ đầu", "đồng")
    assert float(row["value"]) == 16_500_000_000
    assert row["quote"] == "nhận đỡ đầu 3.037 cháu với số tiền gần 16,5 tỷ đồng"
    assert row["source_iri"] == f"{ID}union/nam-dinh"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+2", "'=1+2"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"), ("+84", "'+84"),
        ("a,b", '"a,b"'), ('nói "vâng"', '"nói ""vâng"""'), ("hai\ndòng", '"hai\ndòng"'), (-5, "-5"), ("", ""),
    ],
)  # fmt: skip
def test_a_cell_is_text_to_every_spreadsheet(visit: Any, example: Reader, value: object, cell: str) -> None:
    page = visit(example)
    assert page.driver.execute_script("return csvCell(arguments[0])", value) == cell


def test_the_drawing_as_svg_has_every_node_and_line_and_no_script(visit: Any, hostile: Reader, payload: str) -> None:
    page = visit(hostile)
    root = ET.fromstring(page.run("svgText()"))  # noqa: S314 - made by the page under test
    assert len(root.findall(f"{SVG}polygon")) == page.run("shownNodes().length")
    assert len(root.findall(f"{SVG}line")) == page.run("lines.filter(lineShown).length")
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "line",
        "polygon",
        "text",
    }
    titles = [element.text or "" for element in root.iter(f"{SVG}title")]
    assert any(payload in title for title in titles)
    assert len(root.findall(f"{SVG}text")) > 5


@pytest.fixture
def folder(driver: Any, tmp_path: Path) -> Path:
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    return tmp_path


def test_each_kind_of_file_is_saved_by_keyboard(visit: Any, example: Reader, folder: Path) -> None:
    page = visit(example)
    expected = {
        "png": b"\x89PNG\r\n\x1a\n",
        "svg": b"<svg ",
        "csv": b"\xef\xbb\xbffact,source",
        "ttl": b"@prefix ",
    }
    for kind, start in expected.items():
        page.all("#save summary")[0].send_keys(Keys.ENTER)
        page.all(f"#save-{kind}")[0].send_keys(Keys.ENTER)
        file = folder / f"kgraph.{kind}"
        page.until(file.is_file)
        page.until(lambda file=file: file.stat().st_size > 0)
        assert file.read_bytes().startswith(start)
        assert not page.all("#save")[0].get_attribute("open")
    assert all(address.startswith("blob:") for address in page.requests())
    assert page.errors() == []


def test_the_picture_has_the_ground_of_the_page(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.all("#theme")[0].click()
    pixel = """new Promise((done) => {
      const real = HTMLCanvasElement.prototype.toBlob;
      const corner = (canvas) => [...canvas.getContext("2d").getImageData(0, 0, 1, 1).data];
      HTMLCanvasElement.prototype.toBlob = function () { done(corner(this)); };
      savePng();
      HTMLCanvasElement.prototype.toBlob = real;
    })"""
    assert page.run(pixel) == [16, 22, 29, 255]


def test_the_link_to_what_is_chosen_is_copied(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=timeline&hide=place")
    page.run("void (navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); })")
    page.all("#copy")[0].send_keys(Keys.ENTER)
    page.until(lambda: page.run("window.copied"))
    assert page.run("window.copied").endswith("#tab=timeline&hide=place")
    assert page.texts("#said") == ["Đã sao chép liên kết"]


def test_without_leave_to_copy_the_link_stands_to_be_copied_by_hand(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=timeline")
    page.run("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.all("#copy")[0].send_keys(Keys.ENTER)
    page.until(lambda: page.all("#said input"))
    assert page.all("#said input")[0].get_attribute("value").endswith("#tab=timeline")
    assert page.run("getSelection().toString() || document.activeElement.value").endswith("#tab=timeline")
