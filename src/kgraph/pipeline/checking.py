"""Dataset directory -> findings with what people do with them: the file and line to look up, the place in the view."""

from __future__ import annotations

from collections.abc import Iterable
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
    found = linked(validate(reader, beside=quotes.differing, engine=engine), reader, view)
    located = (replace(finding, region=quotes.regions.get(finding.evidence)) for finding in found)
    return Checked(tuple(located), quotes.articles_without_source)


def linked(findings: Iterable[Finding], reader: Reader, view: str = VIEW) -> tuple[Finding, ...]:
    """*findings* with the address in *view* of the nearest thing they are about that the network of *reader* shows."""
    found = tuple(findings)
    opened = _opened(found, reader)
    places = (next((opened[iri] for iri in finding.about if iri in opened), "") for finding in found)
    return tuple(replace(finding, link=place and view + place) for finding, place in zip(found, places, strict=True))


def _opened(found: tuple[Finding, ...], reader: Reader) -> dict[str, str]:
    """The addresses of what a few findings are about, or of everything where there are many."""
    about = {iri for finding in found for iri in finding.about if not iri.startswith("_:")}
    return addresses(reader) if len(about) > _MANY else addresses_of(reader, about)
