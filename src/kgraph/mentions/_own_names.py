"""Names of bodies that no list has: a head ("Công ty TNHH", "Trung tâm") and the words that carry the name on.

A name is not only its capitals: in "Công ty TNHH Rau quả Đồng Cói" the second syllable of a word is in lower case, and
in "Trung tâm Hỗ trợ phụ nữ và trẻ em" most of it is. So it goes on over words that names of bodies are made of, and
over others that lead to one more capital, and it ends before a verb or a level word ("... | trao quà", "... | tỉnh").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from kgraph.mentions._grammar import LEVEL, SHORT_FORM, surnames
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, lowered, rx

_CAPITAL = r"\p{Lu}[\p{L}\d]*(?:[.’'&/-]\p{L}[\p{L}\d]*)*"
_NOUN = rf"(?:(?i:{any_of('body-name-noun')})|(?=\p{{Lu}})(?i:{any_of('body-name-act')}))(?![\p{{L}}])"
_LOW = rf"(?!(?:{LEVEL}|{any_of('body-name-end')}|{any_of('employee')})(?!\p{{L}}))\p{{Ll}}\p{{L}}*"
_PERSON = rf"{alternatives(surnames())} (?:Thị|Văn) \p{{Lu}}"


@lru_cache(maxsize=1)
def heads() -> dict[str, Mapping[str, str]]:
    """The words that begin the name of a body, in lower case: *word* as usual, *kind* of body, *label* for another.

    *small* is "yes" where the name may begin with a small letter too ("công ty Hoa Sen", "đồn biên phòng Cửa Lân").
    """
    return {lowered(row["word"]): row for row in rows("body-heads.tsv")}


_OTHER_HEAD = rf"(?:Hội|Chi hội|UBND|HĐND|MTTQ|Ban|Sở|(?=\p{{Lu}})(?i:{alternatives(heads())}))(?!\p{{L}})"
_PROPER = rf"(?!{_OTHER_HEAD}|{_PERSON})(?P<proper>[Tt]rung ương(?!\p{{L}})|{_CAPITAL})"
# In "Trường Tiểu học Đồng Cói | 5 chiếc ghế" the number counts what follows it.
_NUMBER = r"(?P<proper>\d+(?:-\d+)?)(?![\d%]|[.,/]\d)(?! (?!và(?!\p{L}))\p{Ll})"
_FIRST_NUMBER = r"(?: (?:[Ss]ố )?(?P<proper>\d+(?:-\d+)?)(?![\d%]|[.,/]\d))"
_LEADS_ON = rf"(?: {_LOW}){{1,4}}(?= (?:{_PROPER}|{LEVEL}(?!\p{{L}})))"
_NOUNS = rf" {_NOUN}(?:(?: và| &| -| –|,(?= \p{{Lu}})) {_NOUN})*"
NAME = rf"{_FIRST_NUMBER}?(?:{_NOUNS}|(?: &)? {_PROPER}| {_NUMBER}|{_LEADS_ON}){{0,12}}"
_ABROAD = rf"(?: tại (?:(?:nước|Cộng hòa|Liên bang|Vương quốc|LB) )?{any_of('country')}(?!\p{{L}}))?"
_LEVEL = rx(rf" {LEVEL}")
_GOES_ON = rx(rf" {_LOW}")
# Names that share the head of the one before: "Đồn Biên phòng Cửa Lân | , Hoa Cau và Đồng Cói"; or one with its own.
_FURTHER = rf"(?!{_OTHER_HEAD}|{_PERSON})\p{{Lu}}\p{{L}}*(?: \p{{Lu}}\p{{L}}*){{1,3}}(?! {_LOW})"
ALSO = rx(rf"(?P<more>(?:, {_FURTHER})*,? và {_FURTHER})|(?:,| và) (?i:{alternatives(heads())})(?!\p{{L}}) ")


@dataclass(frozen=True, slots=True)
class OwnName:
    """The words of a body's name. *proper*: whether they tell it from others of its kind ("Hoa Sen", not "đa khoa").

    *short*: the head alone, with a capital, which the text may use for a body that it has named ("Trung tâm").
    """

    start: int
    end: int
    label: str
    kind: str
    proper: bool
    short: bool = False


@lru_cache(maxsize=1)
def _pattern() -> Anchored:
    types = rf"(?: (?i:{any_of('company-type')})(?!\p{{L}}))*"
    head = rf"(?<![\p{{L}}-])(?P<head>(?i:{alternatives(heads())}))(?!\p{{L}})(?P<short>{SHORT_FORM})?"
    return anchored(rf"{head}(?P<own>{types}(?P<name>{NAME}){_ABROAD})", whole=heads())


def own_names(text: str) -> Iterator[OwnName]:
    """The bodies in *text* (in matching form) that are named by a head and their own words."""
    for match in _pattern().finditer(text):
        head = heads()[" ".join(lowered(match["head"]).split())]
        small = match["head"][0].islower() and not head["small"]
        if _is_shouted(match):
            continue
        if not match["own"] and match["head"][0].isupper() and not _LEVEL.match(text, match.end()):
            yield OwnName(*match.span("head"), _label(match["head"]), head["kind"], proper=False, short=True)
        elif match["name"] and not small and not is_cut(text, match["name"], match.end()):
            label = _label(f"{head['label'] or match['head']}{match['own']}")
            yield OwnName(*match.span(), label, head["kind"], match["proper"] is not None)


def _is_shouted(match: regex.Match[str]) -> bool:
    """In a headline of capitals nothing shows where a name ends: "TRƯỜNG TIỂU HỌC HOA SEN TỔ CHỨC NGÀY HỘI"."""
    return match["head"].isupper() and " " in match["head"] and match["own"].isupper()


def is_cut(text: str, name: str, end: int) -> bool:
    """Whether *name*, which ends at *end*, is but the beginning of one: "CLB Bóng | chuyền hơi".

    Two capitals in a row make a name ("Hoa Sen | quyên tặng ..."), one with a word in lower case behind it does not.
    """
    *before, last = name.split()
    alone = last[0].isupper() and not (before and before[-1][0].isupper())
    return alone and _GOES_ON.match(text, end) is not None


def _label(words: str) -> str:
    """The name as it is written with a capital, its blanks single ("LB Đức" is the Liên bang Đức)."""
    plain = " ".join(words.split()).replace(" tại LB ", " tại Liên bang ")
    return plain[0].upper() + plain[1:]
