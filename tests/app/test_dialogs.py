"""Dialogs: the whole question is visible."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App
from textual.widgets import Static

from newsview.app.app import HEIGHTS, WIDTHS
from newsview.app.screens.dialogs import Choice, Dialog
from newsview.app.screens.prompts import Pick, Prompt

QUESTION = " ".join(f"word{number}" for number in range(30))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 15)])
@pytest.mark.parametrize("dialog", [lambda: Choice(QUESTION, {"y": "yes"}), lambda: Prompt(QUESTION)])
async def test_a_long_question_is_wrapped_and_not_cut(dialog: Callable[[], Dialog[str]], size: tuple[int, int]) -> None:
    async with App[None]().run_test(size=size) as pilot:
        await pilot.app.push_screen(dialog())
        await pilot.pause()
        shown = pilot.app.screen.query_one(".dialog--question", Static)
        width = shown.content_size.width
        lines = [shown.render_line(row).text for row in range(shown.content_size.height)]
        assert " ".join(" ".join(lines).split()) == QUESTION
        assert width <= size[0] - 6


class Sized(App[None]):
    """An application with the reader's classes of sizes."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 15), (40, 12)])
async def test_long_list_always_shows_its_keys(size: tuple[int, int]) -> None:
    async with Sized().run_test(size=size) as pilot:
        dialog = Pick("Which one?", [(str(number), f"choice {number}") for number in range(40)])
        await pilot.app.push_screen(dialog)
        await pilot.pause()
        lines = [strip.text for strip in dialog._compositor.render_strips()]
        assert any("choose" in line for line in lines) and any("choice 2" in line for line in lines)
        assert "Esc" in " ".join(lines)
