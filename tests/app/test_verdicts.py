"""A verdict is a review: it counts, goes on, and offers its source again; a decision can be cleared, and work discarded."""

from __future__ import annotations

import pytest

from newsview.app.commands import edit, navigate, review, saving
from newsview.app.commands.context import UI
from newsview.app.state.filters import Filter
from newsview.model.decision import Was
from newsview.model.facts import Analysis, Decision
from tests.app import springfield
from tests.app.fake_ui import FakeView, fake_ui
from tests.app.opening import opened, reader, screen_text, status, until
from tests.app.pressing import back_in_the_reader
from tests.app.springfield import Memory


def decision_of(ui: UI, at: int = 0) -> Decision | None:
    row = ui.review.panes["numbers"].rows[at]
    return ui.review.decisions.get(row.fact)


async def judged(answers: list[object]) -> tuple[UI, FakeView]:
    ui, shown = fake_ui(Memory())
    navigate.focus_on(ui, "numbers")
    shown.answers = answers
    edit.verdict(ui)
    await shown.finish()
    return ui, shown


async def test_verdict_counts_as_reviewed_and_goes_on() -> None:
    before = fake_ui()[0].review.tally.open
    ui, _ = await judged(["f", "budget"])
    first = decision_of(ui)
    assert first is not None and (first.verdict, first.source, first.status) == ("false", "budget", None)
    assert ui.review.panes["numbers"].number == 1
    tally = ui.review.tally
    assert (tally.false, tally.accepted, tally.open) == (1, 0, before - 1)


async def test_fact_with_a_verdict_is_skipped_and_filtered_as_reviewed() -> None:
    ui, _ = await judged(["t", ""])
    navigate.to_end(ui, False)
    review.skip(ui)
    assert ui.review.panes["numbers"].number == 1
    before = ui.review.panes["numbers"].facts
    ui.review.filter = Filter(state="open")
    ui.review.refill()
    assert ui.review.panes["numbers"].facts == before - 1


async def test_last_source_is_offered_with_one_key() -> None:
    ui, shown = await judged(["f", "budget"])
    shown.answers = ["T"]
    edit.verdict(ui)
    await shown.finish()
    second = decision_of(ui, 1)
    assert second is not None and (second.verdict, second.source) == ("true", "budget")
    assert shown.notices[-1] == "claim true, by budget"


async def test_up_writes_the_last_source_into_the_line() -> None:
    async with opened() as pilot:
        await pilot.press("3", "v", "f", *"budget", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("v")
        assert "T F U  the same, by “budget” again" in screen_text(pilot)
        await pilot.press("u", "up", *"s", "enter")
        await back_in_the_reader(pilot)
        sources = [decision.source for decision in reader(pilot).review.decisions.all.values()]
        assert sources == ["budget", "budgets"]
        assert "= 0" not in screen_text(pilot) and "≠ 1  ? 1" in screen_text(pilot).splitlines()[0]


def test_clearing_removes_decision_verdict_and_source_and_leaves_the_note() -> None:
    store = Memory()
    ui, shown = fake_ui(store)
    navigate.focus_on(ui, "numbers")
    fact = ui.review.fact
    assert fact is not None
    was = Was(text="14%", verdict="true")
    ui.review.decisions.apply({fact.id: Decision(status="accepted", verdict="true", source="x", note="n", was=was)})
    review.clear(ui)
    left = ui.review.decisions.get(fact.id)
    assert left is not None
    assert (left.status, left.verdict, left.source, left.was, left.note) == (None, None, None, None, "n")
    assert len(store.steps) == 1 and "not reviewed any more" in shown.notices[-1]
    review.clear(ui)
    assert shown.notices[-1] == "there is no decision to clear"
    review.undo(ui)
    restored = ui.review.decisions.get(fact.id)
    assert restored is not None and restored.verdict == "true"


async def test_saved_decision_is_cleared_after_a_restart() -> None:
    article = springfield.article()
    facts = springfield.facts(article)
    decided = {facts.numbers[0].id: Decision(status="accepted")}
    saved = Analysis.of(article, facts, springfield.GENERATOR, decided)
    async with opened(springfield.Replayed(), article=article, saved=saved) as pilot:
        await pilot.press("3", "u")
        assert "nothing to undo" in status(pilot)
        await pilot.press("U")
        assert not reader(pilot).review.decisions.all and "unsaved" in status(pilot)
        await pilot.press("a", "k", "U", "u", "u", "u")
        assert not reader(pilot).review.decisions.dirty, "it is as it was saved"


async def test_state_like_the_saved_one_is_not_unsaved() -> None:
    ui, shown = fake_ui(Memory())
    navigate.focus_on(ui, "numbers")
    saving.save(ui)
    await shown.finish()
    review.decide(ui, "accepted")
    assert ui.unsaved
    navigate.step(ui, -1)
    review.clear(ui)
    assert not ui.unsaved, "there is no decision, as in the file"


@pytest.mark.parametrize(("answer", "discarded"), [("d", True), ("s", False)])
async def test_quitting_without_saving_discards(answer: str, discarded: bool) -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("3", "a", "q")
        await until(pilot, lambda: "discard them and quit" in screen_text(pilot))
        await pilot.press(answer)
        await until(pilot, lambda: pilot.app._exit)
    assert keeper.discarded == discarded and len(keeper.saved) == (not discarded)
