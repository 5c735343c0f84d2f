"""A dataset directory that cannot be read is named with the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.dataset.generations import new_generation, prepare, switch
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import fill
from kgraph.errors import DatasetError


@pytest.mark.parametrize("content", [b"no store", None])
def test_a_damaged_store_is_one_line(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "a.nq").write_text("<urn:s> <urn:p> <urn:o> <urn:g> .\n")
    prepare(tmp_path)
    with new_generation(tmp_path) as generation:
        fill(generation, [tmp_path / "a.nq"])
        switch(tmp_path, generation)
    assert len(Reader.open(tmp_path).store) == 1
    current = generation / "store" / "CURRENT"
    current.unlink()
    if content is not None:
        current.write_bytes(content)
    with pytest.raises(DatasetError, match=r"the store cannot be opened .*; run `kgraph build` again") as caught:
        Reader.open(tmp_path)
    assert "\n" not in str(caught.value)
