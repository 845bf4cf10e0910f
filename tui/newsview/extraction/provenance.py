"""Provenance of facts: the rules that made each one, and the place of a rule in the source.

A rule is a function of this package or a row of one of its data files. While facts are being extracted only references
to rules are passed on; their names and line numbers are looked up when somebody wants to see them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib.resources import files
from typing import Any, NamedTuple

_PACKAGE = "newsview"


class TableRow(NamedTuple):
    """A row of a data file: *file* is its path inside the package, *name* the name of the row."""

    file: str
    name: str


Rule = Callable[..., Any] | TableRow
Rules = tuple[Rule, ...]
"""The rules that made one fact, in the order in which they were applied."""

Trace = dict[tuple[int, int], Rules]
"""The rules of the facts of one kind, by their (start, end) in code points of the Doc's text."""


class Place(NamedTuple):
    """A rule as it is shown: its name, the file that defines it (a path inside the package) and the line, from 1."""

    name: str
    file: str
    line: int


def place(rule: Rule) -> Place:
    """The place of *rule* in the source. Raises ``LookupError`` for a row that its file does not have."""
    if isinstance(rule, TableRow):
        return Place(rule.name, rule.file, _line_of_row(rule))
    function = inspect.unwrap(rule)
    module = function.__module__.removeprefix(f"{_PACKAGE}.").replace(".", "/")
    return Place(function.__name__, f"{module}.py", function.__code__.co_firstlineno)


def _line_of_row(row: TableRow) -> int:
    text = files(_PACKAGE).joinpath(row.file).read_text("utf-8")
    wanted = f'name = "{row.name}"'
    for number, line in enumerate(text.splitlines(), 1):
        if line == wanted:
            return number
    raise LookupError(f"{row.file} has no row {row.name!r}")
