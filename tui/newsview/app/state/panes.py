"""The three panes and their rows, in the few names that the first paint needs. What stands in them is ``linking``'s."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Pane = Literal["entities", "quotes", "numbers"]
PANES: Final[tuple[Pane, ...]] = ("entities", "quotes", "numbers")

HEIGHT: Final[dict[Pane, int]] = {"entities": 1, "quotes": 2, "numbers": 1}
"""Lines of a row, the same for every row of a pane, so that a row's place is arithmetic."""


class Row(NamedTuple):
    """One row of a pane: a fact (part -1), or the mention number *part* of an entity."""

    fact: str
    part: int = -1
