"""How names of programmes are written: number, quotation, "chương trình phối hợp ...", a group of women."""

from __future__ import annotations

from functools import lru_cache

from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, joined, rx, words

OPEN, CLOSE = r"[“\"‘«]", r"[”\"’»]"
OPENING_QUOTES = ("“", '"', "‘", "«")
LEAD_CHARS = 45  # how far before a quote its kind word may stand: "22 mô hình mới, 45 ngõ, phố “...”"
_QUOTES = r"“”\"‘’«»"
_NAME_CHARS = 220
_YEARS = r"\d{4}[ ]?[-–][ ]?\d{4}"


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """The kind of programme that each word for one means ("chiến dịch" -> "phong trào")."""
    return {row["word"]: row["kind"] for row in rows("programme-kinds.tsv")}


@lru_cache(maxsize=1)
def patterns() -> dict[str, Anchored]:
    """The patterns of names that begin with a certain word, by the way they are written."""
    return {**_of_kinds(), **_of_contents(), **_of_capitals()}


def _of_kinds() -> dict[str, Anchored]:
    """Names that say their kind and number."""
    kind = rf"(?<!\p{{L}})(?P<kind>(?i:{alternatives(kinds())}))(?!\p{{L}})"
    number = r"\d{2,4}(?:/QĐ-TTg)?"
    return {
        # "Đề án 938", "Đề án (404, 279, 938)"; not "đề án 12/KH", "dự án 5 tỷ".
        "numbers": anchored(
            rf"{kind}(?: số)?(?: ?\()?[ ]*(?P<codes>\d{{1,4}}(?:/QĐ-TTg)?(?:[ ]*(?:,|;|và)[ ]*{number})*)"
            r"(?![\d%.,]*\d|%|/\p{Lu}| (?:của|người|hộ|tỷ|triệu))(?:[ ]*\))?",
            whole=kinds(),
        ),
        # "Đề án 01/ĐA-HPN" is a local one, and another than Đề án 01
        "local": anchored(
            rf"{kind}(?: số)? (?P<code>\d{{1,4}}/\p{{Lu}}[\p{{Lu}}\d-]*\p{{Lu}})(?<!QĐ-TTg)", whole=kinds()
        ),
        "kind": anchored(kind, whole=kinds()),
    }


def _of_contents() -> dict[str, Anchored]:
    """Names that say what is done, or for whom, without quotation marks."""
    return {
        "colon": anchored(
            r"(?<!\p{L})(?P<kind>(?i:mô hình|phần việc)) ?: ?"
            rf"(?P<name>\p{{Lu}}[^“”\"\n;.]{{15,{_NAME_CHARS}}})(?=[;.])",
            whole=("mô hình", "phần việc"),
        ),
        "joint": anchored(
            r"(?<!\p{L})(?P<name>[Cc]hương trình phối hợp(?: số [\d/\p{Lu}-]+)?"
            r" (?!(?:giữa|với|của|đã|và|này|trên|năm)(?!\p{L}))\p{Ll}[^“”\"\n;.]{10,200}?)(?=[;.]| nhằm| và ra mắt|$)",
            whole=("chương trình phối hợp",),
        ),
        # "chương trình phối hợp giữa Hội LHPN tỉnh và Tỉnh Đoàn về ... giai đoạn 2018-2022"
        "between": anchored(
            r"(?<!\p{L})[Cc]hương trình phối hợp giữa [^“”\"\n;.:]{5,160}? "
            rf"(?P<name>(?:về|trong)(?: việc| công tác)? \p{{Ll}}[^“”\"\n;.]{{10,200}}?"
            rf"(?:giai đoạn {_YEARS}|(?=[;.]| nhằm| và chủ đề|$)))",
            whole=("chương trình phối hợp giữa",),
        ),
        # "quỹ học bổng Hoàng Ngân", named after somebody
        "scholarship": anchored(
            r"(?<!\p{L})(?P<kind>(?i:chương trình|quỹ)) (?P<name>[Hh]ọc bổng \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4})",
            whole=("chương trình", "quỹ"),
        ),
        # "Tổ phụ nữ tự quản" alone is a kind of group; with a name behind it, it is one.
        "group": anchored(
            rf"(?<![\p{{L}}])(?P<name>{any_of('women-group')} [Pp]hụ nữ(?! \d)(?! (?:tự quản|tham gia)(?:[,.;]|$))"
            rf"(?! (?:{any_of('women-group-end')}|trên|trong|và)(?!\p{{L}}))[^,;.:()“”\"\n]{{5,60}}?)"
            rf"(?=[ ]*[(,;.:\n]| (?:{any_of('women-group-end')} |hoạt động)|$)",
            whole=words("women-group"),
        ),
    }


