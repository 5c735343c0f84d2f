"""The network view: the dataset as one HTML file that opens offline, every relation with the words that state it."""

from __future__ import annotations

from kgraph.dataset.reader import Reader


def render(reader: Reader, about: str | None = None, depth: int = 1, as_of: str | None = None, lang: str = "vi") -> str:
    """The page as HTML: the same dataset gives the same bytes.

    *about* is an IRI, a key or a label, and keeps what lies within *depth* relations of it; *as_of* (YYYY, YYYY-MM or
    YYYY-MM-DD) leaves out what is dated later; *lang* (``vi`` or ``en``) is the language the page opens in.
    Raises NotFoundError for an unknown or ambiguous *about*, QueryError for a wrong date.
    """
    from kgraph.views.network import read_model
    from kgraph.views.page import page
    from kgraph.views.scope import by_date, neighbourhood, subject

    model = read_model(reader)
    if as_of is not None:
        model = by_date(model, as_of)
    if about is None:
        return page(model, lang)
    focus = subject(reader, model, about)
    return page(neighbourhood(model, focus, depth), lang, focus)
