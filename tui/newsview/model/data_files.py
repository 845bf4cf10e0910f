"""Data files of the packages: word lists, named sections and tables, each with source and licence in its header.

A file lies in the folder ``data`` of its package. In word lists, ``_`` stands for a blank inside an entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pkgutil import get_data  # importlib.resources alone costs 10 ms before the first paint
from typing import Any


class DataFileError(ValueError):
    """A data file does not have the content that it should have. The message names the file and the place."""


def data_text(package: str, file: str) -> str:
    """The text of the data file *file* of *package*. Raises ``FileNotFoundError``."""
    raw = get_data(package, f"data/{file}")
    if raw is None:
        raise FileNotFoundError(file)
    return raw.decode("utf-8")


@cache
def sections(package: str, name: str) -> dict[str, frozenset[str]]:
    """The lines of ``<name>.txt`` of *package* below each ``[section]`` line, stripped; ``#`` opens a comment."""
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in data_text(package, f"{name}.txt").splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("[") and entry.endswith("]"):
            entries = found.setdefault(entry.strip("[]"), [])
        elif entry:
            entries.append(entry)
    return {section: frozenset(words) for section, words in found.items()}


def toml(package: str, name: str) -> dict[str, Any]:
    """The content of ``<name>.toml`` of *package*. Raises ``DataFileError`` if it is no TOML."""
    import tomllib  # the first screen needs none

    try:
        return tomllib.loads(data_text(package, f"{name}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{package}, {name}.toml: {error}") from None


def word_lists(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """The word lists of ``<name>.toml`` of *package*, each in its order, with blanks for ``_``."""
    return {
        concept: tuple(word.replace("_", " ") for word in words.split())
        for concept, words in toml(package, name).items()
    }


def rows(package: str, name: str, columns: int, required: int | None = None) -> Iterator[tuple[str, ...]]:
    """The rows of ``<name>.tsv`` of *package*, without blank lines and comments.

    A row may leave out its last columns down to *required*, which are then empty; by default none. Raises
    ``DataFileError`` if a row has fewer, or more than *columns*.
    """
    for number, line in enumerate(data_text(package, f"{name}.tsv").splitlines(), 1):
        if line and not line.startswith("#"):
            row = tuple(line.split("\t"))
            if not (required or columns) <= len(row) <= columns:
                raise DataFileError(
                    f"{package}, {name}.tsv, line {number}: {len(row)} columns, separated by tabs, instead of {columns}"
                )
            yield row + ("",) * (columns - len(row))
