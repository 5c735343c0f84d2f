"""Changes a large file of sorted records by copying what stays: the work grows with the changes, not with the file."""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LINE: Final = re.compile(rb"\n")
BLOCK: Final = re.compile(rb"\n(?!\t)")
"""What ends a record: a line break, or one that no tab follows, as at the end of a subject in Turtle."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records of *content* from byte *start* on, ended by *end*, in the order of their *key*."""

    content: mmap.mmap
    start: int
    end: re.Pattern[bytes]
    key: Callable[[bytes], bytes]

    def place(self, key: bytes) -> int:
        """The byte at which the first record begins whose key is *key* or a later one."""
        low, high, found = self.start, len(self.content), len(self.content)
        while low < high:
            middle = (low + high) // 2
            begin = low if middle == low else self.behind(middle - 1)
            if begin < high and self.key_at(begin) < key:
                low = self.behind(begin)
            else:
                found = min(begin, found) if begin < high else found
                high = middle
        return found

    def behind(self, place: int) -> int:
        """The byte behind the record that *place* lies in."""
        ending = self.end.search(self.content, place)
        return ending.end() if ending else len(self.content)

    def key_at(self, place: int) -> bytes:
        """The key of the record that begins at byte *place*, nothing behind the last one."""
        return self.key(self.content[place : self.behind(place)]) if place < len(self.content) else b""


def splice(
    old: Path, new: Path, edits: Mapping[bytes, bytes], end: re.Pattern[bytes], key: Callable[[bytes], bytes], head: int
) -> None:
    """Write the file *old* as *new*, in which each record whose key is in *edits* is what stands there.

    A record that is not there yet comes in at its place, and one that becomes nothing goes. *head* is the number of
    bytes before the first record, which stay. Neither file may be empty.
    """
    with (
        old.open("rb") as file,
        new.open("wb") as out,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
        memoryview(content) as view,
    ):
        records, written = Records(content, head, end, key), 0
        for name in sorted(edits):
            place = records.place(name)
            out.write(view[written:place])
            out.write(edits[name])
            written = records.behind(place) if records.key_at(place) == name else place
        out.write(view[written:])
