"""Dialogs show all of what they ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App
from textual.widgets import Static

from newsview.app.asking import Prompt
from newsview.app.dialogs import Choice, Dialog

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
        assert width <= size[0] - 8
