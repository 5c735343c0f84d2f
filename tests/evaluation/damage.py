"""Facts files damaged at random: rows lost, doubled and exchanged, names misspelt, values cut, readings left open."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

Json = dict[str, Any]

RESPELT = [
    ("Hội LHPN", "Hội Liên hiệp Phụ nữ"), ("Hội LHPN", "Hội Phụ nữ"), ("thành phố", "TP."), ("Phó Chủ tịch", "PCT"),
    ("Hòa", "Hoà"), ("Ủy ban nhân dân", "UBND"), ("UBND", "Ủy ban Nhân dân"), ("Trung ương", "T.Ư"), ("huyện", ""),
    ("Việt Nam", "VN"), (" - ", "-"), ("xã", "phường"), (" ", "  "), ("đồng", "VNĐ"), ("Đề án", "“Đề án”"),
]  # fmt: skip
NULLABLE = ("level", "place", "within", "title", "org", "kind", "code", "type", "date", "host", "unit", "from", "to")
LEVELS = ("central", "province", "district", "commune", "chapter", "other")


def respelt(text: str, random: Random) -> str:
    """*text* with another spelling, a letter lost, a letter doubled, a word lost, or the places above it said."""
    cut = random.randrange(len(text)) if text else 0
    word = random.randrange(len(text.split()) or 1)
    return random.choice(
        [
            text.replace(*random.choice(RESPELT)),
            text.replace(*reversed(random.choice(RESPELT))) if text.split() else text,
            text[:cut] + text[cut + 1 :],
            text[:cut] + text[cut : cut + 1] * 2 + text[cut + 1 :],
            " ".join(text.split()[:word] + text.split()[word + 1 :]),
            f"{text}, tỉnh Nam Định",
            text.upper(),
        ]
    )


def _value(key: str, value: Any, random: Random) -> Any:
    match value:
        case bool() | None:
            return value
        case int() | float() if key == "year":
            return value + 1
        case int() | float():
            return random.choice([value * 1000, value / 1e6, value + 1])
        case str() if key == "level":
            return random.choice(LEVELS)
        case str() if key == "date":
            return random.choice([value[:4], value[:7], "2022" + value[4:]])
        case str():
            return None if key in NULLABLE and random.random() < 0.3 else respelt(value, random) or value
    return value


def _damaged_entry(entry: Any, random: Random) -> Any:
    if isinstance(entry, str):
        return respelt(entry, random)
    if isinstance(entry, list):
        return [respelt(part, random) if random.random() < 0.5 else part for part in entry]
    key = random.choice(sorted(entry))
    if isinstance(entry[key], list):
        return {**entry, key: _damaged_list(entry[key], random, entry[key])}
    if isinstance(entry.get("value"), int | float) and random.random() < 0.3:
        return {**entry, "value": entry["value"] / 1e6, "unit": "triệu đồng"}
    return {**entry, key: _value(key, entry[key], random)}


def _damaged_list(entries: list[Any], random: Random, others: list[Any]) -> list[Any]:
    found = copy.deepcopy(entries)
    deeds: list[Callable[[], object]] = [
        lambda: found and found.pop(random.randrange(len(found))),
        lambda: found and found.append(copy.deepcopy(random.choice(found))),
        lambda: others and found.append(copy.deepcopy(random.choice(others))),
        lambda: random.shuffle(found),
    ]
    for _ in range(random.randrange(3)):
        random.choice(deeds)()
    return [_damaged_entry(entry, random) if random.random() < 0.4 else entry for entry in found]


def damaged(document: Json, other: Json, random: Random) -> Json:
    """*document* with some of its lists damaged; rows of *other* slip in."""
    return {
        key: _damaged_list(value, random, other[key]) if isinstance(value, list) and random.random() < 0.7 else value
        for key, value in document.items()
    }


def open_to_readings(gold: Json, random: Random) -> Json:
    """*gold* with some of its entries marked optional, and some of its officials among the private people."""
    found = copy.deepcopy(gold)
    for key in ("unions", "programmes", "events", "figures", "awards", "themes"):
        for entry in found[key]:
            if random.random() < 0.3:
                entry["optional"] = True
    found["people"] += [official["name"] for official in found["officials"] if random.random() < 0.2]
    found["officials"] = [official for official in found["officials"] if random.random() < 0.8]
    return found
