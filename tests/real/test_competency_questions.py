"""The competency questions of the data model, asked by saved queries of the real articles beside the checkout.

Bodies and programmes stand here by key; persons do not: their names are read from the gold files.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kgraph.dataset.entities import find_one
from kgraph.dataset.labels import compact
from kgraph.dataset.reader import Reader, Table
from kgraph.queries import get, run

GOLD = Path(__file__).parents[3] / "shared" / "gold"
Rows = set[tuple[str, ...]]
CLUSTER = "body/cum-thi-dua-hoi-lhpn-cac-tinh-dong-bang-song-hong.vn"
LE_CHAN, MONG_CAI = "union/hai-phong.le-chan", "union/quang-ninh.mong-cai"
BORDER = "programme/dong-hanh-cung-phu-nu-bien-cuong"


@pytest.fixture(scope="module")
def reader(store: ox.Store) -> Reader:
    return Reader(store)


@pytest.fixture(scope="module")
def asked(reader: Reader) -> Callable[..., Rows]:
    """The chosen columns of an answer as a set, IRIs as keys."""

    def ask(name: str, columns: str, **values: str) -> Rows:
        answer = run(reader, get(name), values)
        assert isinstance(answer, Table)
        wanted = [answer.columns.index(column) for column in columns.split()]
        return {tuple(_short(row[i]) for i in wanted) for row in answer.rows}

    return ask


def _short(term: Any) -> str:
    return compact(term.value).removeprefix("kgs:") if term is not None else ""


def _officials(article: str) -> list[dict[str, Any]]:
    return list(json.loads((GOLD / f"{article}.json").read_text(encoding="utf-8"))["officials"])


def _person(reader: Reader, article: str, organization: str) -> str:
    """The key of the official whom the gold file of *article* has in *organization*."""
    names = [o["name"] for o in _officials(article) if any(role["org"] == organization for role in o["roles"])]
    return compact(find_one(reader, names[0], "schema:Person").iri)


def test_1_programmes_of_ha_nam_in_2019(asked: Any) -> None:
    schemes = {(f"programme/de-an-{number}",) for number in (404, 279, 938, 939)}
    others = {(BORDER,), ("programme/gia-dinh-5-khong-3-sach",), ("programme/dan-van-kheo",)}
    assert asked("programmes-of-union", "programme", union="union/ha-nam", year="2019") == schemes | others


def test_2_who_plans_scheme_938_for_2021_and_what_else(asked: Any) -> None:
    planned = asked("unions-of-programme", "body status period", programme="programme/de-an-938")
    assert ("union/nam-dinh", "status-planned", "2021") in planned
    others = asked("programmes-of-union", "programme", union="union/nam-dinh", year="2021")
    assert {("programme/de-an-938",), ("programme/de-an-939",), ("programme/du-an-3",), (BORDER,)} <= others
    assert any("hoang-ngan" in programme for (programme,) in others)


def test_3_programmes_that_most_unions_share(asked: Any) -> None:
    shared = asked("shared-programmes", "programme unions")
    assert {("programme/de-an-939", "3"), (BORDER, "3")} <= shared
    three = {("union/nam-dinh",), ("union/ha-nam",), ("union/quang-tri",)}
    assert asked("unions-of-programme", "body", programme="programme/de-an-939") == three
    assert asked("unions-of-programme", "body", programme=BORDER) == three


def test_4_a_period_that_the_register_has_otherwise(asked: Any) -> None:
    assert asked("programme-periods", "programme stated registered") == {
        ("programme/de-an-939", "2018/2025", "2017/2025")
    }


def test_5_how_many_children_by_whom_for_how_much(asked: Any) -> None:
    figures = asked("figures-of-programme", "reportedFor qualifier value unit", programme="programme/me-do-dau")
    assert figures == {
        (CLUSTER, "q-exact", "3037", "unit-child"),
        (CLUSTER, "q-almost", "16500000000", "unit-vnd"),
        ("union/hung-yen", "q-exact", "486", "unit-child"),
        ("union/hung-yen", "q-almost", "3000000000", "unit-vnd"),
    }


def test_6_who_attended_and_spoke(asked: Any, reader: Reader) -> None:
    took_part = asked("event-participants", "participant date role")
    central = _person(reader, "004", "Hội LHPN Việt Nam")
    assert {(central, "2022-11-18", "role-attendee"), (central, "2022-11-18", "role-speaker")} <= took_part
    city = _person(reader, "002", "Hội LHPN thành phố Hải Phòng")
    assert (city, "2021-01-07", "role-attendee") in took_part


def test_7_two_posts_at_once(asked: Any, reader: Reader) -> None:
    held = asked("persons-with-several-posts", "person organization")
    city = _person(reader, "002", "Hội LHPN thành phố Hải Phòng")
    assert {(city, "union/hai-phong"), (city, "body/thanh-uy.hai-phong")} <= held
    deputy = _person(reader, "001", "UBND tỉnh Quảng Trị")
    assert {(deputy, "body/ubnd.quang-tri"), (deputy, "body/ban-vi-su-tien-bo-cua-phu-nu.quang-tri")} <= held
    assert {person for person, _ in held} == {city, deputy}


def test_8_who_signed_with_whom(asked: Any, reader: Reader) -> None:
    signed = asked("agreements", "host kind party role period")
    courts = {"union/quang-tri", "body/toa-an-nhan-dan.quang-tri", "body/cong-an.quang-tri"}
    courts |= {"body/vien-kiem-sat-nhan-dan.quang-tri"}
    assert {p for _, kind, p, _, _ in signed if kind == "agreement-coordination"} == courts
    assert {period for _, kind, *_, period in signed if kind == "agreement-coordination"} == {"2020/2022"}
    pledges = {row for row in signed if row[1] == "agreement-pledge"}
    assert _sides(reader, pledges, "union/nam-dinh") == {
        ("union/nam-dinh", "role-signatory"),
        ("unlisted", "role-signatory"),  # its districts, the city and the units below it
        *((f"union/nam-dinh.{coast}", "role-signatory-a") for coast in ("hai-hau", "giao-thuy", "nghia-hung")),
        ("body-military", "role-signatory-b"),  # the border posts of the area
    }
    quang_tri = {("union/quang-tri", "role-signatory-a"), ("body-union", "role-signatory-b")}
    assert _sides(reader, pledges, "union/quang-tri") == quang_tri
    assert _sides(reader, pledges, "union/ha-nam") == {("union/ha-nam", "role-signatory")}  # only the title says so
    assert _sides(reader, pledges, LE_CHAN) == {("unlisted", "role-signatory")}


def _sides(reader: Reader, pledges: Rows, host: str) -> set[tuple[str, str]]:
    """The parties of the pledges signed at *host* with their roles; a group by the kind of its members, if any."""
    kinds = {
        _short(ox.NamedNode(row["group"])): _short(ox.NamedNode(row["kind"]))
        for row in reader.values("SELECT ?group ?kind { ?group kgo:groupOf ?kind }")
    }
    return {
        (kinds.get(party, "unlisted") if party.startswith("group/") else party, role)
        for held_by, _, party, role, _ in pledges
        if held_by == host
    }


def test_9_one_theme_of_several_unions(asked: Any) -> None:
    themes = asked("themes-of-year", "theme body", year="2021")
    by_body = {body: theme for theme, body in themes}
    assert by_body["union/nam-dinh"] == by_body[LE_CHAN] != by_body[MONG_CAI]
    safety = {body for year in ("2019", "2020") for _, body in asked("themes-of-year", "theme body", year=year)}
    assert {"union/quang-tri", "union/ha-nam", LE_CHAN} <= safety


def test_10_targets_of_quang_tri_for_2020(asked: Any) -> None:
    targets = asked("targets", "reportedFor period qualifier value unit")
    own = {(q, value, unit) for body, year, q, value, unit in targets if (body, year) == ("union/quang-tri", "2020")}
    assert {("q-exact", "900", "unit-household"), ("q-at-least", "600", "unit-household")} <= own


def test_11_achieved_against_the_target(asked: Any) -> None:
    shares = asked("achievements", "share value unit period", reportedFor=LE_CHAN)
    assert {("200", "90", "unit-household", "2020"), ("50", "90", "unit-household", "2020")} <= shares


def test_12_money_by_kind(asked: Any) -> None:
    assert asked("money", "kind reportedFor value") == {
        ("kind-achieved", LE_CHAN, "255000000"),
        ("kind-stock", LE_CHAN, "3000000000"),
        ("kind-planned", MONG_CAI, "250000000"),
        ("kind-planned", MONG_CAI, "80000000"),
        ("kind-achieved", CLUSTER, "16500000000"),
        ("kind-achieved", "union/hung-yen", "3000000000"),
    }


def test_13_who_leads_the_cluster_in_2023(asked: Any) -> None:
    led = asked("leaders-of-body", "holder post period", organization=CLUSTER)
    assert ("union/quang-ninh", "post/cum-truong", "2023") in led


def test_14_whose_leaders_came_to_the_review(asked: Any) -> None:
    review = asked("events-between", "event organizer", since="2022-11-18", until="2022-11-18")
    found = {body for event, _ in review for (body,) in asked("bodies-at-event", "body", event=event)}
    provinces = ("hung-yen", "thai-binh", "ha-nam", "bac-ninh", "hai-duong", "vinh-phuc", "ninh-binh", "quang-ninh")
    assert {f"union/{province}" for province in (*provinces, "nam-dinh")} <= found


def test_15_awards_granted_and_proposed(asked: Any) -> None:
    awards = asked("awards", "award status grantedBy collectives individuals")
    together = {("award/bang-khen", "status-granted", union, "43", "23") for union in ("union/vn", "union/ha-nam")}
    assert together <= awards
    proposed = {(award, giver) for award, status, giver, *_ in awards if status == "status-proposed"}
    assert proposed == {("award/co-thi-dua", "body/thu-tuong-chinh-phu.vn"), ("award/co-thi-dua", "union/vn")}
    papers = {award for award, status, giver, *_ in awards if giver in ("body/ubnd.hai-phong.le-chan", LE_CHAN)}
    assert papers == {"award/giay-khen"}


def test_16_events_between_two_days_with_certainty(asked: Any) -> None:
    events = asked("events-between", "date basis organizer", since="2019-01-01", until="2022-12-31")
    assert ("2021-01-07", "basis-year-inferred", LE_CHAN) in events
    assert ("[..2021-02-24]", "basis-bounded-by-publication", "union/nam-dinh") in events
    assert ("2021-03-01/2021-03-08", "basis-stated", "union/nam-dinh") in events
    bounded = {organizer for date, _, organizer in events if date == "[..2019-12-26]"}
    assert {"union/quang-tri", "union/ha-nam"} <= bounded
    assert {organizer for date, _, organizer in events if date == "2022-11-18"} == {CLUSTER}


def test_17_congresses_planned_in_mong_cai(asked: Any) -> None:
    planned = asked("planned-events", "date event organizer conflict")
    days = {event: day for day, event, _, _ in planned}
    congresses = {(day, host, days.get(against, "")) for day, _, host, against in planned if host != "union/nam-dinh"}
    assert congresses == {
        ("2021-35", MONG_CAI, ""),
        ("2021-03", "", "2021-34"),  # the two pilots; a quotation puts them in the second quarter
        ("2021-34", "", "2021-03"),
        ("2021-06", "", ""),  # the rest
    }


def test_18_documents_and_their_issuers(asked: Any) -> None:
    assert ("357/KH-HPN", "2021-01-26", "union/quang-ninh") in asked("documents", "number issued issuer")


def test_19_the_sentence_behind_every_fact(asked: Any, folder: Path) -> None:
    """Each quote stands in the text of its article; that it stands at its place is tested with every other quote."""
    rows = asked("evidence", "start end quote", about=CLUSTER)
    texts = [unicodedata.normalize("NFC", file.read_text(encoding="utf-8")) for file in folder.glob("*.txt")]
    assert len(rows) > 9
    assert [quote for start, end, quote in rows if int(end) - int(start) != len(quote)] == []
    assert [quote for *_, quote in rows if not any(quote in text for text in texts)] == []


def test_20_what_rests_on_inference(asked: Any) -> None:
    reasons = asked("inferred", "reason words meaning")
    assert "basis-year-inferred" in {reason for reason, *_ in reasons}
    assert {words: meaning for _, words, meaning in reasons}["tỉnh ta"] == "union/hung-yen"
    assert ("Hội LHPN thành phố", "union/hai-phong") in {(words, meaning) for _, words, meaning in reasons}
