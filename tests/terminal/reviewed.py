"""An article with facts saved beside it, so that the reader needs no model."""

from __future__ import annotations

import re
import termios
from pathlib import Path

from newsview.model.facts import Analysis
from newsview.reading.read import read_path
from newsview.store.paths import facts_path
from newsview.store.save import save
from tests.app import springfield
from tests.terminal.screen import Terminal

ON = (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?1000h", b"\x1b[?1003h", b"\x1b[?2004h", b"\x1b[?1004h")
"""The alternate screen, the cursor hidden, mouse, bracketed paste, focus events (xterm's control sequences)."""


_RESTORING = re.compile(rb"\x1b\[[?<>][0-9;]*[hlu]")


def reviewed(folder: Path) -> Path:
    """Write the article, and its facts beside it."""
    path = folder / "springfield-buses.txt"
    path.write_text(springfield.TEXT, encoding="utf-8")
    article = read_path(path, published="2024-05-16")
    found = springfield.facts(article)
    analysis = Analysis.of(article, found, springfield.GENERATOR)
    save(analysis, facts_path(path))
    return path


def decide(terminal: Terminal) -> None:
    """Accept two quotes and reject one."""
    terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
    terminal.press("2")
    for key, seen in (("a", "✓ 1"), ("x", "✗ 1"), ("a", "✓ 2")):
        terminal.press(key)
        terminal.wait_for(seen)


def left_on(output: bytes) -> list[bytes]:
    """The modes that *output* switched on (the cursor: off) without resetting them."""
    opposite = {b"h": b"l", b"l": b"h"}
    last = [(mode, output.rfind(mode), output.rfind(mode[:-1] + opposite[mode[-1:]])) for mode in ON]
    return [mode for mode, on, off in last if on > off]


def is_restored(terminal: Terminal) -> bool:
    """Whether the program has restored the terminal."""
    return left_on(terminal.output) == [] and termios.tcgetattr(terminal._slave) == terminal.modes_before


def told(terminal: Terminal) -> list[str]:
    """The lines printed after the program left the alternate screen, without escape sequences."""
    after = terminal.output.rpartition(b"\x1b[?1049l")[2]
    return [line for line in _RESTORING.sub(b"", after).decode().splitlines() if line]
