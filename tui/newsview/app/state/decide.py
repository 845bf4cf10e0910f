"""What each deciding key does to a ``Review``: accept, reject, skip, undo, redo. What the panes show is ``narrowing``'s."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from newsview.app.state import navigation
from newsview.app.state.fact_index import PANES, Row
from newsview.app.state.review import Review
from newsview.model.decisions import NOTHING, Step
from newsview.model.facts import Decision, Fact, Status

Clock = Callable[[], str]


def now() -> str:
    """The present moment as decisions note it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def decide(review: Review, status: Status, clock: Clock = now) -> Step:
    """Accepts or rejects the current fact and goes on to the next one that is not reviewed; the step that was made."""
    fact = review.fact
    if fact is None:
        return NOTHING
    before = review.decisions.get(fact.id) or Decision()
    step = NOTHING
    if before.status != status or before.was is not None:
        step = review.decisions.apply({fact.id: replace(before, status=status, was=None, at=clock())})
    go_on(review)
    return step


def change(review: Review, changes: Mapping[str, Decision | None], added: Mapping[str, Fact] | None = None) -> Step:
    """Makes any decisions (notes, verdicts, edits) by fact or mention id, and adds facts, in one step.

    Edits and added facts show at once, because the facts are linked anew.
    """
    return _show(review, review.decisions.apply(changes, added))


def _show(review: Review, step: Step) -> Step:
    if step.added or _edited(step):
        review.reindex()
    else:
        _list_again(review)
    return step


def _edited(step: Step) -> bool:
    """Whether it changed what a fact says. Of many thousands that were decided at once the decisions are a few."""
    if not any(each.edits for each in {id(each): each for each in _said(step)}.values()):
        return False
    return any(_edits(before) != _edits(step.after[fact]) for fact, before in step.before.items())


def _said(step: Step) -> Iterator[Decision]:
    return (each for each in (*step.before.values(), *step.after.values()) if each is not None)


def not_reviewed(review: Review) -> list[str]:
    """The ids of what the pane in use shows and nobody has decided on: neither accepted, rejected nor judged.

    In the order of the pane; none while the article is in use.
    """
    if review.pane is None:
        return []
    facts = dict.fromkeys(row.fact for row in review.panes[review.pane].rows)
    return [fact for fact in facts if _is_open(review, fact)]


def _is_open(review: Review, fact: str) -> bool:
    decision = review.decisions.get(fact)
    return decision is None or not (decision.status or decision.verdict)


def decide_all(review: Review, status: Status, facts: Iterable[str], clock: Clock = now) -> Step:
    """Accepts or rejects *facts* (ids), in one step that one undo takes back.

    Passes over those that are not there any more, or that something has been decided on.
    """
    # equal decisions are one object, in the review as in the journal: they may be many thousands
    decided: dict[int | None, Decision] = {None: Decision(status=status, at=clock())}
    changes: dict[str, Decision | None] = {}
    for fact in facts:
        before = review.decisions.get(fact)
        if fact not in review.index.by_id or not _is_open(review, fact):
            continue
        if before is not None and id(before) not in decided:
            decided[id(before)] = replace(before, status=status, was=None, at=decided[None].at)
        changes[fact] = decided[None if before is None else id(before)]
    step = review.decisions.apply(changes)
    _list_again(review)
    return step


def go_on(review: Review) -> bool:
    """To the next fact that is not reviewed, in the pane in use or, in the article, in the text; False if none is left.

    A fact that has just been decided may leave its pane by this.
    """
    pane = review.pane
    if pane is None:
        moved = navigation.step_fact(review, 1, unreviewed=True)
        _list_again(review)
        return moved
    listing = review.panes[pane]
    rows, number = listing.rows, listing.number
    target = next((row for row in rows[number + 1 :] if row.part < 0 and not review.decisions.status(row.fact)), None)
    _list_again(review)
    if target is None:
        target = next((row for row in rows[number + 1 :] if row.part < 0 and row in listing), None)
    if target is not None:
        navigation.to_row(review, pane, listing.number_of(target) or 0)
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
    there = review.place.row is not None and review.place.row.fact in step.after
    first = next(iter(step.after), "")
    if not there and first in review.index.by_id and review.is_shown(first):
        row = Row(first)
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
