"""The pre-commit check of RDF and SPARQL files."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "check_rdf.py"


def check(*files: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *files], capture_output=True, text=True, check=False)


def test_every_file_of_the_checkout_parses() -> None:
    result = check()
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("a.ttl", "<urn:a> <urn:b> 1 .", "<urn:a> <urn:b> ."),
        ("a.trig", "<urn:g> { <urn:a> <urn:b> 1 }", "<urn:g> { <urn:a> "),
        ("a.rq", "SELECT ?u WHERE { ?u a kgo:WomensUnion }", "SELECT ?u WHERE { ?u a kgo:WomensUnion"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, good: str, bad: str) -> None:
    file = tmp_path / name
    file.write_text(good, encoding="utf-8")
    assert check(file).returncode == 0
    file.write_text(bad, encoding="utf-8")
    result = check(file)
    assert result.returncode == 1
    assert result.stderr.startswith(f"{file}: ")
