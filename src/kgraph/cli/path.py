"""``kgraph path``: how two entities are connected, each step with the words that state it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgraph.bilingual import Bilingual, date_words
from kgraph.cli._options import data_option, held, store_option
from kgraph.dataset.entities import find_one
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.exports._network import Edge

_RELATIONS: Final = {
    "holds-post-in": Bilingual("giữ chức vụ tại", "holds a post in"),
    "held-post-in": Bilingual("từng giữ chức vụ tại", "held a post in"),
    "takes-part-in": Bilingual("tham gia", "takes part in"),
    "organises": Bilingual("tổ chức", "organises"),
    "implements": Bilingual("thực hiện", "carries out"),
    "agrees-on": Bilingual("ký kết về", "agrees on"),
    "awards": Bilingual("khen thưởng", "awards"),
    "would-award": Bilingual("được đề nghị khen thưởng", "is asked to award"),
    "adopts-theme": Bilingual("chọn chủ đề", "adopts the theme"),
    "issues": Bilingual("ban hành", "issues"),
    "part-of": Bilingual("trực thuộc", "is part of"),
    "works-in": Bilingual("có địa bàn là", "works in"),
    "within": Bilingual("nằm trong", "lies within"),
}
_REGISTRY: Final = Bilingual("theo danh mục", "by the registry")


def _lines(steps: tuple[Edge, ...], lang: str) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        detail = " · ".join(part for part in (step.detail, date_words(step.date, lang)) if part)
        told = f"{step.source_label} — {_RELATIONS[step.relation](lang)} — {step.target_label}"
        yield f"{number}. {told}{f' ({detail})' if detail else ''}"
        if step.quote:
            yield f"    “{step.quote}”"
        yield f"    {step.article or _REGISTRY(lang)}"


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Labels and relations.")
@data_option
@store_option
def command(one: str, other: str, lang: str, data: Path, store: str | None) -> None:
    """Tell how ONE and OTHER are connected: the shortest way, each step with its date, exact words and article.

    ONE and OTHER are IRIs, keys or names, with or without accents. What articles state goes before what only the
    registry knows. Exit code 1: a name is not found or ambiguous, or nothing connects the two.

    \b
    Example:
      kgraph path "hoi lhpn tinh nam dinh" "hoi lhpn tinh ha nam"
    """
    from kgraph.exports import connection

    reader = held(data, store)
    start, end = find_one(reader, one), find_one(reader, other)
    if start == end:
        raise KgraphError(f"{one} and {other} are one: {start.label}; name two different things")
    click.echo("\n".join(_lines(connection(reader, start.iri, end.iri, lang), lang)))
