"""The keys that save and quit. What is written, and how, is the keeper's business."""

from __future__ import annotations

import asyncio
from pathlib import Path

from newsview.app.extracting import Extracting
from newsview.app.keeping import Keeper
from newsview.errors import CannotWriteError
from newsview.facts import SCHEMA_VERSION, Analysis, Generator
from newsview.printable import printable


class SavingKeys(Extracting):
    """Actions that save the review, and leave with or without it."""

    keeper: Keeper | None = None

    def analysis(self) -> Analysis:
        """Everything as it is saved: the article, the facts that are known now, the review."""
        facts = self.review.known
        return Analysis(
            schema_version=SCHEMA_VERSION,
            generator=self.generator or Generator(name="newsview", version="", spacy=None, model=None),
            article=self.review.article,
            entities=facts.entities,
            quotes=facts.quotes,
            numbers=facts.numbers,
            review=dict(self.review.decisions.all),
        )

    def action_save(self) -> None:
        """Saves the facts and the review."""
        self.run_worker(self.save(), group="saving", exclusive=True)

    async def save(self, path: Path | None = None, *, overwrite: bool = False) -> bool:
        """Saves, and says where or why not; True when the work is on disk."""
        if self.keeper is None:
            self.settle("nothing to save to")
            return False
        state, analysis = self.review.decisions.latest, self.analysis()
        try:
            written = await asyncio.to_thread(self.keeper.save, analysis, path, overwrite=overwrite)
        except CannotWriteError as error:
            self.settle(printable(str(error)))
            return False
        self.review.decisions.saved(state)
        partly = "" if self.generator else " (the article has not been read to its end)"
        self.settle(f"saved to {printable(str(written))}{partly}")
        return True

    def action_quit(self) -> None:
        """Leaves; asks first when decisions are unsaved."""
        if not self.review.decisions.dirty:
            self.app.exit()
            return
        from newsview.app.dialogs import Choice  # not needed until somebody quits

        question = "The review has decisions that are not saved."
        choices = {"s": "save and quit", "d": "quit without saving", "escape": "go on reading"}
        self.app.push_screen(Choice(question, choices), self._leave)

    async def _leave(self, answer: str | None) -> None:
        if answer == "d" or (answer == "s" and await self.save()):
            self.app.exit()
