"""The keys that decide: accept, reject, skip, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands.navigate import MovingKeys
from newsview.app.state import decide

if TYPE_CHECKING:
    from newsview.model.facts import Status


class DecidingKeys(MovingKeys):
    """Actions that change the review and say so."""

    def action_decide(self, status: Status) -> None:
        """Accepts or rejects the current fact and goes on."""
        if self.review.fact is None:
            self.settle("no fact to decide on here")
            return
        self.noted(decide.decide(self.review, status))
        self.settle()

    def action_skip(self) -> None:
        """In a pane, on to the next fact that is not reviewed; in the article, a page down."""
        if self.review.pane is None:
            self.action_page(1)
            return
        self.settle("" if decide.go_on(self.review) else "nothing left to review below")

    def action_undo(self) -> None:
        """Takes the last step back."""
        step = decide.undo(self.review)
        self.noted(step)
        self.settle("" if step else "nothing to undo")

    def action_redo(self) -> None:
        """Makes the step that was undone last again."""
        step = decide.redo(self.review)
        self.noted(step)
        self.settle("" if step else "nothing to redo")
