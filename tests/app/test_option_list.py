"""List of choices: the highlighted line is visible in every theme, lines can be clicked."""

from __future__ import annotations

import pytest
from textual import events
from textual.widget import Widget

from newsview.app.screens.prompts import Pick
from newsview.app.widgets.option_list import OptionList
from newsview.model.facts import Entity
from tests.app.opening import opened, reader, screen_text, until
from tests.app.pressing import burst, settled


def marked(text: str) -> list[str]:
    return [line.split("›")[1].strip(" ┃│").split("  ")[0] for line in text.splitlines() if "┃  ›" in line]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light", "nord"])
async def test_the_marked_line_has_a_sign_and_reversed_colours(theme: str) -> None:
    async with opened() as pilot:
        pilot.app.theme = theme
        burst(pilot, "1", "e", "t", "down")
        await until(pilot, lambda: "org: company" in screen_text(pilot))
        await pilot.pause()
        choices: Widget = pilot.app.screen.query_one(OptionList)
        strips = [choices.render_line(row) for row in range(3)]
        looks = [[bool(segment.style and segment.style.reverse) for segment in strip] for strip in strips]
        assert [any(row) for row in looks] == [False, True, False]
        assert strips[1].text.startswith("› org: company")


async def test_arrows_and_pages_go_through_the_list_and_round_its_ends() -> None:
    async with opened() as pilot:
        burst(pilot, "1", "e", "t")
        await until(pilot, lambda: "org: company" in screen_text(pilot))
        choices = pilot.app.screen.query_one(OptionList)
        seen = []
        for key in ("up", "up", "down", "down", "pagedown", "pagedown", "pageup", "pageup"):
            await pilot.press(key)
            seen.append(choices.marked)
        assert seen == [10, 9, 10, 0, 10, 10, 0, 0]
        assert "2 more" not in screen_text(pilot)  # all of them have room here


async def test_long_list_shows_number_of_hidden_lines() -> None:
    async with opened(size=(80, 24)) as pilot:
        burst(pilot, "ctrl+p")
        await until(pilot, lambda: " more" in screen_text(pilot))
        for _ in range(20):
            await pilot.press("down")
        choices = pilot.app.screen.query_one(OptionList)
        assert choices.marked == 20
        assert len(marked(screen_text(pilot))) == 1


async def test_a_click_takes_a_line_and_the_wheel_goes_through_them() -> None:
    async with opened() as pilot:
        burst(pilot, "1", "e", "t")
        await until(pilot, lambda: "org: company" in screen_text(pilot))
        await pilot.pause()
        await pilot._post_mouse_events([events.MouseScrollDown], OptionList)
        assert pilot.app.screen.query_one(OptionList).marked == 1
        await pilot.click(OptionList, offset=(4, 4))
        await settled(pilot)
        entity = reader(pilot).review.fact
        assert isinstance(entity, Entity)
        assert entity.type == "FAC"


async def test_two_types_of_place_are_told_apart() -> None:
    async with opened() as pilot:
        burst(pilot, "1", "e", "t", *"mountain", "enter")
        entity = (await settled(pilot)).review.fact
        assert isinstance(entity, Entity)
        assert entity.type == "LOC"


async def test_names_that_begin_with_the_words_come_before_roles_that_hold_them() -> None:
    choices = [("a", "Ada Quill, auditor general"), ("b", "Health Audit Office · org"), ("c", "Audit Scotland · org")]
    async with opened() as pilot:
        pick = Pick("Who?", choices)
        pilot.app.push_screen(pick)
        await pilot.press(*"audit")
        shown = [line.strip(" ›") for line in str(pick.query_one(OptionList).render()).splitlines()]
        assert shown == [choices[2][1], choices[1][1], choices[0][1]]
