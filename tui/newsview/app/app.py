"""The application: a reader for each open article, the signals, and the exit code."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from rich.color import ColorSystem
from textual._compositor import CompositorUpdate
from textual.worker import WorkerFailed

from newsview.app import lazy_imports
from newsview.app.commands.context import Phase
from newsview.app.key_queue import HandlesKeys, KeyQueueApp
from newsview.app.keymap import KEYS
from newsview.app.messages import ArticleWanted
from newsview.app.render.styles import HasColors, visible
from newsview.app.screen_updates import TerminalCells
from newsview.app.settings import Settings
from newsview.errors import NewsviewError, NoInputError, UsageError
from newsview.model.article import Article
from newsview.terminal.printable import printable
from newsview.terminal.signals import SIGNALS
from newsview.terminal.streams import SIGNALLED, say

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen

    from newsview.app.ports import ArticleList, Prepare
    from newsview.app.reader.screen import Reader


# Classes of the screen by its size in cells; what they show is in the stylesheet.
WIDTHS: Final = [(0, "-w0"), (30, "-w30"), (60, "-w60"), (100, "-w100")]
HEIGHTS: Final = [(0, "-h0"), (6, "-h6"), (15, "-h15"), (22, "-h22")]


PALETTES: Final = {"256": ColorSystem.EIGHT_BIT, "standard": ColorSystem.STANDARD, "windows": ColorSystem.WINDOWS}
"""The colours of terminals that cannot show all, by Rich's names."""


class NewsviewApp(HasColors, KeyQueueApp):
    """Opens the reader, and restores the terminal whatever happens."""

    CSS_PATH = "reader.tcss"
    TITLE = "newsview"
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_MODE = "article-0"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, article: Article, prepare: Prepare, settings: Settings | None = None, articles: ArticleList | None = None
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.lost_terminal = False
        settings = settings or Settings()
        self._keys = settings.keys
        self._articles = articles
        self._cells = TerminalCells()
        self._readers: dict[int, Reader] = {}
        lazy_imports.defer()
        self.reader = self._add_reader(0, article, prepare)
        if settings.theme is not None:
            self.theme = self._known_theme(settings.theme, settings)
        if settings.keys is not KEYS:
            self.set_keymap({key.name: ",".join(key.keys) for key in settings.keys})

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, those of bars, dialogs and focus so that they can be seen on this terminal."""
        self.theme_variables = visible(super().get_css_variables(), self.palette)
        return self.theme_variables

    def use_colors(self, palette: ColorSystem, *, few: bool) -> None:
        """Takes the colours that the terminal can show, before the first frame."""
        self.palette, self.few_colors = palette, few
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """The driver of the terminal."""
        from textual.drivers.linux_driver import LinuxDriver

        from newsview.app.driver import LenientDriver

        chosen = super().get_driver_class()
        return LenientDriver if chosen is LinuxDriver else chosen

    def _known_theme(self, name: str, settings: Settings) -> str:
        if name not in self.available_themes:
            known = ", ".join(sorted(self.available_themes))
            where = f"{printable(str(settings.path))} line {settings.theme_line}"
            raise UsageError(f"{where}: theme: there is no {printable(name)!r}; there are {known}")
        return name

    def _size_classes(self) -> str:
        """The classes of the present size, which Textual would add a moment later and then style everything again."""
        sizes = ((WIDTHS, self.size.width), (HEIGHTS, self.size.height))
        return " ".join(max(step for step in steps if step[0] <= cells)[1] for steps, cells in sizes)

    def get_default_screen(self) -> Reader:
        """The first article's reader. Textual reads the stylesheet once for it, and three times for a mode's screen."""
        return self.reader

    async def on_ready(self) -> None:
        """Begins to work when the article is on the screen."""
        self.app_resume_signal.subscribe(self, self._draw_again)
        first = self.reader
        self.add_mode(_mode(0), lambda: first)  # it has its screen already: for coming back to it
        await first.begin()  # the first frame has been drawn: another one need not be waited for
        if self._articles is not None and self._articles.listed:
            await first.action_do("articles:choose")

    def on_load(self) -> None:
        """Installs signal handlers that end the program in good order, before the terminal is changed."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            # works in the main thread of a POSIX process only
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end, SIGNALLED + number)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Brings *renderable* to the terminal: as Textual does, but an update of the screen only where it changes it."""
        if isinstance(renderable, CompositorUpdate):
            renderable = self._cells.changes(renderable, self.size)
        super()._display(screen, renderable)

    def on_resize(self) -> None:
        """Forgets what the terminal shows: it may have been cleared."""
        self._cells.forget()

    def _draw_again(self, _: object) -> None:
        """Draws everything when the process is continued: others have written to the terminal meanwhile."""
        self._cells.forget()
        self.refresh(layout=True)

    async def on_app_focus(self) -> None:
        """Checks the article's file when this terminal gets the focus again: it may have been edited meanwhile."""
        if self.reader.ui.ready:
            await self.reader.action_do("reload:show_file_news")

    @property
    def busy(self) -> bool:
        """Whether keys have to wait for what is coming to the screen, or for what is leaving it."""
        if isinstance(self.focused, HandlesKeys) and self.focused.over:
            return True
        return self.reader.busy if self.screen is self.reader else not self.screen.is_mounted

    @property
    def idle(self) -> bool:
        """As that of every application with a key queue; and no background task has anything to do."""
        waits = sum(reader.ui.waits for reader in self._readers.values())
        return super().idle and sum(not worker.is_finished for worker in self.workers) == waits

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def _add_reader(self, number: int, article: Article, prepare: Prepare) -> Reader:
        """A reader that stays as it is while others are read."""
        from newsview.app.reader.screen import Reader  # most of what it imports has been deferred by now

        names = self._articles.names if self._articles else ()
        reader = Reader(article, prepare, self._keys, articles=names, number=number, classes=self._size_classes())
        reader.ui.article_list = self._articles
        self._readers[number] = reader
        if number:
            # a mode holds its screen, and what is open over it, while another one is shown
            self.add_mode(_mode(number), lambda: reader)
        for one in self._readers.values():
            one.ui.others = [other.ui for other in self._readers.values() if other is not one]
        return reader

    async def on_article_wanted(self, message: ArticleWanted) -> None:
        """Turns to another article, for which keys wait; if it cannot be read, a notice says so on the present one."""
        if self._articles is None:
            return
        before = self.reader
        try:
            if message.number not in self._readers:
                self._add_reader(message.number, *await asyncio.to_thread(self._articles.open, message.number))
            self.reader = self._readers[message.number]
            await self.switch_mode(_mode(message.number))
            if self.reader.ui.ready:
                self.reader.ui.refresh()  # its last notice was that another article is being opened
            self.reader.call_after_refresh(self.reader.begin)
        except NewsviewError as error:
            self.reader.ui.refresh(printable(str(error)))
        finally:
            before.ui.leave(Phase.TURNING)

    async def on_unmount(self) -> None:
        """Closes the sources of facts, with whatever processes they hold, and the stores."""
        # the one that is read goes last: it is the one that is opened again
        for reader in sorted(self._readers.values(), key=lambda reader: reader is self.reader):
            await reader.end()

    @property
    def crash(self) -> BaseException | None:
        """What ended the reader that should not have."""
        return self._exception.error if isinstance(self._exception, WorkerFailed) else self._exception

    @property
    def kept(self) -> str:
        """Where the decisions are that were not saved, in words; empty when there are none."""
        unsaved = [reader.ui for reader in self._readers.values() if reader.ui.unsaved]
        lost = [ui.store.lost for ui in unsaved if ui.store is not None and ui.store.lost]
        if lost:
            return lost[0]
        return "decisions that were not saved come back when the article is opened again" if unsaved else ""

    def panic(self, *renderables: RenderableType) -> None:
        """Ends the reader where Textual cannot read the terminal; Textual itself would print a traceback."""
        self.lost_terminal = True
        super().panic(*renderables)

    def _fatal_error(self) -> None:
        """Ends the reader; Textual would draw pages of variables first, raw bytes of the article among them."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Prints nothing: ``run`` raises the crash when the terminal is as it was."""
        self._exit_renderables.clear()

    async def action_quit(self) -> None:
        """Quits by the reader's command, which prompts when something is unsaved."""
        await self.reader.action_do("saving:quit")


