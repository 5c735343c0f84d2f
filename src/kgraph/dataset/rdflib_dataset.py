"""The dataset for users of rdflib."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from kgraph.errors import DatasetError
from kgraph.vocab import PREFIXES

_FORMATS = {".nq": "nquads", ".nt": "nt", ".ttl": "turtle", ".trig": "trig"}


def load(path: str | Path) -> rdflib.Dataset:
    """A dataset directory, or an RDF file, as an rdflib Dataset whose default graph is the union of all graphs.

    Raises DatasetError where there is no dataset or the file is no RDF.
    """
    file = Path(path)
    file = file / "kgraph.nq" if file.is_dir() else file
    if not file.is_file():
        raise DatasetError(f"{path}: no dataset here; run `kgraph build --data {path}` first")
    if file.suffix not in _FORMATS:
        raise DatasetError(f"{path}: unknown RDF format; use {', '.join(_FORMATS)}")
    return _parsed(file)


def _parsed(file: Path) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    for name, iri in PREFIXES.items():
        dataset.bind(name, iri, replace=True)
    try:
        dataset.parse(file, format=_FORMATS[file.suffix])
    except (ParserError, BadSyntax, UnicodeDecodeError) as error:
        raise DatasetError(f"{file}: cannot be read as RDF: {str(error).splitlines()[0]}") from error
    return dataset
