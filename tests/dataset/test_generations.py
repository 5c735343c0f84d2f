"""Dataset directories: readers see a whole generation or the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.dataset.generations import current_generation, lock, new_generation, prepare, switch
from kgraph.errors import DatasetError


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A prepared dataset directory."""
    prepare(tmp_path / "out")
    return tmp_path / "out"


def write(data: Path, text: str) -> None:
    """One build whose only file says *text*."""
    with new_generation(data) as folder:
        (folder / "kgraph.nq").write_text(text)
        switch(data, folder)


def fail(data: Path, after_switch: bool) -> None:
    """A build that breaks off; until its switch the old generation is seen."""
    before = current_generation(data)
    with new_generation(data) as folder:
        (folder / "kgraph.nq").write_text("b")
        assert current_generation(data) == before
        if after_switch:
            switch(data, folder)
        raise RuntimeError


def numbers(data: Path) -> list[str]:
    """The generations on disk."""
    return sorted(path.name for path in (data / "generations").iterdir())


def test_switch_publishes_and_keeps_one_before(data: Path) -> None:
    assert current_generation(data) is None
    for text in "abcd":
        write(data, text)
        assert (data / "kgraph.nq").read_text() == (data / "current" / "kgraph.nq").read_text() == text
    assert numbers(data) == ["3", "4"]
    assert not (data / "report.html").exists()


def test_links_are_relative_so_that_the_folder_can_move(data: Path) -> None:
    write(data, "a")
    data.rename(data.with_name("moved"))
    assert (data.with_name("moved") / "kgraph.nq").read_text() == "a"


def test_old_generation_is_seen_until_the_switch_and_after_a_failure(data: Path) -> None:
    write(data, "a")
    with pytest.raises(RuntimeError):
        fail(data, after_switch=False)
    assert (numbers(data), (data / "kgraph.nq").read_text()) == (["1"], "a")


def test_a_failure_after_the_switch_keeps_the_new_one(data: Path) -> None:
    with pytest.raises(RuntimeError):
        fail(data, after_switch=True)
    assert current_generation(data) == data / "generations" / "1"
    assert numbers(data) == ["1"]


def test_left_overs_of_a_killed_build_go(data: Path) -> None:
    write(data, "a")
    (data / "generations" / "7").mkdir()
    (data / ".current.new").symlink_to("generations/7")
    write(data, "b")
    assert numbers(data) == ["1", "2"]


def test_without_links_a_text_file_names_the_generation(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for text in "abc":
        write(data, text)
        assert (data / "kgraph.nq").read_text() == text
    assert (data / "current").read_text() == "generations/3\n"
    assert current_generation(data) == data / "generations" / "3"
    assert numbers(data) == ["2", "3"]


def test_two_builds_at_once_are_refused(data: Path) -> None:
    with lock(data), pytest.raises(DatasetError, match="another build is writing here"), lock(data):
        pass
    with lock(data):
        pass
