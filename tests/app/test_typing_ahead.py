"""Whoever types faster than a question opens decides nothing by it."""

from __future__ import annotations

import pytest
from textual import events

from tests.app.test_reader import opened, reader, until


@pytest.mark.parametrize("key", ["m", "e", "v", "slash"])
async def test_what_is_typed_ahead_of_a_question_is_no_command(key: str) -> None:
    async with opened() as pilot:
        for each in (key, "a", "a", "x"):
            pilot.app.post_message(events.Key(each, "/" if each == "slash" else each))
        await until(pilot, lambda: pilot.app.screen is not reader(pilot) or reader(pilot).entry is not None)
        await pilot.pause(0.2)
        assert not reader(pilot).review.decisions.all
        for _ in range(3):
            await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot))
        await pilot.press("a")
        await until(pilot, lambda: len(reader(pilot).review.decisions.all) == 1)
