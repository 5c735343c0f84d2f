"""What shapes look at, read from the shapes."""

from __future__ import annotations

import pyoxigraph as ox

from kgraph.dataset.trails import Step
from kgraph.validation.dependencies import dependencies
from kgraph.validation.shapes import read_shapes

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
:S a sh:NodeShape ; sh:targetClass :C ; sh:targetSubjectsOf :target ;
  sh:or ( [ sh:property [ sh:path :either ; sh:minCount 1 ] ] [ sh:property [ sh:path :or ; sh:minCount 1 ] ] ) ;
  sh:property [ sh:path :class ; sh:class :D ] ;
  sh:property [ sh:path :node ; sh:node [ sh:property [ sh:path :inner ; sh:hasValue 1 ] ] ] ;
  sh:property [ sh:path :less ; sh:lessThan :more ] ;
  sh:property [ sh:path ( :one [ sh:inversePath :two ] ) ; sh:minCount 1 ] ;
  sh:property [ sh:path :many ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class :E ] ] ;
  sh:sparql [ sh:select "SELECT $this { $this <urn:asked> ?x }" ] , [ sh:select "SELECT $this { $this ?any ?x }" ] .
"""


def test_every_construct_leaves_its_trail() -> None:
    found = dependencies(read_shapes([q.triple for q in ox.parse(input=SHAPES, format=ox.RdfFormat.TURTLE)], ()))
    written = {
        "/".join(("" if s.forward else "^") + s.predicate.removeprefix("urn:").rpartition("#")[2] for s in trail)
        for trail in found.trails
    }
    assert written == {
        "type", "target", "either", "or", "class", "class/type", "node", "node/inner", "less", "more", "one",
        "one/^two", "many", "many/type", "asked",
    }  # fmt: skip
    assert Step("urn:two", forward=False) in {step for trail in found.trails for step in trail}
    assert [constraint.select.split()[-3] for constraint in found.whole] == ["?any"]
