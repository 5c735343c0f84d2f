"""SPARQL of the network: for each kind of fact, where its two ends, its words, its date and its state are found."""

from __future__ import annotations

from typing import Final

_PERIOD = "OPTIONAL { ?fact kgo:period ?date }"
_STATE = "OPTIONAL { ?fact kgo:%s ?status BIND(STRAFTER(STR(?status), '/scheme/status-') AS ?state) }"
_ARTICLE = "?fact prov:wasDerivedFrom/oa:hasSource ?article ."

# Each pattern binds ?fact ?source and may bind ?target ?w1 ?w2 ?w3 ?date ?state ?value ?unit. A fact that names no
# actor (a citation without issuer, a figure for nobody) hangs on its article.
FACTS: Final[tuple[tuple[str, str], ...]] = (
    (
        "membership",
        """?fact a org:Membership ; org:member ?source ; org:organization ?target .
        OPTIONAL { ?fact org:role ?w1 } OPTIONAL { ?fact kgo:period ?w2 } OPTIONAL { ?fact kgo:attestedOn ?date }
        OPTIONAL { ?fact kgo:former ?past FILTER(?past) BIND('former' AS ?state) }""",
    ),
    (
        "participation",
        """?fact a kgo:Participation ; kgo:participant ?source ; kgo:participationIn ?target .
        OPTIONAL { ?fact kgo:role ?w1 } OPTIONAL { ?target kgo:eventDate ?date }""",
    ),
    (
        "organizer",
        "?fact a kgo:Event ; schema:organizer ?source . BIND(?fact AS ?target) OPTIONAL { ?fact kgo:eventDate ?date }"
        + _STATE % "eventStatus",
    ),
    (
        "location",
        "?fact a kgo:Event ; schema:location ?target . BIND(?fact AS ?source) OPTIONAL { ?fact kgo:eventDate ?date }",
    ),
    (
        "agreement",
        """?fact a kgo:Agreement ; kgo:signedAt ?source . OPTIONAL { ?fact kgo:programme ?target }
        OPTIONAL { ?fact kgo:agreementKind ?w1 } OPTIONAL { ?fact kgo:year ?year } OPTIONAL { ?fact kgo:period ?period }
        BIND(COALESCE(?period, ?year) AS ?date)""",
    ),
    (
        "implementation",
        "?fact a kgo:Implementation ; kgo:implementer ?source ; kgo:programme ?target ."
        + _PERIOD
        + _STATE % "implementationStatus",
    ),
    (
        "figure",
        "?fact a kgo:ReportedFigure ; kgo:rawText ?w1 ."
        + _ARTICLE
        + """OPTIONAL { ?fact kgo:reportedFor ?owner } BIND(COALESCE(?owner, ?article) AS ?source)
        OPTIONAL { ?fact kgo:programme ?target } OPTIONAL { ?fact kgo:about ?w2 }
        OPTIONAL { ?fact kgo:value ?value ; kgo:unit ?measure OPTIONAL { ?fact kgo:unitText ?counted } }
        BIND(IF(?measure = kgs:unit-thing && BOUND(?counted), STR(?counted), ?measure) AS ?unit)
        OPTIONAL { ?fact kgo:figureKind ?kind BIND(STRAFTER(STR(?kind), '/scheme/kind-') AS ?state) }"""
        + _PERIOD,
    ),
    (
        "award",
        """?fact a kgo:AwardGrant ; kgo:awardType ?w1 . OPTIONAL { ?fact kgo:recipient ?winner }
        OPTIONAL { ?fact kgo:recipientText ?w2 } OPTIONAL { ?fact kgo:grantedBy ?giver }
        BIND(COALESCE(?giver, ?w1) AS ?source) BIND(COALESCE(?winner, ?w1) AS ?target)"""
        + _PERIOD
        + _STATE % "awardStatus",
    ),
    (
        "theme-adoption",
        "?fact a kgo:ThemeAdoption ; kgo:adoptedBy ?source ; kgo:theme ?target . OPTIONAL { ?target kgo:year ?date }",
    ),
    (
        "citation",
        "?fact a kgo:Citation ; kgo:citedDocument ?target ."
        + _ARTICLE
        + """OPTIONAL { ?fact kgo:documentIssuer ?issuer } BIND(COALESCE(?issuer, ?article) AS ?source)
        OPTIONAL { ?target dct:issued ?date }""",
    ),
    ("mention", "?fact a kgo:EntityMention ; kgo:mentionedEntity ?target ." + _ARTICLE + "BIND(?article AS ?source)"),
    (
        "mention",
        "?fact a kgo:Event ."
        + _ARTICLE
        + "BIND(?article AS ?source) BIND(?fact AS ?target) OPTIONAL { ?fact kgo:eventDate ?date }",
    ),
)

# What the registry says without an article; the fact is the pair itself.
STRUCTURE: Final[tuple[tuple[str, str], ...]] = (
    ("parent", "?source org:subOrganizationOf ?target"),
    ("jurisdiction", "?source kgo:jurisdiction ?target"),
    ("within", "?source schema:containedInPlace ?target"),
)

NOTES: Final[tuple[str, ...]] = (
    "kgo:level", "kgo:placeKind", "kgo:bodyKind", "kgo:programmeKind", "kgo:code", "kgo:eventKind", "kgo:eventStatus",
    "kgo:eventDate", "kgo:ordinal", "kgo:year", "kgo:documentType", "dct:identifier", "dct:issued", "kgo:publisherName",
    "kgo:validFrom", "kgo:validTo",
)  # fmt: skip

EVIDENCE: Final = """SELECT ?iri ?article ?exact ?prefix ?suffix ?rule ?confidence WHERE {
  ?iri oa:hasSource ?article ; oa:hasSelector ?quote . ?quote oa:exact ?exact .
  OPTIONAL { ?quote oa:prefix ?prefix } OPTIONAL { ?quote oa:suffix ?suffix } OPTIONAL { ?iri kgo:rule ?rule }
  OPTIONAL { ?iri kgo:confidence ?c BIND(STRAFTER(STR(?c), '/scheme/confidence-') AS ?confidence) } }"""

ARTICLES: Final = """SELECT ?iri ?title ?published ?url ?publisher ?file WHERE {
  ?iri a schema:NewsArticle . OPTIONAL { ?iri dct:title ?title } OPTIONAL { ?iri dct:issued ?published }
  OPTIONAL { ?iri dct:source ?url } OPTIONAL { ?iri kgo:publisherName ?publisher }
  OPTIONAL { ?iri kgo:hasCopy/kgo:fileName ?file } }"""
