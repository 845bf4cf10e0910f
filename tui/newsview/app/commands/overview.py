"""The command that shows the article in sum, and goes to what is chosen there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newsview.app.render import detail, status
from newsview.app.render import overview as render
from newsview.app.state import navigation, summary
from newsview.compare.overview import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsview.app.commands.context import UI
    from newsview.app.render.rows import Piece
    from newsview.app.state.review import Review


class Left(NamedTuple):
    """Where the overview was left for the article: the cursor, and the number of places to go back to since."""

    at: tuple[int, int]
    visited: int


def show(ui: UI, at: tuple[int, int] | None = None) -> None:
    """Opens the overview with its cursor on cell and turn *at*."""
    ui.ask(_show(ui, at))


def show_again(ui: UI) -> bool:
    """Opens the overview that the last move came from, back at the place before it; False if it came from elsewhere."""
    left = ui.left_overview
    if left is None or left.visited != len(ui.review.visited):
        return False
    navigation.back(ui.review)
    ui.refresh()
    show(ui, left.at)
    return True


async def _show(ui: UI, at: tuple[int, int] | None) -> None:
    from newsview.app.screens.overview import OverviewScreen

    review = ui.review
    made = summary.overview_of(review)
    reading = f" · {ui.extraction.progress}" if ui.extraction.under_way else ""
    left, right, short = status.header(review, len(ui.article.text.split()), reading)
    published = ui.article.published is not None
    screen = OverviewScreen(
        (status.overview_title(left), right, short),
        lambda width: render.compose(made, width, published),
        partial(_passage, review),
        at,
    )
    chosen = await ui.view.show(screen)
    if chosen is None:
        ui.refresh()
        return
    navigation.jump(review, chosen.place.start, chosen.place.fact)
    ui.left_overview = Left((chosen.cell, chosen.turn), len(review.visited))
    ui.refresh(f"{ui.key('back')} goes back to the overview")


def _passage(review: Review, place: Place, said: str, width: int, height: int) -> Sequence[Sequence[Piece]]:
    return detail.passage(review, place.start, place.fact, said, width, height)
