"""The ways in which a text states an event, each as a pattern around the noun or verb that names what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, words

# The manner is written small: "tỉnh Lâm Đồng tổ chức" is not "đồng tổ chức".
_HELD = (
    rf"(?<!\p{{L}})(?:{any_of('hold-manner')} )?(?i:{any_of('hold')}(?: (?:{any_of('hold-after')}|\d{{1,2}}))*"
    r" (?:(?:một|buổi|chương trình|thành công) )?)"
)
_HAPPENED = r"(?<!\p{L})(?i:(?:đã|vừa|được) (?:diễn ra|khai mạc|tổ chức)) (?:tại[^,.;]{2,40},?[ ]+)?"
_TAKES_PLACE = rf"(?:(?:đã|vừa|sẽ) )?{any_of('take-place')}(?!\p{{L}})"
# "Đại hội ... lần thứ I, nhiệm kỳ 2025 - 2030 đã diễn ra": the name goes on behind a comma.
_NAME = rf"(?:[^.;:,\n]|, (?={any_of('name-goes-on')}(?!\p{{L}}))){{0,220}}?"
_DREW = r"(?:đã )?(?:thu hút|nhận được) (?:gần |hơn |trên )?\d"
_ANNOUNCED = (
    r"(?:dự kiến (?:(?:được )?(?:diễn ra|tổ chức) )?(?=(?:vào|trong|từ|ngày|tháng|quý) )"
    r"|sẽ (?:được )?(?:diễn ra|tổ chức) (?:vào|trong|từ|ngày|tại))"
)
_SIGNED = (
    r"(?<!\p{L})(?i:(?:nội dung|lễ) )?"
    rf"(?P<noun>(?i:ký kết|ký)(?= (?:(?:kết|thực hiện) )?(?i:{any_of('signed-paper')})"
    rf"|(?i: kết) với [^.;:\n]{{3,80}}? {any_of('signed-paper')}))"
)
_LAUNCHED = (
    rf"(?<!\p{{L}})(?P<noun>{any_of('launch')})(?= (?:(?:\d{{1,3}}|{any_of('number-word')}) )?"
    rf"(?:[“\"\p{{Lu}}]|{any_of('launched-thing')}))"
)
# "đã đến thăm hỏi, động viên và trao quà hỗ trợ hội viên": whom a visit is for needs no "cho".
_JOINED = r"(?:,? và|,)? "
_VISIT = (
    rf"(?:đến )?thăm(?: hỏi)?(?:{_JOINED}{any_of('visit-also')})*"
    rf"{_JOINED}(?:trao|tặng|trao tặng) (?:quà|học bổng)(?!\p{{L}})"
)
_GIVEN = (
    rf"(?<!\p{{L}})(?P<noun>(?i:{_VISIT})|(?i:{any_of('give')})"
    rf"(?=[ ][^.;:\n]{{3,90}}[ ](?:cho|đến|tới)[ ]|[ ]\d[^.;:\n]{{0,20}} {any_of('gift')})"
    r"|(?i:trao|tặng) (?:quà|học bổng)(?= (?:\d|các|những|tới)))"
)
_ACTED = rf"(?<!\p{{L}})(?P<noun>(?i:{any_of('act-verb')}))(?= \S)"
# Only a contest is held by launching it: "Tuần lễ áo dài do Trung ương Hội phát động" is a campaign.
_BY = r"(?=[^.;:\n]{0,120} do [^.;:,\n]{6,100}? tổ chức(?!\p{L}))"
_LAUNCHED_BY = r"(?=[^.;:\n]{0,120} do [^.;:,\n]{6,100}? phát động(?!\p{L}))"
_WORD = r"(?<!\p{L})(?<!(?i:tuần) )"  # "tuần lễ" is no "lễ"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to state an event. Every match holds one of *cues*, which are quicker to look for than the pattern."""

    rule: str
    cues: tuple[str, ...]
    pattern: Anchored


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Event nouns in lower case and the kind of event each means."""
    return {row["words"]: row["kind"] for row in rows("events.tsv")}


@lru_cache(maxsize=1)
def plain_nouns() -> tuple[str, ...]:
    """The nouns of `kinds`, the shortest first: what others than those of the "đại hội điểm" hold is a "đại hội"."""
    return tuple(sorted(kinds(), key=lambda noun: (len(noun), noun)))


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """In the order of trust: what an earlier form has read, no later one reads again."""
    noun = _noun(kinds())
    contests = [name for name, kind in kinds().items() if kind == "contest"]
    congresses = [name for name, kind in kinds().items() if kind == "congress"]
    verbs = (*words("hold-manner"), *words("hold"))
    named = rf"{noun}(?={_NAME}"
    return (
        # "đã tổ chức thành công hội nghị"
        _form("held", ("chức", "hành", "mạc", "mở", "giảng"), verbs, _HELD, noun),
        # "vừa diễn ra tại hội trường huyện, lễ ..."
        _form("happened", ("diễn", "mạc", "chức"), ("đã", "vừa", "được"), _HAPPENED, noun),
        _form("taking-place", ("diễn", "chức", "mạc", "phiên"), kinds(), named, rf"[ ,]+{_TAKES_PLACE})"),
        # "kỷ niệm ngày Cách mạng tháng Tám thành công": only a congress takes place by succeeding
        _form("taking-place", ("thành công",), congresses, _noun(congresses), rf"(?={_NAME}[ ,]+(?:đã )?thành công)"),
        # "hội thi ... đã thu hút 12 đội": who came, or what was sent in, says that there was a contest
        _form("taking-place", ("thu hút", "nhận được"), contests, _noun(contests), rf"(?={_NAME}[ ,]+{_DREW})"),
        _form("attended", ("có sự",), kinds(), noun, rf"(?=[^.;:\n]{{0,120}} {any_of('attend-with')} của)"),
        # "hội nghị sơ kết ... do Hội LHPN huyện tổ chức"
        _form("held-by", (" do ",), kinds(), noun, _BY),
        _form("held-by", (" do ",), contests, _noun(contests), _LAUNCHED_BY),
        # "đại hội ... dự kiến được tổ chức vào quý II"
        _form("announced", ("dự kiến", "sẽ"), kinds(), noun, rf"(?=[^.;:\n]{{3,140}}{_ANNOUNCED})"),
        _form("summed", ("kết",), ("tổng",), r"(?<!\p{L})(?P<noun>tổng kết)(?= (?:công tác|hoạt động|phong trào|năm))"),
        _form("signed", ("ký",), ("nội", "lễ", "ký"), _SIGNED),
        _form("given", words("give"), (*words("give"), "trao", "tặng", "đến", "thăm"), _GIVEN),
        # "Ngày 5/10, Thành Hội phối hợp với Sở ... tập huấn kỹ năng ...", "đã đến thăm 6 hội viên"
        _form("acted", words("act-verb"), words("act-verb"), _ACTED),
        _form("launched", words("launch"), words("launch"), _LAUNCHED),
        # "Tại hội nghị giao ban, Hội đã ...": where nothing else tells of it
        _form("at", ("tại ",), words("at-event"), rf"(?<!\p{{L}})(?i:{any_of('at-event')}) ", noun),
    )


def _noun(spellings: Iterable[str]) -> str:
    return rf"{_WORD}(?P<noun>(?i:{alternatives(spellings)}))(?!\p{{L}})"


def _form(rule: str, cues: tuple[str, ...], begins: Iterable[str], *pattern: str) -> Form:
    return Form(rule, cues, anchored("".join(pattern), whole=begins))
