"""The panes, one for each kind of fact, and their rows; separate because the first paint needs only these names."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsview.model.kinds import KIND_NAMES, KINDS, KindName

Pane = KindName
PANES: Final[tuple[Pane, ...]] = KIND_NAMES

HEIGHT: Final[dict[Pane, int]] = {kind.name: kind.height for kind in KINDS}
"""Lines of a row of each pane."""

TITLES: Final[dict[Pane, str]] = {kind.name: f"{key} {kind.title}" for key, kind in enumerate(KINDS, 1)}
"""The headings of the panes, each with its key."""


class Row(NamedTuple):
    """One row of a pane: a fact (part -1), or the mention with index *part* of an entity."""

    fact: str
    part: int = -1
