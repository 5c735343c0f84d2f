"""A few values that a parameter may take: the things of its class that most facts speak of."""

from __future__ import annotations

from typing import Final

from kgraph.dataset.labels import labels
from kgraph.dataset.reader import Reader
from kgraph.queries.catalogue import Param
from kgraph.vocab import expand

_MOST_NAMED: Final = """
SELECT ?entity (COUNT(DISTINCT ?fact) AS ?facts) WHERE {{
  {{ SELECT DISTINCT ?entity WHERE {{ ?entity a <{cls}> }} }}  # thousands of graphs may say it of one thing
  ?fact ?names ?entity ; prov:wasDerivedFrom ?words .
}} GROUP BY ?entity ORDER BY DESC(?facts) STR(?entity) LIMIT {count}
"""


def choices(reader: Reader, param: Param, lang: str, count: int = 5) -> tuple[str, ...]:
    """Labels of the *count* entities of the class of *param* that most facts name; none where it has no class."""
    named = entities(reader, param, count)
    known = labels(reader, named, lang)
    return tuple(known.get(iri, iri) for iri in named)


def entities(reader: Reader, param: Param, count: int) -> tuple[str, ...]:
    """IRIs of the *count* entities of the class of *param* that most facts name; none where it has no class."""
    if param.type != "entity" or param.cls is None:
        return ()
    return tuple(row["entity"] for row in reader.values(_MOST_NAMED.format(cls=expand(param.cls), count=count)))