def _mode(number: int) -> str:
    """The mode in which the article with that number is read."""
    return f"article-{number}"


class _Noting:
    """Notes on whatever ends the reader where the work is: also on what goes wrong while it leaves."""

    def __init__(self, app: NewsviewApp) -> None:
        self._app = app

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is not None:
            error.add_note(self._app.kept or "nothing was unsaved")


def run(
    article: Article, prepare: Prepare, settings: Settings | None = None, articles: ArticleList | None = None
) -> int:
    """Reads *article* in the terminal until the reader leaves; the process's exit code.

    *prepare* gives the source of facts and the store of the review; it is called, in a thread, when the article is on
    the screen. *articles* holds the article and others, to read one at a time. Raises ``UsageError`` for a theme that there
    is not, and whatever crashed the reader, with a note of where the work is, when the terminal is as it was before.
    0: left with q. 128+n: ended by signal n; one line on stderr says where the work is.
    Raises ``NoInputError`` where the terminal is gone without a signal.
    """
    app = NewsviewApp(article, prepare, settings, articles)
    system = app.console.color_system or ""
    if app.no_color or system != "truecolor":
        app.use_colors(PALETTES.get(system, app.palette), few=True)
    with _Noting(app):
        app.run()
        if app.crash is not None:
            raise app.crash
    code = app.return_code or 0
    if app.lost_terminal and code == 0:
        raise NoInputError(f"the terminal cannot be read any more; {app.kept or 'nothing was unsaved'}")
    if code > SIGNALLED:
        say(f"ended by {signal.Signals(code - SIGNALLED).name}; {app.kept or 'nothing was unsaved'}")
    return code
