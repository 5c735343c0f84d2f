"""All that the stages handed over -> the trace of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.document import Agent, Doubt
from kgraph.model import Entity, Evidence, Span, Statement, Zone
from kgraph.registry.rules import rules
from kgraph.tracing.linking import is_read_from
from kgraph.tracing.marks import Seen, seen
from kgraph.tracing.model import (
    Fact,
    Line,
    Mark,
    Named,
    Piece,
    Quote,
    RuleUsed,
    Run,
    Sentence,
    Trace,
    WhyNot,
    Wording,
)
from kgraph.tracing.showing import Showing, showing
from kgraph.tracing.tables import reasons, words

_LEFT_OUT = {"byline": "line-byline", "source line": "line-source", "date line": "line-date"}
_KEPT = frozenset({"body", "caption"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """A run, how to speak of it, and its text as the reader may see it."""

    run: Run
    wording: Wording
    showing: Showing
    seen: tuple[Seen, ...]

    def word(self, name: str) -> str:
        """A word of the table; a method that is newer than the table goes by its own name."""
        return words(self.wording.lang).get(name, name)

    def reason(self, name: str) -> str:
        return reasons()[name].text(self.wording.lang)


def trace(run: Run, wording: Wording) -> Trace:
    """The trace of the article of *run*, in words of *wording*."""
    document, article = run.document, run.document.article
    private = document.private if wording.hide else ()
    shown = showing(article.text, private, words(wording.lang)["withheld"])
    told = _Telling(run, wording, shown, seen(run))
    marks = tuple(_mark(told, mark) for mark in told.seen)
    facts = tuple(_fact(told, statement) for statement in run.statements)
    return Trace(
        lang=wording.lang,
        hidden=bool(shown.hidden),
        key=article.key,
        name=article.name,
        title=shown.span(Span(0, len(article.title))),
        published=article.published or "",
        home=wording.label(document.home) if document.home else "",
        lines=tuple(_lines(told)),
        marks=marks,
        facts=facts,
        rules=tuple(_rules(marks, facts, wording.lang)),
    )


def _mark(told: _Telling, mark: Seen) -> Mark:
    facts = [n for n, statement in enumerate(told.run.statements) if is_read_from(statement, mark, told.run)]
    why_not = [_why_not(told, doubt) for doubt in told.run.doubts if _is_about(told, doubt, mark)]
    if mark.kind == "date" and not facts and not why_not:
        why_not = [_why_not(told, Doubt(mark.span, "year-of-no-fact"))]
    return Mark(
        start=mark.span.start,
        end=mark.span.end,
        words=told.showing.span(mark.span),
        kind=mark.kind,
        rule=mark.rule,
        entities=tuple(_named(told, entity) for entity in mark.entities),
        method=told.word(mark.method.removeprefix("kgs:")) if mark.method else "",
        facts=tuple(facts),
        why_not=tuple(why_not),
    )


def _is_about(told: _Telling, doubt: Doubt, mark: Seen) -> bool:
    """Whether *doubt* speaks of *mark*: of two readings of the same words ("Quan Sơn"), the one of its own kind."""
    kind = reasons()[doubt.reason].kind
    rivals = (other.kind for other in told.seen if other.span == mark.span)
    return doubt.span == mark.span and (mark.kind == kind or kind not in rivals)


def _named(told: _Telling, entity: Entity) -> Named:
    return Named(told.showing.words(told.wording.label(entity)), f"{entity.kind}/{entity.key}")


def _why_not(told: _Telling, doubt: Doubt) -> WhyNot:
    found = reasons()[doubt.reason]
    return WhyNot(found.id, found.text(told.wording.lang), found.lost, tuple(map(told.wording.label, doubt.candidates)))


def _fact(told: _Telling, statement: Statement) -> Fact:
    heading, said = told.wording.fact(statement)
    quotes = tuple(_quote(told, evidence) for evidence in statement.evidence)
    return Fact(f"{statement.kind}/{statement.key}", heading, told.showing.words(said), quotes)


def _quote(told: _Telling, evidence: Evidence) -> Quote:
    return Quote(told.showing.span(evidence.span), evidence.rule, told.word(f"confidence-{evidence.confidence}"))


def _lines(told: _Telling) -> Iterator[Line]:
    """The lines as the file has them, the kept ones cut into sentences. A title that a table gives comes first."""
    title, *others = told.run.document.article.zones
    rest = iter(others)
    if title.span.end and all(line.zone != "title" for line in told.run.lines):
        yield _kept(told, title)
    for line in told.run.lines:
        if line.zone == "title":
            yield _kept(told, title)
        elif line.zone in _KEPT:
            yield _kept(told, next(rest))
        else:
            yield Line(line.zone, told.showing.words(line.text), told.reason(line.why or _LEFT_OUT[line.zone]))


def _kept(told: _Telling, zone: Zone) -> Line:
    sentences = enumerate(told.run.document.article.sentences)
    inside = tuple(_sentence(told, index, span) for index, span in sentences if zone.span.contains(span))
    return Line(zone.kind, told.showing.span(zone.span), "", inside)


def _sentence(told: _Telling, index: int, span: Span) -> Sentence:
    marks = tuple(n for n, mark in enumerate(told.seen) if span.start <= mark.span.start < span.end)
    facts = enumerate(told.run.statements)
    own = (n for n, statement in facts if span.start <= statement.evidence[0].span.start < span.end)
    acts = _acts(told, span, told.run.document.subjects[index])
    return Sentence(tuple(_pieces(told, span)), acts, marks, tuple(own))


def _acts(told: _Telling, sentence: Span, subject: Agent | None) -> str:
    """Who acts in *sentence*; one whom an earlier sentence named is implied here."""
    if subject is None or not subject.entities:
        return ""
    who = ", ".join(told.wording.label(entity) for entity in subject.entities)
    said = subject.form != "implied" and sentence.contains(subject.span)
    return who if said else f"{who} ({told.word('acts-implied')})"


def _pieces(told: _Telling, span: Span) -> Iterator[Piece]:
    """The sentence cut where marks begin and end; a hidden name is never cut."""
    hidden = told.showing.hidden
    ends = {span.start, span.end}
    for found in (*(mark.span for mark in told.seen if mark.span.overlaps(span)), *hidden):
        ends |= {at for at in (found.start, found.end) if span.start < at < span.end}
    cuts = sorted(at for at in ends if not any(name.start < at < name.end for name in hidden))
    for start, end in pairwise(cuts):
        yield Piece(told.showing.span(Span(start, end)), _covering(told.seen, Span(start, end)))


def _covering(marks: Sequence[Seen], piece: Span) -> tuple[int, ...]:
    covering = (n for n, mark in enumerate(marks) if mark.span.overlaps(piece))
    return tuple(sorted(covering, key=lambda n: (marks[n].span.end - marks[n].span.start, n)))


def _rules(marks: Iterable[Mark], facts: Iterable[Fact], lang: str) -> Iterator[RuleUsed]:
    counts = Counter(mark.rule for mark in marks if mark.rule)
    counts.update(quote.rule for fact in facts for quote in fact.quotes)
    for rule, count in sorted(counts.items()):
        reads = rules().get(rule)
        yield RuleUsed(rule, reads(lang) if reads else "", count)
