"""Keys typed faster than the screen changes: the same effect as typed slowly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from textual import events

from newsview.app.reader.screen import Reader
from newsview.model.facts import Decision, Entity, Number
from newsview.reading.build_article import build_article
from tests.app import springfield
from tests.app.opening import SMALL, opened, reader, until
from tests.app.pressing import burst, settled
from tests.app.shelf import keepers, three_articles


def decision(of: Reader) -> Decision | None:
    fact = of.review.fact
    assert fact is not None
    return of.review.decisions.get(fact.id)


@pytest.mark.parametrize("key", ["m", "e", "v", "i", "Y", "ctrl+p"])
async def test_keys_typed_ahead_of_a_prompt_are_not_commands(key: str) -> None:
    async with opened() as pilot:
        await pilot.press("3")
        burst(pilot, key, "a", "a", "x")
        await until(pilot, lambda: pilot.app.screen is not reader(pilot))
        await pilot.pause()
        assert not reader(pilot).review.decisions.all
        burst(pilot, "escape", "escape", "a")
        await settled(pilot)
        assert len(reader(pilot).review.decisions.all) == 1


async def test_key_after_note_typed_ahead_is_a_command() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "m", *"page 4, a ax", "enter", "a")
        await settled(pilot)
        noted, accepted = [each for each in reader(pilot).review.decisions.all.values()], reader(pilot).review.tally
        assert [each.note for each in noted] == ["page 4, a ax"]
        assert accepted.accepted == 1


async def test_value_cleared_and_retyped_ahead_is_the_new_one() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "e", "v", "ctrl+u", *"50", "enter")
        number = (await settled(pilot)).review.fact
        assert isinstance(number, Number)
        assert number.value == 50


async def test_cursor_keys_typed_ahead_act_in_order() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "m", *"abc", "backspace", "d", "home", "z", "end", "left", "delete", "y", "enter")
        made = decision(await settled(pilot))
        assert made is not None
        assert made.note == "zaby"


async def test_question_after_question_is_answered_at_once() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "v", "f", *"city budget", "enter", "j")
        await settled(pilot)
        (made,) = reader(pilot).review.decisions.all.values()
        assert (made.verdict, made.source) == ("false", "city budget")
        assert reader(pilot).review.panes["numbers"].number == 2, "the verdict goes on, and j too"


async def test_a_speaker_is_chosen_by_words_and_arrow_at_once() -> None:
    async with opened() as pilot:
        burst(pilot, "2", "e", "s", *"person", "down", "enter", "j")
        await settled(pilot)
        (made,) = reader(pilot).review.decisions.all.values()
        assert reader(pilot).review.index.name_of(made.edits["speaker"]["entity"]) == "John Smith"
        assert reader(pilot).review.panes["quotes"].number == 1


async def test_words_are_marked_and_made_a_person_at_once() -> None:
    async with opened() as pilot:
        burst(pilot, "0", "i", "right", "right", "shift+right", "enter", "e", "enter", "j")
        await settled(pilot)
        added = [each for each in reader(pilot).review.index.facts.entities if each.origin == "reviewer"]
        assert [(each.name, each.type) for each in added] == [("spend $4.2", "PERSON")]
        assert isinstance(added[0], Entity)


async def test_a_file_for_a_clipping_is_named_at_once(tmp_path: Path) -> None:
    article = build_article(springfield.TEXT, path=str(tmp_path / "buses.txt"))
    async with opened(article=article, source=springfield.all_at_once(article)) as pilot:
        burst(pilot, "2", "Y", "ctrl+u", *str(tmp_path / "kept.txt"), "enter", "j")
        await settled(pilot)
        await until(pilot, lambda: (tmp_path / "kept.txt").exists())
        assert reader(pilot).review.panes["quotes"].number == 1


async def test_palette_action_typed_ahead_may_open_a_prompt() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "ctrl+p", *"write a note", "enter", *"aha", "enter")
        made = decision(await settled(pilot))
        assert made is not None
        assert made.note == "aha"


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (["slash", *"buses", "enter", "n"], lambda of: of.ui.search.current == 1),
        (
            ["slash", *"buses", "down", "enter", "a"],
            lambda of: of.ui.search.current == 1 and of.review.tally.accepted == 1,
        ),
        (["slash", *"buses", "escape", "3", "a"], lambda of: of.ui.search is None and of.review.tally.accepted == 1),
        (["F", *"smith", "enter", "1", "a"], lambda of: of.review.filter.words == "smith" and of.review.tally.accepted),
    ],
)
@pytest.mark.parametrize("size", [(120, 36), SMALL])
async def test_words_to_look_for_are_typed_at_once(
    keys: Sequence[str], seen: Callable[[Reader], bool], size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        burst(pilot, *keys)
        assert seen(await settled(pilot))


async def test_text_pasted_before_the_prompt_opens_goes_into_it() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "m", "s")
        pilot.app.post_message(events.Paste("ee the\nminutes \x1b[2J"))
        burst(pilot, "!", "enter")
        made = decision(await settled(pilot))
        assert made is not None
        assert made.note == "see the minutes \ufffd[2J!"


async def test_keys_after_article_switch_go_to_new_article() -> None:
    async with three_articles(keepers()) as (pilot, app):
        first = app.reader
        burst(pilot, "L", *"rain", "enter", "j", "L", *"buses", "enter", "j", "j", "j")
        await until(pilot, lambda: len(app._readers) == 2 and app.reader is first)
        await settled(pilot)
        assert (first.review.place.sentence, app._readers[2].review.place.sentence) == (3, 1)


async def test_keys_after_failed_article_switch_go_to_current_article() -> None:
    async with three_articles(keepers()) as (pilot, app):
        burst(pilot, "right_curly_bracket", "j")
        await settled(pilot)
        await until(pilot, lambda: app.reader.review.place.sentence == 1)
