"""Files of sorted records changed in place: as if they had been sorted again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.dataset.splice import BLOCK, LINE, splice

WORDS = st.text("abz-# ", min_size=1, max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(old=st.sets(WORDS, min_size=1), gone=st.sets(WORDS), come=st.sets(WORDS))
def test_lines_are_as_if_sorted_again(tmp_path: Path, old: set[str], gone: set[str], come: set[str]) -> None:
    before = sorted(word.encode() for word in old)
    (tmp_path / "a").write_bytes(b"".join(word + b"\n" for word in before))
    edits = {word.encode(): b"" for word in gone} | {word.encode(): word.encode() + b"\n" for word in come}
    splice(tmp_path / "a", tmp_path / "b", edits, LINE, lambda record: record.rstrip(b"\n"), 0)
    after = sorted(word.encode() for word in (old - gone) | come)
    assert (tmp_path / "b").read_bytes() == b"".join(word + b"\n" for word in after)


def test_blocks_are_replaced_by_their_first_word_and_the_head_stays(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"@z\n@y\nb 1 ;\n\tx .\nd 2 .\nf 3 ;\n\ty ;\n\tz .\n")
    edits = {b"a": b"a 0 .\n", b"d": b"d 9 ;\n\tq .\n", b"f": b"", b"g": b"g 4 .\n", b"zz": b""}
    splice(tmp_path / "a", tmp_path / "b", edits, BLOCK, lambda block: block.partition(b" ")[0], 6)
    assert (tmp_path / "b").read_bytes() == b"@z\n@y\na 0 .\nb 1 ;\n\tx .\nd 9 ;\n\tq .\ng 4 .\n"


@pytest.mark.parametrize("name", [b"b", b"c"])
def test_one_record_alone_can_stay_or_go(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "a").write_bytes(b"b\n")
    splice(tmp_path / "a", tmp_path / "b", {name: b""}, LINE, lambda record: record.rstrip(b"\n"), 0)
    assert (tmp_path / "b").read_bytes() == (b"" if name == b"b" else b"b\n")
