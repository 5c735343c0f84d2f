"""Programmes: by registry name, by kind and number ("Đề án 938"), by kind and quoted title, or by their own name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from kgraph.document import Mentions, ProgrammeMention
from kgraph.mentions._programme_patterns import (
    FLAGGED,
    GROUP,
    LEAD_CHARS,
    MOTTO,
    NEXT_CAPITAL,
    NEXT_QUOTE,
    NO_NAME,
    NOT_PROGRAMME,
    OPENING_QUOTES,
    OWN_NAME,
    QUOTE,
    SET_UP,
    TITLE,
    kinds,
    paired,
    patterns,
)
from kgraph.mentions._spellings import Spellings, is_word, spellings
from kgraph.model import Span
from kgraph.registry.programmes import Programme, by_code, programmes
from kgraph.registry.words import words

_SHORT_NAME = 8  # words
_SAME_NAME = 0.8  # share of a name that a registry name must cover to be the same
_NUMBERED_KINDS = frozenset({"đề án", "dự án", "chương trình", "tiểu dự án"})
_LOCAL_KINDS = frozenset({"đề án", "dự án"})  # "chương trình phối hợp số 5/CTPH-HPN" is a document


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with every programme named in the text."""
    text = paired(mentions.text)
    found = [*_numbered(text), *_local(text), *_listed(text), *_quoted(text), *_plain(text)]
    found += [mention for mention in _capital(text) if not any(mention.span.overlaps(other.span) for other in found)]
    found += _again(text, found)
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
    named = ((name, row) for row in programmes() for name in (row.label, *row.aliases))
    return spellings((written, row) for name, row in named for written in _written(name))


def _written(name: str) -> Iterator[str]:
    """*name*, and as papers print it: of several commas one is easily left out ("vận động hỗ trợ phụ nữ").

    >>> list(_written("học, chơi, ngủ"))
    ['học, chơi, ngủ', 'học chơi, ngủ', 'học, chơi ngủ']
    """
    yield name
    yield from (name[: comma.start()] + name[comma.end() :] for comma in regex.finditer(",", name))


def _listed(text: str) -> Iterator[ProgrammeMention]:
    """Registry names that stand as names."""
    for span, row in _registry().find(text):
        if is_word(text, span) and _stands_as_name(text, span) and not _is_other_quote(text, span.start):
            yield _of_registry(span, "programme-listed", row)


def _stands_as_name(text: str, span: Span) -> bool:
    """Capitals, a number first, a quote or a kind word mark a name.

    "hoạt động hỗ trợ phụ nữ khởi nghiệp" is an activity, "đề án hỗ trợ phụ nữ khởi nghiệp" the programme.
    """
    name = span.of(text)
    if not name.islower() or name[0].isdigit() or " ".join(name.split()) in words("coined-name"):
        return True
    before = text[max(0, span.start - 20) : span.start].rstrip().lower()
    return before.endswith((*OPENING_QUOTES, *words("programme-kind")))


def _is_other_quote(text: str, start: int) -> bool:
    """Whether another kind of thing is named here; a programme's name may stand behind "tiêu chí", not as a motto."""
    lead = max(0, start - LEAD_CHARS)
    return bool(NOT_PROGRAMME.search(text, lead, start) or MOTTO.search(text, lead, start))


def _of_registry(span: Span, rule: str, row: Programme) -> ProgrammeMention:
    return ProgrammeMention(span, rule, row.key, row.kind, row.label, row.code or None)


def _numbered(text: str) -> Iterator[ProgrammeMention]:
    """ "Đề án 938 ‘...’", "Đề án (404, 279, 938, 939)": a programme for each number; a lone one may have a title."""
    for match in patterns()["numbers"].finditer(text):
        kind = kinds()[" ".join(match["kind"].lower().split())]
        if kind not in _NUMBERED_KINDS:
            continue
        codes = regex.findall(r"\d+", match["codes"].replace("/QĐ-TTg", ""))
        title = TITLE.match(text, match.end()) if len(codes) == 1 else None
        span = Span(match.start(), (title or match).end())
        for code in codes:
            yield _of_code(span, kind, code, title)


def _local(text: str) -> Iterator[ProgrammeMention]:
    """ "Đề án 01/ĐA-HPN": a scheme that a body numbers for itself."""
    for match in patterns()["local"].finditer(text):
        kind = kinds()[" ".join(match["kind"].lower().split())]
        if kind in _LOCAL_KINDS:
            name = f"{kind.capitalize()} {match['code']}"
            yield ProgrammeMention(Span(*match.span()), "programme-numbered", None, kind, name, match["code"])


