"""Mouse: clicks equal the keys."""

from __future__ import annotations

from newsview.app.widgets.article_view import GUTTER, ArticleView
from newsview.model.facts import Number, Quote
from tests.app.opening import current, opened, reader


async def test_a_click_is_a_move_and_a_double_click_crosses() -> None:
    async with opened() as pilot:
        await pilot.click("#numbers", offset=(8, 2))
        assert isinstance(reader(pilot).review.fact, Number) and current(pilot) == "Tuesday"
        await pilot.click("#quotes", offset=(8, 3), times=2)
        assert isinstance(reader(pilot).review.fact, Quote) and reader(pilot).review.place.focus == "article"
        await pilot.click("#article", offset=(10, 1))
        assert reader(pilot).review.place.sentence == 0


async def test_the_footer_can_be_clicked() -> None:
    async with opened() as pilot:
        await pilot.press("2")
        footer = str(reader(pilot).query_one("#footer").render())
        await pilot.click("#footer", offset=(footer.index("accept"), 0))
        assert len(reader(pilot).review.decisions.all) == 1


async def test_the_mouse_marks_words() -> None:
    async with opened() as pilot:
        view = reader(pilot).query_one(ArticleView)
        at = view.content_region
        await pilot.mouse_down(offset=(at.x + GUTTER, at.y))
        await pilot.hover(offset=(at.x + GUTTER + 11, at.y))
        await pilot.mouse_up(offset=(at.x + GUTTER + 11, at.y))
        await pilot.pause()
        marked = view.mouse_selection()
        assert marked and reader(pilot).review.article.text[slice(*marked)].startswith("Springfield")
