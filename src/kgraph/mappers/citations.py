"""Official documents that an article cites, and who issued them where the text says so."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Agent, Document, DocumentMention
from kgraph.mappers._evidence import around, evidence
from kgraph.model import Entity, Iri, Statement, Term, Text, Typed, short_hash
from kgraph.registry.words import rx
from kgraph.vietnamese import key_form

_OF = rx(r" (?:của|do) ")
_LONGEST_KEY = 80


def map_statements(document: Document) -> Iterator[Statement]:
    """One citation for each document."""
    for mention in document.mentions.documents:
        yield _citation(document, mention, _issuer(document, mention))


def _issuer(document: Document, mention: DocumentMention) -> Agent | None:
    """The body behind "của" or "do": "Kế hoạch số 12/KH-BTV của Hội LHPN tỉnh"."""
    single = (a for a in document.agents if len(a.entities) == 1 and a.span.start > mention.span.end)
    return next((a for a in single if _OF.fullmatch(document.text[mention.span.end : a.span.start])), None)


def _citation(document: Document, mention: DocumentMention, issuer: Agent | None) -> Statement:
    values: list[tuple[str, Term]] = [("kgo:citedDocument", cited(mention))]
    words = mention.span
    if issuer is not None:
        values.append(("kgo:documentIssuer", issuer.entities[0]))
        words = around(mention.span, issuer.span)
    quote = evidence(document, words, mention.rule, resolutions=[issuer.resolution if issuer else None])
    return Statement("citation", "kgo:Citation", tuple(values), (quote,))


def cited(mention: DocumentMention) -> Entity:
    """A document under type, number and date, or under its name where it has no number."""
    values: list[tuple[str, Term]] = [
        ("skos:prefLabel", Text(mention.name)),
        ("kgo:documentType", Iri(f"kgs:{mention.type}")),
    ]
    if mention.number:
        values.append(("dct:identifier", Typed(mention.number, "xsd:string")))
    if mention.issued:
        values.append(("dct:issued", Typed(mention.issued, "xsd:date")))
    return Entity("document", _key(mention), mention.name, ("kgo:OfficialDocument",), tuple(values))


def _key(mention: DocumentMention) -> str:
    """Type, number and date ("ke-hoach.357-kh-hpn.2021-01-26"), or the name of a document without a number."""
    if not mention.number:
        return _bounded(mention.name)
    parts = (
        key_form(mention.name.removesuffix(mention.number).removesuffix(" số ")),
        key_form(mention.number),
        mention.issued,
    )
    return ".".join(part for part in parts if part)


def _bounded(name: str) -> str:
    """*name* folded; a long one is cut and told apart by a hash."""
    key = key_form(name)
    return key if len(name) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}-{short_hash(name)[:6]}"
