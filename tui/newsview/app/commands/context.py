"""The common ground of the reader's screen and of the groups of keys that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from newsview.app.state.review import Review
    from newsview.model.decisions import Step


class ReviewScreen(Screen[None]):
    """A screen on a review. Each group of keys is a subclass that changes ``review`` and then calls ``settle``."""

    review: Review
    ready: bool
    opened = False
    """Whether everything that belongs to the article is here: what was saved of it, its keeper, its source of facts."""

    def settle(self, notice: str = "") -> None:
        """Shows what has changed in the review, and *notice* in the status line until the next key."""
        raise NotImplementedError

    def noted(self, step: Step) -> None:
        """Hands a step of the review to whoever keeps it."""
        raise NotImplementedError
