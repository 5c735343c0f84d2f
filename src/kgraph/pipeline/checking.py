"""Dataset directory -> findings with what people do with them: the file and line to look up, the place in the view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.pipeline.quoting import compared
from kgraph.validation.findings import Finding
from kgraph.validation.run import Engine, validate
from kgraph.views.addresses import addresses, addresses_of

_MANY: Final = 500
"""Things of which the whole network is read sooner than what lies around each."""
VIEW: Final = "view.html"
"""Where reports look for the network: beside themselves, as ``kgraph build`` and ``kgraph view`` write them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the shapes find, and how many articles have no text to compare their quotes with."""

    findings: tuple[Finding, ...]
    articles_without_source: int


def check(reader: Reader, data: Path, view: str = VIEW, engine: Engine = "store") -> Checked:
    """What the shapes find in the dataset *reader* of the directory *data*; *view* is the address of its network.

    Raises DatasetError where the list of sources is damaged.
    """
    quotes = compared(reader, data)
    found = linked(validate(reader, beside=quotes.differing, engine=engine), opening(reader), view)
    located = (replace(finding, region=quotes.regions.get(finding.evidence)) for finding in found)
    return Checked(tuple(located), quotes.articles_without_source)


def linked(
    findings: Iterable[Finding], addresses: Callable[[Collection[str]], Mapping[str, str]], view: str = VIEW
) -> tuple[Finding, ...]:
    """*findings* with the address in *view* of the nearest thing they are about that the network shows.

    *addresses* gives those of things, by IRI.
    """
    found = tuple(findings)
    opened = addresses({iri for finding in found for iri in finding.about if not iri.startswith("_:")})
    places = (next((opened[iri] for iri in finding.about if iri in opened), "") for finding in found)
    return tuple(replace(finding, link=place and view + place) for finding, place in zip(found, places, strict=True))


def opening(reader: Reader) -> Callable[[Collection[str]], Mapping[str, str]]:
    """The addresses of a few things in the network of *reader*, or of everything where many are asked for."""
    return lambda iris: addresses(reader) if len(iris) > _MANY else addresses_of(reader, iris)
