"""Programmes: by registry name, by kind and number ("Đề án 938"), by kind and quoted title, or by their own name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from kgraph.document import Mentions, ProgrammeMention
from kgraph.mentions._spellings import Spellings, is_word, spellings
from kgraph.model import Span
from kgraph.registry.programmes import Programme, by_code, programmes
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, joined, rx, words

OPEN, CLOSE = r"[“\"‘«]", r"[”\"’»]"
_QUOTES = r"“”\"‘’«»"
_LEAD_CHARS = 45  # how far before a quote its kind word may stand: "22 mô hình mới, 45 ngõ, phố “...”"
_NAME_CHARS = 220
_SHORT_NAME = 8  # words
_SAME_NAME = 0.8  # share of a name that a registry name must cover to be the same


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("programme-kinds.tsv")}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, regex.Pattern[str]]:
    kind = rf"(?<!\p{{L}})(?P<kind>(?i:{alternatives(_kinds())}))(?!\p{{L}})"
    number = r"\d{2,4}(?:/QĐ-TTg)?"
    return {
        # "Đề án 938", "Đề án (404, 279, 938)"; not "đề án 12/KH", "dự án 5 tỷ".
        "numbers": rx(
            rf"{kind}(?: số)?(?: ?\()?[ ]*(?P<codes>\d{{1,4}}(?:/QĐ-TTg)?(?:[ ]*(?:,|;|và)[ ]*{number})*)"
            r"(?![\d%.,]*\d|%|/\p{Lu}| (?:của|người|hộ|tỷ|triệu))(?:[ ]*\))?"
        ),
        "title": rx(rf"[ ]*(?:về|là|:)?[ ]*{OPEN}(?P<name>[^{_QUOTES}\n]{{4,{_NAME_CHARS}}}){CLOSE}"),
        "quote": rx(rf"{OPEN}[ ]*(?P<name>[^{_QUOTES}\n]{{4,{_NAME_CHARS}}}?)[ ]*{CLOSE}"),
        "kind": rx(kind),
        "colon": rx(
            r"(?<!\p{L})(?P<kind>(?i:mô hình|phần việc)) ?: ?"
            rf"(?P<name>\p{{Lu}}[^“”\"\n;.]{{15,{_NAME_CHARS}}})(?=[;.])"
        ),
        "joint": rx(
            r"(?<!\p{L})(?P<name>[Cc]hương trình phối hợp(?: số [\d/\p{Lu}-]+)?"
            r" (?!(?:giữa|với|của|đã|và|này|trên|năm)(?!\p{L}))\p{Ll}[^“”\"\n;.]{10,200}?)(?=[;.]| nhằm| và ra mắt|$)"
        ),
        # "Tổ phụ nữ tự quản" alone is a kind of group; with a name behind it, it is one.
        "group": rx(
            rf"(?<![\p{{L}}])(?P<name>{any_of('women-group')} [Pp]hụ nữ(?! (?:tự quản|tham gia)(?:[,.;]|$))"
            rf"[^,;.:()“”\"\n]{{5,60}}?)(?=[ ]*[(,;.:\n]| (?:{any_of('women-group-end')} |hoạt động)|$)"
        ),
    }


# What is quoted here is a theme, a slogan or a prize, not a programme.
_NOT_PROGRAMME = rx(rf"(?i){any_of('not-programme')}[^“”\"‘’;.]{{0,30}}$")
_SET_UP = rx(rf"(?i){any_of('set-up')}[ ]+$")
_OWN_NAME = rx(rf"{any_of('programme-head')}\b")
_NEXT_QUOTE = rx(rf"{joined(';')}(?:và)?[ ]*")
_NUMBERED_KINDS = frozenset({"đề án", "dự án", "chương trình", "tiểu dự án"})
_OPENING_QUOTES = ("“", '"', "‘", "«")
_FLAGGED = rx(r"(?i)(?:giai đoạn|nhiệm kỳ)[ ]\d{4}[ ]*[-–][ ]*\d{4}$")


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with every programme named in the text."""
    text = mentions.text
    found = [*_numbered(text), *_listed(text), *_quoted(text), *_plain(text)]
    kept: list[ProgrammeMention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end, m.rule)):
        if not any(_read_already(mention, earlier) for earlier in kept):
            kept.append(mention)
    return replace(mentions, programmes=tuple(kept))


def _read_already(mention: ProgrammeMention, earlier: ProgrammeMention) -> bool:
    """Whether *earlier* reads the same words; a list of numbers ("Đề án 938, 939") names several by the same words."""
    if not mention.span.overlaps(earlier.span):
        return False
    return mention.rule != "programme-numbered" or (mention.key is not None and mention.key == earlier.key)


