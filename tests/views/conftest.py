"""The example dataset, generated networks of any size with invented names, and a page of one in the browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from kgraph.dataset.reader import Reader
from kgraph.views import render
from kgraph.vocab import PREFIXES

HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
FIXTURE = Path(__file__).parents[1] / "fixtures" / "example.trig"
FAMILY = ("Nguyễn Thị", "Trần Thị", "Lê Thị", "Phạm Thị", "Hoàng Thị", "Đặng Thị", "Bùi Thị")
GIVEN = ("Ví Dụ", "Thử Nghiệm", "Mẫu", "Giả Định", "Tưởng Tượng", "Minh Họa", "Bịa Đặt", "Làm Mẫu")
PLACE = ("Sông Thử", "Núi Mẫu", "Đồng Giả", "Bến Ví Dụ", "Hồ Tưởng", "Rừng Minh Họa", "Cầu Bịa", "Đảo Thử")
SENTENCE = "Câu thứ {} được viết ra chỉ để thử độ dài của phần trích dẫn, " + "không nói về ai có thật, " * 3


def iri(kind: str, key: object) -> str:
    return f"<{PREFIXES['id']}{kind}/{key}>"


def told(i: int) -> str:
    return f"prov:wasDerivedFrom {iri('evidence', i)} ."


def _union(i: int) -> str:
    place, union, up = iri("place", i), iri("union", i), (i - 1) // 4
    parents = f"{place} schema:containedInPlace {iri('place', up)} . {union} org:subOrganizationOf {iri('union', up)} ."
    return (
        f'{place} a kgo:AdministrativeUnit ; skos:prefLabel "tỉnh {PLACE[i % 8]} {i}"@vi .'
        f'{union} a kgo:WomensUnion ; skos:prefLabel "Hội LHPN tỉnh {PLACE[i % 8]} {i}"@vi ; kgo:jurisdiction {place} .'
    ) + (parents if i else "")


def _person(i: int, unions: int) -> str:
    return (
        f'{iri("person", i)} a schema:Person ; skos:prefLabel "{FAMILY[i % 7]} {GIVEN[i % 8]} {i}"@vi .'
        f"{iri('membership', i)} a org:Membership ; org:member {iri('person', i)} ;"
        f"  org:role {iri('post', 'chu-tich')} ; org:organization {iri('union', i * i % unions)} ; {told(i // 2)}"
    )


def _event(i: int, unions: int, persons: int) -> str:
    return (
        f'{iri("event", i)} a kgo:Event ; skos:prefLabel "Hội nghị tổng kết phong trào thi đua lần thứ {i}"@vi ;'
        f'  kgo:eventDate "2021-04-{i % 28 + 1:02}" ; schema:organizer {iri("union", i * 7 % unions)} ; {told(i // 2)}'
        f"{iri('participation', i)} a kgo:Participation ; kgo:participationIn {iri('event', i)} ;"
        f"  kgo:role kgs:role-attendee ; kgo:participant {iri('person', i * 11 % persons)} ; {told(i // 2)}"
    )


def _programme(i: int, unions: int) -> str:
    facts = (
        f"{iri('implementation', f'{i}-{j}')} a kgo:Implementation ; kgo:programme {iri('programme', i)} ;"
        f"  kgo:implementer {iri('union', (i * 5 + j * 3) % unions)} ; {told(i)}"
        for j in range(4)
    )
    return f'{iri("programme", i)} a kgo:Programme ; skos:prefLabel "Chương trình thử số {i}"@vi .' + "".join(facts)


def _evidence(i: int) -> str:
    article, quote = iri("article", i // 6), iri("evidence", f"{i}#quote")
    return (
        f'{article} a schema:NewsArticle ; dct:title "Bài thử số {i // 6}"@vi ; dct:issued "2021-05-01"^^xsd:date ;'
        f"  dct:source <https://tin.example/{i // 6}> ."
        f"{iri('evidence', i)} oa:hasSource {article} ; oa:hasSelector {quote} ;"
        f"  kgo:confidence kgs:confidence-stated ; kgo:rule {iri('rule', 'r')} ."
        f'{quote} oa:exact "{SENTENCE.format(i)}"@vi ; oa:prefix "Trước đó, "@vi ; oa:suffix "và hết."@vi .'
    )


def turtle(nodes: int) -> str:
    """A network of about *nodes* nodes: unions with places, persons, events, programmes, and articles about them."""
    unions, persons, events = nodes // 8, nodes * 3 // 8, nodes // 4
    parts = [
        f'{iri("post", "chu-tich")} a kgo:Post ; skos:prefLabel "Chủ tịch"@vi , "President"@en .',
        *(_union(i) for i in range(unions)),
        *(_person(i, unions) for i in range(persons)),
        *(_event(i, unions, persons) for i in range(events)),
        *(_programme(i, unions) for i in range(nodes // 16)),
        *(_evidence(i) for i in range(persons // 2 + 1)),
    ]
    return HEAD + "\n".join(parts)


def reader_of(text: str) -> Reader:
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TRIG)
    return Reader(store)


@pytest.fixture(scope="session")
def example() -> Reader:
    return Reader.of_file(FIXTURE)


@pytest.fixture(scope="session")
def example_text() -> str:
    return FIXTURE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def load() -> Callable[[str], Reader]:
    """Reads RDF text; prefixes are declared for it."""
    return lambda text: reader_of(HEAD + text)


@pytest.fixture(scope="session")
def generated() -> Callable[[int], Reader]:
    return lambda nodes: reader_of(turtle(nodes))


PAYLOADS = (
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)></svg>',
    "'-alert(1)-'",
    "<!--<script>alert(1)//-->",
    "</style></title><iframe srcdoc=alert(1)>{{7*7}}${alert(1)}",
)


@pytest.fixture(scope="session", params=PAYLOADS)
def payload(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def hostile(example_text: str, payload: str) -> Reader:
    """The example with markup in every text an article or a hand can bring, and a script as the article's address."""
    text, payload = example_text, payload.replace('"', '\\"')
    for field in (
        "Nguyễn Thị Ví Dụ",
        "Đề án 939",
        "Chủ tịch",
        "tỷ đồng",
        "Báo Ví Dụ",
        "vi-du.txt",
        "Tới dự có ",
        ", kịp thời",
    ):
        text = text.replace(f'"{field}"', f'"{field}{payload}"')
    for field in (
        "Hội LHPN tỉnh Nam Định",
        "Kế hoạch số 357/KH-HPN",
        "Xây dựng tổ chức Hội vững mạnh",
        "2021/2025",
        "gần 16,5",
    ):
        text = text.replace(field, field + payload)
    return reader_of(text.replace("<https://tin.example/1>", f'"javascript:alert(1){payload}"'))


