"""The bytes of one file: what may be read as text, and what is wrong with the rest."""

from __future__ import annotations

import codecs
from pathlib import Path
from stat import S_ISREG
from typing import Final

MAX_BYTES: Final = 5_000_000
"""Largest file read unless asked otherwise, in bytes: a news article has some thousands."""

_KINDS: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_TEXT: Final = "save its text as a UTF-8 .txt file"


class ContentError(ValueError):
    """A file that cannot be an article; the message says why and what to do, without the name of the file."""


def read_content(path: Path, max_bytes: int) -> bytes:
    """The text of *path* as UTF-8 without byte order mark. Raises ContentError with the fix."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise ContentError("not a file; give a file or a folder, or pipe the text in with -")
        if status.st_size > max_bytes:
            raise ContentError(_too_large(status.st_size, max_bytes))
        return as_utf8(path.read_bytes())
    except OSError as error:
        raise ContentError(f"cannot be read ({error.strerror}); check the name and the permissions") from error


def _too_large(size: int, max_bytes: int) -> str:
    return f"{size} bytes are more than {max_bytes}; split the file or allow it with --max-bytes {size}"


def as_utf8(content: bytes) -> bytes:
    """*content* as UTF-8 without byte order mark. Raises ContentError for binary, empty and wrongly encoded files."""
    for magic, kind in _KINDS:
        if content.startswith(magic):
            raise ContentError(f"{kind}, not text; {_SAVE_TEXT}")
    text = _decode(content)
    if "\0" in text:
        raise ContentError(f"a binary file, not text; {_SAVE_TEXT}")
    if not text.strip():
        raise ContentError("empty; put the text of the article in it or remove it")
    return text.encode()


def _decode(content: bytes) -> str:
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise ContentError(f"a binary file, not text; {_SAVE_TEXT}") from error
        raise ContentError(f"not UTF-8 at byte {error.start}; save it again with the encoding UTF-8") from error
