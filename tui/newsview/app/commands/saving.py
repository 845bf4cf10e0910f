"""The keys that save and quit. What is written, and how, is the keeper's business."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsview.app.commands.extraction import Extracting
from newsview.app.state import field_values
from newsview.errors import CannotWriteError, ConflictError, LinkedAwayError
from newsview.model import facts
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from textual.worker import Worker

    from newsview.app.ports import Keeper
    from newsview.model.facts import Analysis, Part


class SavingKeys(Extracting):
    """Actions that save the review, and leave with or without it."""

    keeper: Keeper | None = None
    saver: Worker[bool] | None = None
    """What saves, or has saved last."""
    leaving = False
    """Whether it is being found out if one may leave: keys wait for the question, if there is one."""

    def __init__(self, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._writing = asyncio.Lock()

    def analysis(self) -> Analysis:
        """Everything as it is saved: the article, the facts that are known now, the review."""
        generator = self.generator or facts.NOT_EXTRACTED
        return facts.Analysis.of(self.review.article, self.review.known, generator, dict(self.review.decisions.all))

    def part(self, id_: str) -> Part | None:
        """What the decision with that id was about, as far as its keeper knows."""
        return self.keeper.part(id_) if self.keeper is not None else None

    def action_save(self) -> None:
        """Saves the facts and the review."""
        self.saver = self.run_worker(self.save(), group="saving")

    async def save(self, path: Path | None = None, *, overwrite: bool = False) -> bool:
        """Saves, asks for another place where it cannot, and says where; True when the work is on disk."""
        if self.keeper is None:
            self.settle("there is nothing to save yet")
            return False
        try:
            async with self._writing:  # two at once would take each other's file for somebody else's
                state, analysis = self.review.decisions.latest, self.analysis()
                written = await asyncio.to_thread(self.keeper.save, analysis, path, overwrite=overwrite)
                self.review.decisions.saved(state)
        except CannotWriteError as error:
            return await self._save_elsewhere(error, path)
        partly = "" if self.generator else " (the article has not been read to its end)"
        news = f" · {self.file_news}" if self.file_news else ""
        self.settle(f"saved to {printable(str(written))}{partly}{news}")
        return True

    async def _save_elsewhere(self, error: CannotWriteError, path: Path | None) -> bool:
        """Says why it was not saved, and asks what to do: overwrite a newer review, or write to another file."""
        from newsview.app.screens.dialogs import Choice
        from newsview.app.screens.prompts import Prompt  # not needed until something goes wrong

        away = error.target if isinstance(error, LinkedAwayError) else None
        if away is not None or isinstance(error, ConflictError):
            # nobody asked for this question: its keys are none that do something in the reader
            write = "write over it" if away is None else f"write to {away}"
            choices = {"w": write, "c": "choose another name", "escape": "go on reading"}
            answer = await self.app.push_screen_wait(Choice(str(error), choices))
            if answer == "w":  # by its own name, what is there is looked at like any other file
                return await self.save(away or path, overwrite=away is None)
            if answer != "c":
                self.settle("not saved")
                return False
        name = await self.app.push_screen_wait(Prompt(f"{error} · save to which file?"))
        if not name or not name.strip():
            self.settle("not saved")
            return False
        try:
            elsewhere = field_values.file_name(name)
        except CannotWriteError as unknown:
            return await self._save_elsewhere(unknown, path)
        return await self.save(elsewhere)

    companions: Sequence[SavingKeys] = ()
    """The readers of the other articles that are open."""

    def _unsaved(self) -> list[SavingKeys]:
        return [reader for reader in (self, *self.companions) if reader.ready and reader.review.decisions.dirty]

    def action_quit(self) -> None:
        """Leaves; asks first when decisions are unsaved, here or in another article that is open."""
        if not self.leaving:
            self.leaving = True
            self.run_worker(self._quit(), group="leaving")

    async def _quit(self) -> None:
        try:
            await self._save_or_leave()
        finally:
            self.leaving = False

    async def _save_or_leave(self) -> None:
        for reader in (self, *self.companions):
            if reader.saver is not None and not reader.saver.is_finished and not await reader.saver.wait():
                return  # it could not be saved, and that has been asked about
        unsaved = self._unsaved()
        if not unsaved:
            self.app.exit()
            return
        from newsview.app.screens.dialogs import Choice  # not needed until somebody quits

        what = "The review has" if unsaved == [self] else f"{len(unsaved)} of the open articles have"
        choices = {"s": "save and quit", "d": "quit without saving", "escape": "go on reading"}
        answer = await self.app.push_screen_wait(Choice(f"{what} decisions that are not saved.", choices))
        if answer == "d":
            self.app.exit()
        elif answer == "s":
            await self._save_and_leave()

    async def _save_and_leave(self) -> None:
        for reader in self._unsaved():
            if not await reader.save():
                return
        self.app.exit()
