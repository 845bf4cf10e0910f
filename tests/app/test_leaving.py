"""Leaving while something is being saved, and saving twice at once."""

from __future__ import annotations

from collections.abc import Mapping
from unittest.mock import patch

from newsview.app.commands import saving
from newsview.app.commands.context import UI
from newsview.app.state import decide as deciding
from newsview.app.state import navigation
from newsview.app.state.review import Review
from newsview.errors import ConflictError
from tests.app.fake_ui import fake_ui
from tests.app.opening import dialog_text, opened, reader, until
from tests.app.pressing import burst
from tests.app.springfield import Memory, Slow


async def test_q_right_behind_s_waits_for_the_save_and_leaves() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "q")
        await until(pilot, lambda: keeper.at_once == 1)
        await pilot.pause(0.05)  # the save is held: the application does not become idle
        assert not pilot.app._exit and "not saved" not in dialog_text(pilot)
        keeper.go.set()
        await until(pilot, lambda: pilot.app._exit)
    assert len(keeper.saved) == 1


async def test_q_after_failed_save_stays_if_no_other_path_is_given() -> None:
    keeper = Slow(ConflictError("x.facts.json was changed by another program"))
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "q")
        keeper.go.set()
        await until(pilot, lambda: "another program" in dialog_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot) and not reader(pilot).busy)
        assert not pilot.app._exit and reader(pilot).review.decisions.dirty
        burst(pilot, "q", "d")
        await until(pilot, lambda: pilot.app._exit)


async def test_q_asks_about_decisions_made_after_s() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: keeper.at_once == 1)
        burst(pilot, "a", "q")
        keeper.go.set()
        await until(pilot, lambda: "not saved" in dialog_text(pilot))
        assert len(keeper.saved[0][0].review) == 1
        burst(pilot, "s")
        await until(pilot, lambda: pilot.app._exit)
    assert len(keeper.saved[1][0].review) == 2


async def test_saves_wait_for_each_other() -> None:
    keeper = Slow()
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s", "a", "s", "s")
        await until(pilot, lambda: keeper.at_once == 1)
        keeper.go.set()
        await until(pilot, lambda: len(keeper.saved) == 3 and not reader(pilot).review.decisions.dirty)
        assert keeper.most_at_once == 1


async def test_reader_keys_do_not_answer_an_unrequested_question() -> None:
    keeper = Memory(ConflictError("x.facts.json was changed by another program"))
    async with opened(keeper=keeper) as pilot:
        burst(pilot, "3", "a", "s")
        await until(pilot, lambda: "another program" in dialog_text(pilot))
        burst(pilot, *"jkaxonfptuzrmeviyYFLAXlhgGb123")
        await pilot.pause()
        assert "another program" in dialog_text(pilot)
        assert not keeper.saved


async def test_question_about_another_article_counts_it_rightly() -> None:
    ui, view = fake_ui()
    other, _ = fake_ui()
    other.record(deciding.decide(at_a_fact(other), "accepted"))
    ui.others = [other]
    asked: list[str] = []

    async def choice(question: str, choices: Mapping[str, str]) -> str:
        """Notes the question and goes on."""
        asked.append(question)
        return "escape"

    with patch.object(ui, "choice", choice):
        saving.quit(ui)
        await view.finish()
    assert asked == ["Another open article has changes that are not saved."]


def at_a_fact(ui: UI) -> Review:
    """The review, with its first quote current."""
    navigation.focus_on(ui.review, "quotes")
    return ui.review
