"""The reader in every size of the terminal, and one pane on the whole screen."""

from __future__ import annotations

import pytest

from tests.app.opening import SMALL, WIDE, opened, reader, screen_text


@pytest.mark.parametrize("size", [WIDE, SMALL, (59, 20), (40, 10), (30, 6), (20, 3), (200, 60)])
async def test_every_size_can_be_used(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("j", "2", "j", "a", "0", "G", "k")
        text = screen_text(pilot)
        if size < (30, 6):
            assert "needs 30x6" in text
        else:
            assert "said" in text


async def test_small_screens_show_one_pane_with_tabs() -> None:
    async with opened(size=SMALL) as pilot:
        await pilot.press("3")
        assert reader(pilot).query_one("#numbers").display and not reader(pilot).query_one("#quotes").display
        text = screen_text(pilot)
        assert "1 Entities 5" in text and "2 Quotes 3" in text


async def test_a_new_size_keeps_the_place() -> None:
    async with opened() as pilot:
        await pilot.press("2", "j")
        before = reader(pilot).review.place
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert reader(pilot).review.place == before
        assert "reckless" in screen_text(pilot)


async def test_a_pane_takes_the_whole_screen_and_gives_it_back() -> None:
    async with opened() as pilot:
        await pilot.press("2", "z")
        await pilot.pause()
        view = reader(pilot)
        assert view.query_one("#quotes").size.width > 110 and not view.query_one("#article").display
        await pilot.press("0")
        await pilot.pause()
        assert view.query_one("#article").display and not view.query_one("#panes").display
        await pilot.press("z")
        await pilot.pause()
        assert view.query_one("#article").display and view.query_one("#panes").display
