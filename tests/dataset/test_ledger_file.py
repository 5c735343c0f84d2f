"""A decision is added to the ledger as its owner keeps it, and nothing that stands there changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kgraph.dataset.ledger import Decision, read_ledger
from kgraph.dataset.ledger_file import content, replace_content, with_row
from kgraph.errors import DatasetError

ROW = Decision("label", "person/x", "", 'Nguyễn Thị "Mẫu", bà', "Lan", "2026-01-31", "sai; chính tả")
BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("before", "added"),
    [
        (b"", 'kind,a,b,value,by,date,why\nlabel,person/x,,"Nguyễn Thị ""Mẫu"", bà",Lan,2026-01-31,sai; chính tả\n'),
        (b"kind,a,b,value,by,date,why\n", 'label,person/x,,"Nguyễn Thị ""Mẫu"", bà",Lan,2026-01-31,sai; chính tả\n'),
        (BOM + b"# c\xe1\xbb\xa7a Lan, 2025\r\nkind;a;b;value;by;date;why\r\n", None),
        (b"why,by,date,value,b,a,kind\nx,y,2025-01-01,,,z,right", None),
        (b"# only a remark", None),
        (b"a,value,kind,mine\nz,,right,1\n\n", 'person/x,"Nguyễn Thị ""Mẫu"", bà",label,\n'),
    ],
)
def test_a_row_is_added_and_read_back(tmp_path: Path, before: bytes, added: str | None) -> None:
    path = tmp_path / "decisions.csv"
    after = with_row(path, before, ROW)
    assert after.startswith(before)
    if added is not None:
        assert after[len(before) :].decode() == added
    replace_content(path, after)
    (*_, last), _ = read_ledger(path)
    assert (last.kind, last.a, last.value) == ("label", "person/x", 'Nguyễn Thị "Mẫu", bà')
    if b"why" in before:
        assert (last.by, last.date, last.why) == ("Lan", "2026-01-31", "sai; chính tả")


def test_line_ends_and_separators_are_those_of_the_file(tmp_path: Path) -> None:
    before = BOM + b"kind;a;b;value;by;date;why\r\nright;x;;;;;\r\n"
    after = with_row(tmp_path / "d.csv", before, Decision("wrong", "y", why="vì; thế"))
    assert after == before + 'wrong;y;;;;;"vì; thế"\r\n'.encode()


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (b"\xff\xfekind", r"d\.csv: not UTF-8 at byte 0; save it as CSV UTF-8"),
        (b'kind,a,b,value\nright,"x,,\n', r"d\.csv: cannot be read as CSV .*close the quotation mark"),
        (b"kind,a\n", r"d\.csv: no column 'value'; add it to the header row"),
        (b"a,b\n", r"d\.csv: row 1: no column 'kind'; the columns are kind,a,b"),
    ],
)
def test_a_file_that_cannot_take_the_row_is_named(tmp_path: Path, before: bytes, message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        with_row(tmp_path / "d.csv", before, ROW)


def test_writing_keeps_mode_and_link_and_leaves_nothing_behind(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "decisions.csv"
    real.write_bytes(b"kind,a\n")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_content(link, b"kind,a\nright,x\n")
    assert link.is_symlink()
    assert (content(real), real.stat().st_mode & 0o777) == (b"kind,a\nright,x\n", 0o640)
    replace_content(link, None)
    assert content(link) is None
    assert sorted(os.listdir(tmp_path)) == ["decisions.csv"]  # noqa: PTH208  # also what is hidden


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"decisions\.csv: cannot be written .*--decisions"):
        replace_content(tmp_path / "nowhere" / "decisions.csv", b"x")


def test_remarks_are_no_rows_and_do_not_shift_the_numbers(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("# 2025, with commas\nkind,a\n# more\nright,x\nbad,y\n", encoding="utf-8")
    decisions, problems = read_ledger(path)
    assert [d.where for d in decisions] == [f"{path}: row 4"]
    assert [line.partition(": unknown")[0] for line in problems] == [f"{path}: row 5"]
