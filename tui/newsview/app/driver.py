"""Driver of the terminal that survives bytes which no terminal sends, and a terminal that is gone."""

from __future__ import annotations

import asyncio
import io
import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from time import monotonic
from typing import Final

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

PASTE: Final = 3.0
"""Seconds without input after which a paste ends that the terminal has begun and not ended."""

_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class BoundedPastes(XTermParser):
    """Textual's parser of input; a paste whose end does not come takes no keys for ever."""

    def __init__(self, debug: bool = False) -> None:
        self._last = ""
        """The last characters, in which a mark may have begun."""
        self._pasting = False
        self._heard = monotonic()
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """The events of *data*; an empty string ends the input."""
        seen = self._last + data
        begun, ended = seen.rfind(_BEGIN), seen.rfind(_END)
        if begun != ended:  # there is one of them
            self._pasting = begun > ended
        self._last, self._heard = seen[1 - len(_BEGIN) :], monotonic()
        yield from super().feed(data)

    def tick(self) -> Iterable[Message]:
        """The events that are due: an escape sequence that is not continued, a paste that is not ended."""
        if self._pasting and monotonic() - self._heard > PASTE:
            yield from self.feed(_END)
        yield from super().tick()


class Output(io.TextIOWrapper):
    """Output to a terminal; what is written when it is gone is dropped.

    An error would end the thread that writes, and whoever fills its queue would wait for ever.
    """

    def write(self, text: str) -> int:
        """Write *text*; its length."""
        with suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Write what is buffered."""
        with suppress(OSError):
            super().flush()


class LenientDriver(LinuxDriver):
    """Textual's driver with other answers.

    To invalid input (a number that is no character, text that is not UTF-8): it is dropped, and the next key counts.
    To a terminal that is gone: the program is told, and nothing waits for it.
    To SIGCONT, which also comes where nothing was suspended, and with SIGHUP: one thread reads and one writes, as before.
    The signals of suspension are answered between two callbacks, never while another answer is under way.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if (inherited := self._file) is not None:
            # another descriptor of it, so that it is not closed with this object
            output = io.FileIO(os.dup(inherited.fileno()), "w")
            self._file = Output(
                io.BufferedWriter(output), encoding=inherited.encoding, errors=inherited.errors, newline=""
            )
        self._suspended = False
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self._suspend)
        loop.add_signal_handler(signal.SIGCONT, self._continue)

    @property
    def _has_terminal(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _suspend(self) -> None:
        """Give the terminal back and stop."""
        if self._has_terminal:
            self.suspend_application_mode()
            self._suspended = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _continue(self) -> None:
        """Take the terminal again; no effect before it was taken and after it was given back for good."""
        if self._has_terminal:
            self.suspend_application_mode()
        elif not self._suspended:
            return
        self._must_signal_resume = True
        self.resume_application_mode()
        self._suspended = not self._has_terminal  # a program in the background cannot take it

    def run_input_thread(self) -> None:
        """Read keys until the program ends."""
        while not self.exit_event.is_set():
            try:
                self._read_keys()
            except (ValueError, OverflowError):
                continue  # what was read with them is lost; a new parser begins
            return

    def _read_keys(self) -> None:
        """Read keys until the program ends, and then what is still there, which is not for the shell."""
        parser, decode = BoundedPastes(self._debug), getincrementaldecoder("utf-8")().decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            ending = False
            while not ending:
                ending = self.exit_event.is_set()
                if selector.select(0.1):
                    read = os.read(self.fileno, 4096)
                    if not read:  # it would be ready for ever
                        raise EOFError("the terminal is gone")
                    if data := decode(read, final=ending):
                        for event in parser.feed(data):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
