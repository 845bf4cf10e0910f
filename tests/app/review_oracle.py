"""Reviews by random keys beside an independent model: ``python -m tests.app.review_oracle 20000`` presses that many keys.

The model is a dictionary and two stacks. After every action the reader's decisions must be those of the model, after
every save those in the file, and at the end those that a new session recovers from file and journal.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import orjson

from newsview.app.app import NewsviewApp
from newsview.app.commands.context import Phase
from newsview.app.commands.view import STATES
from newsview.app.ports import OpenedArticle
from newsview.app.screens.dialogs import Choice
from newsview.app.screens.prompts import Prompt
from newsview.store.session import Session
from newsview.workers.events import Done
from tests.app.springfield import Replayed
from tests.app.walk import ANNOTATED, press, seed

PATIENCE = 30.0

MOVES = [*("jkJKgG[]0123thl"), "tab", "down", "up", "enter", "backspace"]
ACTIONS = ["move"] * 8 + ["decide"] * 8 + ["note", "verdict", "verdict", "all", "clear", "filter", "save"]
UNDOING = ["undo"] * 3 + ["redo"] * 2


class Said(NamedTuple):
    """What a decision says of a fact."""

    status: str | None = None
    verdict: str | None = None
    source: str | None = None
    note: str | None = None


NOTHING = Said()
State = dict[str, Said]


class Model:
    """Decisions by fact id, with the states before and behind."""

    def __init__(self) -> None:
        self.state: State = {}
        self.before: list[State] = []
        self.behind: list[State] = []

    def get(self, fact: str) -> Said:
        return self.state.get(fact, NOTHING)

    def set(self, changes: dict[str, Said]) -> None:
        """Make *changes* in one step; a step that changes nothing is none."""
        after = {key: said for key, said in {**self.state, **changes}.items() if said != NOTHING}
        if after != self.state:
            self.before.append(self.state)
            self.behind.clear()
            self.state = after

    def undo(self) -> None:
        if self.before:
            self.behind.append(self.state)
            self.state = self.before.pop()

    def redo(self) -> None:
        if self.behind:
            self.before.append(self.state)
            self.state = self.behind.pop()


class ReviewWalk:
    """One reader on a seed in *folder*, driven by random keys together with a model."""

    def __init__(self, path: Path, folder: Path, start: int) -> None:
        self.random, self.model, self.keys, self.saves = Random(start), Model(), list[str](), 0
        analysis = seed(path)
        self.article = replace(analysis.article, path=str(folder / "article.txt"))
        self.folder = folder
        self.session = Session(self.article, journals=folder / "journals")
        source = Replayed(Done(analysis.facts, analysis.generator))
        opening = OpenedArticle(source=source, store=self.session)
        self.app = NewsviewApp(self.article, lambda: opening)

    async def run(self, keys: int) -> None:
        """Act until so many *keys* are pressed, comparing after every action; then open the article anew."""
        async with self.app.run_test(size=(64, 16)):
            await self._until(
                lambda: self.app.reader.ui.source is not None and self.app.reader.ui.generator is not None
            )
            while len(self.keys) < keys:
                await self._act()
                self._compare()
            await self._save()
        self.session.close()
        again = Session(self.article, journals=self.folder / "journals")
        review = again.before.analysis.review if again.before.analysis else {}
        again.close()
        assert _said(orjson.loads(orjson.dumps(review))) == self.model.state, self.keys[-200:]

    async def _act(self) -> None:
        dice = self.random
        action = dice.choice(UNDOING if dice.random() < 0.15 else ACTIONS)
        fact = self.app.reader.review.fact
        if action == "move":
            await self._press(dice.choice(MOVES))
        elif action == "filter":
            await self._open("f", Choice)
            await self._press(dice.choice([*STATES, "escape"]))
        elif action == "save":
            await self._save()
        elif action == "undo":
            await self._press("u")
            self.model.undo()
        elif action == "redo":
            await self._press("ctrl+r")
            self.model.redo()
        elif action == "all":
            await self._all("accepted" if dice.random() < 0.5 else "rejected")
        elif fact is not None:
            await self._about(action, fact.id)
        elif action == "decide" and self.app.reader.review.fold:
            await self._several(dice.choice("ax"))

    async def _about(self, action: str, fact: str) -> None:
        dice, before = self.random, self.model.get(fact)
        if action == "decide":
            status = dice.choice(["accepted", "rejected"])
            await self._press("a" if status == "accepted" else "x")
            self.model.set({fact: before._replace(status=status)})
        elif action == "clear":
            await self._press("U")
            self.model.set({fact: Said(note=before.note)})
        elif action == "note":
            words, ending = await self._words("m")
            if ending == "enter":
                self.model.set({fact: before._replace(note=((before.note or "") + words).strip() or None)})
        else:
            await self._verdict(fact, before)

    async def _verdict(self, fact: str, before: Said) -> None:
        verdicts = {"t": "true", "f": "false", "u": "unclear", "n": None, "escape": ""}
        await self._open("v", Choice)
        key = self.random.choice([*verdicts])
        if key == "escape" or key == "n":
            await self._press(key)
            if key == "n":
                self.model.set({fact: before._replace(verdict=None, source=None)})
            return
        words, ending = await self._words(key)
        if ending == "enter":
            source = ((before.source or "") + words).strip() or None
            self.model.set({fact: before._replace(verdict=verdicts[key], source=source)})

    async def _words(self, key: str) -> tuple[str, str]:
        """Open a line by *key*, type into it, and take or leave it; what was typed, and how it ended."""
        await self._open(key, Prompt)
        words = "".join(self.random.choice("abc ") for _ in range(self.random.randrange(5)))
        ending = "enter" if self.random.random() < 0.8 else "escape"
        await self._press(*("space" if each == " " else each for each in words), ending)
        return words, ending

    async def _all(self, status: str) -> None:
        await self._several("A" if status == "accepted" else "X")

    async def _several(self, key: str) -> None:
        """Decide by *key* what nobody has reviewed of the pane or, by a small letter, of the fold under the cursor."""
        review = self.app.reader.review
        listing = None if review.pane is None else review.panes[review.pane]
        rows = [] if listing is None else listing.listed if key in "AX" else listing.folded[review.fold]
        facts = [row.fact for row in rows if not (self.model.get(row.fact).status or self.model.get(row.fact).verdict)]
        if len(facts) > 10:
            await self._open(key, Choice)
            answer = self.random.choice(["y", "escape"])
            await self._press(answer)
            if answer == "escape":
                return
        else:
            await self._press(key)
        status = "accepted" if key in "aA" else "rejected"
        self.model.set({fact: self.model.get(fact)._replace(status=status) for fact in facts})

    async def _save(self) -> None:
        await self._press("s")
        saving = self.app.reader.ui.saving
        assert saving is not None and await saving.wait(), self.keys[-200:]
        self.saves += 1
        saved = orjson.loads((self.folder / "article.facts.json").read_bytes())["review"]
        assert _said(saved) == self.model.state, self.keys[-200:]

    async def _open(self, key: str, screen: type) -> None:
        """Press *key* and wait for the dialogue that it opens."""
        shown = self.app.screen
        await press(self.app, key)
        self.keys.append(key)
        await self._until(lambda: self.app.screen is not shown and isinstance(self.app.screen, screen))

    async def _press(self, *keys: str) -> None:
        """Press *keys* and wait until the reader is ready for the next."""
        for key in keys:
            await press(self.app, key)
            self.keys.append(key)
        if keys[-1] not in ("t", "f", "u") or not isinstance(self.app.screen, Choice):
            await self._until(lambda: self.app.reader.ui.phase is Phase.READY)

    async def _until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, self.keys[-50:]
            await asyncio.sleep(0.001)

    def _compare(self) -> None:
        decisions = self.app.reader.review.decisions.all
        now = {key: Said(each.status, each.verdict, each.source, each.note) for key, each in decisions.items()}
        assert {key: said for key, said in now.items() if said != NOTHING} == self.model.state, self.keys[-200:]


def _said(review: dict[str, dict[str, str | None]]) -> State:
    said = {key: Said(*(plain.get(field) for field in Said._fields)) for key, plain in review.items()}
    return {key: each for key, each in said.items() if each != NOTHING}


def walk(path: Path, keys: int, start: int) -> ReviewWalk:
    """A walk of *keys* keys on the seed at *path*; fails at the first difference."""
    with TemporaryDirectory() as folder:
        made = ReviewWalk(path, Path(folder), start)
        asyncio.run(made.run(keys))
    return made


def main(arguments: Sequence[str]) -> int:
    """Presses the keys (default 20,000), 1,000 at a time on one seed after the other; a second number gives other keys."""
    wanted = int(arguments[0]) if arguments else 20_000
    first = int(arguments[1]) if len(arguments) > 1 else 0
    done = saves = 0
    began = time.monotonic()
    while done < wanted:
        made = walk(ANNOTATED[(first + done) // 1000 % len(ANNOTATED)], min(1000, wanted - done), start=first + done)
        done, saves = done + len(made.keys), saves + made.saves
        print(f"{done:,} keys, {saves:,} saved files, no difference, {time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
