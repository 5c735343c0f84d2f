"""One preferred label a node: articles may spell one thing in several ways ("Nuôi heo đất", "nuôi heo đất")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.dataset.nquads import join, split
from kgraph.vocab import expand

PREFERRED: Final = f"<{expand('skos:prefLabel')}>"
ALTERNATIVE: Final = f"<{expand('skos:altLabel')}>"
SEARCH: Final = f"<{expand('kgo:searchLabel')}>"


def one_label(lines: Iterable[str]) -> list[str]:
    """*lines* with the spelling most articles use as Vietnamese ``skos:prefLabel``, and others as ``skos:altLabel``.

    The search labels of the other spellings stay: people search for them too.
    """
    every = list(lines)
    winners = _winners(every)
    return [_demoted(line, winners) for line in every] if winners else every


def _winners(lines: list[str]) -> dict[str, str]:
    """The label that wins for every node with more than one."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for subject, label in (split(line)[::2] for line in lines if _is_label(line)):
        labels[subject][label] += 1
    return {
        node: min(found, key=lambda label: (-found[label], label)) for node, found in labels.items() if len(found) > 1
    }


def _is_label(line: str) -> bool:
    return f"> {PREFERRED} " in line and split(line)[1] == PREFERRED and split(line)[2].endswith("@vi")


def _demoted(line: str, winners: dict[str, str]) -> str:
    if not _is_label(line):
        return line
    subject, _, label, graph = split(line)
    return join(subject, ALTERNATIVE, label, graph) if winners.get(subject, label) != label else line
