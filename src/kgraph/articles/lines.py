"""Bytes of a text file -> NFC lines that remember where in the file each code point was read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.errors import SourceError


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, trimmed: NFC *text* and, for each of its code points, the code point offset in the file."""

    text: str
    origins: tuple[int, ...]

    @property
    def words(self) -> int:
        """The number of blank-separated words."""
        return len(self.text.split())


def decode(content: bytes, name: str) -> str:
    """The text of *content*: UTF-8, or UTF-16 where a byte-order mark says so. Raises SourceError naming *name*."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{name}: not UTF-8 (byte {error.start}); save the file as UTF-8") from error


def _clusters(raw: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Base characters of raw[start:end] with their combining marks, and where each begins."""
    position = start
    while position < end:
        stop = position + 1
        while stop < end and unicodedata.combining(raw[stop]):
            stop += 1
        yield raw[position:stop], position
        position = stop


def nfc_with_origins(raw: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """raw[start:end] in NFC, and for each of its code points the offset in *raw* where its letter begins."""
    piece = raw[start:end]
    if unicodedata.is_normalized("NFC", piece):
        return piece, tuple(range(start, end))
    parts = [(unicodedata.normalize("NFC", cluster), at) for cluster, at in _clusters(raw, start, end)]
    text = "".join(part for part, _ in parts)
    return text, tuple(at for part, at in parts for _ in part)


def lines(raw: str) -> list[Line]:
    """The non-empty lines of *raw*, trimmed, in NFC."""
    found, offset = [], 0
    for whole in raw.splitlines(keepends=True):
        body = whole.strip("\ufeff\u200b \t\r\n\u00a0\u3000\x0b\x0c\u2028\u2029\x85|")
        if body:
            start = offset + whole.index(body)
            found.append(Line(*nfc_with_origins(raw, start, start + len(body))))
        offset += len(whole)
    return found
