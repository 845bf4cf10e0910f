"""The result of merging a review with a new extraction. The merge itself is ``store.merge``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsview.model.facts import Analysis, Decision, Fact


class MergedReview(NamedTuple):
    """New facts with the old review, and how whatever else is about the old facts goes over to the new ones."""

    analysis: Analysis
    """The new facts with the review."""
    moved: Mapping[str, str]
    """New ids by old ones, of the decisions whose facts have another id now."""
    orphaned: tuple[str, ...]
    """The ids of decisions whose facts were not found again; they are kept in the review."""
    carried: Callable[[str, Decision], Decision] = lambda _, decision: decision
    """What holds of the new fact, given the old fact's id and a decision on it, such as one that was taken back."""
    placed: Callable[[Fact], Fact | None] = lambda fact: fact
    """A fact that the reviewer added to the old ones at its place in the new text; None where its words are gone."""
    place: Callable[[int, int], int] = lambda start, _: start
    """The offset in the new text of the stretch (start, end) of the old one, or of what stands for it there."""
