"""``sources.json``: the paths that a dataset was built from, for ``--add`` and for the ledger beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kgraph.errors import DatasetError

NAME: Final = "sources.json"
LEDGER: Final = "decisions.csv"


def remembered(data: Path) -> tuple[Path, ...]:
    """The absolute paths that *data* was last built from. Raises DatasetError where the list is damaged."""
    try:
        return tuple(map(Path, json.loads((data / NAME).read_text(encoding="utf-8"))["sources"]))
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{data / NAME}: damaged; build again without --add, naming all sources") from error


def remember(data: Path, sources: Iterable[Path]) -> None:
    """Keep *sources* as the paths of *data*; written whole or not at all."""
    text = json.dumps({"sources": list(dict.fromkeys(str(path) for path in sources))}, indent=1)
    fresh = data / f".{NAME}.new"
    fresh.write_text(text + "\n", encoding="utf-8", newline="\n")
    fresh.replace(data / NAME)


def ledger_of(sources: Sequence[Path]) -> Path:
    """The ledger of a dataset of *sources*: in the first folder among them, else beside the first file."""
    folder = next((path for path in sources if path.is_dir()), sources[0].parent)
    return folder / LEDGER
