"""Progress of a run on standard error: a bar in a terminal, an occasional plain line elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from contextlib import suppress
from typing import Final

_BAR: Final = 28
_NARROW: Final = 12
"""Minimum width of the bar in cells; a narrower one is left out."""

_TERMINAL_EVERY: Final = 0.2
_PLAIN_EVERY: Final = 30.0


class ProgressLine:
    """Counter of articles that displays rate and remaining time. Write errors on standard error are ignored."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet or sys.stderr is None  # None: standard error is closed
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._began = self._shown = time.monotonic()
        self._total = self._before = self._done = 0

    def scanned(self, found: int) -> None:
        """Report that the scan of the inputs has found *found* articles so far."""
        self._show_throttled(f"{found:,} articles found so far")

    def begin(self, total: int, done: int) -> None:
        """Start with *done* of *total* articles, finished by an earlier run and not part of the rate."""
        self._total, self._before, self._done = total, done, done
        self._began = self._shown = time.monotonic()
        if done:
            self._print_line(f"{done:,} of {total:,} articles already done")

    def add(self, articles: int) -> None:
        """Count *articles* more as done."""
        self._done += articles
        self._show_throttled(self._words())

    def end(self) -> None:
        """Display the final count."""
        self._show(self._words())
        if self._terminal:
            self._print("\n")

    def _show_throttled(self, words: str) -> None:
        now = time.monotonic()
        if now - self._shown >= (_TERMINAL_EVERY if self._terminal else _PLAIN_EVERY):
            self._shown = now
            self._show(words)

    def _show(self, words: str) -> None:
        if not self._terminal:
            self._print_line(words)
            return
        room = shutil.get_terminal_size().columns - 1
        width = min(_BAR, room - len(words) - 1)
        bar = ""
        if width >= _NARROW and self._total:
            filled = width * self._done // self._total
            bar = "█" * filled + "░" * (width - filled) + " "
        # narrower than the screen: a wrapped line cannot be overwritten
        self._print(f"\r{(bar + words)[:room]}\x1b[K")

    def _print_line(self, words: str) -> None:
        self._print(("\r\x1b[K" if self._terminal else "") + f"newsview: {words}\n")

    def _print(self, text: str) -> None:
        if self._quiet:
            return
        with suppress(OSError):  # closed terminal or full disk: the run continues
            sys.stderr.write(text)
            sys.stderr.flush()

    def _words(self) -> str:
        seconds = max(1e-6, time.monotonic() - self._began)
        rate = (self._done - self._before) / seconds
        left = (self._total - self._done) / rate if rate else 0.0
        pace = f", {rate:.1f} a second" if rate else ""
        end = f", {_duration(left)} left" if self._done < self._total and rate else ""
        return f"{self._done:,} of {self._total:,} articles{pace}{end}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
