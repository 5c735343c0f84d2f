"""The findings as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.validation.findings import Cause, Finding, by_cause, counts

SEVERITY: Final = {
    "violation": Bilingual("lỗi", "violation"),
    "warning": Bilingual("cảnh báo", "warning"),
    "info": Bilingual("lưu ý", "note"),
}
MEANS: Final = Bilingual("Nghĩa là", "What it means")
TODO: Final = Bilingual("Cần làm", "What to do")
RULE: Final = Bilingual("quy tắc", "rule")
UNDATED: Final = Bilingual("không rõ ngày đăng", "undated")
CLEAN: Final = Bilingual("Không tìm thấy gì cần sửa.", "Nothing to mend was found.")


def render(findings: Sequence[Finding], lang: str = "vi") -> str:
    """The report in *lang*: for each cause what it means and what to do, then its findings with quote and article."""
    if not findings:
        return CLEAN(lang) + "\n"
    return "\n".join("\n".join(_block(cause, group, lang)) + "\n" for cause, group in by_cause(findings))


def summary(findings: Sequence[Finding], lang: str = "vi") -> str:
    """One line: how many findings of each severity ("2 lỗi, 1 cảnh báo, 0 lưu ý")."""
    return counted(counts(findings), lang)


def counted(numbers: Mapping[str, int], lang: str = "vi") -> str:
    """As `summary`, of *numbers* by severity."""
    return ", ".join(_counted(number, SEVERITY[severity], lang) for severity, number in numbers.items())


def _counted(number: int, word: Bilingual, lang: str) -> str:
    plural = "s" if lang == "en" and number != 1 else ""
    return f"{number} {word(lang)}{plural}"


def _block(cause: Cause, group: Sequence[Finding], lang: str) -> Iterator[str]:
    yield f"[{SEVERITY[cause.severity](lang)}] {cause.title(lang)} ({cause.shape}: {len(group)})"
    yield f"  {MEANS(lang)}: {cause.meaning(lang)}"
    yield f"  {TODO(lang)}: {cause.advice(lang)}"
    for finding in group:
        yield f"  - {finding.label(lang)}: {finding.message(lang)}"
        yield from (f"      {line}" for line in _where(finding, lang))


def _where(finding: Finding, lang: str) -> Iterator[str]:
    if finding.quote:
        yield f"“{finding.quote}”" + (f" [{RULE(lang)} {finding.rule}]" if finding.rule else "")
    if finding.article:
        yield " · ".join(filter(None, (finding.title, finding.date or UNDATED(lang), *finding.files)))
    yield finding.focus
