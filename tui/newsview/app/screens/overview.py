"""The overview on the whole screen: speakers, dates, figures, the state of the review. Imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from newsview.app.render import overview as render
from newsview.app.render.overview import Canvas
from newsview.app.render.rows import Piece
from newsview.app.screens.dialogs import DialogKey, bindings, hint
from newsview.app.widgets.bars import Bar, DetailStrip
from newsview.app.widgets.overview_canvas import OverviewCanvas
from newsview.compare.overview import Place

KEYS: Final = (
    DialogKey("enter", "go", ("goes to the article",)),
    DialogKey("escape,backspace,q,O", "dismiss", ("back",)),
    DialogKey("down,j", "step(1)", ("lines",)),
    DialogKey("up,k", "step(-1)", ("lines",)),
    DialogKey("left,h", "beside(-1)", ("counts",)),
    DialogKey("right,l", "beside(1)", ("counts",)),
    DialogKey("tab", "section(1)", ("next part",)),
    DialogKey("shift+tab", "section(-1)"),
    DialogKey("right_square_bracket,n", "turn(1)", ("next of several",)),
    DialogKey("left_square_bracket,N", "turn(-1)"),
    DialogKey("pagedown,space", "page(1)"),
    DialogKey("pageup,b", "page(-1)"),
    DialogKey("g,home", "end(False)"),
    DialogKey("G,end", "end(True)"),
)


class Chosen(NamedTuple):
    """What Enter was pressed on: where it leads, and the cursor's cell and turn, to come back to."""

    place: Place
    cell: int
    turn: int


class OverviewScreen(ModalScreen[Chosen]):
    """The overview; the result is what was chosen."""

    DEFAULT_CSS = """
    OverviewScreen { background: $background; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(
        self,
        header: Sequence[Content],
        compose: Callable[[int], Canvas],
        passage: Callable[[Place, str, int, int], Sequence[Sequence[Piece]]],
        at: tuple[int, int] | None = None,
    ) -> None:
        """*passage* gives the lines on a place: with words to begin with, at a width, and at most that many."""
        super().__init__()
        self._at: int | None
        self._header = header
        self._compose_lines, self._passage = compose, passage
        self._at, self._turn = at or (None, 0)

    def compose(self) -> ComposeResult:
        """The header, the lines, the passage that the cursor's cell leads to, the keys."""
        yield Bar(id="header", gives_way=True, narrow=80)
        yield OverviewCanvas(self._compose_lines, self._at)
        yield DetailStrip(self._detail, id="status")
        yield Bar(id="keys", gives_way=True)

    def on_mount(self) -> None:
        """Fills the bars."""
        left, right, short = self._header
        self.query_one("#header", Bar).show(left, right, short)
        keys = Content(f" {hint(KEYS)}")
        self.query_one("#keys", Bar).show(keys, Content(""))

    @property
    def _canvas(self) -> OverviewCanvas:
        return self.query_one(OverviewCanvas)

    @property
    def _place(self) -> Place | None:
        """The place that Enter leads to."""
        cell = self._canvas.cell
        return cell.places[self._turn % len(cell.places)] if cell is not None else None

    def _detail(self, width: int, height: int, first: int) -> Sequence[Sequence[Piece]]:
        cell, place = self._canvas.cell, self._place
        if cell is None or place is None:
            return []
        count = len(cell.places)
        turn = f" · {self._turn % count + 1} of {count}" if count > 1 else ""
        return self._passage(place, f"{cell.said}{turn}", width, height)

    @on(OverviewCanvas.Marked)
    def _show_passage(self) -> None:
        canvas = self._canvas
        if canvas.at != self._at:
            self._turn = 0 if self._at is not None else self._turn
            self._at = canvas.at
        self.query_one(DetailStrip).show((self._at, self._turn, self._place), "", "")

    def action_step(self, lines: int) -> None:
        """The next or previous line."""
        canvas = self._canvas
        canvas.move_to(render.moved(canvas.canvas, canvas.at, lines))

    def action_beside(self, direction: int) -> None:
        """The next or previous cell of the line."""
        canvas = self._canvas
        canvas.move_to(render.beside(canvas.canvas, canvas.at, direction))

    def action_section(self, direction: int) -> None:
        """The next or previous part of the overview."""
        canvas = self._canvas
        canvas.move_to(render.next_section(canvas.canvas, canvas.at, direction))

    def action_page(self, direction: int) -> None:
        """A page down or up."""
        self._canvas.page(direction)

    def action_end(self, last: bool) -> None:
        """The first or the last cell."""
        canvas = self._canvas
        canvas.move_to(len(canvas.canvas.cells) - 1 if last else 0)

    def action_turn(self, direction: int) -> None:
        """The next or previous of the places that the cell leads to."""
        self._turn += direction
        self._show_passage()

    @on(OverviewCanvas.Chosen)
    def action_go(self) -> None:
        """Goes to the place in the article."""
        place, canvas = self._place, self._canvas
        if place is not None:
            self.dismiss(Chosen(place, canvas.at, self._turn))
