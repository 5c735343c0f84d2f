"""The bytes of one file: what may be read as text, and what is wrong with the rest."""

from __future__ import annotations

import codecs
from pathlib import Path
from stat import S_ISREG
from typing import Final

from kgraph.sources.pages import declared_encoding, unpacked

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
_PAGES: Final = (".html", ".htm")
ARCHIVE_SUFFIXES: Final = (".mht", ".mhtml")
"""How the names of archives end, in which the text of a page is not as a person sees it."""
PAGE_SUFFIXES: Final = (*_PAGES, *ARCHIVE_SUFFIXES)
"""How the names of saved web pages end."""


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
        return _read(path.read_bytes(), path.suffix.lower())
    except OSError as error:
        raise ContentError(f"cannot be read ({error.strerror}); check the name and the permissions") from error


def _read(content: bytes, suffix: str) -> bytes:
    if suffix in ARCHIVE_SUFFIXES:
        page = unpacked(content)
        if page is None:
            raise ContentError("no web page in this archive; open the article in a browser and save it as HTML")
        return as_utf8(page, is_page=True)
    return as_utf8(content, is_page=suffix in _PAGES)


def _too_large(size: int, max_bytes: int) -> str:
    return f"{size} bytes are more than {max_bytes}; split the file or allow it with --max-bytes {size}"


def as_utf8(content: bytes, *, is_page: bool = False) -> bytes:
    """*content* as UTF-8 without byte order mark; a web page (*is_page*) may declare another encoding.

    Raises ContentError for binary, empty and wrongly encoded files.
    """
    for magic, kind in _KINDS:
        if content.startswith(magic):
            raise ContentError(f"{kind}, not text; {_SAVE_TEXT}")
    text = _decode(content, is_page=is_page)
    if "\0" in text:
        raise ContentError(f"a binary file, not text; {_SAVE_TEXT}")
    if not text.strip():
        raise ContentError("empty; put the text of the article in it or remove it")
    return text.encode()


def _decode(content: bytes, *, is_page: bool) -> str:
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise ContentError(f"a binary file, not text; {_SAVE_TEXT}") from error
        if is_page:
            return _decode_declared(content)
        raise ContentError(f"not UTF-8 at byte {error.start}; save it again with the encoding UTF-8") from error


def _decode_declared(content: bytes) -> str:
    """A page that is no UTF-8, whatever it declares: pages of UTF-8 that declare something else are common."""
    encoding = declared_encoding(content)
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError) as error:
        raise ContentError(f"not in the encoding {encoding} of this page; save it again as UTF-8") from error
