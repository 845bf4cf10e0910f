"""The overview in the reader: what it shows, and the ways from its lines into the article and back."""

from __future__ import annotations

import pytest

from newsview.app.render.canvas import Canvas, beside, moved, next_section
from newsview.app.render.overview import compose, said_by
from newsview.app.screens.overview import OverviewScreen
from newsview.app.state.overview import overview_of
from newsview.app.state.review import Review
from newsview.app.widgets.overview_canvas import OverviewCanvas
from tests.app import springfield
from tests.app.opening import opened, reader, screen_text, until
from tests.app.running import ReaderPilot


def canvas(width: int) -> Canvas:
    article = springfield.article()
    return compose(overview_of(Review(article, springfield.facts(article))), width, published=True)


def text(of: Canvas) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in of.lines]


def cell_words(of: Canvas) -> list[str]:
    lines = text(of)
    return [lines[cell.line][cell.start : cell.end] for cell in of.cells]


def test_narrow_overview_has_its_parts_below_each_other() -> None:
    lines = text(canvas(78))
    titles = [line.split()[0] for line in lines if "──" in line]
    assert titles == ["Review", "Speakers", "When", "Figures"]
    assert ["John", "Smith", "2", "·", "·", "2"] in [line.split() for line in lines]
    assert any(line.startswith("  new buses") and "$4.2 million" in line for line in lines)


def test_wide_overview_has_dates_beside_speakers() -> None:
    lines = text(canvas(118))
    [both] = [line for line in lines if line.startswith("Speakers")]
    assert "│ When" in both


@pytest.mark.parametrize("width", [1, 20, 40, 78, 99, 100, 118, 198])
def test_no_line_is_wider_than_the_screen_and_cells_hold_their_words(width: int) -> None:
    made = canvas(width)
    if width >= 40:
        assert all(len(line) <= width for line in text(made))
        assert all(word == word.strip() and word for word in cell_words(made))
    assert all(0 <= cell.line < len(made.lines) for cell in made.cells)


def test_cursor_moves_by_lines_cells_and_parts_through_everything() -> None:
    made = canvas(118)
    words = cell_words(made)
    speakers = made.sections[1]
    assert words[speakers] == "Jane Doe"
    assert words[beside(made, speakers, 1)] == "1"
    assert words[moved(made, speakers, 1)] == "John Smith"
    assert beside(made, speakers, -1) == speakers
    seen, at = [0], 0
    while (following := moved(made, at, 1)) != at:
        at = following
        seen.append(at)
    assert {made.cells[each].line for each in seen} == {cell.line for cell in made.cells}
    assert moved(made, at, -len(seen)) == 0
    assert next_section(made, speakers, 1) == made.sections[2]
    assert next_section(made, made.sections[-1], 1) == 0


def shown(pilot: ReaderPilot) -> OverviewScreen:
    assert isinstance(pilot.app.screen, OverviewScreen)
    return pilot.app.screen


async def test_enter_leads_into_the_article_and_backspace_to_the_same_line() -> None:
    async with opened() as pilot:
        before = reader(pilot).review.place
        await pilot.press("O", "j", "l")
        screen = shown(pilot)
        assert "John Smith · said · 1 of 2" in screen_text(pilot)
        await pilot.press("right_square_bracket")
        assert "John Smith · said · 2 of 2" in screen_text(pilot)
        at = screen.query_one(OverviewCanvas).at
        await pilot.press("enter")
        review = reader(pilot).review
        assert pilot.app.screen is reader(pilot)
        assert review.pane is None
        assert review.fact is not None and review.fact.id == review.index.panes["quotes"][2].fact
        await pilot.press("backspace")
        assert shown(pilot).query_one(OverviewCanvas).at == at
        assert "John Smith · said · 2 of 2" in screen_text(pilot)
        await pilot.press("backspace")
        assert reader(pilot).review.place == before