@lru_cache(maxsize=1)
def _registry() -> Spellings[Programme]:
    return spellings((name, row) for row in programmes() for name in (row.label, *row.aliases))


def _listed(text: str) -> Iterator[ProgrammeMention]:
    """Registry names that stand as names."""
    for span, row in _registry().find(text):
        if is_word(text, span) and _stands_as_name(text, span) and not _is_other_quote(text, span.start):
            yield _of_registry(span, "programme-listed", row)


def _stands_as_name(text: str, span: Span) -> bool:
    """Capitals, a number first, a quote or a kind word mark a name.

    "hoạt động hỗ trợ phụ nữ khởi nghiệp" is an activity, "đề án hỗ trợ phụ nữ khởi nghiệp" the programme.
    """
    if not span.of(text).islower() or text[span.start].isdigit():
        return True
    before = text[max(0, span.start - 20) : span.start].rstrip().lower()
    return before.endswith((*_OPENING_QUOTES, *words("programme-kind")))


def _is_other_quote(text: str, start: int) -> bool:
    return bool(_NOT_PROGRAMME.search(text, max(0, start - _LEAD_CHARS), start))


def _of_registry(span: Span, rule: str, row: Programme) -> ProgrammeMention:
    return ProgrammeMention(span, rule, row.key, row.kind, row.label, row.code or None)


def _numbered(text: str) -> Iterator[ProgrammeMention]:
    """ "Đề án 938 ‘...’", "Đề án (404, 279, 938, 939)": a programme for each number; a lone one may have a title."""
    for match in _patterns()["numbers"].finditer(text):
        kind = _kinds()[" ".join(match["kind"].lower().split())]
        if kind not in _NUMBERED_KINDS:
            continue
        codes = regex.findall(r"\d+", match["codes"].replace("/QĐ-TTg", ""))
        title = _patterns()["title"].match(text, match.end()) if len(codes) == 1 else None
        span = Span(match.start(), (title or match).end())
        for code in codes:
            yield _of_code(span, kind, code, title)


def _of_code(span: Span, kind: str, code: str, title: regex.Match[str] | None) -> ProgrammeMention:
    row = by_code(kind, code)
    name = row.label if row else " ".join(title["name"].split()) if title else f"{kind.capitalize()} {code}"
    return ProgrammeMention(span, "programme-numbered", row.key if row else None, kind, name, code)


def _quoted(text: str) -> Iterator[ProgrammeMention]:
    """A quoted name behind a kind word: cuộc vận động “A”, “B” gives two."""
    carried, last_end = None, -1
    for match in _patterns()["quote"].finditer(text):
        lead_start = max(0, last_end, match.start() - _LEAD_CHARS, text.rfind("\n", 0, match.start()))
        lead, name = text[lead_start : match.start()], " ".join(match["name"].split()).strip(" ,.;")
        next_of_list = carried if _NEXT_QUOTE.fullmatch(lead) else None
        kind = _lead_kind(lead) or next_of_list or ("mô hình" if _is_model(name, lead) else None)
        carried, last_end = kind, match.end()
        if kind and not _NOT_PROGRAMME.search(lead) and len(name.split()) > 1:
            yield _unlisted(Span(*match.span("name")), "programme-quoted", kind, name)


def _is_model(name: str, lead: str) -> bool:
    """A name that says what it is (“Tủ sách ...”), or a short one that is set up, is a model without a kind word."""
    set_up = _SET_UP.search(lead) and name[:1].isupper() and len(name.split()) < _SHORT_NAME
    return bool(_OWN_NAME.match(name) or set_up)


def _lead_kind(lead: str) -> str | None:
    """The kind word that governs a quote: the last one before it, with no sentence or clause end between."""
    clause = regex.split(r"[.;:!?”\"]", lead)[-1]
    found = list(_patterns()["kind"].finditer(clause))
    return _kinds()[" ".join(found[-1]["kind"].lower().split())] if found else None


def _plain(text: str) -> Iterator[ProgrammeMention]:
    for rule, kind in (("colon", "mô hình"), ("joint", "chương trình"), ("group", "mô hình")):
        for match in _patterns()[rule].finditer(text):
            name = " ".join(match["name"].split()).strip()
            yield _unlisted(Span(*match.span("name")), f"programme-{rule}", kind, name[0].upper() + name[1:])


def _unlisted(span: Span, rule: str, kind: str, name: str) -> ProgrammeMention:
    """The registry's row where the name is one of its names, with or without its period at the end."""
    bare = _FLAGGED.sub("", name).strip(" ,-")
    same = (row for found, row in _registry().find(bare) if found.end - found.start >= _SAME_NAME * len(bare))
    if (row := next(same, None)) is not None:
        return _of_registry(span, rule, row)
    return ProgrammeMention(span, rule, None, kind, name[0].upper() + name[1:])