def _of_code(span: Span, kind: str, code: str, title: regex.Match[str] | None) -> ProgrammeMention:
    row = by_code(kind, code)
    name = row.label if row else " ".join(title["name"].split()) if title else f"{kind.capitalize()} {code}"
    return ProgrammeMention(span, "programme-numbered", row.key if row else None, kind, name, code)


def _quoted(text: str) -> Iterator[ProgrammeMention]:
    """A quoted name behind a kind word: cuộc vận động “A”, “B” gives two."""
    carried, last_end = None, -1
    for match in QUOTE.finditer(text):
        lead_start = max(0, last_end, match.start() - LEAD_CHARS, text.rfind("\n", 0, match.start()))
        lead, name = text[lead_start : match.start()], " ".join(match["name"].split()).strip(" ,.;")
        next_of_list = carried if NEXT_QUOTE.fullmatch(lead) else None
        kind = _lead_kind(lead) or next_of_list or ("mô hình" if _is_model(name, lead) else None)
        carried, last_end = kind, match.end()
        if kind and not NOT_PROGRAMME.search(lead) and not NO_NAME.match(name) and len(name.split()) > 1:
            yield _unlisted(Span(*match.span("name")), "programme-quoted", kind, name)


def _is_model(name: str, lead: str) -> bool:
    """A name that says what it is (“Tủ sách ...”), or a short one that is set up, is a model without a kind word."""
    set_up = SET_UP.search(lead) and name[:1].isupper() and len(name.split()) < _SHORT_NAME
    return bool(OWN_NAME.match(name) or set_up or GROUP.search(lead))


def _lead_kind(lead: str) -> str | None:
    """The kind word that governs a quote: the last one before it, with no sentence or clause end between."""
    clause = regex.split(r"[.;:!?”\"]", lead)[-1]
    found = list(patterns()["kind"].finditer(clause))
    return kinds()[" ".join(found[-1]["kind"].lower().split())] if found else None


def _plain(text: str) -> Iterator[ProgrammeMention]:
    for rule, kind in (("colon", "mô hình"), ("joint", "chương trình"), ("group", "mô hình")):
        for match in patterns()[rule].finditer(text):
            name = " ".join(match["name"].split()).strip()
            yield _unlisted(Span(*match.span("name")), f"programme-{rule}", kind, name[0].upper() + name[1:])
    for match in patterns()["between"].finditer(text):
        name = f"Chương trình phối hợp {' '.join(match['name'].split())}"
        yield _unlisted(Span(*match.span()), "programme-joint", "chương trình", name)
    for match in patterns()["scholarship"].finditer(text):
        kind = kinds()[" ".join(match["kind"].lower().split())]
        yield _unlisted(Span(*match.span("name")), "programme-scholarship", kind, " ".join(match["name"].split()))


def _capital(text: str) -> Iterator[ProgrammeMention]:
    """ "mô hình Suất ăn yêu thương, Vườn rau dinh dưỡng": a name that a capital begins, and those listed on."""
    for first in patterns()["capital"].finditer(text):
        kind = kinds()[" ".join(first["kind"].lower().split())]
        match: regex.Match[str] | None = first
        while match is not None and not NO_NAME.match(match["name"]):
            yield _unlisted(Span(*match.span("name")), "programme-capital", kind, " ".join(match["name"].split()))
            match = NEXT_CAPITAL.match(text, match.end())


def _again(text: str, found: list[ProgrammeMention]) -> Iterator[ProgrammeMention]:
    """A quoted name that the article called a programme elsewhere: “Tủ áo nghĩa tình” đã đến với ..."""
    known = {mention.name.casefold(): mention for mention in reversed(found) if mention.rule == "programme-quoted"}
    for match in QUOTE.finditer(text) if known else ():
        mention = known.get(" ".join(match["name"].split()).casefold())
        if mention is not None and not _is_other_quote(text, match.start()):
            yield replace(mention, span=Span(*match.span("name")), rule="programme-again")


def _unlisted(span: Span, rule: str, kind: str, name: str) -> ProgrammeMention:
    """The registry's row where the name is one of its names, with or without its period at the end."""
    bare = FLAGGED.sub("", name).strip(" ,-")
    if (row := _listed_as(name) or _listed_as(bare)) is not None:
        return _of_registry(span, rule, row)
    return ProgrammeMention(span, rule, None, kind, name[0].upper() + name[1:])


def _listed_as(name: str) -> Programme | None:
    """The registry's row that has most of *name* as a name."""
    found = ((span, row) for span, row in _registry().find(name))
    return next((row for span, row in found if span.end - span.start >= _SAME_NAME * len(name)), None)
