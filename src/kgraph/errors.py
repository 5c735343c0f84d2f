"""Errors that a user can cause: one line each, naming the thing and the fix."""

from __future__ import annotations


class KgraphError(Exception):
    """Base of all errors that a command prints as one line. *exit_code* is what the command exits with."""

    exit_code = 2


class SourceError(KgraphError):
    """A source file or folder cannot be read as an article; the message names the file and the fix."""


class DatasetError(KgraphError):
    """A dataset directory is missing, unfinished or of another version."""


class QueryError(KgraphError):
    """A query cannot be found, parsed or bound; the message names the file and the parameter."""


class ServerError(KgraphError):
    """A SPARQL server cannot be reached, refuses, or answers what nobody can read; the message names its address."""


class NotFoundError(KgraphError):
    """The answer is "no": an entity or name is not in the dataset."""

    exit_code = 1


class RegistryError(KgraphError):
    """A registry or lexicon file breaks its own rules; the message names the file and the row."""
