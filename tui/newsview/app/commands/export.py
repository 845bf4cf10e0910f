"""The command that writes the review as a page, a table, a review sheet or a sheet of speakers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from newsview.app.commands import saving
from newsview.app.state import field_values
from newsview.errors import CannotWriteError, ConflictError
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.model.facts import Analysis


class Export(NamedTuple):
    """One way to write the review: its words in the question, the ending of the file's name, its bytes."""

    words: str
    suffix: str
    render: Callable[[Analysis], bytes]


def _in_format(name: str) -> Callable[[Analysis], bytes]:
    def render(analysis: Analysis) -> bytes:
        from newsview.export.formats import rendered  # no other key needs it

        return rendered(analysis, name)

    return render


def _speakers(analysis: Analysis) -> bytes:
    from newsview.export import speakers  # no other key needs it

    return speakers.table(analysis)


EXPORTS: Final[Mapping[str, Export]] = {
    "h": Export("a page to read or print (HTML)", ".facts.html", _in_format("html")),
    "c": Export("a table of the facts (CSV)", ".facts.csv", _in_format("csv")),
    "m": Export("a review sheet (Markdown)", ".facts.md", _in_format("markdown")),
    "p": Export("a table of the speakers (CSV)", ".speakers.csv", _speakers),
}
FACTS: Final = "j"
"""The key of the facts themselves, which are saved."""


def export(ui: UI) -> None:
    """Asks what to write, and writes it beside the article."""
    ui.ask(choose(ui))


async def choose(ui: UI) -> None:
    """Asks what to write, and writes it."""
    if ui.store is None:
        ui.refresh("there is nothing to export yet")
        return
    choices = {key: each.words for key, each in EXPORTS.items()}
    answer = await ui.choice("Write the review as", {**choices, FACTS: "facts (JSON): save", "escape": "leave it"})
    if answer == FACTS:
        await saving.write(ui)
    elif answer in EXPORTS:
        await _write(ui, EXPORTS[answer])


async def _write(ui: UI, wanted: Export, path: Path | None = None, *, overwrite: bool = False) -> None:
    """Writes to *path* or beside the article; asks where that fails, and copies the path of what was written."""
    store = ui.store
    if store is None:
        return
    try:
        data = await asyncio.to_thread(wanted.render, ui.analysis())
        written = await asyncio.to_thread(store.export, data, wanted.suffix, path, overwrite=overwrite)
    except CannotWriteError as error:
        await _write_elsewhere(ui, wanted, error, path)
        return
    ui.view.copy(str(written))
    partly = "" if ui.generator else " (the article has not been read to its end)"
    ui.refresh(f"written to {printable(str(written))}{partly} · the path is sent to the clipboard")


async def _write_elsewhere(ui: UI, wanted: Export, error: CannotWriteError, path: Path | None) -> None:
    if isinstance(error, ConflictError):
        choices = {"w": "write over it", "c": "choose another name", "escape": "leave it"}
        answer = await ui.choice(str(error), choices)
        if answer == "w":
            await _write(ui, wanted, path, overwrite=True)
            return
        if answer != "c":
            ui.refresh("not written")
            return
    suggested = saving.elsewhere_suggested(ui, wanted.suffix)
    typed = await ui.words(f"{error} · write to which file?", last=suggested, recall="suggested:")
    if not typed or not typed.strip():
        ui.refresh("not written")
        return
    try:
        elsewhere = field_values.file_name(typed)
    except CannotWriteError as unknown:
        await _write_elsewhere(ui, wanted, unknown, path)
        return
    await _write(ui, wanted, elsewhere)
