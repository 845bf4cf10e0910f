"""The overview on the whole screen: speakers, dates, figures, the state of the review. Imported when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar, Final, NamedTuple, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from newsview.app.render import canvas as canvas_moves
from newsview.app.render.canvas import Canvas
from newsview.app.render.rows import Piece
from newsview.app.screens.dialogs import DialogKey, bindings, hint
from newsview.app.widgets.bars import Bar, DetailStrip
from newsview.app.widgets.overview_canvas import OverviewCanvas
from newsview.compare.overview_lines import Place

KEYS: Final = (
    DialogKey("enter", "go", ("goes to the article",)),
    DialogKey("escape,backspace,q,O", "dismiss", ("back",)),
    DialogKey("down,j", "step(1)", ("lines",)),
    DialogKey("up,k", "step(-1)", ("lines",)),
    DialogKey("left,h", "beside(-1)", ("counts",)),
    DialogKey("right,l", "beside(1)", ("counts",)),
    DialogKey("tab", "section(1)", ("next part",)),
    DialogKey("shift+tab", "section(-1)"),
    DialogKey("E", "export", ("export",)),
    DialogKey("right_square_bracket,n", "turn(1)", ("next of several",)),
    DialogKey("left_square_bracket,N", "turn(-1)"),
    DialogKey("pagedown,space", "page(1)"),
    DialogKey("pageup,b", "page(-1)"),
    DialogKey("g,home", "end(False)"),
    DialogKey("G,end", "end(True)"),
)


PERIOD: Final = 0.5
"""Seconds between two looks for facts that have arrived."""

SHARE: Final = 8
"""As many times as long as the lines took to make, nothing new is shown: the overview of a book takes seconds."""


class Chosen(NamedTuple):
    """What Enter was pressed on: where it leads, and the cursor's cell and turn, to come back to.

    Without a place, an export is wanted.
    """

    place: Place | None
    cell: int
    turn: int


class OverviewSource(Protocol):
    """What the overview shows, also while facts still arrive."""

    def version(self) -> object:
        """Anything that compares unequal when there is something new to show."""
        ...

    def header(self) -> tuple[Content, Content, Content]:
        """The left and the right part of the header, and a short right one."""
        ...

    def lines(self, width: int) -> Canvas:
        """The lines at a width in cells."""
        ...

    def passage(self, place: Place, said: str, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """At most *height* lines on a place, which begin with the words *said*."""
        ...


class OverviewScreen(ModalScreen[Chosen]):
    """The overview; the result is what was chosen."""

    DEFAULT_CSS = """
    OverviewScreen { background: $background; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, source: OverviewSource, at: tuple[int, int] | None = None) -> None:
        """*at* is the number of the cell under the cursor, and which of its places is shown."""
        super().__init__()
        self._at: int | None
        self._source = source
        self._at, self._turn = at or (None, 0)
        self._version: object = None
        self._next = 0.0
        """When what has arrived may be shown."""

    def compose(self) -> ComposeResult:
        """The header, the lines, the passage that the cursor's cell leads to, the keys."""
        yield Bar(id="header", gives_way=True, narrow=80)
        yield OverviewCanvas(self._source.lines, self._at)
        yield DetailStrip(self._detail, id="status")
        yield Bar(id="keys", gives_way=True)

    def on_mount(self) -> None:
        """Fills the bars, and goes on to show facts that arrive."""
        self._version = self._source.version()
        self.query_one("#header", Bar).show(*self._source.header())
        self.query_one("#keys", Bar).show(Content(f" {hint(KEYS)}"), Content(""))
        self.set_interval(PERIOD, self._show_news)

    def _show_news(self) -> None:
        version, begun = self._source.version(), monotonic()
        if version != self._version and begun >= self._next:
            self._version = version
            self.query_one("#header", Bar).show(*self._source.header())
            self._canvas.compose_again()
            self._next = monotonic() + SHARE * (monotonic() - begun)

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
        return self._source.passage(place, f"{cell.said}{turn}", width, height)

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
        canvas.move_to(canvas_moves.moved(canvas.canvas, canvas.at, lines))

    def action_beside(self, direction: int) -> None:
        """The next or previous cell of the line."""
        canvas = self._canvas
        canvas.move_to(canvas_moves.beside(canvas.canvas, canvas.at, direction))

    def action_section(self, direction: int) -> None:
        """The next or previous part of the overview."""
        canvas = self._canvas
        canvas.move_to(canvas_moves.next_section(canvas.canvas, canvas.at, direction))

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

    def action_export(self) -> None:
        """Leaves for the question what to export."""
        self.dismiss(Chosen(None, self._canvas.at, self._turn))

    @on(OverviewCanvas.Chosen)
    def action_go(self) -> None:
        """Goes to the place in the article."""
        place, canvas = self._place, self._canvas
        if place is not None:
            self.dismiss(Chosen(place, canvas.at, self._turn))
