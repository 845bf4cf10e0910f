"""A random walk over the keys of the reader: ``python -m tests.app.walk 5000`` walks that far on every seed.

After every key the state must hold together; at the end every decision that was made must still be there, and undoing
everything must lead back to the beginning.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.app.keymap import KEYS
from newsview.app.ports import OpenedArticle
from newsview.model.codec import decode
from newsview.model.facts import Analysis, Decision
from newsview.model.speakers import with_names
from newsview.workers.events import Done
from tests.app.running import pressed
from tests.app.springfield import Memory, Replayed
from tests.places import SEEDS

ANNOTATED = sorted((SEEDS / "gold").glob("*.json"))

LEAVING = {"q", "ctrl+q", "s"}
WALKED = [key for row in KEYS for key in row.keys if key not in LEAVING]
# Letters come up in lines to type in; Esc and Enter close what other keys have opened.
EXTRA = ["escape"] * 12 + ["enter"] * 3 + list("aeit ") + ["a", "x", "u", "j", "j", "n", "down"] * 3


async def press(app: NewsviewApp, key: str) -> None:
    """Presses a key and waits until everybody on its way has dealt with it; many times faster than ``Pilot.press``."""
    app.post_message(pressed(key))
    for _ in range(2):
        for pump in (app, app.focused, app.screen):
            if pump is not None:
                done = asyncio.Event()
                if pump.call_later(done.set):
                    await asyncio.wait_for(done.wait(), 30)


def seed(path: Path) -> Analysis:
    """The hand annotation of a seed, with the names of its speakers as a saved file has them once it is loaded."""
    analysis = decode(Analysis, orjson.loads(path.read_bytes()))
    return analysis.with_facts(with_names(analysis.facts))


class Walk:
    """One walk on one article; *keys* is what was pressed, for the message when something breaks."""

    def __init__(self, analysis: Analysis, start: int) -> None:
        self.random = random.Random(start)
        self.keys: list[str] = []
        self.keeper = Memory()
        self.source = Replayed(Done(analysis.facts, analysis.generator))
        opening = OpenedArticle(source=self.source, store=self.keeper)
        self.app = NewsviewApp(analysis.article, lambda: opening)

    async def run(self, count: int, size: tuple[int, int]) -> None:
        """Presses *count* keys at random, and changes the size now and then."""
        # the keys may write files: clippings, facts
        with TemporaryDirectory() as folder, chdir(folder):
            await self._run(count, size)

    async def _run(self, count: int, size: tuple[int, int]) -> None:
        async with self.app.run_test(size=size) as pilot:
            while self.app.reader.ui.source is None or self.app.reader.ui.extraction.under_way:
                await pilot.pause(0.01)
            for _ in range(count):
                await self._step(pilot)
            await self._close_all(pilot)
            self._check_decisions()

    async def _step(self, pilot: Pilot[None]) -> None:
        if self.random.random() < 0.01:
            await pilot.resize_terminal(self.random.choice((25, 50, 80, 120, 160)), self.random.choice((5, 12, 24, 40)))
            self.keys.append("(resize)")
        key = self.random.choice(WALKED + EXTRA)
        self.keys.append(key)
        await press(self.app, key)
        self._check_place()

    def _check_place(self) -> None:
        review = self.app.reader.review
        place = review.place
        assert 0 <= place.sentence < max(1, len(review.article.sentences)), self.keys
        assert place.row is None or place.row.fact in review.index.by_id, self.keys
        if review.pane is not None:
            listing = review.panes[review.pane]
            assert (review.fact is None) == (not listing.rows or bool(review.fold)), self.keys
            assert listing.cursor is None or listing.cursor in listing, self.keys
        assert self.app.screen is not None and self.app._exception is None, self.keys

    async def _close_all(self, pilot: Pilot[None]) -> None:
        for _ in range(4):
            await pilot.press("escape")

    def _check_decisions(self) -> None:
        """What was noted, step by step, is what there is; and all of it can be undone."""
        decisions = self.app.reader.review.decisions
        noted: dict[str, Decision] = {}
        for step in self.keeper.steps:
            for fact, after in step.after.items():
                if after is None:
                    noted.pop(fact, None)
                else:
                    noted[fact] = after
        assert noted == decisions.all, self.keys
        while decisions.undo():
            pass
        assert not decisions.all, self.keys


def walk(path: Path, count: int, start: int, size: tuple[int, int] = (100, 30)) -> Walk:
    """A walk of *count* keys on the seed at *path*."""
    made = Walk(seed(path), start)
    asyncio.run(made.run(count, size))
    return made


def main(arguments: Sequence[str]) -> int:
    """Walks *count* keys (default 5,000) on every seed and says how long that took."""
    count = int(arguments[0]) if arguments else 5000
    for path in ANNOTATED:
        begun = time.monotonic()
        made = walk(path, count, start=count)
        seconds = time.monotonic() - begun
        print(f"{path.stem}: {len(made.keys):,} keys, {len(made.keeper.steps):,} steps, {seconds:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
