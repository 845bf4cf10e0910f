"""The drawing of a review on the reader's screen: place, panes, bars. Every part draws only the lines that differ."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from textual.content import Content

from newsview.app import lazy_imports
from newsview.app.reader.panes_part import PanesPart
from newsview.app.render import detail, rows, status
from newsview.app.state import fact_index
from newsview.app.state.extraction import Stage
from newsview.app.state.panes import PANES, Pane
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import Bar, DetailStrip, Footer

if TYPE_CHECKING:
    from textual.message import Message
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.worker import Worker

    from newsview.app.commands.context import UI
    from newsview.app.reader.article_part import ArticlePart
    from newsview.app.state.fact_index import FactIndex
    from newsview.app.state.selection import Selection

T = TypeVar("T")

HINTED: Final = 4
"""How often a newcomer gets somewhere before the hint goes: it names as many keys that lead there."""

HELD: Final = 0.15
"""Maximum seconds from the first frame to the second, which has the facts if they come in this time: saved or cached ones do.

Two frames without them would take half as long as all else that brings them to the screen.
"""

WARM_UP: Final = 0.2
"""Seconds until the modules of all commands are imported, if no key has needed them by then."""


class ReaderView:
    """The view on ``ui``, drawn with the widgets of ``screen``; it implements ``ports.View``."""

    def __init__(self, screen: Screen[None], ui: UI) -> None:
        self._screen, self._ui = screen, ui
        self._hint, self._hinted = "", 0
        self._words = len(ui.article.text.split())
        self.panes = PanesPart(screen, ui)
        self._remarks: detail.Remarks
        self._clock: Timer | None = None
        self._held: AbstractContextManager[None] | None = None
        self._checked: FactIndex | None = None
        """The facts that were checked last."""

    @cached_property
    def article(self) -> ArticlePart:
        """What the review says of the article; imported when the first frame, before a review, has been drawn."""
        from newsview.app.reader.article_part import ArticlePart

        return ArticlePart(self._screen, self._ui)

    # Drawing

    def draw_opening(self) -> None:
        """Draws the first frame: the article, of which nothing else is known."""
        view, sentences = self._screen.query_one("#article", ArticleView), self._ui.article.sentences
        if sentences:
            view.stand_on(sentences[0].start, sentences[0].end)
        title = status.title(self._ui.article, self._words, self._place_among_articles())
        self._screen.query_one("#header", Bar).show(title, Content(""))
        self._screen.set_focus(view, scroll_visible=False)

    def draw(self, notice: str = "") -> None:
        """Draws what has changed in the review, with *notice* in the status line until the next key."""
        if self._hint and self.article.has_moved:
            self._hinted += 1
            if self._hinted >= HINTED:
                self._hint = ""
                self._ui.hint_learned()
        self._ui.notice = notice or self._ui.unrecorded
        self.article.draw()
        self.draw_focus()
        self._draw_panes()
        self._draw_bars()
        self._check_soon()

    def set_hint(self, hint: str) -> None:
        """Sets the text for a newcomer in the detail strip."""
        self._hint = hint

    def draw_focus(self) -> None:
        """Brings the pane in use to the front, zooms it, and gives it the focus."""
        ui, screen = self._ui, self._screen
        pane = ui.review.pane
        if pane is not None:
            self.panes.front = pane
        # where the panes share no place the class shows nothing, and styling them lays the whole screen out anew
        shared = ui.zoomed or screen.has_class("-w60")
        for each in PANES:
            screen.query_one(f"#{each}").set_class(each == self.panes.front, "-front", update=shared)
        screen.set_class(ui.zoomed and pane is None, "-zoom-article")
        screen.set_class(ui.zoomed and pane is not None, "-zoom-pane")
        if ui.bar is not None:
            return  # the keys belong to the search bar
        wanted = screen.query_one(f"#{ui.review.place.focus}")
        if screen.focused is not wanted:
            screen.set_focus(wanted, scroll_visible=False)

    def start_clock(self) -> None:
        """Counts the seconds while nothing else shows that something is under way."""
        if self._clock is not None:
            self._clock.stop()
        self._clock = self._screen.set_interval(1.0, self._count_second)

    def _count_second(self) -> None:
        ui = self._ui
        if ui.extraction.counts_seconds:
            ui.extraction = ui.extraction.after_a_second()
            self.draw_progress()
        elif self._clock is not None:
            self._clock.stop()

    def draw_progress(self) -> None:
        """Draws how far the extraction is, in the status line and in the panes that are still empty."""
        if any(not listing.rows for listing in self._ui.review.panes.values()):
            self._draw_panes()
        self._draw_bars()

    def hold_frames(self) -> None:
        """Brings nothing to the terminal until ``release_frames``, or for ``HELD`` seconds."""
        if self._held is None:
            self._held = self._screen.app.batch_update()
            self._held.__enter__()
            self._screen.set_timer(HELD, self.release_frames)

    def release_frames(self) -> None:
        """Brings to the terminal what has been drawn since ``hold_frames``."""
        if self._held is not None:
            held, self._held = self._held, None
            held.__exit__(None, None, None)
            self._screen.check_idle()  # a screen looks for what is to be drawn when it is idle

    def draw_colors(self) -> None:
        """Colours the article by its facts: some have come, gone or moved."""
        self.article.draw_colors()

    def draw_article(self) -> None:
        """Draws another text of the article."""
        self.article.draw_text()
        self._words = len(self._ui.article.text.split())

    def draw_matches(self) -> None:
        """Highlights the matches of the search in the article."""
        self.article.draw_matches()

    def draw_selection(self, selection: Selection) -> None:
        """Highlights *selection* in the article and scrolls to it."""
        self.article.draw_selection(selection)

    # Panes and bars

    def _draw_panes(self) -> None:
        self.panes.draw()
        self._screen.query_one(Footer).show_for(self._ui.review.place.focus)

    def _place_among_articles(self) -> str:
        ui = self._ui
        return f" · {ui.number + 1} of {len(ui.articles)}" if len(ui.articles) > 1 else ""

    def _draw_bars(self) -> None:
        ui, screen = self._ui, self._screen
        notices = f"⚠ {len(ui.notices)} ({ui.key('about')})  " if ui.notices else ""
        header = status.header(ui.review, self._words, self._place_among_articles(), notices)
        screen.query_one("#header", Bar).show(*header)
        reading = ui.extraction.progress
        self._remarks = detail.Remarks(
            ui.notice, self._hint, bool(reading), self._fold_keys() if ui.review.fold else ""
        )
        fact = ui.review.fact
        drawn_of = (
            self._remarks,
            ui.review.place,
            ui.review.marked,
            ui.review.finding,
            ui.review.pointed,
            ui.review.fold and (ui.review.fold, ui.review.decisions.version),
            fact and (ui.review.decisions.get(fact.id), len(ui.review.panes[fact_index.pane_of(fact)].rows)),
            ui.review.index,
        )
        screen.query_one(DetailStrip).show(drawn_of, *status.unfinished(ui.review, reading, ui.key("save")))

    def _fold_keys(self) -> str:
        done = (("expand", "opens them"), ("accept", "accepts all"), ("reject", "rejects all"))
        return " · ".join(f"{self._ui.key(name)} {words}" for name, words in done)

    def detail_lines(self, width: int, height: int, first: int) -> list[list[rows.Piece]]:
        """The lines of the detail strip; none before there is a review."""
        return detail.lines(self._ui.review, self._remarks, width, height, first) if self._ui.ready else []

    # The search bar

    def open_search_bar(self, label: str, words: str, keys: Sequence[tuple[str, str]]) -> None:
        """Puts a line to type in over the status line, and *keys* with their meanings into the footer."""
        from newsview.app.widgets.search_bar import SearchBar  # not needed for the first paint

        self._screen.query_one(DetailStrip).make_room(True)
        self._screen.mount(SearchBar(label, words), before="#status")
        self._screen.query_one(Footer).show_instead(keys)

    def close_search_bar(self) -> None:
        """Restores status line and footer."""
        self._screen.query_one(DetailStrip).make_room(False)
        self._screen.query("#search").remove()
        self._screen.query_one(Footer).show_instead(())

    def show_count(self, words: str) -> None:
        """Writes *words* to the right end of the search bar."""
        from newsview.app.widgets.search_bar import SearchBar

        self._screen.query_one(SearchBar).count(words)

    # Pages and the mouse

    def page_article(self, direction: int) -> int:
        """Scrolls the article by a page; the offset of the first text that is then visible."""
        return self.article.widget.page(direction)

    def page_rows(self, pane: Pane) -> int:
        """How many rows of *pane* make a page."""
        return self.panes.widget(pane).page_rows()

    def mouse_selection(self) -> tuple[int, int] | None:
        """The offsets of the text that is selected with the mouse."""
        return self.article.widget.mouse_selection()

    def clear_mouse_selection(self) -> None:
        """Removes the selection that was made with the mouse."""
        self._screen.clear_selection()

    # Services of the application

    def warm_up(self) -> None:
        """Imports the modules of all commands a moment from now, in slices, if no key has needed them by then."""
        self._screen.set_timer(WARM_UP, self._import_commands)

    def _import_commands(self) -> None:
        from newsview.workers.cooperative import in_slices  # not needed for the first paint

        self.start(in_slices(lazy_imports.command_imports(self._ui.keys)), "imports")

    def _check_soon(self) -> None:
        """Checks the facts a moment from now, if they are complete and others than those that were checked last."""
        ui = self._ui
        if ui.extraction.stage is Stage.IDLE and ui.review.index is not self._checked and ui.generator is not None:
            self._checked = ui.review.index
            self._screen.set_timer(WARM_UP, self._check)

    def _check(self) -> None:
        from newsview.app.commands import findings  # after the first screen

        self.start(findings.check(self._ui), "findings", exclusive=True)

    def start(self, work: Coroutine[Any, Any, T], group: str, *, exclusive: bool = False) -> Worker[T]:
        """Runs *work* in the background; an exclusive task cancels those of its group before."""
        return self._screen.run_worker(work, group=group, exclusive=exclusive)

    def open(self, dialog: Screen[Any]) -> None:
        """Opens *dialog* over the reader, without waiting for its result."""
        self._screen.app.push_screen(dialog)

    async def show(self, dialog: Screen[T]) -> T | None:
        """Opens *dialog* over the reader; its result, once it is closed."""
        return await self._ui.outside(self._screen.app.push_screen_wait(dialog))

    def post(self, message: Message) -> None:
        """Sends *message* to the screen and to the application."""
        self._screen.post_message(message)

    def run_later(self, action: str) -> None:
        """Runs a key's action when the present message has been handled."""
        self._screen.call_later(self._screen.run_action, action)

    def suspend(self) -> None:
        """Gives the terminal back to the shell until the process is continued."""
        self._screen.app.action_suspend_process()

    def copy(self, text: str) -> None:
        """Sends *text* to the terminal's clipboard."""
        self._screen.app.copy_to_clipboard(text)

    def themes(self) -> Sequence[str]:
        """The names of all themes."""
        return sorted(self._screen.app.available_themes)

    def use_theme(self, name: str) -> None:
        """Switches to the theme *name*."""
        self._screen.app.theme = name

    @property
    def theme(self) -> str:
        """The name of the theme in use."""
        return self._screen.app.theme

    def exit(self) -> None:
        """Ends the program."""
        self._screen.app.exit()
