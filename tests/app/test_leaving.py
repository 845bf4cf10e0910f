"""Leaving while something is being saved, and saving twice at once."""

from __future__ import annotations

from newsview.errors import ConflictError
from tests.app.opening import dialog_text, opened, reader, until
from tests.app.pressing import burst
from tests.app.springfield import Memory, Slow


async def test_q_right_behind_s_waits_for_the_save_and_leaves() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "q")
        await until(pilot, lambda: keeper.at_once == 1)
        await pilot.pause(0.05)  # the save is held: the application does not become idle
        assert not pilot.app._exit and "not saved" not in dialog_text(pilot)
        keeper.go.set()
        await until(pilot, lambda: pilot.app._exit)
    assert len(keeper.saved) == 1


async def test_q_after_failed_save_stays_if_no_other_path_is_given() -> None:
    keeper = Slow(ConflictError("x.facts.json was changed by another program"))
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "q")
        keeper.go.set()
        await until(pilot, lambda: "another program" in dialog_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot) and not reader(pilot).busy)
        assert not pilot.app._exit and reader(pilot).review.decisions.dirty
        burst(pilot, "q", "d")
        await until(pilot, lambda: pilot.app._exit)


async def test_q_asks_about_decisions_made_after_s() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: keeper.at_once == 1)
        burst(pilot, "a", "q")
        keeper.go.set()
        await until(pilot, lambda: "not saved" in dialog_text(pilot))
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


async def test_reader_keys_do_not_answer_an_unrequested_question() -> None:
    keeper = Memory(ConflictError("x.facts.json was changed by another program"))
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: "another program" in dialog_text(pilot))
        burst(pilot, *"jkaxonfptuzrmeviyYFLAXlhgGb123")
        await pilot.pause()
        assert "another program" in dialog_text(pilot)
        assert not keeper.saved