class Page:
    """A page in the browser, with what a person does on it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def texts(self, css: str) -> list[str]:
        return [e.text for e in self.all(css)]

    def press(self, *keys: str) -> None:
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def run(self, script: str) -> Any:
        return self.driver.execute_script(f"return {script}")

    def until(self, true: Callable[[], object]) -> None:
        WebDriverWait(self.driver, 5).until(lambda _: true())

    def search(self, text: str) -> None:
        self.press("/")
        self.press(text)

    def requests(self) -> list[str]:
        """Addresses that the page asked for, apart from itself."""
        events = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]  # type: ignore[no-untyped-call]
        asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [address for address in asked if not address.startswith(("file:", "data:", "chrome"))]

    def errors(self) -> list[str]:
        return [e["message"] for e in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


@pytest.fixture
def visit(driver: webdriver.Chrome, tmp_path: Path) -> Callable[..., Page]:
    """Writes the page of a dataset and opens it as a double click does."""

    def go(reader: Reader, address: str = "", *, started: bool = True, **options: Any) -> Page:
        file = tmp_path / "trang.html"
        file.write_text(render(reader, **options), encoding="utf-8")
        driver.get("about:blank")
        page = Page(driver)
        page.requests(), page.errors()  # what earlier pages left
        driver.get(file.as_uri() + address)
        if started:
            page.until(lambda: page.all("#count")[0].text)
        return page

    return go
