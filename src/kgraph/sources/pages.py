"""The source text of a saved web page: the encoding that it declares, and the page inside a ``.mht`` file."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from typing import Final

_DECLARED: Final = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD_BYTES: Final = 65_536  # a page saved by a browser may have its style before the declaration
# As browsers do: pages that say Latin-1 mean its superset, and a Vietnamese page that says nothing means windows-1258.
_MEANT: Final = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "": "cp1258"}


def declared_encoding(content: bytes) -> str:
    """The encoding in which to read a page that is no UTF-8: the declared one, as browsers understand it.

    >>> declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">')
    'windows-1258'
    """
    found = _DECLARED.search(content, 0, _HEAD_BYTES)
    name = found[1].decode("ascii", "replace").lower() if found else ""
    return _MEANT.get(name, name)


def unpacked(archive: bytes) -> bytes | None:
    """The HTML page in a web archive (``.mht``), with the address it was saved from; None where it holds no page."""
    message = message_from_bytes(archive)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None or not isinstance(content := page.get_payload(decode=True), bytes):
        return None
    return _saved_from(message, page) + _in_utf8(content, page.get_content_charset() or "")


def _in_utf8(content: bytes, encoding: str) -> bytes:
    """*content* read in the *encoding* that the archive names; unchanged where that is unknown or wrong."""
    try:
        return content.decode(encoding).encode() if encoding else content
    except (LookupError, UnicodeError):
        return content


def _saved_from(message: Message, page: Message) -> bytes:
    """The address as the comment that browsers put into a page saved as HTML."""
    address = str(message["Snapshot-Content-Location"] or page["Content-Location"] or "")
    return f"<!-- saved from url=({len(address):04d}){address} -->\n".encode() if address else b""
