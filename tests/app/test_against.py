"""The reader against an older version: marks of what has changed, and the old sentence at Enter."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial

from newsview.app.app import NewsviewApp
from newsview.app.commands import findings, navigate
from newsview.app.ports import OpenedArticle
from newsview.app.state.changes import Changes
from newsview.app.state.panes import Row
from newsview.compare.against import old_words
from newsview.reading.build_article import build_article
from tests.app import springfield
from tests.app.fake_ui import fake_ui
from tests.app.opening import WIDE, opened, reader, screen_text, until
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


def changes(pilot: ReaderPilot) -> Changes:
    found = reader(pilot).review.changes
    assert found is not None
    return found


async def test_changed_fact_is_marked_and_enter_shows_its_old_sentence() -> None:
    async with against(OLD.replace("9,400", "9,300")) as pilot:
        text = screen_text(pilot)
        assert "·*about 38 percent" in text, "a finding goes before a change"
        assert "·!9,400" in text and "~ not" not in text
        assert changes(pilot).facts.keys() == {
            fact.id for fact in reader(pilot).review.index.facts.numbers if fact.text in ("38 percent", "9,400")
        }


def test_enter_on_a_changed_fact_shows_the_old_sentence() -> None:
    ui, view = fake_ui()
    index = ui.review.index
    findings.take(ui, index, (), old=old_words(build_article(OLD), index.article, index.facts))
    share = next(fact for fact in index.facts.numbers if fact.text == "38 percent")
    assert ui.review.mark(share.id) == "~" and ui.review.changes is not None and len(ui.review.changes.facts) == 1
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
        (changed,) = changes(pilot).sentences
        await pilot.press("0", "g", *["j"] * (changed - 1))
        assert reader(pilot).review.place.sentence == changed - 1 and WAS not in strip(pilot)
        await pilot.press("j")
        assert reader(pilot).review.pane is None and WAS in strip(pilot)


async def test_without_changes_nothing_is_marked() -> None:
    async with against(springfield.TEXT.replace("“", '"').replace("”", '"')) as pilot:
        assert changes(pilot).facts == {} and "~" not in screen_text(pilot)


GONE = "A second line was promised last year."
BEFORE = "Ridership fell by 12%"


async def to_gap(pilot: ReaderPilot) -> None:
    """Goes to the sentence behind the one that was taken out."""
    (at,) = changes(pilot).removed
    await pilot.press("0", "g", *["j"] * at)


async def test_gap_is_marked_counted_and_enter_shows_what_stood_there() -> None:
    async with against(springfield.TEXT.replace(BEFORE, f"{GONE} {BEFORE}")) as pilot:
        assert "~ 1 passage of morning.txt gone · D goes to the next, ↵ shows old words" in strip(pilot)
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


TWO_AND_A_GAP = (
    springfield.TEXT.replace("4.2", "4.9").replace("38 percent", "31 percent").replace(BEFORE, f"{GONE} {BEFORE}")
)


async def test_a_key_goes_from_change_to_change_and_round_the_end() -> None:
    async with against(TWO_AND_A_GAP) as pilot:
        stops = changes(pilot).stops
        assert f"~ {len(stops)}  ·" in screen_text(pilot).splitlines()[0]
        at = []
        for number in range(len(stops)):
            await pilot.press("D")
            assert f"~ change {number + 1} of {len(stops)}" in strip(pilot)
            assert "~ was" in strip(pilot) or "~ gone here" in strip(pilot)
            at.append(reader(pilot).review.place.sentence)
        assert at == [stop.sentence for stop in stops] and len(set(at)) > 2
        await pilot.press("tilde")
        assert reader(pilot).review.place.sentence == at[0]


async def test_in_a_pane_the_change_is_its_row_and_a_gap_is_in_the_article() -> None:
    async with against(TWO_AND_A_GAP) as pilot:
        await pilot.press("3", "G")
        foci = []
        for _ in changes(pilot).stops:
            await pilot.press("D")
            foci.append(reader(pilot).review.pane)
        assert "numbers" in foci and None in foci
        for _ in range(2):  # a filter hides the row: the sentence is gone to
            await pilot.press("3", "F", *"buses", "enter", "D")
            assert "~ change" in strip(pilot)


async def test_without_an_older_version_the_key_says_how_to_name_one() -> None:
    async with opened() as pilot:
        await pilot.press("D")
        assert "newsview NEW --against OLD" in strip(pilot)
    async with against(springfield.TEXT) as pilot:
        await pilot.press("D")
        assert "no change since the older version" in strip(pilot)
