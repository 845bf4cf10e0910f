"""What each deciding key does to a ``Review``: accept, reject, skip, undo, redo. What the panes show is ``narrowing``'s."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from newsview.app import moves
from newsview.app.decisions import Step
from newsview.app.linking import PANES, Row
from newsview.app.review import Review
from newsview.facts import Decision, Fact, Status

Clock = Callable[[], str]


def now() -> str:
    """The present moment as decisions note it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def decide(review: Review, status: Status, clock: Clock = now) -> Step:
    """Accepts or rejects the current fact and goes on to the next one that is not reviewed; the step that was made."""
    fact = review.fact
    if fact is None:
        return ()
    before = review.decisions.get(fact.id) or Decision()
    step: Step = ()
    if before.status != status:
        step = review.decisions.apply({fact.id: replace(before, status=status, at=clock())})
    go_on(review)
    return step


def change(review: Review, changes: Mapping[str, Decision | None], added: Mapping[str, Fact] | None = None) -> Step:
    """Makes any decisions (notes, verdicts, edits) by fact or mention id, and adds facts, in one step.

    Edits and added facts show at once, because the facts are linked anew.
    """
    return _show(review, review.decisions.apply(changes, added))


def _show(review: Review, step: Step) -> Step:
    if any(each.added or _edits(each.before) != _edits(each.after) for each in step):
        review.reindex()
    else:
        _list_again(review)
    return step


def decide_all(review: Review, status: Status, clock: Clock = now) -> Step:
    """Accepts or rejects every fact that the panes show now, in one step that one undo takes back."""
    # equal decisions are one object, in the review as in the journal: they may be many thousands
    decided: dict[int | None, Decision] = {None: Decision(status=status, at=clock())}
    changes: dict[str, Decision | None] = {}
    for pane in PANES:
        for row in review.panes[pane].rows:
            before = review.decisions.get(row.fact)
            if before is None or before.status != status:
                key = None if before is None else id(before)
                if before is not None and key not in decided:
                    decided[key] = replace(before, status=status, at=decided[None].at)
                changes[row.fact] = decided[key]
    step = review.decisions.apply(changes)
    _list_again(review)
    return step


def go_on(review: Review) -> bool:
    """To the next fact that is not reviewed, in the pane in use or, in the article, in the text; False if none is left.

    A fact that has just been decided may leave its pane by this.
    """
    pane = review.pane
    if pane is None:
        moved = moves.step_fact(review, 1, unreviewed=True)
        _list_again(review)
        return moved
    listing = review.panes[pane]
    rows, number = listing.rows, listing.number
    target = next((row for row in rows[number + 1 :] if row.part < 0 and not review.decisions.status(row.fact)), None)
    _list_again(review)
    if target is None:
        target = next((row for row in rows[number + 1 :] if row.part < 0 and row in listing), None)
    if target is not None:
        moves.to_row(review, pane, listing.number_of(target) or 0)
    else:
        review.follow_pane()
    return target is not None


def undo(review: Review) -> Step:
    """Takes the last step back and goes to what it had changed; the step as it was taken back."""
    return _revisit(review, review.decisions.undo())


def redo(review: Review) -> Step:
    """Makes the last step that was undone again and goes to what it changes."""
    return _revisit(review, review.decisions.redo())


def _revisit(review: Review, step: Step) -> Step:
    _show(review, step)
    if step and step[0].fact in review.index.by_id and review.is_shown(step[0].fact):
        row = Row(step[0].fact)
        anchor = review.index.anchor(row)
        if anchor is not None and review.place.row != Row(anchor.fact, anchor.part):
            review.take(anchor)
            review.align_panes()
            review.point_at(row)
            if review.pane is not None:
                focus = next(pane for pane in PANES if row in review.panes[pane])
                review.place = review.place._replace(focus=focus)
    return step


def _edits(decision: Decision | None) -> Mapping[str, object]:
    return decision.edits if decision else {}


def _list_again(review: Review) -> None:
    """Lists the panes anew where the filter looks at decisions; elsewhere no row comes or goes."""
    if review.filter.state not in ("all", "everything"):
        review.refill()