# "Suất ăn yêu thương": a capital, then small letters; "Công đoàn Viên chức", "Hội phụ nữ" are bodies.
_CAPITAL_NAME = (
    rf"(?!(?i:{any_of('not-capital-name')})(?!\p{{L}}))(?:CLB|\p{{Lu}}\p{{Ll}}+)"
    rf"(?: (?!{any_of('programme-name-end')}(?!\p{{L}}))\p{{Ll}}+){{2,10}}"
)
_NAME_ENDS = rf"(?=[ ]*(?:[,;.…:(\n]|$)| {any_of('programme-name-end')}(?!\p{{L}}))"


def _of_capitals() -> dict[str, Anchored]:
    """ "mô hình Suất ăn yêu thương": names without quotation marks that a capital begins."""
    kind = any_of("kind-of-capital-name")
    return {
        "capital": anchored(
            rf"(?<!\p{{L}})(?P<kind>(?i:{kind})) (?P<name>{_CAPITAL_NAME}){_NAME_ENDS}",
            whole=words("kind-of-capital-name"),
        )
    }


# phong trào 'Phụ nữ tích cực học tập': apostrophes for quotation marks, not those of "D'ran"
_PAIR = rx(rf"(?<![\p{{L}}\d])'(?=\S)(?P<name>[^'{_QUOTES}\n]{{4,{_NAME_CHARS}}})(?<=\S)'(?!\p{{L}})")


def paired(text: str) -> str:
    """*text*, of the same length, with quotation marks for apostrophes that stand in pairs around words."""
    return _PAIR.sub(r"“\g<name>”", text) if "'" in text else text


NEXT_CAPITAL = rx(rf"[ ]*[,;] (?:và )?(?P<name>{_CAPITAL_NAME}){_NAME_ENDS}")
TITLE = rx(rf"[ ]*(?:về|là|:)?[ ]*{OPEN}(?P<name>[^{_QUOTES}\n]{{4,{_NAME_CHARS}}}){CLOSE}")
QUOTE = rx(rf"{OPEN}[ ]*(?P<name>[^{_QUOTES}\n]{{4,{_NAME_CHARS}}}?)[ ]*{CLOSE}")
# What is quoted here is a theme, a slogan or a prize, not a programme.
NOT_PROGRAMME = rx(rf"(?i)(?<!\p{{L}}){any_of('not-programme')}[^“”\"‘’;.]{{0,30}}$")
MOTTO = rx(rf"(?i)(?<!\p{{L}}){any_of('motto')}[ ]*:?[ ]*{OPEN}[ ]*$")
SET_UP = rx(rf"(?i){any_of('set-up')}[ ]+$")
# "lập thêm 9 tổ “...”", "gây dựng 14 nhóm “...”"
GROUP = rx(rf"(?i)(?<!\p{{L}})(?:\d+|các|những|nhiều|{any_of('set-up')}) (?:tổ|nhóm|chi hội)[ ]+$")
OWN_NAME = rx(rf"{any_of('programme-head')}\b")
NO_NAME = rx(rf"(?i){any_of('not-programme-name')}(?!\p{{L}})")
NEXT_QUOTE = rx(rf"{joined(';')}(?:và)?[ ]*")
FLAGGED = rx(r"(?i)(?:giai đoạn|nhiệm kỳ)[ ]\d{4}[ ]*[-–][ ]*\d{4}$")
