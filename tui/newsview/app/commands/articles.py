"""Commands for several articles: the next, the one before, a list to choose from. The application opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands.context import Phase
from newsview.app.messages import ArticleWanted

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def turn(ui: UI, direction: int) -> None:
    """The next article or the one before."""
    wanted = ui.number + direction
    if 0 <= wanted < len(ui.articles):
        _turn_to(ui, wanted)
    else:
        ui.refresh("no other article was named" if len(ui.articles) < 2 else "no further article")


def choose(ui: UI) -> None:
    """Opens a list of the articles."""
    if len(ui.articles) < 2:
        ui.refresh("no other article was named")
    else:
        ui.ask(_choose(ui))


async def _choose(ui: UI) -> None:
    listed = [(str(at), f"{name}{' · this one' if at == ui.number else ''}") for at, name in enumerate(ui.articles)]
    chosen = await ui.pick("Read which article?", listed)
    if chosen is not None and int(chosen) != ui.number:
        _turn_to(ui, int(chosen))


def _turn_to(ui: UI, number: int) -> None:
    ui.enter(Phase.TURNING)
    ui.refresh(f"opening {ui.articles[number]}")
    ui.view.post(ArticleWanted(number))
