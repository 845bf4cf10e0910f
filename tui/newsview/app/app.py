"""The application: one reader on one article, its signals and its exit code."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from typing import Final

from textual.app import App
from textual.screen import Screen

from newsview.app.keeping import Prepare
from newsview.app.keys import KEYS
from newsview.app.reader import Reader
from newsview.app.settings import Settings
from newsview.article import Article
from newsview.errors import UsageError
from newsview.printable import printable

CRASHED = 70
"""The exit code of a crash, as in sysexits.h."""

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


# Classes of the screen by its size in cells; what they show is in the stylesheet.
WIDTHS: Final = [(0, "-dot"), (30, "-tiny"), (60, "-narrow"), (100, "-wide")]
HEIGHTS: Final = [(0, "-speck"), (6, "-flat"), (15, "-tall")]


class NewsviewApp(App[None]):
    """Opens the reader, and leaves the terminal as it was whatever happens."""

    CSS_PATH = "reader.tcss"
    TITLE = "newsview"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, article: Article, prepare: Prepare, settings: Settings | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        settings = settings or Settings()
        self.reader = Reader(article, prepare, settings.keys, classes=self._size_classes())
        if settings.theme is not None:
            self.theme = self._known_theme(settings.theme, settings)
        if settings.keys is not KEYS:
            self.set_keymap({key.name: ",".join(key.keys) for key in settings.keys})

    def _known_theme(self, name: str, settings: Settings) -> str:
        if name not in self.available_themes:
            known = ", ".join(sorted(self.available_themes))
            where = f"{printable(str(settings.path))} line {settings.theme_line}"
            raise UsageError(f"{where}: theme: there is no {printable(name)!r}; there are {known}")
        return name

    def get_default_screen(self) -> Screen[None]:
        """The reader is the first screen: none is mounted below it."""
        return self.reader

    def _size_classes(self) -> str:
        """The classes of the present size, which Textual would add a moment later and then style everything again."""
        sizes = ((WIDTHS, self.size.width), (HEIGHTS, self.size.height))
        return " ".join(max(step for step in steps if step[0] <= cells)[1] for steps, cells in sizes)

    def on_mount(self) -> None:
        """Leaves in good order when the system asks for it."""
        loop = asyncio.get_running_loop()
        for number in ENDING:
            # only the main thread of a POSIX process can be told so
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    async def on_unmount(self) -> None:
        """Lets the source of facts go, with whatever process it holds, and the keeper."""
        await self.reader.let_go()

    async def action_quit(self) -> None:
        """Quits by way of the reader, which asks when something is unsaved."""
        self.reader.action_quit()


def run(article: Article, prepare: Prepare, settings: Settings | None = None) -> int:
    """Reads *article* in the terminal until the reader leaves; the process's exit code.

    *prepare* gives the source of facts and the keeper of the review; it is called, in a thread, when the article is on
    the screen. Raises ``UsageError`` for a theme that there is not. 0: left with q. 70: a crash, whose trace is on standard error. 128+n: ended by signal n.
    """
    app = NewsviewApp(article, prepare, settings)
    # Nothing that is made before the first paint is garbage: looking for some takes a tenth of the time until then.
    gc.disable()
    app.run()
    code = app.return_code or 0
    return CRASHED if code == 1 else code
