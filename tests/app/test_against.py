"""The reader against an older version: marks of what has changed, and the old sentence at Enter."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial

from newsview.app.app import NewsviewApp
from newsview.app.commands import findings, navigate
from newsview.app.ports import OpenedArticle
from newsview.app.state.panes import Row
from newsview.compare.against import old_words
from newsview.reading.build_article import build_article
from tests.app import springfield
from tests.app.fake_ui import fake_ui
from tests.app.opening import WIDE, reader, screen_text, until
from tests.app.opening import status as strip
from tests.app.running import ReaderPilot, running

OLD = springfield.TEXT.replace("38 percent", "31 percent").replace("12%", "12 per cent")
WAS = "~ was: About 31 percent of commuters use public transport"


@asynccontextmanager
async def against(old: str) -> AsyncGenerator[ReaderPilot, None]:
    article = springfield.article()
    opening = OpenedArticle(
        source=springfield.all_at_once(article),
        check=springfield.findings,
        compare=partial(old_words, build_article(old)),
        older="morning.txt",
    )
    async with running(NewsviewApp(article, lambda: opening), WIDE) as pilot:
        await until(pilot, lambda: reader(pilot).review.findings is not None)
        await pilot.pause()
        yield pilot


async def test_changed_fact_is_marked_and_enter_shows_its_old_sentence() -> None:
    async with against(OLD.replace("9,400", "9,300")) as pilot:
        text = screen_text(pilot)
        assert "·*about 38 percent" in text, "a finding goes before a change"
        assert "·!9,400" in text and "~ not" not in text
        assert reader(pilot).review.changed.keys() == {
            fact.id for fact in reader(pilot).review.index.facts.numbers if fact.text in ("38 percent", "9,400")
        }


def test_enter_on_a_changed_fact_shows_the_old_sentence() -> None:
    ui, view = fake_ui()
    index = ui.review.index
    findings.take(ui, index, (), old=old_words(build_article(OLD), index.article, index.facts))
    share = next(fact for fact in index.facts.numbers if fact.text == "38 percent")
    assert ui.review.mark(share.id) == "~" and len(ui.review.changed) == 1
    navigate.focus_on(ui, "numbers")
    ui.review.point_at(Row(share.id))
    ui.review.follow_pane()
    navigate.cross(ui)
    assert ui.review.pane is None and view.notices[-1].startswith(WAS)


async def test_strip_shows_the_old_sentence_and_rows_the_mark() -> None:
    async with against(OLD.replace("4.2", "4.9")) as pilot:
        assert "·~$4.2 million" in screen_text(pilot)
        await pilot.press("3", "g")
        assert "~ was: Springfield to spend $4.9 million" in strip(pilot)
        await pilot.press("enter")
        assert "~ was: Springfield to spend $4.9 million" in strip(pilot)


async def test_strip_shows_the_old_sentence_of_a_sentence_in_the_article() -> None:
    async with against(OLD) as pilot:
        (changed,) = reader(pilot).review.changed_sentences
        await pilot.press("0", "g", *["j"] * (changed - 1))
        assert reader(pilot).review.place.sentence == changed - 1 and WAS not in strip(pilot)
        await pilot.press("j")
        assert reader(pilot).review.pane is None and WAS in strip(pilot)


async def test_without_changes_nothing_is_marked() -> None:
    async with against(springfield.TEXT.replace("“", '"').replace("”", '"')) as pilot:
        assert reader(pilot).review.changed == {} and "~" not in screen_text(pilot)


GONE = "A second line was promised last year."
BEFORE = "Ridership fell by 12%"


async def to_gap(pilot: ReaderPilot) -> None:
    """Goes to the sentence behind the one that was taken out."""
    (at,) = reader(pilot).review.removed
    await pilot.press("0", "g", *["j"] * at)


async def test_gap_is_marked_counted_and_enter_shows_what_stood_there() -> None:
    async with against(springfield.TEXT.replace(BEFORE, f"{GONE} {BEFORE}")) as pilot:
        assert "~ 1 passage of morning.txt gone · ↵ at ~ shows old words" in strip(pilot)
        await to_gap(pilot)
        assert f"~ gone here: “{GONE}”" in strip(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Gone here, but in morning.txt:" in screen_text(pilot))
        assert GONE in screen_text(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "Gone here" not in screen_text(pilot))
        assert reader(pilot).review.pane is None
        await pilot.press("enter")
        assert reader(pilot).review.pane is not None, "the next Enter goes to the facts"


async def test_many_passages_that_are_gone_are_cut() -> None:
    gone = " ".join(f"Promise number {word} was made by the bus company." for word in "abcdefghijk")
    async with against(springfield.TEXT.replace(BEFORE, f"{gone} {BEFORE}")) as pilot:
        await to_gap(pilot)
        assert "Promise number a was made by the bus company.” and 10 more" in strip(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "and 7 more: newsview" in screen_text(pilot))


async def test_counts_of_facts_and_passages_are_told_together() -> None:
    old = springfield.TEXT.replace(BEFORE, f"{GONE} {BEFORE}").replace("38 percent", "31 percent")
    async with against(old) as pilot:
        assert "~ 1 fact not as in morning.txt, 1 passage gone" in strip(pilot)


async def test_an_equal_older_version_is_told() -> None:
    async with against(springfield.TEXT) as pilot:
        assert "no fact is otherwise in morning.txt, and nothing is gone" in strip(pilot)
