"""The locked dependencies: in step with pyproject.toml, hashed, without an address, and under permissive licences."""

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
GRAPH = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["html"],
    *GROUPS["build"],
    *PROJECT["build-system"]["requires"],
]
WANTED = {"graph": GRAPH, "test": GRAPH + GROUPS["test"]}

# Names as they stand in SPDX expressions, in the free "License" field and in classifiers. MPL counts: its duties end
# at the files of the dependency itself.
PERMISSIVE = re.compile(r"\b(Apache|MIT|BSD|0BSD|ISC|ISCL|MPL|Mozilla|PSF|CNRI|Zlib|CC0|W3C|Python Software)\b")


def text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def blocks(lock: str) -> Iterator[tuple[Requirement, str]]:
    """Each pin with the hash lines under it."""
    body = "\n".join(line for line in text(lock).splitlines() if not line.lstrip().startswith("#"))
    for block in re.split(r"\n(?=\S)", body):
        pin, *hashes = block.split(" \\\n")
        yield Requirement(pin), " ".join(hashes)


def pins(lock: str) -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for requirement, _ in blocks(lock):
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def version(requirement: Requirement) -> str:
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


@pytest.mark.parametrize("lock", WANTED)
def test_holds_every_dependency_of_pyproject(lock: str) -> None:
    found = pins(lock)
    for wanted in map(Requirement, WANTED[lock]):
        versions = [version(pin) for pin in found.get(canonicalize_name(wanted.name), [])]
        assert versions, f"requirements/{lock}.txt lacks {wanted}; run: make lock"
        assert all(map(wanted.specifier.contains, versions)), f"{wanted} is locked at {versions}; run: make lock"


@pytest.mark.parametrize("lock", WANTED)
def test_every_pin_has_hashes_and_no_address(lock: str) -> None:
    assert [str(pin) for pin, hashes in blocks(lock) if "--hash=sha256:" not in hashes] == []
    assert re.findall(r"\S*(?:://|--index|--find-links)\S*", text(lock)) == []


def test_tests_run_with_the_versions_that_users_get() -> None:
    graph, test = pins("graph"), pins("test")
    assert {name: sorted(map(version, test[name])) for name in graph} == {
        name: sorted(map(version, found)) for name, found in graph.items()
    }


def stated_licence(name: str) -> str:
    """The licence of an installed distribution: the SPDX expression, else its free text and classifiers."""
    metadata = importlib.metadata.metadata(name)
    classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    # The free field of some holds the whole text; its first line names it.
    free = [text.strip().partition("\n")[0] for text in metadata.get_all("License") or []]
    return "; ".join(metadata.get_all("License-Expression") or free + classifiers)


def is_permissive(licence: str) -> bool:
    """Whether one alternative of *licence* ("MIT OR GPL-2.0-only") has permissive parts only."""
    alternatives = re.split(r"\bOR\b", licence)
    return any(all(map(PERMISSIVE.search, re.split(r"\bAND\b", a))) and "GPL" not in a for a in alternatives)


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("BSD-3-Clause AND GPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT AND LGPL-2.1-or-later", False),
        ("", False),
    ],
)
def test_is_permissive(licence: str, expected: bool) -> None:
    assert is_permissive(licence) is expected


def test_every_runtime_dependency_has_a_permissive_licence() -> None:
    here = [p.name for p, _ in blocks("graph") if p.marker is None or p.marker.evaluate()]
    assert len(here) > 10
    assert {name: licence for name in here if not is_permissive(licence := stated_licence(name))} == {}
