"""Parent's side of a child process that exchanges JSON lines: command, messages, last error line, end.

The clients are ``process`` (asyncio, for the reader) and the supervisor of archives (blocking, a thread for each child).
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import Any

from newsview.model import json_text
from newsview.terminal.printable import printable

_LONGEST = 200


def module_command(module: str, *arguments: str) -> list[str]:
    """The command that runs *module* with the interpreter of this process."""
    # -P: no module is imported from the working directory, which may contain untrusted files
    return [sys.executable, "-P", "-m", module, *arguments]


def parsed_message(line: bytes) -> dict[str, Any] | None:
    """The JSON object of *line*; None if it is something else."""
    try:
        message = json_text.quick(line)
    except json_text.JsonError:
        return None
    return message if isinstance(message, dict) else None


def last_line(stderr: bytes) -> str:
    """The last line of *stderr* that is not blank, as ``one_line``; empty if there is none."""
    lines = stderr.decode("utf-8", "replace").split("\n")
    return next((one_line(line) for line in reversed(lines) if line.strip()), "")


def one_line(text: str) -> str:
    """*text* as one line of at most 200 characters, safe for a terminal."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def kill_group(pid: int) -> None:
    """Kill the process group *pid*, if it still exists."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
