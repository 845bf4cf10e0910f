"""What deciding does to a review, and where it goes on; without a screen."""

from __future__ import annotations

from newsview.app import deciding, editing, moves, narrowing
from newsview.app.filtering import Filter
from newsview.app.review import Review
from newsview.facts import Decision, Number, Was
from tests.app.reviewing import at, clock, words


def test_accepting_goes_on_to_the_next_open_fact_of_the_pane(review: Review) -> None:
    moves.focus_on(review, "quotes")
    first = review.fact
    step = deciding.decide(review, "accepted", clock)
    assert first and list(step.after) == [first.id]
    assert review.decisions.get(first.id) == Decision(status="accepted", at=clock())
    assert words(review) == "reckless and unaffordable"


def test_undo_of_everything_leaves_the_reader_where_he_is(review: Review) -> None:
    moves.focus_on(review, "numbers")
    moves.step(review, 3)
    deciding.decide_all(review, "accepted", deciding.not_reviewed(review), clock)
    for again in (deciding.undo, deciding.redo, deciding.undo):
        assert again(review)
        assert words(review) == "38 percent" and review.place.focus == "numbers"
    assert not review.decisions.all


def test_deciding_in_the_article_goes_on_in_text_order(review: Review) -> None:
    at(review, "Ridership")
    deciding.decide(review, "rejected", clock)
    assert words(review) == "9,400" and review.place.focus == "article"


def test_skipping_passes_over_what_is_decided(review: Review) -> None:
    moves.focus_on(review, "quotes")
    moves.step(review, 1)
    deciding.decide(review, "accepted", clock)
    moves.to_row(review, "quotes", 0)
    assert deciding.go_on(review) and words(review).startswith("Nobody")


def test_a_decision_survives_another_status(review: Review) -> None:
    moves.focus_on(review, "quotes")
    fact = review.fact
    assert fact
    review.decisions.apply({fact.id: Decision(note="call her", verdict="true")})
    deciding.decide(review, "accepted", clock)
    assert review.decisions.get(fact.id) == Decision(status="accepted", note="call her", verdict="true", at=clock())


def test_undo_goes_back_to_the_fact(review: Review) -> None:
    moves.focus_on(review, "quotes")
    fact = review.fact
    deciding.decide(review, "accepted", clock)
    moves.focus_on(review, "numbers")
    deciding.undo(review)
    assert review.fact == fact and review.place.focus == "quotes" and not review.decisions.all
    deciding.redo(review)
    assert fact and review.decisions.status(fact.id) == "accepted"


def test_what_is_decided_leaves_a_list_of_open_facts(review: Review) -> None:
    narrowing.narrow(review, Filter(state="open"))
    moves.focus_on(review, "quotes")
    deciding.decide(review, "accepted", clock)
    assert len(review.panes["quotes"].rows) == 2 and words(review) == "reckless and unaffordable"
    deciding.decide(review, "accepted", clock)
    deciding.decide(review, "accepted", clock)
    assert review.panes["quotes"].rows == [] and review.fact is None


def test_all_that_the_pane_in_use_shows_is_decided_in_one_step(review: Review) -> None:
    narrowing.narrow(review, Filter(words="buses"))
    moves.focus_on(review, "numbers")
    shown = {row.fact for row in review.panes["numbers"].rows}
    deciding.decide_all(review, "accepted", deciding.not_reviewed(review), clock)
    assert shown and set(review.decisions.all) == shown
    deciding.undo(review)
    assert not review.decisions.all


def test_what_was_decided_or_judged_before_is_not_among_what_is_decided_at_once(review: Review) -> None:
    moves.focus_on(review, "quotes")
    rejected, judged, noted = (row.fact for row in review.panes["quotes"].rows)
    before = {rejected: Decision(status="rejected"), judged: Decision(verdict="true"), noted: Decision(note="call")}
    review.decisions.apply(before)
    assert deciding.not_reviewed(review) == [noted]
    step = deciding.decide_all(review, "accepted", [rejected, judged, noted, "q-gone"], clock)
    assert step.after == {noted: Decision(status="accepted", note="call", at=clock())}
    assert review.decisions.get(rejected) == before[rejected] and review.decisions.get(judged) == before[judged]


def test_in_the_article_nothing_is_decided_at_once(review: Review) -> None:
    assert deciding.not_reviewed(review) == []


def test_a_new_decision_takes_the_place_of_one_that_is_out_of_force(review: Review) -> None:
    moves.focus_on(review, "quotes")
    first, second, third = (row.fact for row in review.panes["quotes"].rows)
    was = Was(text="We waited", status="accepted")
    review.decisions.apply({fact: Decision(was=was, note="call") for fact in (first, second, third)})
    assert review.tally.changed == 3 and review.tally.accepted == 0
    deciding.decide(review, "accepted", clock)
    assert review.decisions.get(first) == Decision(status="accepted", note="call", at=clock())
    assert review.place.row and review.place.row.fact == second  # what has changed is still to be reviewed
    editing.judge(review, "false", "the minutes", clock)
    assert review.decisions.get(second) == Decision(verdict="false", source="the minutes", note="call", at=clock())
    deciding.decide_all(review, "rejected", [third], clock)
    assert review.decisions.get(third) == Decision(status="rejected", note="call", at=clock())
    assert review.tally.changed == 0


def test_a_note_leaves_what_is_out_of_force_to_be_seen(review: Review) -> None:
    moves.focus_on(review, "quotes")
    fact, was = review.fact, Was(text="We waited", verdict="true")
    assert fact
    review.decisions.apply({fact.id: Decision(was=was)})
    editing.note(review, "ask again", clock)
    editing.judge(review, None, "", clock)
    assert review.decisions.get(fact.id) == Decision(was=was, note="ask again", at=clock())


def test_an_edit_shows_at_once_and_can_be_undone(review: Review) -> None:
    moves.focus_on(review, "numbers")
    fact = review.fact
    assert fact
    deciding.change(review, {fact.id: Decision(edits={"unit": "EUR"})})
    assert isinstance(review.fact, Number) and review.fact.unit == "EUR"
    deciding.undo(review)
    assert review.fact == fact
