"""Questions, header and status in small terminals."""

from __future__ import annotations

import pytest
from textual.content import Content

from newsview.app.widgets.bars import Bar
from newsview.reading.build_article import build_article
from tests.app.opening import opened, reader, screen_text, status, until
from tests.app.pressing import burst, settled
from tests.app.springfield import Replayed


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["3", "e"], ["Correct $4.2 million", "v  value: 4,200,000", "k  kind: money"]),
        (["3", "e", "v", "ctrl+u", "q", "enter"], ["Value", " q ", "a number is wanted"]),
        (["3", "v"], ["t  true", "Esc  leave it as it is"]),
        (["3", "m"], ["Note on $4.2 million", "Enter takes it"]),
        (["ctrl+p"], ["What shall be done?", "type to narrow", "accept the"]),
        (["3", "a", "q"], ["s  save and quit", "Esc  go on reading"]),
        (["question_mark"], ["Move", "j ↓"]),
    ],
)
async def test_questions_have_room_on_six_lines_of_thirty_cells(keys: list[str], shown: list[str]) -> None:
    async with opened(size=(30, 6)) as pilot:
        burst(pilot, *keys)
        await until(pilot, lambda: all(words in screen_text(pilot) for words in shown))


async def test_decision_mark_is_shown_without_room_for_its_words() -> None:
    async with opened(size=(30, 6)) as pilot:
        burst(pilot, "3", "x", "k")
        await settled(pilot)
        assert status(pilot).startswith(" ✗ $4.2 million")
        assert status(pilot).endswith("● ")


async def test_the_header_leaves_whole_parts_out_where_there_is_no_room() -> None:
    async with opened(size=(70, 20)) as pilot:
        line = screen_text(pilot).splitlines()[0]
        assert "springfield-buses.txt " in line and "words" not in line and "to go" in line


async def test_header_counts_one_word_and_status_waits_for_facts() -> None:
    async with opened(article=build_article("Rain", path="rain.txt"), source=Replayed(held=True)) as pilot:
        assert "rain.txt · 1 word " in screen_text(pilot)
        await until(pilot, lambda: reader(pilot).ui.extraction.under_way)
        assert "no facts yet" in status(pilot)


@pytest.mark.parametrize("length", range(50, 64))
async def test_the_two_ends_of_a_bar_never_touch(length: int) -> None:
    async with opened(size=(80, 24)) as pilot:
        bar = reader(pilot).query_one("#header", Bar)
        bar.show(Content(" " + "x" * length), Content("● unsaved  s to save "))
        line = bar.render()
        assert " ● unsaved" in line.plain and line.cell_length == 80


@pytest.mark.parametrize("length", range(50, 64))
async def test_notice_in_strip_never_touches_unsaved_mark(length: int) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press("]", "a")
        reader(pilot).ui.refresh("x" * length)
        line = status(pilot).splitlines()[0]
        assert " ● unsaved" in line and len(line) == 80
        assert ("x" * length in line) == (length < 58), "cut with an ellipsis where it is too long"
