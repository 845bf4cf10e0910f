"""Search and filters in the reader."""

from __future__ import annotations

from textual.pilot import Pilot

from newsview.app.widgets.article_view import ArticleView
from newsview.model.article import Article
from newsview.model.facts import Facts
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app.opening import current, dialog_text, opened, reader, screen_text, status, until
from tests.app.pressing import back_in_the_reader
from tests.app.springfield import GENERATOR, Replayed
from tests.making import Maker


async def test_finding_goes_along_while_one_types_and_escape_goes_back() -> None:
    async with opened() as pilot:
        await pilot.press("j")
        before = reader(pilot).review.place
        await pilot.press("slash", *"reckless")
        await until(pilot, lambda: "1 of 1 in the article · 1 fact" in screen_text(pilot))
        assert current(pilot) == "reckless and unaffordable"
        await pilot.press("escape")
        assert reader(pilot).review.place == before and "/ " not in status(pilot)
        assert isinstance(pilot.app.focused, ArticleView)


async def test_matches_stay_until_escape() -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"buses", "enter")
        assert "1 of 3" in status(pilot)
        await pilot.press("n", "n")
        assert "3 of 3" in status(pilot) and reader(pilot).review.place.sentence == 8
        await pilot.press("N")
        assert "2 of 3" in status(pilot)
        await pilot.press("escape", "n")
        assert "nothing to look for" in status(pilot)


async def test_facts_are_filtered_by_words_typed() -> None:
    async with opened() as pilot:
        await pilot.press("F", *"smith")
        await until(pilot, lambda: "3 facts" in screen_text(pilot))
        await pilot.press("enter")
        assert len(reader(pilot).review.panes["quotes"].rows) == 2 and "“smith”" in screen_text(pilot)
        await pilot.press("F", "x", "escape")
        assert reader(pilot).review.filter.words == "smith"


async def test_everything_shown_is_decided_by_one_key() -> None:
    async with opened() as pilot:
        await pilot.press("2", "j", "j", "o", "A")
        assert "accepted 2 facts" in status(pilot)  # what he says, not himself: that is another pane
        await pilot.press("u")
        assert not reader(pilot).review.decisions.all


async def show_only(pilot: Pilot[None], key: str) -> None:
    await pilot.press("f", key)
    await back_in_the_reader(pilot)


async def test_filter_is_chosen_from_a_list() -> None:
    async with opened() as pilot:
        await pilot.press("2", "a")
        await show_only(pilot, "o")
        assert "not reviewed" in status(pilot) and len(reader(pilot).review.panes["quotes"].rows) == 2
        await show_only(pilot, "y")
        assert len(reader(pilot).review.panes["quotes"].rows) == 1
        await show_only(pilot, "x")
        assert "none here: rejected" in screen_text(pilot)
        await show_only(pilot, "a")
        assert len(reader(pilot).review.panes["quotes"].rows) == 3


async def test_filter_leaves_the_place_in_the_text() -> None:
    async with opened() as pilot:
        await pilot.press("3", "g", "a", "a", "a", "a", "g", "j", "j", "j")
        rows = reader(pilot).review.panes["numbers"].rows
        await show_only(pilot, "o")
        assert reader(pilot).review.fact is not None
        place = reader(pilot).review.place
        assert place.row and place.row.fact == rows[4].fact, "the next one that is shown, not the fourth"


async def test_second_decide_all_reports_that_nothing_is_open() -> None:
    async with opened() as pilot:
        await pilot.press("3", "A")
        assert "accepted 8 facts" in status(pilot)
        await pilot.press("X")
        assert "all numbers that are shown are reviewed" in status(pilot)
        assert reader(pilot).review.tally.accepted == 8
        await show_only(pilot, "o")
        await pilot.press("A")
        assert "no fact to decide on here" in status(pilot)


async def test_decide_all_keeps_earlier_decisions_and_other_panes() -> None:
    async with opened() as pilot:
        await pilot.press("2", "x", "z", "A")
        assert "accepted 2 facts" in status(pilot)
        tally = reader(pilot).review.tally
        assert (tally.accepted, tally.rejected) == (2, 1)
        await pilot.press("u", "X")
        tally = reader(pilot).review.tally
        assert (tally.accepted, tally.rejected) == (0, 3)


async def test_decide_all_needs_a_focused_pane() -> None:
    async with opened() as pilot:
        await pilot.press("A")
        assert "go to a pane first" in status(pilot)
        assert not reader(pilot).review.decisions.all


def many(article: Article) -> Facts:
    make = Maker(article)
    return Facts(numbers=[make.number(f"{count} buses", "cardinal", value=count) for count in range(31, 42)])


async def test_more_than_ten_at_once_are_asked_about() -> None:
    article = build_article(" ".join(f"It has {count} buses." for count in range(31, 42)))
    async with opened(Replayed(Done(many(article), GENERATOR)), article=article) as pilot:
        await pilot.press("3", "A")
        assert "Accept the 11 numbers that are shown and not reviewed?" in dialog_text(pilot)
        await pilot.press("escape")
        await back_in_the_reader(pilot)
        assert not reader(pilot).review.decisions.all
        await pilot.press("X", "y")
        await back_in_the_reader(pilot)
        assert "rejected 11 facts" in status(pilot) and reader(pilot).review.tally.rejected == 11
        await pilot.press("u", "a", "A")  # ten are left: they are not asked about
        tally = reader(pilot).review.tally
        assert pilot.app.screen is reader(pilot) and tally.accepted == 11


async def test_status_distinguishes_hidden_facts_from_no_facts() -> None:
    async with opened() as pilot:
        await pilot.press("F", *"zzz", "enter")
        await pilot.press("j")
        assert "sentence 2 · none of its facts is shown" in status(pilot)
        await pilot.press("o")
        assert "no fact here" in status(pilot)
        await pilot.press("escape", "G")
        assert "no facts here" in status(pilot)
