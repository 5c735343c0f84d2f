"""Parse every Turtle, TriG and SPARQL file, or the ones named; print one line for each that does not parse.

Run from .venv: ``python scripts/check_rdf.py [FILE ...]``. Exits 1 if any file is broken.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, Store, parse

from kgraph.vocab import PREFIXES

ROOT: Final = Path(__file__).resolve().parents[1]
SKIPPED: Final = {".venv", ".git", "build", "dist"}


def _rdf(syntax: RdfFormat) -> Callable[[str], None]:
    def check(text: str) -> None:
        for _ in parse(text.encode(), format=syntax):
            pass

    return check


def _sparql(text: str) -> None:
    Store().query(text, prefixes=PREFIXES)


CHECKS: Final[dict[str, Callable[[str], None]]] = {
    ".ttl": _rdf(RdfFormat.TURTLE),
    ".trig": _rdf(RdfFormat.TRIG),
    ".rq": _sparql,
}


def rdf_files(root: Path) -> list[Path]:
    """All Turtle, TriG and SPARQL files of the checkout, sorted."""
    return sorted(f for f in root.rglob("*") if f.suffix in CHECKS and not SKIPPED & set(f.relative_to(root).parts))


def broken(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Each file that does not parse, with the parser's reason."""
    for file in files:
        try:
            CHECKS[file.suffix](file.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError) as error:
            yield file, str(error)


def main(names: list[str]) -> int:
    """Check *names*, or the whole checkout; the exit code."""
    faults = list(broken([Path(name) for name in names] or rdf_files(ROOT)))
    for file, reason in faults:
        print(f"{file}: {reason}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
