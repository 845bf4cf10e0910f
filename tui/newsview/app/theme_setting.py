"""The chosen theme, written into the user's settings file; everything else in the file stays. Imported when one is chosen."""

from __future__ import annotations

import os
import re
from pathlib import Path
from secrets import token_hex
from typing import Final

from newsview.errors import CannotWriteError
from newsview.terminal.printable import printable

_TABLE: Final = re.compile(r"^\s*\[", re.MULTILINE)
_THEME: Final = re.compile(r"""^[ \t]*["']?theme["']?[ \t]*=.*$""", re.MULTILINE)


def keep(path: Path, name: str) -> None:
    """Set ``theme`` to *name* in the settings file at *path*, which is created if there is none.

    Raises ``CannotWriteError`` if it cannot be read or written.
    """
    target = Path(os.path.realpath(path))  # a link to a file elsewhere stays a link
    try:
        text = target.read_text(encoding="utf-8") if target.exists() else ""
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f".{target.name}-{token_hex(4)}")
        fresh.write_text(with_theme(text, name), encoding="utf-8")
        fresh.replace(target)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise CannotWriteError(f"the theme is not kept: {printable(str(path))}: {reason}") from error


def with_theme(text: str, name: str) -> str:
    """The settings *text* with ``theme`` set to *name*, before its first table."""
    line = f'theme = "{name}"'
    table = _TABLE.search(text)
    head, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    if _THEME.search(head):
        return _THEME.sub(lambda _: line, head, count=1) + rest
    return f"{line}\n{head}{rest}"
