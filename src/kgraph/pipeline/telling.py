"""Findings in the words of the files of a generation: those that stay from build to build are not worded again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgraph.pipeline.flagging import FILE
from kgraph.validation import kept, report_html, report_json
from kgraph.validation.findings import Finding
from kgraph.validation.shapes import Shapes

REPORT: Final = "report.html"
KEPT: Final = "findings.kept.json"
"""In a generation: its findings for the build that comes after it, a line each below the digest of what found them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A *finding* as it is written: its *row* for the next build, *entry* in the JSON report, *item* on the page."""

    finding: Finding
    row: str
    entry: str
    item: str

    @classmethod
    def of(cls, finding: Finding) -> Told:
        """*finding* in words."""
        return cls(finding, kept.dumps(finding), report_json.entry(finding), report_html.item(finding))


def write_findings(findings: Iterable[Finding], found_by: str, folder: Path) -> int:
    """Write *findings*, which are in order, into the generation *folder*, and count them."""
    every = tuple(findings)
    _write_all(folder, every, found_by, map(kept.dumps, every))
    return len(every)


def write_told(told: Iterable[Told], found_by: str, folder: Path) -> int:
    """As `write_findings`, of findings that are in words."""
    every = tuple(told)
    entries, items = [one.entry for one in every], [one.item for one in every]
    _write_all(folder, [one.finding for one in every], found_by, (one.row for one in every), entries, items)
    return len(every)


def read_told(folder: Path, found_by: str, shapes: Shapes) -> tuple[Told, ...] | None:
    """The findings of the generation *folder*, in order; None where they are of other shapes, or damaged."""
    try:
        head, *rows = _read(folder / KEPT).split("\n")[:-1]  # words may hold what `splitlines` takes for an end
        if head != found_by:
            return None
        texts = report_json.entries(_read(folder / FILE)), report_html.items(_read(folder / REPORT))
        return tuple(Told(*one) for one in zip(kept.loads(rows, shapes), rows, *texts, strict=True))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def told_of(findings: Iterable[Finding], told: Iterable[Told]) -> Iterator[Told]:
    """What *told* says of *findings*, which are some of its own, in the same order."""
    every = iter(told)
    for finding in findings:
        yield next(one for one in every if one.finding is finding)


def _write_all(
    folder: Path,
    findings: Sequence[Finding],
    found_by: str,
    rows: Iterable[str],
    entries: Sequence[str] = (),
    items: Sequence[str] = (),
) -> None:
    _write(folder / REPORT, report_html.render(findings, known=items))
    _write(folder / FILE, report_json.render(findings, known=entries))
    _write(folder / KEPT, "".join(f"{line}\n" for line in (found_by, *rows)))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _read(path: Path) -> str:
    """The text of *path* with the line ends that it has: a quote may hold another one."""
    return path.read_bytes().decode()
