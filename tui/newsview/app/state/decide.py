"""Actions on decisions of a ``Review``: accept, reject, skip, undo, redo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from newsview.app.state import navigation
from newsview.app.state.fact_index import FOLD, PANES, Row
from newsview.app.state.review import Review
from newsview.app.state.row_list import RowList
from newsview.model.decision import decided
from newsview.model.decision import now as now
from newsview.model.decisions import NOTHING, Step
from newsview.model.facts import Decision, Fact, Status

Clock = Callable[[], str]


def decide(review: Review, status: Status, clock: Clock = now) -> Step:
    """Accept or reject the current fact and go to the next one that is not reviewed; returns the step."""
    fact = review.fact
    if fact is None:
        return NOTHING
    before = review.decisions.get(fact.id) or Decision()
    step = NOTHING
    if before.status != status or before.was is not None:
        step = review.decisions.apply({fact.id: replace(before, status=status, was=None, at=clock())})
    go_on(review)
    return step


def clear(review: Review, clock: Clock = now) -> Step:
    """Remove status, verdict, source and the decision out of force from the current fact; note and edits stay."""
    fact = review.fact
    if fact is None:
        return NOTHING
    return change(review, {fact.id: decided(review.decisions.get(fact.id), "clear", at=clock())})


def change(review: Review, changes: Mapping[str, Decision | None], added: Mapping[str, Fact] | None = None) -> Step:
    """Apply decisions (notes, verdicts, edits) by fact or mention id, and add facts, in one step.

    If the step has edits or added facts, the facts are indexed again.
    """
    return _reindex_if_edited(review, review.decisions.apply(changes, added))


def _reindex_if_edited(review: Review, step: Step) -> Step:
    if step.added or _changes_facts(step):
        review.reindex()
    else:
        _refill_filtered(review)
    return step


def _changes_facts(step: Step) -> bool:
    """Whether the step has edits or added facts. Equal decisions are shared, so thousands of them are checked fast."""
    if not any(each.edits for each in {id(each): each for each in _decisions(step)}.values()):
        return False
    return any(_edits(before) != _edits(step.after[fact]) for fact, before in step.before.items())


def _decisions(step: Step) -> Iterator[Decision]:
    return (each for each in (*step.before.values(), *step.after.values()) if each is not None)


def not_reviewed(review: Review, fold: str = "") -> list[str]:
    """The ids of the facts in the focused pane without a status or verdict, in text order, also of those in folds.

    With *fold*, only of those in it. Empty if the article has the focus.
    """
    if review.pane is None:
        return []
    listing = review.panes[review.pane]
    rows = listing.folded.get(fold, ()) if fold else listing.listed
    return [row.fact for row in rows if review.decisions.is_open(row.fact)]


def decide_all(review: Review, status: Status, facts: Iterable[str], clock: Clock = now) -> Step:
    """Accept or reject *facts* (ids) in one step.

    Facts that no longer exist, or that have a status or verdict, are left out.
    """
    # equal decisions share one object, in the review and in the journal: there may be many thousands
    decided: dict[int | None, Decision] = {None: Decision(status=status, at=clock())}
    changes: dict[str, Decision | None] = {}
    for fact in facts:
        before = review.decisions.get(fact)
        if fact not in review.index.by_id or not review.decisions.is_open(fact):
            continue
        if before is not None and id(before) not in decided:
            decided[id(before)] = replace(before, status=status, was=None, at=decided[None].at)
        changes[fact] = decided[None if before is None else id(before)]
    step = review.decisions.apply(changes)
    _refill_filtered(review)
    return step


def go_on(review: Review) -> bool:
    """Go to the next fact that is not reviewed, in the focused pane or in the text; False if there is none.

    A fact that was just decided may leave its pane, if the filter depends on decisions.
    """
    pane = review.pane
    if pane is None:
        moved = navigation.step_fact(review, 1, unreviewed=True)
        _refill_filtered(review)
        return moved
    listing = review.panes[pane]
    rows, number = listing.rows, listing.number
    target = next((row for row in rows[number + 1 :] if _is_open(review, listing, row)), None)
    _refill_filtered(review)
    if target is None:
        target = next((row for row in rows[number + 1 :] if row.part == -1 and row in listing), None)
    if target is not None:
        navigation.to_row(review, pane, listing.number_of(target) or 0)
    else:
        review.follow_pane()
    return target is not None


def _is_open(review: Review, listing: RowList, row: Row) -> bool:
    """Whether *row* of *listing* is a fact that is not reviewed, or a closed fold with one."""
    if row.part == FOLD:
        closed = not listing.is_open(row.fact)
        return closed and any(review.decisions.is_open(each.fact) for each in listing.folded[row.fact])
    return row.part < 0 and review.decisions.is_open(row.fact)


def undo(review: Review) -> Step:
    """Undo the last step and go to a fact that it changed; returns the reverse step."""
    return _revisit(review, review.decisions.undo())


def redo(review: Review) -> Step:
    """Redo the last undone step and go to a fact that it changes; returns the step."""
    return _revisit(review, review.decisions.redo())


def _revisit(review: Review, step: Step) -> Step:
    _reindex_if_edited(review, step)
    there = review.place.row is not None and review.place.row.fact in step.after
    first = next(iter(step.after), "")
    if not there and first in review.index.by_id and review.is_shown(first):
        row = Row(first)
        occurrence = review.index.occurrence(row)
        if occurrence is not None and review.place.row != Row(occurrence.fact, occurrence.part):
            review.take(occurrence)
            review.align_panes()
            review.point_at(row)
            if review.pane is not None:
                focus = next(pane for pane in PANES if row in review.panes[pane])
                review.place = review.place._replace(focus=focus)
    return step


def come_back(review: Review, id_: str) -> bool:
    """Make the fact *id_*, which was current, current again if new facts have moved the place; False if it is gone."""
    if review.fact is not None and review.fact.id == id_:
        return True
    occurrence = review.index.occurrence(Row(id_)) if id_ in review.index.by_id else None
    if occurrence is None:
        return False
    review.take(occurrence)
    if review.is_shown(id_):
        review.align_panes()
        review.point_at(Row(id_))
    return True


def _edits(decision: Decision | None) -> Mapping[str, object]:
    return decision.edits if decision else {}


def _refill_filtered(review: Review) -> None:
    """Fill the panes again if the filter depends on decisions; otherwise the rows do not change."""
    if review.filter.state not in ("all", "guessed", "everything"):
        review.refill()
