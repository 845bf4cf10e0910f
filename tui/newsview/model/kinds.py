"""Registry of the kinds of fact, and the type of a table with one value for each kind.

What differs between kinds (descriptions, rows, cells, the prompts of a correction) is a ``PerKind`` table next to the
code that uses it; all other code iterates over ``KINDS``. The records are in ``facts``, separate because the reader's
first screen needs only the names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Generic, Literal, NamedTuple, TypedDict, TypeVar

V = TypeVar("V")

KindName = Literal["entities", "quotes", "numbers"]
"""The name of a kind: its key in a saved file."""


class PerKind(TypedDict, Generic[V]):
    """A table with one value for each kind of fact. mypy and ``tests/test_kinds.py`` fail if a kind is missing."""

    entities: V
    quotes: V
    numbers: V


class Kind(NamedTuple):
    """One kind of fact with the attributes common to its facts."""

    name: KindName
    """The key of its list in a saved file, and the id of its pane."""
    one: str
    """Singular name, used in journals, CSV files, HTML and style names."""
    label: str
    """Singular name on a review sheet."""
    title: str
    """The heading of a list of them."""
    prefix: str
    """Prefix of its fact ids: ``q`` for ``q-4f1d09ab3c``."""
    editable: frozenset[str]
    """The fields that an edit may change: not those of a fact's place, nor those its id depends on."""
    text: str = "text"
    """The field with the text by which a fact is listed: its words in the article, the name of an entity."""
    subtype: str = "kind"
    """The field that divides the facts of the kind: person or place, direct or indirect, money or date."""
    aside: Mapping[str, Collection[str]] = {}
    """Values of fields with which a fact is hidden by default."""
    named_in: Literal["nowhere", "words", "sentence"] = "sentence"
    """Where a mention of an entity stands for a fact to be listed with the entity: in its words or in its sentence."""
    height: int = 1
    """Lines of a row in the pane, the same for all its rows, so that a row's position is computed from its number."""


_QUOTE_FIELDS: Final = frozenset({"kind", "speaker", "cue"})
_NUMBER_FIELDS: Final = frozenset(
    {"kind", "value", "value_max", "unit", "per", "modifier", "trend", "trend_role", "subject", "iso", "granularity"}
)

KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        "entities",
        "entity",
        "Name",
        "Entities",
        "e",
        frozenset({"name", "type", "role"}),
        "name",
        "type",
        named_in="nowhere",
    ),
    Kind(
        "quotes",
        "quote",
        "Quote",
        "Quotes",
        "q",
        _QUOTE_FIELDS,
        aside={"act": {"belief", "plan"}},
        named_in="words",
        height=2,
    ),
    Kind("numbers", "number", "Number", "Numbers", "n", _NUMBER_FIELDS, aside={"kind": {"label"}}),
)
"""All kinds, in the order of the saved file, of the panes, and of facts with the same start."""

KIND_NAMES: Final[tuple[KindName, ...]] = tuple(kind.name for kind in KINDS)
BY_NAME: Final[Mapping[KindName, Kind]] = {kind.name: kind for kind in KINDS}
