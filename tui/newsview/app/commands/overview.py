"""The command that shows the article in sum, and goes to what is chosen there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from newsview.app.commands import export
from newsview.app.commands.context import Left
from newsview.app.render import detail, status
from newsview.app.render import overview as render
from newsview.app.state import navigation
from newsview.app.state import overview as overviews

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from newsview.app.commands.context import UI
    from newsview.app.render.canvas import Canvas
    from newsview.app.render.rows import Piece
    from newsview.compare import overview_lines


MANY: Final = 2_000
"""Facts from which a notice says what takes so long."""


def show(ui: UI, at: tuple[int, int] | None = None) -> None:
    """Opens the overview with its cursor on cell and turn *at*."""
    ui.ask(_show(ui, at))


def show_again(ui: UI) -> bool:
    """Opens the overview that the last move came from, back at the place before it; False if it came from elsewhere."""
    left, visited = ui.left_overview, ui.review.visited
    if left is None or not visited or visited[-1] is not left.before:
        return False
    navigation.back(ui.review)
    ui.refresh()
    show(ui, left.at)
    return True


async def _show(ui: UI, at: tuple[int, int] | None) -> None:
    from newsview.app.screens.overview import OverviewScreen

    source = _Source(ui)
    if len(ui.review.index.by_id) > MANY:
        ui.refresh("summing the article up")
    await source.prepare()
    chosen = await ui.view.show(OverviewScreen(source, at))
    if chosen is None:
        ui.refresh()
        return
    if chosen.place is None:
        await export.choose(ui)
        return
    navigation.jump(ui.review, chosen.place.start, chosen.place.fact)
    ui.left_overview = Left((chosen.cell, chosen.turn), ui.review.visited[-1])
    ui.refresh(f"{ui.key('back')} goes back to the overview")


class _Source:
    """The overview of the review, made anew when facts have arrived."""

    def __init__(self, ui: UI) -> None:
        self._ui = ui
        self._words = len(ui.article.text.split())
        self._made: tuple[object, overview_lines.Overview] | None = None

    async def prepare(self) -> None:
        """Makes the overview of the present facts beside the screen: of a book it takes a second."""
        review = self._ui.review
        self._made = review.index, await asyncio.to_thread(overviews.overview_of, review)

    def version(self) -> object:
        """The facts and the progress of reading that are shown."""
        return self._ui.review.index, self._ui.extraction.progress

    def header(self) -> tuple[Content, Content, Content]:
        """The title, the progress of reading, the counts of the review."""
        extraction = self._ui.extraction
        reading = f" · {extraction.progress}" if extraction.under_way else ""
        left, right, short = status.header(self._ui.review, self._words, reading)
        return status.overview_title(left), right, short

    def lines(self, width: int) -> Canvas:
        """The overview at *width* cells."""
        ui, index = self._ui, self._ui.review.index
        if self._made is None or self._made[0] is not index:
            self._made = index, overviews.overview_of(ui.review)
        published = ui.article.published is not None
        return render.compose(self._made[1], width, published=published, reading=ui.extraction.under_way)

    def passage(self, place: overview_lines.Place, said: str, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """The quote or the sentence at a place."""
        return detail.passage(self._ui.review, place.start, place.fact, said, width, height)
