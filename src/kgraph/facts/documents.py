"""One document per source file, read back by SPARQL: it shows what was built, not what was recognised."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.facts import named, told
from kgraph.facts.rows import Json, Names, Row, Section, by_graph, names

_COPIES: Final = """
SELECT ?g ?file ?copied ?published {
  GRAPH ?g {
    ?article a schema:NewsArticle ; kgo:hasCopy ?copy .
    ?copy kgo:fileName ?file .
    OPTIONAL { ?copy dct:issued ?copied }
    OPTIONAL { ?article dct:issued ?published }
  }
}
"""
# Private persons have no node, so there is nothing to read back under "people".
_SECTIONS: Final[dict[str, Section | None]] = {
    "unions": named.UNIONS,
    "officials": named.OFFICIALS,
    "people": None,
    "organisations": named.ORGANISATIONS,
    "programmes": named.PROGRAMMES,
    "events": told.EVENTS,
    "implements": told.IMPLEMENTS,
    "documents": named.DOCUMENTS,
    "figures": told.FIGURES,
    "awards": told.AWARDS,
    "themes": told.THEMES,
}


def _sorted(values: Iterable[object], repeats: bool) -> list[object]:
    """The values in the order of their JSON, so that nothing of the store's own order remains; each once, unless
    equal ones are several facts ("xây mới 3 nhà và sửa chữa 3 nhà")."""
    texts = [json.dumps(value, ensure_ascii=False) for value in values]
    return [json.loads(text) for text in sorted(texts if repeats else set(texts))]


def _stems(files: Iterable[str]) -> dict[str, str]:
    """A stem for each file; two files of one stem ("a/x.txt", "b/x.txt") get their whole paths, "a-x.txt"."""
    stems = {file: PurePosixPath(file).stem for file in files}
    counts = Counter(stems.values())
    return {file: stem if counts[stem] == 1 else file.replace("/", "-") for file, stem in stems.items()}


def _sections(rows: dict[str, dict[str, list[Row]]], graph: str, seen: Names) -> Json:
    return {
        key: _sorted(section.build(rows[key].get(graph, []), seen), section.repeats) if section else []
        for key, section in _SECTIONS.items()
    }


def _document(stem: str, copy: Row, sections: Json) -> Json:
    published = copy.get("copied") or copy.get("published")
    return {"id": stem.partition("_")[0], "published": published, **sections}


def facts(reader: Reader) -> dict[str, Json]:
    """The facts of every source file by its stem, sorted; the documents follow one schema whatever the article holds.

    Lists are sorted and never null, numbers are numbers, dates are YYYY, YYYY-MM or YYYY-MM-DD.
    """
    rows = {key: by_graph(reader, section.query) for key, section in _SECTIONS.items() if section}
    seen = names(reader)
    copies = {row["file"]: row for row in reader.values(_COPIES)}
    sections = {graph: _sections(rows, graph, seen(graph)) for graph in {row["g"] for row in copies.values()}}
    documents = {
        stem: _document(stem, copies[file], sections[copies[file]["g"]]) for file, stem in _stems(copies).items()
    }
    return dict(sorted(documents.items()))
