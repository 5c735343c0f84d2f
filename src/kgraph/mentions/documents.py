"""Official documents as cited: by number, by the congress that adopted them, or a law by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

import regex

from kgraph.document import DocumentMention, Mentions
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx

_SPELLINGS = (("Đại biểu", "đại biểu"), ("Phụ nữ", "phụ nữ"), ("Hội LHPN", "phụ nữ"))
_TERM = r"nhiệm kỳ \d{4} ?[-–] ?\d{4}"
_SHORT = rx(r" ?\(\p{Lu}+\)")  # "Bệnh viện (BV) 19-8"
_ORDINAL = r"(?:[IVX]+|\d+)"
_UNION = rx(r"(?i)Hội liên hiệp phụ nữ")


@lru_cache(maxsize=1)
def _concepts() -> dict[str, str]:
    return {row["word"]: row["concept"] for row in rows("document-types.tsv")}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Anchored | regex.Pattern[str]]:
    """The ways in which a document is cited, by name."""
    types = alternatives(_concepts())
    # "Kế hoạch số 12/KH-BTV ngày 5/1/2021", "Chỉ thị 05/2019/CT-TTg"
    numbered = anchored(
        rf"(?<!\p{{L}})(?P<type>(?i:{types})) (?:số[ ]?)?(?P<number>\d+[-/](?:\d{{4}}/)?\p{{Lu}}[\p{{L}}\d/-]*)"
        r"(?:,?(?: ban hành)? ngày (?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}))?",
        whole=_concepts(),
    )
    # "Nghị quyết số 04 ngày 5-8-2019": a bare number tells a document only behind "số"
    bare = anchored(
        rf"(?<!\p{{L}})(?P<type>(?i:{types})) số (?P<number>\d{{1,4}})(?![\d/-]|[.,]\d)(?: ngày (?P<day>\d{{1,2}})"
        r"[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}))?",
        whole=_concepts(),
    )
    charter = rx(rf"(?<!\p{{L}})[ĐĐđ]iều lệ (?P<of>{any_of('charter-of')})(?P<vietnam> Việt Nam)?(?!\p{{L}}| \p{{Lu}})")
    congress = rx(
        r"(?<!\p{L})(?P<type>[Nn]ghị [Qq]uyết) "
        r"(?P<congress>[ĐĐđ]ại hội(?: [Đđ]ại biểu)?(?: [Pp]hụ nữ| Hội LHPN| Đảng bộ| Đảng)?)"
        rf"(?P<scopes>(?:[^,;.:()\n“”\"]|\(\p{{Lu}}+\)){{1,60}}?)"
        rf",? (?P<ordinal>(?:lần thứ|lần|khóa) {_ORDINAL}|{_TERM})(?!\p{{L}})"
    )
    law = rx(
        r"(?<!\p{L})(?P<name>(?:Bộ luật|Luật) (?!sư|pháp)\p{Lu}(?:[^,;.…:()\n“”\"]|, chống(?!\p{L})){2,70}?)"
        rf"(?=[ ]*(?:,(?! chống)|[;.…:()\n“”\"])| và (?:Bộ luật|Luật) | {any_of('law-end')}(?!\p{{L}})|$)"
    )
    return {"numbered": numbered, "bare": bare, "congress": congress, "law": law, "charter": charter}


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with the documents cited."""
    found = [*_numbered(mentions.text), *_congress(mentions.text), *_laws(mentions.text), *_charters(mentions.text)]
    return replace(mentions, documents=tuple(sorted(found, key=lambda d: (d.span, d.name))))


def _numbered(text: str) -> Iterator[DocumentMention]:
    for match in chain(_patterns()["numbered"].finditer(text), _patterns()["bare"].finditer(text)):
        word, number = " ".join(match["type"].split()), match["number"]
        name, concept = f"{word[0].upper()}{word[1:].lower()} số {number}", _concepts()[word.lower()]
        yield DocumentMention(Span(*match.span()), "document-numbered", concept, name, number, _issued(match))


def _issued(match: regex.Match[str]) -> str | None:
    """The day (YYYY-MM-DD) behind "ngày", if one is said."""
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}" if match["year"] else None


def _congress(text: str) -> Iterator[DocumentMention]:
    """ "Nghị quyết Đại hội đại biểu phụ nữ toàn quốc và thành phố lần thứ XII" cites two resolutions."""
    for match in _patterns()["congress"].finditer(text):
        congress, ordinal = _plain(match["congress"]), " ".join(match["ordinal"].split())
        for scope in regex.split(r"[ ]+và[ ]+", _SHORT.sub("", match["scopes"]).strip()):
            name = f"Nghị quyết {congress} {' '.join(scope.split())} {ordinal}".replace("  ", " ")
            yield DocumentMention(Span(*match.span()), "document-congress", "doc-resolution", name)


def _plain(congress: str) -> str:
    """One spelling of the congress: "đại hội Đại biểu" -> "Đại hội đại biểu"."""
    words = " ".join(congress.split())
    for written, plain in _SPELLINGS:
        words = words[0].upper() + words[1:].replace(written, plain)
    return words


def _laws(text: str) -> Iterator[DocumentMention]:
    for match in _patterns()["law"].finditer(text):
        yield DocumentMention(Span(*match.span()), "document-law", "doc-law", " ".join(match["name"].split()))


def _charters(text: str) -> Iterator[DocumentMention]:
    """ "Điều lệ Hội LHPN Việt Nam": the charter of a body that has but one."""
    for match in _patterns()["charter"].finditer(text):
        of = _UNION.sub("Hội LHPN", " ".join(match["of"].split()))
        name = f"Điều lệ {of}{match['vietnam'] or ''}"
        yield DocumentMention(Span(*match.span()), "document-charter", "doc-other", name)
