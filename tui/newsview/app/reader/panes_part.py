"""The panes on the reader's screen: their rows, heights and titles, and the tabs where they share one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsview.app.render import rows, status
from newsview.app.state import filters
from newsview.app.state.panes import FOLD, HEIGHT, PANES, Pane, Row, heights
from newsview.app.widgets.bars import PaneTabs
from newsview.app.widgets.fact_list import FactList

if TYPE_CHECKING:
    from textual.screen import Screen

    from newsview.app.commands.context import UI

FRAME: Final = 2
"""Lines of a pane's frame."""

LEAST: Final = 5
"""Lines that each of the panes has at least: three rows and the frame."""


class PanesPart:
    """Draws the facts of ``ui`` in the panes."""

    def __init__(self, screen: Screen[None], ui: UI) -> None:
        self._screen, self._ui = screen, ui
        self.front: Pane = "entities"
        """The pane that is shown where the panes share one place."""
        self._fitted: tuple[object, int] | None = None
        """The facts and the height for which the panes were divided last."""

    def widget(self, pane: Pane) -> FactList:
        """The widget that shows *pane*."""
        return self._screen.query_one(f"#{pane}", FactList)

    def row_lines(self, row: Row, width: int, height: int) -> list[list[rows.Piece]]:
        """The lines of *row* at *width* cells, *height* of them if it has several."""
        review = self._ui.review
        if row.part == FOLD:
            from newsview.app.render import folds  # not every article has some

            return [folds.line(review, row.fact, width)]
        return rows.lines(review.index, row, review.decisions.get(row.fact), width, review.mark(row.fact), height)

    def row_state(self, row: Row) -> object:
        """What *row* is drawn of: where that differs it is drawn again."""
        if row.part == FOLD:
            return self._ui.review.decisions.version, len(self._ui.review.marks)
        return self._ui.review.decisions.get(row.fact), self._ui.review.mark(row.fact)

    def fit(self) -> None:
        """Divides the height among the panes by their rows, once the facts are complete; no key changes it."""
        ui = self._ui
        total = self._screen.query_one("#panes").size.height
        if ui.extraction.under_way or not ui.review.index.by_id or total == 0:
            return
        if self._fitted is not None and self._fitted[0] is ui.review.extracted and self._fitted[1] == total:
            return
        self._fitted = ui.review.extracted, total
        wanted = [filters.row_count(ui.review.index, pane) * HEIGHT[pane] + FRAME for pane in PANES]
        for pane, lines in zip(PANES, heights(wanted, total, LEAST), strict=True):
            self.widget(pane).styles.height = f"{lines}fr"

    def draw(self) -> None:
        """Draws what has changed in the panes and tabs."""
        review = self._ui.review
        self.fit()
        linked, version = review.linked, (review.decisions.version, review.marks, review.changes)
        counts = {pane: self._count(pane) for pane in PANES}
        for pane in PANES:
            listed = review.panes[pane]
            shown_as = " · ".join(part for part in (self._narrowed(pane), counts[pane]) if part)
            self.widget(pane).show(listed.rows, listed.number, linked, self._empty_words(pane), shown_as, version)
        self._screen.query_one("#tabs", PaneTabs).show(self.front, counts, self._narrowed(self.front))

    def _count(self, pane: Pane) -> str:
        shown = self._ui.review.panes[pane].facts
        return f"{shown:,}" if shown or not self._ui.extraction.under_way else "…"

    def _narrowed(self, pane: Pane) -> str:
        """What the pane is narrowed to and ordered by."""
        review = self._ui.review
        orders = {"text": "", "weight": "by weight", "value": "A–Z" if pane == "entities" else "sorted"}
        order = orders[review.panes[pane].order]
        return " · ".join(part for part in (status.filter_words(review), order) if part)

    def _empty_words(self, pane: Pane) -> str:
        ui = self._ui
        if ui.review.index.panes[pane]:
            shown = status.filter_words(ui.review)
            if shown:
                return f"none here: {shown} · {ui.key('close')} shows all"
            return f"only what is hidden by default · {ui.key('filter')} shows them"
        if ui.extraction.under_way:
            return ui.extraction.progress
        failure = ui.extraction.failure
        if failure:
            return f"{failure} · {ui.key('extract')} reads again"
        return f"no {pane} found · {ui.key('add')} adds one"
