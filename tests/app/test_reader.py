"""The reader: what is shown, and the effect of keys."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from textual import events

from newsview.app.keymap import KEYS
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.fact_list import FactList
from newsview.model.facts import Analysis, Decision, Facts
from newsview.reading.build_article import build_article
from newsview.workers.events import Done, Failed, Progress, Window
from tests.app import springfield
from tests.app.opening import SMALL, current, opened, reader, screen_text, status, until
from tests.app.springfield import Memory, Replayed


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
        await pilot.pause()
        assert "reading 1/6 paragraphs" in screen_text(pilot)


async def test_no_fact_in_sight_is_not_said_while_facts_are_on_their_way() -> None:
    source = springfield.in_windows(springfield.article())
    async with opened(source) as pilot:
        await pilot.press("]")
        assert "no fact after this one" not in status(pilot)
        for _ in range(3):
            source.go.set()
            await pilot.pause()
        assert "no fact after this one" not in status(pilot)
        await pilot.press("G", *["]"] * 40)
        assert "no fact after this one" in status(pilot)


async def test_facts_arrive_without_moving_the_reader() -> None:
    source = springfield.in_windows(springfield.article())
    async with opened(source) as pilot:
        for _ in range(2):
            source.go.set()
            await pilot.pause()
        await pilot.press("3", "j")
        before = reader(pilot).review.place
        assert current(pilot) == "Tuesday"
        source.go.set()
        await pilot.pause()
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


async def test_escape_stops_reading_and_r_begins_again() -> None:
    source = springfield.in_windows(springfield.article())
    async with opened(source) as pilot:
        await pilot.press("escape")
        assert source.cancelled == 1 and "stopped" in screen_text(pilot)
        source.held = False
        await pilot.press("r")
        assert source.asked == 2 and len(reader(pilot).review.panes["quotes"].rows) == 3


async def test_a_second_extraction_keeps_the_decisions() -> None:
    source = springfield.all_at_once(springfield.article())
    async with opened(source) as pilot:
        await pilot.press("2", "a", "r")
        assert source.asked == 2
        assert "✓" in next(line for line in screen_text(pilot).splitlines() if "Jane Doe  told" in line)


async def test_dead_worker_is_reported_in_one_line() -> None:
    async with opened(springfield.failing()) as pilot:
        assert "ended by SIGKILL" in status(pilot) and "r tries again" in status(pilot)
        await pilot.press("j")
        assert reader(pilot).review.place.sentence == 1


async def test_failure_message_is_complete_in_a_narrow_pane() -> None:
    article = springfield.article()
    reason = "the extraction's process ended with code 1: it wanted forty-two megabytes more than there were to be had"
    async with opened(Replayed(Failed(reason, "died")), article=article, size=SMALL) as pilot:
        await until(pilot, lambda: bool(reader(pilot).ui.extraction.failure))
        await pilot.pause()
        lines = [line.strip("│┃ ") for line in screen_text(pilot).splitlines()]
        assert f"{reason} · r reads again" in " ".join(lines)


async def test_without_facts_a_pane_says_how_to_add_one() -> None:
    article = build_article("It rained.")
    async with opened(Replayed(Done(Facts(), springfield.GENERATOR)), article=article) as pilot:
        await until(pilot, lambda: not reader(pilot).ui.extraction.under_way)
        await pilot.pause()
        for pane in ("entities", "quotes", "numbers"):
            assert f"no {pane} found · i adds one" in screen_text(pilot)


async def test_saved_facts_are_shown_without_extracting() -> None:
    article = springfield.article()
    facts = springfield.facts(article)
    saved = Analysis.of(article, facts, springfield.GENERATOR, {facts.quotes[0].id: Decision(status="rejected")})
    source = springfield.all_at_once(article)
    async with opened(source, article=article, saved=saved, notice="2 decisions recovered") as pilot:
        assert source.asked == 0 and "2 decisions recovered" in status(pilot)
        assert "✗" in next(line for line in screen_text(pilot).splitlines() if "Jane Doe  told" in line)


async def test_help_shows_every_key() -> None:
    async with opened(size=(120, 60)) as pilot:
        await pilot.press("question_mark")
        text = " ".join(screen_text(pilot).split())
        assert all(" ".join(key.help.split()[:3]) in text for key in KEYS)
        await pilot.press("escape")
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


async def test_source_is_closed_at_exit() -> None:
    source = springfield.all_at_once(springfield.article())
    async with opened(source) as pilot:
        pilot.app.exit()
        await asyncio.sleep(0)
    assert source.closed


async def test_changed_file_is_reported(tmp_path: Path) -> None:
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


async def test_hint_stays_until_its_keys_were_used() -> None:
    async with opened(hint=[("next", "next sentence")]) as pilot:
        assert "j next sentence" in status(pilot)
        for key in ("j", "right_square_bracket", "enter"):
            await pilot.press("u")
            assert "nothing to undo" in status(pilot), "what a key says comes first"
            await pilot.press(key)
            assert "j next sentence" in status(pilot)
        await pilot.press("j")
        assert "j next sentence" not in status(pilot)
        assert "not reviewed" in status(pilot)


async def test_panes_and_status_line_say_the_same_of_the_progress() -> None:
    article = springfield.article()
    found = springfield.facts(article)
    events = (Window(replace(found, numbers=()), 1, 3), Progress(2, 3), Done(found, springfield.GENERATOR))
    source = springfield.Replayed(*events, held=True)
    async with opened(source=source) as pilot:
        source.go.set()
        await until(pilot, lambda: "reading 1/3" in status(pilot))
        assert screen_text(pilot).count("reading 1/3") == 2
        source.go.set()
        await until(pilot, lambda: "reading 2/3" in status(pilot))
        assert screen_text(pilot).count("reading 2/3") == 2
