"""A stand-in for text mapping, so that the tests of the pipeline do not depend on how well texts are read.

Run as a script it builds: ``fake_extraction.py DATA JOBS SOURCE...``.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from kgraph.errors import SourceError
from kgraph.model import Article, Entity, Evidence, Source, Span, Statement, short_hash

UNION = Entity("union", "nam-dinh")
PERSON = re.compile(r"bà ([^\W\d_]+)")
CALLS: list[str] = []


def extract(source: Source) -> tuple[Article, tuple[Statement, ...]]:
    """ "LỖI" is no article; "Hội" is the union of Nam Định; "bà X" is its president."""
    CALLS.append(source.name)
    text = source.content.decode().strip()
    if "LỖI" in text:
        raise SourceError(f"{source.name}: no article text found")
    title = text.partition("\n")[0]
    body = Span(len(title) + 1, len(text))
    article = Article(
        short_hash(text), source.name, title, text, (), (body,), source.published, source.url, source.publisher
    )
    return article, tuple(_statements(text))


def killed_once(source: Source) -> tuple[Article, tuple[Statement, ...]]:
    """The process dies at the first source it gets, but only where none has died before and left the file named."""
    mark = Path(source.content.decode().split("\n")[1].split("|")[0])
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return extract(source)
    os._exit(9)


def _statements(text: str) -> list[Statement]:
    found = [
        Statement("entity-mention", "kgo:EntityMention", (("kgo:mentionedEntity", UNION),), (_evidence(m, "union"),))
        for m in re.finditer("Hội", text)
    ]
    for match in PERSON.finditer(text):
        person = Entity("person", f"x.nam-dinh-{short_hash(match[1])[:6]}", match[1], ("schema:Person",))
        values = (("org:member", person), ("org:organization", UNION), ("org:role", Entity("post", "chu-tich")))
        found.append(Statement("membership", "org:Membership", values, (_evidence(match, "person"),)))
    return found


def _evidence(match: re.Match[str], rule: str) -> Evidence:
    return Evidence(Span(*match.span()), rule)


def main() -> None:
    """Build with the fake."""
    from kgraph.pipeline import BuildOptions, build

    data, jobs, *sources = sys.argv[1:]
    build(tuple(map(Path, sources)), Path(data), BuildOptions(jobs=int(jobs)), extract=extract)


if __name__ == "__main__":
    main()
