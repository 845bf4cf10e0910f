"""How far a run is, on standard error: a bar in a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import sys
import time
from typing import Final

_BAR: Final = 28
_TERMINAL_EVERY: Final = 0.2
_PLAIN_EVERY: Final = 30.0


class ProgressLine:
    """Counts articles against *total*, and says the rate and the time that is left."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._total, self._quiet = total, quiet
        self._terminal = sys.stderr.isatty()
        self._began = self._shown = time.monotonic()
        self._before = self._done = 0

    def show(self, done: int) -> None:
        """Begin at *done*: what an earlier run has done says nothing about the rate of this one."""
        self._before = self._done = done
        if done and not self._quiet:
            print(f"newsview: {done:,} of {self._total:,} articles are done already", file=sys.stderr)

    def add(self, articles: int) -> None:
        """*articles* more are done."""
        self._done += articles
        now = time.monotonic()
        if now - self._shown >= (_TERMINAL_EVERY if self._terminal else _PLAIN_EVERY):
            self._shown = now
            self._write()

    def end(self) -> None:
        """Say the last count."""
        self._write()
        if self._terminal and not self._quiet:
            print(file=sys.stderr)

    def _write(self) -> None:
        if self._quiet:
            return
        if self._terminal:
            filled = _BAR * self._done // max(1, self._total)
            bar = "█" * filled + "░" * (_BAR - filled)
            print(f"\r{bar} {self._words()}\x1b[K", end="", file=sys.stderr, flush=True)
        else:
            print(f"newsview: {self._words()}", file=sys.stderr, flush=True)

    def _words(self) -> str:
        seconds = max(1e-6, time.monotonic() - self._began)
        rate = (self._done - self._before) / seconds
        left = (self._total - self._done) / rate if rate else 0.0
        end = f", {_duration(left)} left" if self._done < self._total and rate else ""
        return f"{self._done:,} of {self._total:,} articles, {rate:.1f} a second{end}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
