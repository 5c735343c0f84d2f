"""Found files -> `Source`, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kgraph.model import Source
from kgraph.sources.content import MAX_BYTES, PAGE_SUFFIXES, ContentError, read_content
from kgraph.sources.found import Found, SourceProblem
from kgraph.sources.walking import find_sources

# a page saved under another suffix still begins like a page
_HTML_HEAD: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def read_sources(paths: Iterable[Path], max_bytes: int = MAX_BYTES) -> Iterator[Source | SourceProblem]:
    """Every article file under *paths*, read, sorted by name; what cannot be read comes as a problem, not as an error.

    *max_bytes* is the size of a file in bytes beyond which it is refused.
    """
    found, problems = find_sources(paths)
    yield from problems
    yield from (read_found(item, max_bytes) for item in found)


def read_found(found: Found, max_bytes: int = MAX_BYTES) -> Source | SourceProblem:
    """The source behind *found*, its content as UTF-8 without byte order mark; raises nothing."""
    try:
        found.name.encode()
        content = read_content(found.path, max_bytes)
    except UnicodeEncodeError:  # a name from an old disk in another encoding
        return SourceProblem(f"{found.path}: the name of this file is not UTF-8; rename it")
    except ContentError as error:
        return SourceProblem(f"{found.path}: {error}")
    row = found.row
    is_html = found.path.suffix.lower() in PAGE_SUFFIXES or bool(_HTML_HEAD.match(content[:4096]))
    return Source(found.name, content, is_html, row.url, row.publisher, row.published, row.title)
