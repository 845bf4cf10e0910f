"""The key that lists decisions whose facts were not found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview import describe
from newsview.app.commands.add import NOT_YET, AddingKeys
from newsview.app.state import decide
from newsview.terminal.plural import counted

if TYPE_CHECKING:
    from newsview.app.screens.orphaned_decisions import Gone
    from newsview.model.facts import Part


class GoneKeys(AddingKeys):
    """The action that lists and dismisses them."""

    reading: str

    def action_gone(self) -> None:
        """Lists the decisions that are about nothing any more."""
        if not self.opened:
            self.settle(NOT_YET)
        elif self.reading:
            self.settle("the facts are still being read")
        elif not self.review.gone:
            self.settle("no decision is without its fact")
        else:
            self.ask(self._list_gone())

    async def _list_gone(self) -> None:
        from newsview.app.screens.orphaned_decisions import GoneList

        listed = [self._told(id_) for id_ in self.review.gone]
        dismissed = await self.app.push_screen_wait(GoneList(listed))
        if not dismissed:
            self.settle("all of them are kept" if len(listed) > 1 else "it is kept")
            return
        self.noted(decide.change(self.review, dict.fromkeys(dismissed)))
        self.settle(f"dismissed {counted(len(dismissed), 'decision')} · u takes it back")

    def _told(self, id_: str) -> Gone:
        from newsview.app.screens.orphaned_decisions import Gone

        decision, part = self.review.decisions.all[id_], self.part(id_)
        name_of = self.review.index.name_of
        words = (
            describe.part_words(name_of, part) if part is not None else f"something with the id {describe.flat(id_)}"
        )
        said = [describe.decision_words(decision), describe.edit_words(decision)]
        return Gone(id_, describe.MARKS[decision.status], words, " · ".join(each for each in said if each))

    def part(self, id_: str) -> Part | None:
        """What the decision with that id was about, as far as that is known."""
        raise NotImplementedError
