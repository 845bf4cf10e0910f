"""Leaving while something is being saved, and saving twice at once."""

from __future__ import annotations

import threading
from pathlib import Path

from newsview.errors import CannotWriteError, ConflictError
from newsview.model.facts import Analysis
from tests.app.opening import opened, reader, screen_text, until
from tests.app.pressing import burst
from tests.app.springfield import Memory


class Slow(Memory):
    """A keeper whose disk takes its time: ``go`` lets it finish."""

    def __init__(self, error: CannotWriteError | None = None) -> None:
        super().__init__(error)
        self.go = threading.Event()
        self.at_once = 0
        self.most_at_once = 0

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            assert self.go.wait(30)
            return super().save(analysis, path, overwrite=overwrite)
        finally:
            self.at_once -= 1


async def test_q_right_behind_s_waits_for_the_save_and_leaves() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "q")
        await until(pilot, lambda: keeper.at_once == 1)
        await pilot.pause()
        assert not pilot.app._exit and "not saved" not in screen_text(pilot)
        keeper.go.set()
        await until(pilot, lambda: pilot.app._exit)
    assert len(keeper.saved) == 1


async def test_q_behind_a_save_that_fails_goes_on_reading_when_no_other_place_is_named() -> None:
    keeper = Slow(ConflictError("x.facts.json has been changed by somebody else"))
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "q")
        keeper.go.set()
        await until(pilot, lambda: "somebody else" in screen_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot) and not reader(pilot).busy)
        assert not pilot.app._exit and reader(pilot).review.decisions.dirty
        burst(pilot, "q", "d")
        await until(pilot, lambda: pilot.app._exit)


async def test_what_is_decided_behind_s_is_asked_about() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: keeper.at_once == 1)
        burst(pilot, "a", "q")
        keeper.go.set()
        await until(pilot, lambda: "not saved" in screen_text(pilot))
        assert len(keeper.saved[0][0].review) == 1
        burst(pilot, "s")
        await until(pilot, lambda: pilot.app._exit)
    assert len(keeper.saved[1][0].review) == 2


async def test_saves_wait_for_each_other() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "a", "s", "s")
        await until(pilot, lambda: keeper.at_once == 1)
        keeper.go.set()
        await until(pilot, lambda: len(keeper.saved) == 3 and not reader(pilot).review.decisions.dirty)
        assert keeper.most_at_once == 1


async def test_a_question_that_nobody_asked_for_is_answered_by_no_key_of_the_reader() -> None:
    keeper = Memory(ConflictError("x.facts.json has been changed by somebody else"))
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: "somebody else" in screen_text(pilot))
        burst(pilot, *"jkaxonfptuzrmeviyYFLAXlhgGb123")
        await pilot.pause()
        assert "somebody else" in screen_text(pilot)
        assert not keeper.saved
