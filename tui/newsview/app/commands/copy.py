"""Commands that copy: the fact, the sentence or the selected text, to the clipboard or to a file of clippings."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsview.app.state import clipboard, field_values
from newsview.errors import CannotWriteError
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def copy(ui: UI) -> None:
    """Sends the fact, the sentence or the selected text to the terminal's clipboard."""
    text = _copied(ui)
    if not text:
        ui.refresh("there is nothing to copy here")
        return
    ui.view.copy(text)
    # OSC 52 is answered by no terminal: whether it was taken cannot be known
    ui.refresh(f"sent to the clipboard, if your terminal takes it · {ui.key('clip')} writes to a file")


def clip(ui: UI) -> None:
    """Asks for a file and appends the fact, the sentence or the selected text to it."""
    ui.ask(_clip(ui))


async def _clip(ui: UI) -> None:
    text = _copied(ui)
    if not text:
        ui.refresh("there is nothing to write here")
        return
    article = PurePath(ui.review.article.path or "article")
    typed = await ui.words("Append it to the file", str(article.with_name(f"{article.stem}.clippings.txt")))
    if not typed or not typed.strip():
        ui.refresh("nothing written")
        return
    try:
        path = field_values.file_name(typed)
        await asyncio.to_thread(clipboard.append, path, text)
    except CannotWriteError as error:
        ui.refresh(printable(str(error)))
        return
    ui.refresh(f"written to {printable(str(path))}")


def _copied(ui: UI) -> str:
    selected = ui.view.mouse_selection()
    return ui.review.article.text[slice(*selected)] if selected else clipboard.copied(ui.review)