async def test_backspace_behind_another_crossing_goes_back_step_by_step() -> None:
    async with opened() as pilot:
        await pilot.press("O", "enter", "enter")
        assert reader(pilot).review.pane is not None
        await pilot.press("backspace")
        assert pilot.app.screen is reader(pilot)
        assert reader(pilot).review.pane is None
        await pilot.press("backspace")
        shown(pilot)


async def test_every_cell_leads_to_its_place() -> None:
    async with opened() as pilot:
        await pilot.press("O")
        count = len(shown(pilot).query_one(OverviewCanvas).canvas.cells)
        for number in range(count):
            drawn = shown(pilot).query_one(OverviewCanvas)
            drawn.move_to(number)
            place = drawn.canvas.cells[number].places[0]
            await pilot.press("enter")
            review = reader(pilot).review
            assert review.fact is not None and review.fact.id == place.fact
            assert review.place.sentence == review.article.sentence_index(place.start)
            await pilot.press("backspace")


@pytest.mark.parametrize("size", [(200, 60), (120, 36), (80, 24), (60, 15), (30, 6)])
async def test_overview_fits_every_screen_with_its_cursor_in_view(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("O")
        for key in ("G", "g", "pagedown", "tab", "shift+tab", "G"):
            await pilot.press(key)
            drawn = shown(pilot).query_one(OverviewCanvas)
            cell = drawn.cell
            assert cell is not None
            lines = [drawn.render_line(y).text for y in range(drawn.size.height)]
            words = "".join(piece.text for piece in drawn.canvas.lines[cell.line])[cell.start : cell.end]
            assert any(words in line for line in lines)
            assert {len(line) for line in lines} == {size[0]}


async def test_resize_keeps_the_cursor_on_its_fact() -> None:
    async with opened() as pilot:
        await pilot.press("O", "j")
        cell = shown(pilot).query_one(OverviewCanvas).cell
        await pilot.resize_terminal(80, 24)
        after = shown(pilot).query_one(OverviewCanvas).cell
        assert cell is not None and after is not None
        assert cell.said == after.said


async def test_decisions_change_the_overview() -> None:
    async with opened() as pilot:
        await pilot.press("2", "x", "a", "O")
        drawn = "\n".join(text(shown(pilot).query_one(OverviewCanvas).canvas))
        assert "✓ 1 accepted" in drawn and "✗ 1 rejected" in drawn
        assert "Jane Doe, mayor" not in drawn


async def test_overview_shows_facts_that_arrive_while_it_is_open() -> None:
    source = springfield.all_at_once(springfield.article())
    source.held = True
    async with opened(source=source) as pilot:
        await pilot.press("O")
        assert "nobody is quoted by name yet" in screen_text(pilot)
        source.go.set()
        await until(pilot, lambda: not source.go.is_set())
        source.go.set()
        await until(pilot, lambda: "Jane Doe, mayor" in screen_text(pilot))
        assert "yet" not in screen_text(pilot)
        await pilot.press("enter")
        assert reader(pilot).review.fact is not None


async def test_an_article_without_facts_has_an_overview_that_says_so() -> None:
    async with opened(source=springfield.Replayed()) as pilot:
        await pilot.press("O")
        assert "nobody is quoted by name" in screen_text(pilot)
        await pilot.press("enter", "j", "l", "tab", "G", "pagedown", "escape")
        assert pilot.app.screen is reader(pilot)


async def test_backspace_of_a_later_crossing_does_not_open_the_overview() -> None:
    async with opened() as pilot:
        await pilot.press("O", "enter", "backspace", "escape", "2", "enter", "backspace")
        assert pilot.app.screen is reader(pilot)
        assert reader(pilot).review.pane == "quotes"


def test_the_verb_of_a_long_name_beside_a_figure_is_kept() -> None:
    assert said_by("Ada Quill denied", 30) == " (Ada Quill denied)"
    assert said_by("Abernethy Chukwuma-Wellington denied", 22) == " (…-Wellington denied)"
