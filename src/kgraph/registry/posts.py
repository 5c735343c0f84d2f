"""Posts that people hold in a body, with their abbreviations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.errors import RegistryError
from kgraph.registry.lexicon import Lexicon, lexicon
from kgraph.registry.table import FOLDER, listed, load

_FILE: Final = "posts.tsv"
_COLUMNS: Final = ("key", "label", "label_en", "aliases", "exclusive", "body")


@dataclass(frozen=True, slots=True)
class Post:
    """A post; *exclusive* are the keys of posts that nobody holds beside it in one body at one time.

    *body* is the only body that has the post ("Thủ tướng": Chính phủ), empty where many have one.
    """

    key: str
    label: str
    label_en: str
    aliases: tuple[str, ...]
    exclusive: tuple[str, ...]
    body: str


@lru_cache(maxsize=1)
def posts() -> Lexicon[Post]:
    """The posts of ``posts.tsv``. Raises RegistryError on a fault in it, also where exclusion is not mutual."""
    found = lexicon(_FILE, load(_FILE, _COLUMNS, _post))
    for post in found:
        for other in post.exclusive:
            if other == post.key or post.key not in found[other].exclusive:
                raise RegistryError(
                    f"{FOLDER}/{_FILE}: {post.key} excludes {other}, but {other} does not exclude {post.key}"
                )
    return found


def _post(row: list[str]) -> Post:
    key, label, label_en, aliases, exclusive, body = row
    return Post(key, label, label_en, listed(aliases), listed(exclusive), body)
