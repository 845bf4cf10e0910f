"""Saving, saving elsewhere, and quitting with or without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.errors import CannotWriteError, ConflictError, LinkedAwayError
from tests.app import springfield
from tests.app.opening import dialog_text, opened, reader, status, until
from tests.app.springfield import Memory


async def test_save_receives_all_decisions() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        analysis = keeper.saved[0][0]
        assert analysis.quotes[0].text == "We cannot wait another decade"
        assert analysis.generator == springfield.GENERATOR
        assert [decision.status for decision in analysis.review.values()] == ["accepted"]
        assert "saved to springfield-buses.facts.json" in status(pilot)
        assert not reader(pilot).review.decisions.dirty


async def test_failed_save_can_use_another_path() -> None:
    keeper = Memory(CannotWriteError("cannot write here: No space left on device"))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: "No space left" in dialog_text(pilot))
        assert reader(pilot).review.decisions.dirty
        await pilot.press(*"/tmp/x.json", "enter")
        await until(pilot, lambda: "saved to /tmp/x.json" in status(pilot))
        assert not reader(pilot).review.decisions.dirty


async def test_saving_to_another_path_can_be_cancelled() -> None:
    async with opened(keeper=Memory(CannotWriteError("cannot write here"))) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: "cannot write here" in dialog_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "not saved" in status(pilot))
        assert reader(pilot).review.decisions.dirty


async def test_file_changed_by_another_program_needs_confirmation() -> None:
    keeper = Memory(ConflictError("x.facts.json was changed by another program"))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: "another program" in dialog_text(pilot))
        assert not keeper.saved
        await pilot.press("w")
        await until(pilot, lambda: "saved to" in status(pilot))
        assert keeper.saved[0][2]


async def test_quitting_asks_only_when_something_is_unsaved() -> None:
    async with opened() as pilot:
        await pilot.press("q")
        assert not pilot.app.is_running or pilot.app._exit
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "q")
        assert "not saved" in dialog_text(pilot) and not pilot.app._exit
        await pilot.press("escape")
        assert "not saved" not in dialog_text(pilot)
        await pilot.press("q", "s")
        assert pilot.app._exit and len(keeper.saved) == 1


AWAY = Path("/home/somebody/.bash_aliases")


@pytest.mark.parametrize(("key", "told"), [("w", f"saved to {AWAY}"), ("escape", "not saved")])
async def test_save_through_link_out_of_folder_asks_and_shows_target(key: str, told: str) -> None:
    keeper = Memory(LinkedAwayError("kit/x.facts.json is a link", AWAY))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: f"write to {AWAY}" in dialog_text(pilot))
        assert not keeper.saved
        await pilot.press(key)
        await until(pilot, lambda: told in status(pilot))
        # by its own name and not as "overwrite": what is there is asked about like any other file
        saved = [(path, overwrite) for _, path, overwrite in keeper.saved]
        assert saved == ([(AWAY, False)] if key == "w" else [])


@pytest.mark.parametrize("key", ["s", "E"])
async def test_prompt_for_another_file_suggests_one(key: str) -> None:
    keeper = Memory(CannotWriteError("cannot write here"))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", key, *(["h"] if key == "E" else []))
        await until(pilot, lambda: "cannot write here" in dialog_text(pilot))
        assert "again" not in dialog_text(pilot)
        await pilot.press("up", "enter")
        await until(pilot, lambda: "to" in status(pilot) and str(Path.home()) in status(pilot))
        assert "springfield-buses" in status(pilot)
