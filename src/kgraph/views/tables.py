"""The tables beside the templates: kinds of nodes and facts, and the words of the page in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kgraph.vocab import expand


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node: its shape and colours, whether it is *shown* at first, and its names.

    Paths lead *through* it or end at it: two unions of one province are not related by that.
    """

    name: str
    shape: str
    light: str
    dark: str
    shown: bool
    through: bool
    vi: str
    en: str


def text(name: str) -> str:
    """The text of a file of ``templates/``."""
    return files("kgraph.views").joinpath("templates", name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The cells of a TSV table of ``templates/``, without its header."""
    return [line.split("\t") for line in text(name).splitlines()[1:]]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of node by name, in the order of the legend."""
    found: dict[str, Kind] = {}
    for name, _, shape, light, dark, shown, through, vi, en in rows("kinds.tsv"):
        found.setdefault(name, Kind(name, shape, light, dark, shown == "yes", through == "yes", vi, en))
    return found


@cache
def classes() -> dict[str, str]:
    """The kind of each class IRI that has nodes, in order of precedence."""
    return {expand(row[1]): row[0] for row in rows("kinds.tsv")}


@cache
def predicates() -> tuple[str, ...]:
    """The kinds of facts, in the order of the legend and the panel."""
    return tuple(row[0] for row in rows("predicates.tsv"))


@cache
def segments() -> dict[str, str]:
    """What stands before the key in the IRI of a fact, by the kind of fact; facts of the registry have no IRI."""
    return {row[0]: row[9] for row in rows("predicates.tsv")}


@cache
def words() -> dict[str, tuple[str, str]]:
    """The words of the page: key to Vietnamese and English."""
    return {key: (vi, en) for key, vi, en in rows("words.tsv")}
