"""What deciding does to a review, and where it goes on; without a screen."""

from __future__ import annotations

from newsview.app import deciding, moves, narrowing
from newsview.app.filtering import Filter
from newsview.app.review import Review
from newsview.facts import Decision, Number
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
    deciding.decide_all(review, "accepted", clock)
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


def test_all_that_is_shown_is_decided_in_one_step(review: Review) -> None:
    narrowing.narrow(review, Filter(words="buses"))
    shown = {row.fact for listing in review.panes.values() for row in listing.rows}
    deciding.decide_all(review, "accepted", clock)
    assert shown and set(review.decisions.all) == shown
    deciding.undo(review)
    assert not review.decisions.all


def test_an_edit_shows_at_once_and_can_be_undone(review: Review) -> None:
    moves.focus_on(review, "numbers")
    fact = review.fact
    assert fact
    deciding.change(review, {fact.id: Decision(edits={"unit": "EUR"})})
    assert isinstance(review.fact, Number) and review.fact.unit == "EUR"
    deciding.undo(review)
    assert review.fact == fact
