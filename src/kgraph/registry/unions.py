"""Unions of the hierarchy: each place has one, named after it, under the union of the place above."""

from __future__ import annotations

from kgraph.registry.places import COUNTRY, Place, places


def union_label(place: Place) -> str:
    """The union's name: "Hội LHPN tỉnh Nam Định"; of the country "Hội LHPN Việt Nam"."""
    return f"Hội LHPN {place.label}"


def union_long_label(place: Place) -> str:
    """The union's name in full: "Hội Liên hiệp Phụ nữ tỉnh Nam Định"."""
    return f"Hội Liên hiệp Phụ nữ {place.label}"


def union_label_en(place: Place) -> str:
    """The union's English name: "Women's Union of Nam Định province"; of the country "Vietnam Women's Union"."""
    if place.key == COUNTRY:
        return "Vietnam Women's Union"
    return f"Women's Union of {place.label_en}"


def parent_place(key: str) -> str | None:
    """The key of the place whose union is above the union of place *key*; None for the country.

    Raises RegistryError on an unknown key.
    """
    return places()[key].parent or None
