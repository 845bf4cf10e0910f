"""The panes, one for each kind of fact, and their rows; separate because the first paint needs only these names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsview.model.kinds import KIND_NAMES, KINDS, KindName

Pane = KindName
PANES: Final[tuple[Pane, ...]] = KIND_NAMES

HEIGHT: Final[dict[Pane, int]] = {kind.name: kind.height for kind in KINDS}
"""Lines of a row of each pane."""

ZOOMED_HEIGHT: Final[dict[Pane, int]] = {kind.name: kind.height + (kind.height > 1) for kind in KINDS}
"""The same where the pane has the whole screen: rows of several lines have one more, for words that are long."""

TITLES: Final[dict[Pane, str]] = {kind.name: f"{key} {kind.title}" for key, kind in enumerate(KINDS, 1)}
"""The headings of the panes, each with its key."""


FOLD: Final = -2
"""The part of a row that stands for several facts: its ``fact`` is the name of the fold."""


class Row(NamedTuple):
    """One row of a pane: a fact (part -1), the mention with index *part* of an entity, or a fold (part ``FOLD``)."""

    fact: str
    part: int = -1


def heights(wanted: Sequence[int], total: int, least: int) -> list[int]:
    """*total* lines divided among panes that want so many each: none has more than it wants while another has less.

    Each has *least* lines at least; what nobody wants is divided equally, as is a *total* too small for that.
    """
    given = [least if total >= least * len(wanted) else 0] * len(wanted)
    left = total - sum(given)
    while left > 0:
        short = [at for at, lines in enumerate(wanted) if lines > given[at]] if any(given) else []
        for at in (short or range(len(wanted)))[:left]:
            given[at] += 1
            left -= 1
    return given
