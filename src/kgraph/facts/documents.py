"""One document per source file, read back by SPARQL: it shows what was built, not what was recognised."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.facts import named, told
from kgraph.facts.rows import Entry, Json, Names, Row, Section, by_graph, merged, names

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


@dataclass(frozen=True, slots=True)
class Document:
    """The *json* of one file, and the IRIs of the facts that an entry or a part of it was read from.

    *facts* has them by JSON pointer: ``/officials/0`` and ``/officials/0/roles/1``.
    """

    json: Json
    facts: Mapping[str, frozenset[str]]


def _sorted(entries: Iterable[Entry], repeats: bool) -> Iterator[Entry]:
    """The entries in the order of their JSON, so that nothing of the store's own order remains; each once, unless
    equal ones are several facts ("xây mới 3 nhà và sửa chữa 3 nhà")."""
    keyed = sorted(
        ((json.dumps(e.value, ensure_ascii=False), sorted(e.facts), e) for e in entries), key=itemgetter(0, 1)
    )
    for _, equal in groupby(keyed, key=itemgetter(0)):
        same = [entry for _, _, entry in equal]
        yield from same if repeats else [_joined(same)]


def _joined(same: list[Entry]) -> Entry:
    """One entry that rests on the facts of all the *same* ones."""
    parts = {at: merged(entry.parts[at] for entry in same) for at in same[0].parts}
    return Entry(same[0].value, merged(entry.facts for entry in same), parts)


def _stems(files: Iterable[str]) -> dict[str, str]:
    """A stem for each file; two files of one stem ("a/x.txt", "b/x.txt") get their whole paths, "a-x.txt"."""
    stems = {file: PurePosixPath(file).stem for file in files}
    counts = Counter(stems.values())
    return {file: stem if counts[stem] == 1 else file.replace("/", "-") for file, stem in stems.items()}


def _sections(rows: dict[str, dict[str, list[Row]]], graph: str, seen: Names) -> dict[str, list[Entry]]:
    return {
        key: list(_sorted(section.build(rows[key].get(graph, []), seen), section.repeats)) if section else []
        for key, section in _SECTIONS.items()
    }


def _pointers(sections: Mapping[str, list[Entry]]) -> Iterator[tuple[str, frozenset[str]]]:
    for key, entries in sections.items():
        for place, entry in enumerate(entries):
            yield f"/{key}/{place}", entry.facts
            yield from ((f"/{key}/{place}{part}", facts) for part, facts in entry.parts.items())


def _document(stem: str, copy: Row, sections: Mapping[str, list[Entry]]) -> Document:
    published = copy.get("copied") or copy.get("published")
    values = {key: [entry.value for entry in entries] for key, entries in sections.items()}
    return Document({"id": stem.partition("_")[0], "published": published, **values}, dict(_pointers(sections)))


def facts(reader: Reader) -> dict[str, Json]:
    """The facts of every source file by its stem, sorted; the documents follow one schema whatever the article holds.

    Lists are sorted and never null, numbers are numbers, dates are YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return {stem: document.json for stem, document in documents(reader).items()}


def documents(reader: Reader) -> dict[str, Document]:
    """The same as `facts`, each entry with the facts that it was read from."""
    rows = {key: by_graph(reader, section.query) for key, section in _SECTIONS.items() if section}
    seen = names(reader)
    copies = {row["file"]: row for row in reader.values(_COPIES)}
    sections = {graph: _sections(rows, graph, seen(graph)) for graph in {row["g"] for row in copies.values()}}
    found = {stem: _document(stem, copies[file], sections[copies[file]["g"]]) for file, stem in _stems(copies).items()}
    return dict(sorted(found.items()))
