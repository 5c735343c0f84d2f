"""One preferred label a node: articles may spell one thing in several ways ("Nuôi heo đất", "nuôi heo đất").

The spelling that most articles use is it; the others become other names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from kgraph.dataset.nquads import join, split
from kgraph.vocab import expand

PREFERRED: Final = f"<{expand('skos:prefLabel')}>"
ALTERNATIVE: Final = f"<{expand('skos:altLabel')}>"
SEARCH: Final = f"<{expand('kgo:searchLabel')}>"


def winners(counts: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """The label that wins for every node with more than one, from (node, label, in how many articles).

    The most frequent wins, of equal ones the first in order.
    """
    labels: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for node, label, count in counts:
        labels[node][label] = count
    return {
        node: min(found, key=lambda label: (-found[label], label)) for node, found in labels.items() if len(found) > 1
    }


def one_label(lines: Iterable[str], winning: Mapping[str, str]) -> list[str]:
    """*lines* in which a Vietnamese ``skos:prefLabel`` other than the *winning* one of its node is ``skos:altLabel``.

    The search labels of the other spellings stay: people search for them too.
    """
    return [_demoted(line, winning) for line in lines] if winning else list(lines)


def is_label(line: str) -> bool:
    """Whether *line* gives a node its Vietnamese preferred label."""
    return f"> {PREFERRED} " in line and split(line)[1] == PREFERRED and split(line)[2].endswith("@vi")


def _demoted(line: str, winning: Mapping[str, str]) -> str:
    if not is_label(line):
        return line
    subject, _, label, graph = split(line)
    return join(subject, ALTERNATIVE, label, graph) if winning.get(subject, label) != label else line
