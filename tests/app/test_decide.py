"""Decisions: changes of the review and the next current fact; without a screen."""

from __future__ import annotations

from newsview.app.state import decide, edits, filter_actions, navigation
from newsview.app.state.filters import Filter
from newsview.app.state.review import Review
from newsview.model.facts import Decision, Number, Was
from tests.app.reviewing import at, clock, words


def test_accepting_goes_on_to_the_next_open_fact_of_the_pane(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    first = review.fact
    step = decide.decide(review, "accepted", clock)
    assert first and list(step.after) == [first.id]
    assert review.decisions.get(first.id) == Decision(status="accepted", at=clock())
    assert words(review) == "reckless and unaffordable"


def test_undo_of_everything_keeps_the_place(review: Review) -> None:
    navigation.focus_on(review, "numbers")
    navigation.step(review, 3)
    decide.decide_all(review, "accepted", decide.not_reviewed(review), clock)
    for again in (decide.undo, decide.redo, decide.undo):
        assert again(review)
        assert words(review) == "38 percent" and review.place.focus == "numbers"
    assert not review.decisions.all


def test_deciding_in_the_article_goes_on_in_text_order(review: Review) -> None:
    at(review, "Ridership")
    decide.decide(review, "rejected", clock)
    assert words(review) == "9,400" and review.place.focus == "article"


def test_skipping_passes_over_what_is_decided(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    navigation.step(review, 1)
    decide.decide(review, "accepted", clock)
    navigation.to_row(review, "quotes", 0)
    assert decide.go_on(review) and words(review).startswith("Nobody")


def test_a_decision_survives_another_status(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    fact = review.fact
    assert fact
    review.decisions.apply({fact.id: Decision(note="call her", verdict="true")})
    decide.decide(review, "accepted", clock)
    assert review.decisions.get(fact.id) == Decision(status="accepted", note="call her", verdict="true", at=clock())


def test_undo_goes_back_to_the_fact(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    fact = review.fact
    decide.decide(review, "accepted", clock)
    navigation.focus_on(review, "numbers")
    decide.undo(review)
    assert review.fact == fact and review.place.focus == "quotes" and not review.decisions.all
    decide.redo(review)
    assert fact and review.decisions.status(fact.id) == "accepted"


def test_decided_fact_leaves_the_list_of_open_facts(review: Review) -> None:
    filter_actions.narrow(review, Filter(state="open"))
    navigation.focus_on(review, "quotes")
    decide.decide(review, "accepted", clock)
    assert len(review.panes["quotes"].rows) == 2 and words(review) == "reckless and unaffordable"
    decide.decide(review, "accepted", clock)
    decide.decide(review, "accepted", clock)
    assert review.panes["quotes"].rows == [] and review.fact is None


def test_decide_all_decides_shown_facts_of_focused_pane_in_one_step(review: Review) -> None:
    filter_actions.narrow(review, Filter(words="buses"))
    navigation.focus_on(review, "numbers")
    shown = {row.fact for row in review.panes["numbers"].rows}
    decide.decide_all(review, "accepted", decide.not_reviewed(review), clock)
    assert shown and set(review.decisions.all) == shown
    decide.undo(review)
    assert not review.decisions.all


def test_decide_all_skips_facts_with_status_or_verdict(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    rejected, judged, noted = (row.fact for row in review.panes["quotes"].rows)
    before = {rejected: Decision(status="rejected"), judged: Decision(verdict="true"), noted: Decision(note="call")}
    review.decisions.apply(before)
    assert decide.not_reviewed(review) == [noted]
    step = decide.decide_all(review, "accepted", [rejected, judged, noted, "q-gone"], clock)
    assert step.after == {noted: Decision(status="accepted", note="call", at=clock())}
    assert review.decisions.get(rejected) == before[rejected] and review.decisions.get(judged) == before[judged]


def test_decide_all_in_the_article_decides_nothing(review: Review) -> None:
    assert decide.not_reviewed(review) == []


def test_new_decision_replaces_one_out_of_force(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    first, second, third = (row.fact for row in review.panes["quotes"].rows)
    was = Was(text="We waited", status="accepted")
    review.decisions.apply({fact: Decision(was=was, note="call") for fact in (first, second, third)})
    assert review.tally.changed == 3 and review.tally.accepted == 0
    decide.decide(review, "accepted", clock)
    assert review.decisions.get(first) == Decision(status="accepted", note="call", at=clock())
    assert review.place.row and review.place.row.fact == second  # what has changed is still to be reviewed
    edits.judge(review, "false", "the minutes", clock)
    assert review.decisions.get(second) == Decision(verdict="false", source="the minutes", note="call", at=clock())
    decide.decide_all(review, "rejected", [third], clock)
    assert review.decisions.get(third) == Decision(status="rejected", note="call", at=clock())
    assert review.tally.changed == 0


def test_note_keeps_decision_out_of_force_visible(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    fact, was = review.fact, Was(text="We waited", verdict="true")
    assert fact
    review.decisions.apply({fact.id: Decision(was=was)})
    edits.note(review, "ask again", clock)
    edits.judge(review, None, "", clock)
    assert review.decisions.get(fact.id) == Decision(was=was, note="ask again", at=clock())


def test_an_edit_shows_at_once_and_can_be_undone(review: Review) -> None:
    navigation.focus_on(review, "numbers")
    fact = review.fact
    assert fact
    decide.change(review, {fact.id: Decision(edits={"unit": "EUR"})})
    assert isinstance(review.fact, Number) and review.fact.unit == "EUR"
    decide.undo(review)
    assert review.fact == fact
