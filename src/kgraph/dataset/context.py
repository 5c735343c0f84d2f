"""The words around a quote that make it findable in the text (Web Annotation: prefix and suffix)."""

from __future__ import annotations

from kgraph.model import Article, Span

WIDTH = 60
"""Most code points of context on either side."""


def around(article: Article, span: Span) -> tuple[str, str]:
    """Up to `WIDTH` code points before and after *span*, within its sentence, cut between words.

    The sentence is the border because the next one may name a person whom this fact is not about; the name of a
    private person is a border too.
    """
    low, high = _sentence(article, span)
    low = max((low, *(p.end for p in article.private if p.end <= span.start)))
    high = min((high, *(p.start for p in article.private if p.start >= span.end)))
    return _before(article.text[low : span.start]), _after(article.text[span.end : high])


def public(article: Article, span: Span) -> Span:
    """*span* without the names of private persons: its longest piece that holds none.

    "trao quà cho chị Nguyễn Thị Ví Dụ, thôn 1" keeps "trao quà cho chị".
    """
    hidden = [p for p in article.private if p.overlaps(span)]
    if not hidden:
        return _stripped(article, span)
    starts = (span.start, *(p.end for p in hidden))
    ends = (*(p.start for p in hidden), span.end)
    return max((_stripped(article, Span(a, b)) for a, b in zip(starts, ends, strict=True)), key=_length)


def _stripped(article: Article, span: Span) -> Span:
    text = span.of(article.text)
    return Span(span.end - len(text.lstrip()), span.start + len(text.rstrip()))


def _length(span: Span) -> tuple[int, int]:
    return span.end - span.start, -span.start


def _sentence(article: Article, span: Span) -> tuple[int, int]:
    """Start of the sentence that the quote begins in, end of the one it ends in; of its line where none covers it."""
    low = article.text.rfind("\n", 0, span.start) + 1
    high = article.text.find("\n", span.end)
    starts = (s.start for s in article.sentences if s.start <= span.start < s.end)
    ends = (s.end for s in article.sentences if s.start < span.end <= s.end)
    return next(starts, low), next(ends, high if high >= 0 else len(article.text))


def _before(text: str) -> str:
    if len(text) <= WIDTH:
        return text.lstrip()
    kept = text[-WIDTH:]
    return (kept if text[-WIDTH - 1].isspace() else kept.partition(" ")[2]).lstrip()


def _after(text: str) -> str:
    if len(text) <= WIDTH:
        return text.rstrip()
    kept = text[:WIDTH]
    return (kept if text[WIDTH].isspace() else kept.rpartition(" ")[0]).rstrip()
