"""What merging gives. ``merge`` makes it; this is for those who need its name before there is a review to carry over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsview.model.facts import Analysis, Decision, Fact


class Merged(NamedTuple):
    """A new analysis with the old review: where decisions went to another id, and those that are about no fact now."""

    analysis: Analysis
    moved: Mapping[str, str]
    orphaned: tuple[str, ...]
    carried: Callable[[str, Decision], Decision] = lambda _, decision: decision
    """A decision on the old fact of that id, such as one that was taken back, as it is said of the new one."""
    placed: Callable[[Fact], Fact | None] = lambda fact: fact
    """A fact that the reviewer added to the old ones at its place in the new text; None where its words are gone."""
    place: Callable[[int, int], int] = lambda start, _: start
    """Where in the new text the stretch of the old one begins, or what stands for it there."""
