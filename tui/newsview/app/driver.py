"""Driver of the terminal that survives bytes which no terminal sends: they are dropped, and the next key counts."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from time import monotonic
from typing import Final

from textual._xterm_parser import XTermParser
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


class LenientDriver(LinuxDriver):
    """Textual's driver with another answer to invalid input: a number that is no character, text that is not UTF-8."""

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
                    if not read:  # the terminal is gone; it would be ready for ever
                        return
                    if data := decode(read, final=ending):
                        for event in parser.feed(data):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
