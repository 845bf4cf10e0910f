"""The keys for several articles: the next, the one before, a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.app.commands.palette import PaletteKeys
from newsview.app.messages import ArticleWanted


class ShelfKeys(PaletteKeys):
    """Actions that turn to another article; the application opens it."""

    shelf: Sequence[str] = ()
    """The names of all articles that were named on the command line; empty where there is only this one."""
    number: int = 0
    """Which of them this is."""
    turning = False
    """Whether another one is being opened: keys are for that one."""

    def action_turn(self, direction: int) -> None:
        """The next article or the one before."""
        wanted = self.number + direction
        if 0 <= wanted < len(self.shelf):
            self._turn_to(wanted)
        else:
            self.settle("no other article was named" if len(self.shelf) < 2 else "no further article")

    def action_choose_article(self) -> None:
        """A list of the articles to choose from."""
        if len(self.shelf) < 2:
            self.settle("no other article was named")
            return
        self.ask(self._choose_article())

    async def _choose_article(self) -> None:
        listed = [
            (str(at), f"{name}{' · this one' if at == self.number else ''}") for at, name in enumerate(self.shelf)
        ]
        chosen = await self.ask_one_of("Read which article?", listed)
        if chosen is not None and int(chosen) != self.number:
            self._turn_to(int(chosen))

    def _turn_to(self, number: int) -> None:
        self.turning = True
        self.settle(f"opening {self.shelf[number]}")
        self.post_message(ArticleWanted(number))
