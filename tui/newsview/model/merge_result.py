"""Result of merging a review with a new extraction; ``store.merge`` makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsview.model.facts import Analysis, Decision, Fact


class MergedReview(NamedTuple):
    """New facts with the old review, and functions that convert further references to the old facts."""

    analysis: Analysis
    """The new facts with the review."""
    moved: Mapping[str, str]
    """New id by old id, for decisions whose fact has a new id."""
    orphaned: tuple[str, ...]
    """The ids of decisions without a fact in the new extraction; they stay in the review."""
    carried: Callable[[str, Decision], Decision] = lambda _, decision: decision
    """From an old fact's id and a decision on it, such as an undone one, to the decision on the new fact."""
    placed: Callable[[Fact], Fact | None] = lambda fact: fact
    """From a fact added by the reviewer to the same at its place in the new text; None if its words are not there."""
    place: Callable[[int, int], int] = lambda start, _: start
    """From a span (start, end) of the old text to its start in the new text, or to the nearest aligned offset."""
