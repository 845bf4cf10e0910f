"""Decisions, edits and their undo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsview.model.decisions import Decisions, Tally
from newsview.model.facts import Decision

ACCEPTED, REJECTED = Decision(status="accepted"), Decision(status="rejected")


def test_a_step_is_undone_and_redone_as_a_whole() -> None:
    decisions = Decisions()
    decisions.apply({"a": ACCEPTED, "b": REJECTED})
    assert decisions.all == {"a": ACCEPTED, "b": REJECTED}
    assert decisions.undo().after == {"a": None, "b": None}
    assert decisions.all == {}
    decisions.redo()
    assert decisions.all == {"a": ACCEPTED, "b": REJECTED}


def test_unchanged_decision_makes_no_step() -> None:
    decisions = Decisions({"a": ACCEPTED})
    assert not decisions.apply({"a": ACCEPTED})
    assert not decisions.undo()


def test_new_step_discards_undone_steps() -> None:
    decisions = Decisions()
    decisions.apply({"a": ACCEPTED})
    decisions.undo()
    decisions.apply({"a": REJECTED})
    assert not decisions.redo()
    assert decisions.status("a") == "rejected"


def test_only_the_saved_state_is_clean() -> None:
    decisions = Decisions()
    assert not decisions.dirty
    decisions.apply({"a": ACCEPTED})
    assert decisions.dirty
    decisions.saved(decisions.latest)
    assert not decisions.dirty
    decisions.undo()
    assert decisions.dirty
    decisions.redo()
    assert not decisions.dirty


def test_another_step_at_the_same_depth_is_not_the_saved_state() -> None:
    decisions = Decisions()
    decisions.apply({"a": ACCEPTED})
    decisions.saved(decisions.latest)
    decisions.undo()
    decisions.apply({"a": ACCEPTED})
    assert decisions.dirty


def test_decisions_from_a_journal_are_unsaved() -> None:
    decisions = Decisions({"a": ACCEPTED})
    decisions.unsaved()
    assert decisions.dirty


MOVES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from("abc"), st.sampled_from([ACCEPTED, REJECTED, None])),
        st.sampled_from(["undo", "redo"]),
    ),
    max_size=30,
)


@given(MOVES)
def test_undoing_everything_gives_the_beginning_and_redoing_the_end(moves: list[object]) -> None:
    decisions = Decisions({"a": REJECTED})
    for move in moves:
        if move == "undo":
            decisions.undo()
        elif move == "redo":
            decisions.redo()
        elif isinstance(move, tuple):
            decisions.apply({move[0]: move[1]})
    while decisions.redo():
        pass
    end, steps = dict(decisions.all), 0
    while decisions.undo():
        steps += 1
    assert decisions.all == {"a": REJECTED}
    for _ in range(steps):
        assert decisions.redo()
    assert decisions.all == end


def test_tally_ignores_missing_facts() -> None:
    decisions = Decisions({"a": ACCEPTED, "gone": ACCEPTED, "b": REJECTED, "c": Decision(note="check")})
    assert decisions.tally({"a", "b", "c"}.__contains__, 3) == Tally(1, 1, 1)


def test_tally_counts_a_verdict_as_reviewed() -> None:
    decisions = Decisions({"a": Decision(verdict="true", status="accepted"), "b": Decision(verdict="false")})
    assert decisions.tally({"a", "b", "c"}.__contains__, 3) == Tally(1, 0, 1, true=1, false=1)
