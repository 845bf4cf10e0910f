from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.app.article_view import ArticleView
from newsview.app.bars import Bar
from newsview.app.fact_list import FactList
from newsview.app.keeping import Opening
from newsview.app.keys import KEYS
from newsview.app.reader import Reader
from newsview.article import Article
from newsview.errors import CannotWriteError
from newsview.facts import Analysis, Decision, Number, Quote
from newsview.reading.build import build_article
from newsview.store.files import ConflictError
from tests.app import springfield
from tests.app.springfield import Memory, Replayed

WIDE, SMALL = (120, 36), (80, 24)


@asynccontextmanager
async def opened(
    source: Replayed | None = None,
    keeper: Memory | None = None,
    size: tuple[int, int] = WIDE,
    article: Article | None = None,
    saved: Analysis | None = None,
    notice: str = "",
) -> AsyncGenerator[Pilot[None], None]:
    article = article or springfield.article()
    opening = Opening(source=source or springfield.all_at_once(article), keeper=keeper, opened=saved, notice=notice)
    app = NewsviewApp(article, lambda: opening)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.reader.source is not None)
        await pilot.pause()
        await pilot.pause()
        yield pilot


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Waits until something has come true, and fails when it does not for too long."""
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came true")


def reader(pilot: Pilot[None]) -> Reader:
    app = pilot.app
    assert isinstance(app, NewsviewApp)
    return app.reader


def screen_text(pilot: Pilot[None]) -> str:
    """What is on the screen, line by line."""
    app = pilot.app
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines)


def status(pilot: Pilot[None]) -> str:
    return str(reader(pilot).query_one("#status", Bar).render())


def current(pilot: Pilot[None]) -> str:
    anchor = reader(pilot).review.anchor
    return reader(pilot).review.article.text[anchor.start : anchor.end] if anchor else ""


async def test_the_article_and_its_facts_are_shown() -> None:
    async with opened() as pilot:
        text = screen_text(pilot)
        assert "Springfield to spend $4.2 million on new buses" in text
        assert "1 Entities" in text and "he → John Smith  said" in text and "12%" in text
        assert "springfield-buses.txt" in text and "· 16 to go" in text


async def test_the_article_is_there_before_any_fact() -> None:
    source = springfield.in_windows(springfield.article())
    async with opened(source) as pilot:
        assert "We cannot wait another decade" in screen_text(pilot)
        assert "loading the model" in screen_text(pilot)
        source.go.set()
        await pilot.pause(0.05)
        assert "reading 1/6 paragraphs" in screen_text(pilot)


async def test_facts_arrive_without_moving_the_reader() -> None:
    source = springfield.in_windows(springfield.article())
    async with opened(source) as pilot:
        for _ in range(2):
            source.go.set()
            await pilot.pause(0.05)
        await pilot.press("3", "j")
        before = reader(pilot).review.place
        assert current(pilot) == "Tuesday"
        source.go.set()
        await pilot.pause(0.05)
        assert reader(pilot).review.place == before
        assert len(reader(pilot).review.panes["quotes"].rows) == 3
        assert "reading" not in status(pilot)


async def test_keys_move_between_article_and_panes() -> None:
    async with opened() as pilot:
        await pilot.press("2", "j")
        assert current(pilot) == "reckless and unaffordable"
        assert isinstance(pilot.app.focused, FactList)
        await pilot.press("enter")
        assert isinstance(pilot.app.focused, ArticleView)
        await pilot.press("backspace")
        assert pilot.app.focused is reader(pilot).query_one("#quotes")
        await pilot.press("tab", "tab")
        assert isinstance(pilot.app.focused, ArticleView)
        await pilot.press("shift+tab")
        assert pilot.app.focused is reader(pilot).query_one("#numbers")


async def test_the_current_fact_is_marked_by_more_than_colour() -> None:
    async with opened() as pilot:
        await pilot.press("2", "j")
        line = next(line for line in screen_text(pilot).splitlines() if "John Smith  called" in line)
        assert "▌›" in line
        view = reader(pilot).query_one(ArticleView)
        reverse = [
            segment.text
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style and segment.style.reverse
        ]
        assert " ".join("".join(reverse).split()) == "reckless and unaffordable"


async def test_decisions_are_made_noted_and_undone() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "x")
        decisions = reader(pilot).review.decisions
        assert sorted(decision.status or "" for decision in decisions.all.values()) == ["accepted", "rejected"]
        assert len(keeper.steps) == 2 and "unsaved" in status(pilot)
        await pilot.press("u", "u")
        assert not decisions.all and len(keeper.steps) == 4
        await pilot.press("ctrl+r")
        assert len(decisions.all) == 1


async def test_saving_hands_everything_over() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        await pilot.pause(0.1)
        analysis = keeper.saved[0][0]
        assert analysis.quotes[0].text == "We cannot wait another decade"
        assert analysis.generator == springfield.GENERATOR
        assert [decision.status for decision in analysis.review.values()] == ["accepted"]
        assert "saved to springfield-buses.facts.json" in status(pilot)
        assert not reader(pilot).review.decisions.dirty


async def test_what_cannot_be_saved_can_be_saved_elsewhere() -> None:
    keeper = Memory(CannotWriteError("cannot write here: No space left on device"))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: "No space left" in screen_text(pilot))
        assert reader(pilot).review.decisions.dirty
        await pilot.press(*"/tmp/x.json", "enter")
        await until(pilot, lambda: "saved to /tmp/x.json" in status(pilot))
        assert not reader(pilot).review.decisions.dirty


async def test_saving_elsewhere_can_be_called_off() -> None:
    async with opened(keeper=Memory(CannotWriteError("cannot write here"))) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: "cannot write here" in screen_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "not saved" in status(pilot))
        assert reader(pilot).review.decisions.dirty


async def test_a_review_that_somebody_else_saved_is_overwritten_only_when_told_so() -> None:
    keeper = Memory(ConflictError("x.facts.json has been changed by somebody else"))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "s")
        await until(pilot, lambda: "somebody else" in screen_text(pilot))
        assert not keeper.saved
        await pilot.press("o")
        await until(pilot, lambda: "saved to" in status(pilot))
        assert keeper.saved[0][2]


async def test_quitting_asks_only_when_something_is_unsaved() -> None:
    async with opened() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running or pilot.app._exit
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "q")
        await pilot.pause()
        assert "not saved" in screen_text(pilot) and not pilot.app._exit
        await pilot.press("escape")
        await pilot.pause()
        assert "not saved" not in screen_text(pilot)
        await pilot.press("q", "s")
        await pilot.pause(0.1)
        assert pilot.app._exit and len(keeper.saved) == 1


async def test_escape_stops_reading_and_r_begins_again() -> None:
    source = springfield.in_windows(springfield.article())
    async with opened(source) as pilot:
        await pilot.press("escape")
        await pilot.pause(0.05)
        assert source.cancelled == 1 and "stopped" in screen_text(pilot)
        source.held = False
        await pilot.press("r")
        await pilot.pause(0.05)
        assert source.asked == 2 and len(reader(pilot).review.panes["quotes"].rows) == 3


async def test_a_second_extraction_keeps_the_decisions() -> None:
    source = springfield.all_at_once(springfield.article())
    async with opened(source) as pilot:
        await pilot.press("2", "a", "r")
        await pilot.pause(0.05)
        assert source.asked == 2
        assert "✓" in next(line for line in screen_text(pilot).splitlines() if "Jane Doe  told" in line)


async def test_a_worker_that_died_is_one_line() -> None:
    async with opened(springfield.failing()) as pilot:
        assert "ended by SIGKILL" in status(pilot) and "r tries again" in status(pilot)
        await pilot.press("j")
        assert reader(pilot).review.place.sentence == 1


async def test_saved_facts_are_shown_without_extracting() -> None:
    article = springfield.article()
    facts = springfield.facts(article)
    saved = Analysis(
        schema_version=1,
        generator=springfield.GENERATOR,
        article=article,
        entities=facts.entities,
        quotes=facts.quotes,
        numbers=facts.numbers,
        review={facts.quotes[0].id: Decision(status="rejected")},
    )
    source = springfield.all_at_once(article)
    async with opened(source, article=article, saved=saved, notice="2 decisions recovered") as pilot:
        assert source.asked == 0 and "2 decisions recovered" in status(pilot)
        assert "✗" in next(line for line in screen_text(pilot).splitlines() if "Jane Doe  told" in line)


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
        await pilot.pause()
        assert reader(pilot).review.place == before
        assert "reckless" in screen_text(pilot)


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
        await pilot.pause()
        assert len(reader(pilot).review.decisions.all) == 1


async def test_help_shows_every_key() -> None:
    async with opened(size=(120, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = " ".join(screen_text(pilot).split())
        assert all(" ".join(key.help.split()[:3]) in text for key in KEYS)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is reader(pilot)


async def test_an_empty_article_opens() -> None:
    article = build_article("", path="empty.txt")
    async with opened(Replayed(), article=article) as pilot:
        await pilot.press("j", "a", "enter", "2", "j", "G", "space", "0", "space", "b", "u")
        assert "empty.txt" in screen_text(pilot)


async def test_markup_and_control_codes_stay_text() -> None:
    article = build_article(
        "Brackets [b]bold[/b] [/oops] [@click=app.quit]quit[/] stay.", path="a\x1b[31m[x]\u202e\udcff.txt"
    )
    async with opened(Replayed(), article=article) as pilot:
        text = screen_text(pilot)
        assert "[/oops] [@click=app.quit]quit[/]" in text and "[x]" in text
        assert "\x1b" not in text and "\u202e" not in text


async def test_the_source_is_let_go_at_the_end() -> None:
    source = springfield.all_at_once(springfield.article())
    async with opened(source) as pilot:
        pilot.app.exit()
        await asyncio.sleep(0)
    assert source.closed


async def test_finding_goes_along_while_one_types_and_escape_goes_back() -> None:
    async with opened() as pilot:
        await pilot.press("j")
        before = reader(pilot).review.place
        await pilot.press("slash", *"reckless")
        await until(pilot, lambda: "1 of 1 in the article · 1 fact" in screen_text(pilot))
        assert current(pilot) == "reckless and unaffordable"
        await pilot.press("escape")
        await pilot.pause()
        assert reader(pilot).review.place == before and "/" not in status(pilot)
        assert isinstance(pilot.app.focused, ArticleView)


async def test_matches_stay_until_escape() -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"buses", "enter")
        await pilot.pause()
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
        await pilot.pause()
        assert len(reader(pilot).review.panes["quotes"].rows) == 2 and "“smith”" in screen_text(pilot)
        await pilot.press("F", "x", "escape")
        await pilot.pause()
        assert reader(pilot).review.filter.words == "smith"


async def test_everything_shown_is_decided_by_one_key() -> None:
    async with opened() as pilot:
        await pilot.press("2", "j", "j", "o", "A")
        assert "accepted 3 facts" in status(pilot)
        await pilot.press("u")
        assert not reader(pilot).review.decisions.all


async def test_a_pane_takes_the_whole_screen_and_gives_it_back() -> None:
    async with opened() as pilot:
        await pilot.press("2", "z")
        await pilot.pause()
        view = reader(pilot)
        assert view.query_one("#quotes").size.width > 110 and not view.query_one("#article").display
        await pilot.press("0")
        await pilot.pause()
        assert view.query_one("#article").display and not view.query_one("#panes").display
        await pilot.press("z")
        await pilot.pause()
        assert view.query_one("#article").display and view.query_one("#panes").display


async def test_the_filter_goes_round_its_states() -> None:
    async with opened() as pilot:
        await pilot.press("2", "a", "f")
        assert "not reviewed" in status(pilot) and len(reader(pilot).review.panes["quotes"].rows) == 2
        await pilot.press("f")
        assert len(reader(pilot).review.panes["quotes"].rows) == 1
        await pilot.press("f")
        assert "none here: rejected" in screen_text(pilot)


async def test_the_mouse_marks_words() -> None:
    async with opened() as pilot:
        view = reader(pilot).query_one(ArticleView)
        at = view.content_region
        await pilot.mouse_down(offset=(at.x + 2, at.y))
        await pilot.hover(offset=(at.x + 13, at.y))
        await pilot.mouse_up(offset=(at.x + 13, at.y))
        await pilot.pause()
        marked = view.marked()
        assert marked and reader(pilot).review.article.text[slice(*marked)].startswith("Springfield")


async def test_a_file_that_has_changed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One sentence.", encoding="utf-8")
    article = build_article("One sentence.", path=str(path))
    async with opened(Replayed(), article=article) as pilot:
        pilot.app.post_message(events.AppFocus())
        await pilot.pause()
        assert "changed" not in status(pilot)
        path.write_text("Another sentence.", encoding="utf-8")
        pilot.app.post_message(events.AppFocus())
        await until(pilot, lambda: "the file has changed on disk" in status(pilot))
        await pilot.press("j")
        assert "changed" not in status(pilot)
