"""An article with facts saved beside it, so that the reader needs no model."""

from __future__ import annotations

import os
import re
import shutil
import termios
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from newsview.model.facts import Analysis, Facts
from newsview.reading.read import read_path
from newsview.store.paths import facts_path
from newsview.store.save import save
from newsview.store.session import Session
from tests.app import springfield
from tests.places import SEEDS
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


def seed(stem: str, folder: Path) -> Path:
    """Copy a seed to *folder*, with its facts beside it."""
    shutil.copy(SEEDS / "expected" / f"{stem}.json", folder / f"{stem}.facts.json")
    return Path(shutil.copy(SEEDS / f"{stem}.txt", folder))


def without_facts(path: Path) -> Path:
    """Save beside the article at *path* that it has no facts."""
    save(Analysis.of(read_path(path), Facts(), springfield.GENERATOR), facts_path(path))
    return path


def returned(path: Path, home: Mapping[str, str]) -> tuple[bool, list[str | None]]:
    """What a reader of the article at *path* starts with: whether decisions come from the journal, and all of them."""
    with patch.dict(os.environ, home), closing(Session(read_path(path))) as session:
        analysis = session.before.analysis
        return session.before.recovered, [each.status for each in analysis.review.values()] if analysis else []


DECISIONS = ["accepted", "rejected", "accepted"]
"""Those that ``decide`` makes."""


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
