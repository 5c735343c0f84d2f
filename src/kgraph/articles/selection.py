"""Which lines of a page are its article: those between title and last paragraph that the main text vouches for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from kgraph.articles.visible import Shown
from kgraph.articles.zones import date_of, is_furniture, is_sentence
from kgraph.vietnamese import match_form, nfc

_WORD: Final = regex.compile(r"[\p{L}\p{N}]+")
_PARAGRAPH_WORDS: Final = 6  # shorter lines ("Hà Nam") may stand in the main text and in the footer alike
_TITLE_WORDS: Final = 3  # "Tết sum vầy"; shorter ones are names of sections ("Tin tức")
_HEADLINE_WORDS: Final = 4  # "Xem tiếp": shorter links are no headlines
# One linked headline before a paragraph is an aside; three with a single sentence each are a list of articles.
_LIST: Final = regex.compile(r"(?:h[h-]*s-*){2,}h[h-]*s")


@dataclass(frozen=True, slots=True)
class Selected:
    """The lines of an article, its title line first where *has_title*."""

    lines: tuple[Shown, ...]
    has_title: bool


def select(shown: Sequence[Shown], main_text: str, titles: Sequence[str]) -> Selected:
    """The lines of *shown* that belong to the article whose text is *main_text* and whose title is one of *titles*.

    A title may go on with the name of the site. Lines that are whole links are headlines of other articles.
    """
    vouched = _spaced(main_text)
    known = [not s.linked and _spaced(s.line.text) in vouched for s in shown]
    paragraphs = [i for i, s in enumerate(shown) if known[i] and s.line.words >= _PARAGRAPH_WORDS]
    if not paragraphs:
        return Selected((), has_title=False)
    title = _title(shown, titles, paragraphs)
    start = _first(known, paragraphs[0]) if title is None else title + 1
    end = _behind(known, paragraphs[-1])
    teasers = _teasers(shown[start:end])
    kept = [
        s
        for i, s in enumerate(shown[start:end])
        if i not in teasers and not s.linked and (known[start + i] or _stands_for_itself(s))
    ]
    return Selected((*([] if title is None else [shown[title]]), *kept), has_title=title is not None)


def _first(known: Sequence[bool], index: int) -> int:
    """The first of the lines right above line *index* that the main text has: a short title, the date."""
    return next((i + 1 for i in range(index - 1, -1, -1) if not known[i]), 0)


def _behind(known: Sequence[bool], index: int) -> int:
    """The end of the lines right below line *index* that the main text has: the byline."""
    return next((i for i in range(index + 1, len(known)) if not known[i]), len(known))


def _spaced(text: str) -> str:
    """The words of *text* in one spelling, for comparison of whole words: " hội lhpn tỉnh "."""
    return f" {' '.join(_WORD.findall(match_form(nfc(text)).casefold()))} "


def _stands_for_itself(shown: Shown) -> bool:
    """Whether a line counts though the main text lacks it: a caption, a lead, the date, the head of the next list."""
    line = shown.line
    return shown.caption or is_sentence(line) or date_of(line) is not None or is_furniture(line)


def _title(shown: Sequence[Shown], titles: Sequence[str], paragraphs: Sequence[int]) -> int | None:
    """The line that begins a known title, the last one above the text; a banner stands higher, though it is an h1."""
    spaced = [_spaced(title) for title in titles]
    fitting = [
        index
        for index, s in enumerate(shown[: paragraphs[-1]])
        if s.line.words >= _TITLE_WORDS and any(title.startswith(_spaced(s.line.text)) for title in spaced)
    ]
    text = next((index for index in paragraphs if is_sentence(shown[index].line)), paragraphs[-1])
    return max((index for index in fitting if index < text), default=next(iter(fitting), None))


def _teasers(shown: Sequence[Shown]) -> frozenset[int]:
    """The lines of a list of other articles: linked headlines in a row, with one sentence under each."""
    marks = "".join(map(_mark, shown))
    return frozenset(index for match in _LIST.finditer(marks) for index in range(*match.span()))


def _mark(shown: Shown) -> str:
    if shown.linked:
        return "h" if shown.line.words >= _HEADLINE_WORDS else "-"
    return "s" if is_sentence(shown.line) else "-"
