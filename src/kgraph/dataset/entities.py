"""Finds the entity that a person means: by IRI, by key, or by a name typed with or without accents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError
from kgraph.vietnamese import search_form
from kgraph.vocab import DATA, expand

_ID: Final = DATA + "id/"
_SHOWN: Final = 8
"""Candidates named in one error line; more than a screen row helps nobody."""

# In order of preference for the label shown.
_NAMES: Final = ("skos:prefLabel", "dct:title", "schema:name", "skos:altLabel", "kgo:code", "dct:identifier")
_SEARCH: Final = "kgo:searchLabel"
# One property a query: an entity is described in the graph of each article that names it, and the union of graphs
# repeats its triples, so that a join of two properties would grow with the square of the articles.
_PAIRS: Final = "SELECT DISTINCT ?entity ?value (LANG(?value) AS ?lang) {{ ?entity {} ?value }}"


# Of several things of one name, what an edition of a report only repeats is not meant, nor the union before or after
# the reform that no article names (the registry tells it as what another became).
_REPEATED: Final = "SELECT DISTINCT ?entity {{ VALUES ?entity {{ {} }} ?entity kgo:repeats ?earlier }}"
_TOLD: Final = "SELECT DISTINCT ?entity {{ VALUES ?entity {{ {} }} ?fact ?names ?entity ; prov:wasDerivedFrom ?words }}"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """An entity of the dataset: its IRI, its label (Vietnamese if it has one), and its kind (``union``, ``person``)."""

    iri: str
    label: str
    kind: str

    @property
    def key(self) -> str:
        """The short form a person can type instead of the IRI: ``union/nam-dinh``."""
        return self.iri.removeprefix(_ID)


@dataclass(frozen=True, slots=True)
class _Names:
    found: Found
    folded: frozenset[str]


def kind_of(iri: str) -> str:
    """The kind of an instance IRI: the path segment after ``id/``.

    >>> kind_of("https://data.example/kgraph/id/union/nam-dinh")
    'union'
    """
    return iri.removeprefix(_ID).partition("/")[0]


def _members(reader: Reader, cls: str | None) -> frozenset[str]:
    """What can be found at all: whatever has a search label, and is of class *cls* if one is given."""
    found = frozenset(row["entity"] for row in reader.values(_PAIRS.format(_SEARCH)))
    if cls is None:
        return found
    return found & {row["entity"] for row in reader.values(f"SELECT DISTINCT ?entity {{ ?entity a <{expand(cls)}> }}")}


def _names(reader: Reader, cls: str | None = None) -> list[_Names]:
    members = _members(reader, cls)
    rows: dict[str, list[tuple[int, bool, str]]] = defaultdict(list)
    for rank, name in enumerate((*_NAMES, _SEARCH)):
        for row in reader.values(_PAIRS.format(name)):
            if row["entity"] in members:
                rows[row["entity"]].append((rank, row.get("lang") == "en", row["value"]))
    return [_named(iri, sorted(names)) for iri, names in sorted(rows.items())]


def _named(iri: str, names: list[tuple[int, bool, str]]) -> _Names:
    return _Names(Found(iri, names[0][2], kind_of(iri)), frozenset(search_form(name) for _, _, name in names))


def _in_order(words: list[str], name: list[str]) -> bool:
    """Whether each typed word begins a later word of the name: "hoi nam dinh" fits "hoi lhpn tinh nam dinh"."""
    rest = iter(name)
    return all(any(part.startswith(word) for part in rest) for word in words)


def _grade(text: str, names: _Names) -> int | None:
    """How well *text* names an entity: 0 its IRI or full key, 1 a whole name or bare key, 2 the start of its words."""
    if text in {names.found.iri, names.found.key}:
        return 0
    typed = search_form(text)
    if typed in names.folded or text == names.found.key.partition("/")[2]:
        return 1
    words = typed.split()
    return 2 if words and any(_in_order(words, name.split()) for name in names.folded) else None


def find(reader: Reader, text: str) -> tuple[Found, ...]:
    """Entities that *text* can mean, exact ones first, then by beginnings of words; shorter labels first."""
    graded = ((_grade(text.strip(), names), names.found) for names in _names(reader))
    hits = [(grade, len(found.label), found.label, found) for grade, found in graded if grade is not None]
    return tuple(found for *_, found in sorted(hits))


def _best(reader: Reader, text: str, cls: str | None = None) -> list[Found]:
    graded = [(_grade(text.strip(), names), names.found) for names in _names(reader, cls)]
    grades = [grade for grade, _ in graded if grade is not None]
    return sorted(found for grade, found in graded if grades and grade == min(grades))


def _meant(reader: Reader, best: list[Found]) -> list[Found]:
    """Those of *best* that a name without a key can mean."""
    if len(best) < 2:
        return best
    listed = " ".join(f"<{found.iri}>" for found in best)
    repeated = {row["entity"] for row in reader.values(_REPEATED.format(listed))}
    told = {row["entity"] for row in reader.values(_TOLD.format(listed))}
    first = [found for found in best if found.iri not in repeated]
    return [found for found in first if found.kind != "union" or found.iri in told] or first


def _listed(entities: Iterable[Found]) -> str:
    names = [f"{found.key} ({found.label})" for found in entities]
    rest = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return "; ".join(names[:_SHOWN]) + rest


def nearest(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three of *names* spelled most like *text*, accents and case aside."""
    folded = {search_form(name): name for name in sorted(names, reverse=True)}
    return tuple(folded[hit] for hit in get_close_matches(search_form(text), sorted(folded), n=3, cutoff=0.5))


def _missing(reader: Reader, text: str, cls: str | None) -> NotFoundError:
    near = nearest(text, (names.found.label for names in _names(reader, cls)))
    hint = "did you mean " + " or ".join(f'"{name}"' for name in near) if near else "try a shorter name"
    return NotFoundError(f'nothing in the dataset is called "{text}"; {hint}')


def find_one(reader: Reader, text: str, cls: str | None = None) -> Found:
    """The one entity that *text* means best, of class *cls* (a CURIE) if any of that class fits at all.

    Raises NotFoundError naming the nearest names, or the candidates where there is more than one.
    """
    best = _meant(reader, _best(reader, text, cls) or _best(reader, text))
    if not best:
        raise _missing(reader, text, cls)
    if len(best) > 1:
        raise NotFoundError(f'"{text}" can mean {len(best)} entities; give the key of one: {_listed(best)}')
    return best[0]
