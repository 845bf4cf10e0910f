"""When the application is idle: all keys and messages handled, no background task but those that wait for something."""

from __future__ import annotations

import pytest

from newsview.app.state.extraction import Stage
from tests.app import springfield
from tests.app.opening import opened, reader, until
from tests.app.pressing import burst
from tests.app.springfield import Replayed, Slow


async def test_application_with_waiting_keys_is_not_idle() -> None:
    async with opened() as pilot:
        assert pilot.reader_app.idle
        burst(pilot, "3", "m", "a", "b")
        assert not pilot.reader_app.idle
        await pilot.pause()
        assert not pilot.reader_app._waiting and pilot.app.screen is not reader(pilot)


@pytest.mark.parametrize("key", ["question_mark", "m", "L", "ctrl+p"])
async def test_open_dialog_is_idle_and_so_is_the_reader_after_it(key: str) -> None:
    async with opened() as pilot:
        await pilot.press("3", key)
        assert pilot.reader_app.idle
        await pilot.press("escape")
        assert pilot.reader_app.idle and reader(pilot).ui.waits == 0


async def test_application_that_saves_is_not_idle() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: keeper.at_once == 1)
        await pilot.pause(0.05)
        assert not pilot.reader_app.idle
        keeper.go.set()
        await pilot.pause()
        assert len(keeper.saved) == 1


async def test_extraction_that_waits_for_its_source_is_idle() -> None:
    source = Replayed(*springfield.all_at_once(springfield.article()).events, held=True)
    async with opened(source) as pilot:
        assert pilot.reader_app.idle and reader(pilot).ui.extraction.stage is Stage.RUNNING
        source.held = False
        source.go.set()
        await until(pilot, lambda: not reader(pilot).ui.extraction.under_way)
        await pilot.press("r")
        assert reader(pilot).ui.extraction.stage is Stage.IDLE and source.asked == 2
