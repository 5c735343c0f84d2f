"""What every HTML page of ours is made with: a template that escapes, and files of ours that the page may run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import jinja2
from markupsafe import Markup

from kgraph.resources import beside


def template(package: str, name: str, **filters: Callable[..., object]) -> jinja2.Template:
    """The template *name* beside the modules of *package*; it escapes what it is given, and misses nothing silently."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters.update(filters)
    return environment.from_string(beside(package, name))


def own(content: str) -> Markup:
    """A script or sheet of ours, which must reach the browser as hashed, byte for byte. Never words of an article."""
    return Markup(content)  # noqa: S704


def folding() -> str:
    """The script function ``fold`` for pages that search: text without accents, case and double blanks."""
    return beside("kgraph", "fold.js")


def searching(package: str, name: str) -> str:
    """The script *name* beside the modules of *package*, strict, with the `folding` of what people type before it."""
    return f'"use strict";\n{folding()}{beside(package, name)}'


def source_hash(content: str) -> str:
    """What a Content-Security-Policy calls *content* (CSP 3, hash-source).

    >>> source_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
