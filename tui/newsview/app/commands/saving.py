"""Commands that save and quit. What is written, and how, is up to the store."""

from __future__ import annotations

import asyncio
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from newsview.app.commands.context import Phase
from newsview.app.state import field_values
from newsview.errors import CannotWriteError, ConflictError, LinkedAwayError
from newsview.model.article import FACTS
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def save(ui: UI) -> None:
    """Saves the facts and the review in the background."""
    ui.saving = ui.view.start(write(ui), "saving")


async def write(ui: UI, path: Path | None = None, *, overwrite: bool = False) -> bool:
    """Saves to *path* or to where the article's facts belong; asks for another place where that fails.

    True when the work is on disk.
    """
    if ui.store is None:
        ui.refresh("there is nothing to save yet")
        return False
    try:
        async with ui.write_lock:  # two at once would take each other's file for somebody else's
            state, analysis = ui.review.decisions.latest, ui.analysis()
            written = await asyncio.to_thread(ui.store.save, analysis, path, overwrite=overwrite)
            ui.review.decisions.saved(state, analysis.review)
    except CannotWriteError as error:
        return await _write_elsewhere(ui, error, path)
    partly = "" if ui.generator else " (the article has not been read to its end)"
    news = f" · {file_news(ui)}" if file_news(ui) else ""
    ui.refresh(f"saved to {printable(str(written))}{partly}{news}")
    return True


async def _write_elsewhere(ui: UI, error: CannotWriteError, path: Path | None) -> bool:
    """Shows why nothing was saved, and asks what to do: overwrite a newer review, or write to another file."""
    away = error.target if isinstance(error, LinkedAwayError) else None
    if away is not None or isinstance(error, ConflictError):
        # this question comes unexpectedly: its keys are none that do something in the reader
        overwrite = "replace it; a review in it is kept beside it as .~1~" if away is None else f"write to {away}"
        choices = {"w": overwrite, "c": "choose another name", "escape": "go on reading"}
        answer = await ui.choice(str(error), choices)
        if answer == "w":  # by its own name, what is there is looked at like any other file
            return await write(ui, away or path, overwrite=away is None)
        if answer != "c":
            ui.refresh("not saved")
            return False
    suggested = elsewhere_suggested(ui, FACTS)
    name = await ui.words(f"{error} · save to which file?", last=suggested, recall="suggested:")
    if not name or not name.strip():
        ui.refresh("not saved")
        return False
    try:
        elsewhere = field_values.file_name(name)
    except CannotWriteError as unknown:
        return await _write_elsewhere(ui, unknown, path)
    return await write(ui, elsewhere)


def elsewhere_suggested(ui: UI, suffix: str) -> str:
    """A file in the home folder, named after the article, for what cannot be written beside it."""
    stem = PurePath(ui.article.path or "article").name.removesuffix(FACTS)
    return str(Path.home() / f"{PurePath(stem).stem}{suffix}")


def file_news(ui: UI) -> str:
    """How the article's file has changed since it was read; empty where it has not, and where there is none."""
    return ui.file.news(ui.key("extract")) if ui.file is not None else ""


def quit(ui: UI) -> None:
    """Ends the program; asks first when decisions are unsaved, here or in another article that is open.

    While the article is being opened it ends once that is done, so that the article is the one that was read last; at
    once if the key is pressed again.
    """
    if ui.opened is None and not ui.quit_requested:
        ui.quit_requested = True
    elif ui.phase is not Phase.LEAVING:
        ui.enter(Phase.LEAVING)
        ui.view.start(_quit(ui), "leaving")


async def _quit(ui: UI) -> None:
    try:
        await _save_or_leave(ui)
    finally:
        ui.leave(Phase.LEAVING)


def _unsaved(ui: UI) -> list[UI]:
    return [each for each in (ui, *ui.others) if each.unsaved]


async def _save_or_leave(ui: UI) -> None:
    for each in (ui, *ui.others):
        if each.saving is not None and not each.saving.is_finished and not await each.saving.wait():
            return  # it could not be saved, and that has been asked about
    unsaved = _unsaved(ui)
    if not unsaved:
        ui.view.exit()
        return
    what = "The review has" if unsaved == [ui] else f"{len(unsaved)} of the open articles have"
    if len(unsaved) == 1 and unsaved != [ui]:
        what = "Another open article has"
    choices = {"s": "save and quit", "d": "discard them and quit", "escape": "go on reading"}
    answer = await ui.choice(f"{what} changes that are not saved.", choices)
    if answer == "d":
        for each in unsaved:
            _discard(each)
        ui.view.exit()
    elif answer == "s":
        await _save_and_leave(ui)


def _discard(ui: UI) -> None:
    """Gives up what was decided since the last save: it does not come back when the article is opened again."""
    if ui.store is not None:
        ui.store.discard()
    ui.review.decisions.saved(ui.review.decisions.latest)


async def _save_and_leave(ui: UI) -> None:
    for each in _unsaved(ui):
        if not await write(each):
            return
    ui.view.exit()
