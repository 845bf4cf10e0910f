"""The reader in terminals of all sizes, and with one pane zoomed."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from newsview.model.facts import Facts
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.opening import SMALL, WIDE, opened, reader, screen_text, until
from tests.app.springfield import Replayed


def pane_text(pane: Widget) -> str:
    """The lines that a pane shows, without the blanks around them."""
    return "\n".join(pane.render_line(y).text.strip() for y in range(pane.size.height))


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
        assert reader(pilot).review.place == before
        assert "reckless" in screen_text(pilot)


async def test_a_pane_takes_the_whole_screen_and_gives_it_back() -> None:
    async with opened() as pilot:
        await pilot.press("2", "z")
        view = reader(pilot)
        assert view.query_one("#quotes").size.width > 110 and not view.query_one("#article").display
        await pilot.press("0")
        assert view.query_one("#article").display and not view.query_one("#panes").display
        await pilot.press("z")
        assert view.query_one("#article").display and view.query_one("#panes").display


@pytest.mark.parametrize("size", [(59, 20), (40, 12), (70, 12), (30, 6)])
async def test_pane_can_be_shown_if_only_the_article_fits(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2")
        assert "2 Quotes" not in screen_text(pilot)
        await pilot.press("z")
        assert "2 Quotes" in screen_text(pilot) and "Jane Doe  told" in screen_text(pilot)
        await pilot.press("z")
        assert "2 Quotes" not in screen_text(pilot)


@pytest.mark.parametrize("size", [WIDE, SMALL, (60, 15), (40, 12)])
async def test_typed_text_is_visible_at_every_size(size: tuple[int, int]) -> None:
    for key in ("F", "slash"):
        async with opened(size=size) as pilot:
            await pilot.press(key, *"buses")
            last = screen_text(pilot).splitlines()[-6 if size >= SMALL else -2 :]
            assert sum("buses" in line and ("/" in line or "facts with" in line) for line in last) == 1


@pytest.mark.parametrize("size", [WIDE, SMALL, (60, 15), (40, 12)])
async def test_how_to_end_marking_words_fits_the_line(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("i")
        last = screen_text(pilot).splitlines()[-1]
        assert "Enter" in last and "Esc" in last
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: "Esc leaves" in screen_text(pilot).splitlines()[-1])


@pytest.mark.parametrize(("keys", "focus"), [(["2", "z"], "quotes"), (["1", "l"], "entities"), (["j"], "article")])
async def test_the_focus_comes_back_with_the_room(keys: list[str], focus: str) -> None:
    async with opened() as pilot:
        await pilot.press(*keys)
        for size in ((20, 3), WIDE):
            await pilot.resize_terminal(*size)
        view = reader(pilot)
        await until(pilot, lambda: view.focused is view.query_one(f"#{focus}"))


async def test_zoomed_pane_has_a_second_line_for_long_quotes() -> None:
    async with opened(size=(40, 20)) as pilot:
        await pilot.press("2", "z")
        quotes = reader(pilot).query_one("#quotes")
        assert "▌     “We cannot wait another\n▌     decade”" in pane_text(quotes)
        assert quotes.virtual_size.height == 9
    async with opened() as pilot:
        await pilot.press("2")
        quotes = reader(pilot).query_one("#quotes")
        assert "“Nobody asked the people who pay for…" in pane_text(quotes)
        for height in (9, 6):
            await pilot.press("z")
            assert quotes.virtual_size.height == height


async def test_rows_have_a_second_line_of_words_while_all_of_them_have_room() -> None:
    async with opened(size=(120, 50)) as pilot:
        quotes = reader(pilot).query_one("#quotes")
        await until(pilot, lambda: quotes.virtual_size.height == 9)
        await pilot.press("2")
        assert "“Nobody asked the people who pay for\nit”" in pane_text(quotes)
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: quotes.virtual_size.height == 6)


async def test_count_stays_in_the_title_beside_a_long_filter() -> None:
    async with opened() as pilot:
        await pilot.press("F", *"springfield and other words that are typed", "enter")
        titles = [line for line in screen_text(pilot).splitlines() if "1 Entities" in line]
        assert titles[0].rstrip("┐ ─").endswith("… · 0"), titles


ODD = {
    "one word": "Word",
    "a word of 10,000 letters": "x" * 10_000 + " said.",
    "wide characters": "日本語の記事" * 400,
    "right to left": "قال الرئيس لن نقبل " * 40,
    "joined emoji": "👩‍👩‍👧‍👦🏳️‍🌈👍🏽 said " * 40,
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("size", [(1, 1), (1, 40), (31, 7), WIDE])
async def test_odd_articles_can_be_walked_at_any_size(name: str, size: tuple[int, int]) -> None:
    article = build_article(ODD[name])
    async with opened(Replayed(Done(Facts(), springfield.GENERATOR)), size=size, article=article) as pilot:
        await pilot.press("j", "J", "G", "2", "z", "z", "0", "O", "escape", "pagedown", "g")
        assert reader(pilot).review.place.sentence == 0
        first = screen_text(pilot).splitlines()[0]
        assert cell_len(first) == size[0]
