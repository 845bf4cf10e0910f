"""The kinds of fact: the one list of them, and the type of a table with a value for each.

Whatever differs from kind to kind (words, rows, cells, the questions of a correction) is a ``PerKind`` table beside the
code that uses it; everything else iterates over ``KINDS``. The records themselves are in ``facts``, which is not
imported here: the reader's first screen needs the names alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Generic, Literal, NamedTuple, TypedDict, TypeVar

V = TypeVar("V")

KindName = Literal["entities", "quotes", "numbers"]
"""The kinds by their keys in a saved file."""


class PerKind(TypedDict, Generic[V]):
    """A table with one value for each kind of fact. mypy and ``tests/test_kinds.py`` refuse one that lacks a kind."""

    entities: V
    quotes: V
    numbers: V


class Kind(NamedTuple):
    """One kind of fact, and what is the same for all facts of it."""

    name: KindName
    """The key of its list in a saved file, and the id of its pane."""
    one: str
    """What one fact of it is called: in journals, CSV files, pages and the names of styles."""
    label: str
    """What one fact of it is called on a review sheet."""
    title: str
    """The heading of a list of them."""
    prefix: str
    """How the ids of its facts begin: ``q`` for ``q-4f1d09ab3c``."""
    editable: frozenset[str]
    """The fields that an edit may change: never those that say where a fact is, or that its id depends on."""
    height: int = 1
    """Lines of a row in a pane, the same for all rows of it, so that a row's place is arithmetic."""


_NUMBER_FIELDS: Final = frozenset(
    {"kind", "value", "value_max", "unit", "per", "modifier", "trend", "trend_role", "subject", "iso", "granularity"}
)

KINDS: Final[tuple[Kind, ...]] = (
    Kind("entities", "entity", "Name", "Entities", "e", frozenset({"name", "type", "role"})),
    Kind("quotes", "quote", "Quote", "Quotes", "q", frozenset({"kind", "speaker", "cue"}), height=2),
    Kind("numbers", "number", "Number", "Numbers", "n", _NUMBER_FIELDS),
)
"""Every kind, in the order of the saved file, of the panes, and of facts that begin at the same place."""

KIND_NAMES: Final[tuple[KindName, ...]] = tuple(kind.name for kind in KINDS)
BY_NAME: Final[Mapping[KindName, Kind]] = {kind.name: kind for kind in KINDS}
