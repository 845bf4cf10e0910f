"""Commands that decide: accept, reject, skip, undo, redo, and accept or reject all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from newsview.app.commands import findings, navigate
from newsview.app.state import decide as deciding
from newsview.app.state.findings import revisit
from newsview.app.state.panes import PANES
from newsview.terminal.plural import counted

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.state.panes import Row
    from newsview.model.facts import Status

UNASKED: Final = 10
"""As many facts are accepted or rejected at once without a question."""

VERBS: Final[Mapping[Status, str]] = {"accepted": "Accept", "rejected": "Reject"}


def decide(ui: UI, status: Status) -> None:
    """Accepts or rejects the current finding, else the current fact or all of the fold, and goes on."""
    if ui.review.finding is not None:
        findings.decide(ui, ui.review.finding, status)
        return
    if ui.review.fold:
        _decide_fold(ui, status, ui.review.fold)
        return
    if ui.review.fact is None:
        ui.refresh("no fact to decide on here")
        return
    ui.record(deciding.decide(ui.review, status))
    ui.refresh(ui.finished or _only_folded(ui))


def _only_folded(ui: UI) -> str:
    """A notice once nothing but facts in closed folds is left to review; empty before."""
    review = ui.review
    left = {
        pane: [fold for fold, members in listing.folded.items() if not listing.is_open(fold) and _is_open(ui, members)]
        for pane, listing in review.panes.items()
    }
    folded = sum(
        review.decisions.is_open(row.fact)
        for pane, folds in left.items()
        for fold in folds
        for row in review.panes[pane].folded[fold]
    )
    if not folded or review.tally.open != folded or review.fold:
        return ""
    where = ", ".join(fold for folds in left.values() for fold in folds)
    keys = " ".join(f"{ui.key(pane)} {ui.key('end')}" for pane, folds in left.items() if folds)
    return f"left are {counted(folded, 'fact')} in folds: {where} · {keys} goes there"


def _is_open(ui: UI, members: Sequence[Row]) -> bool:
    return any(ui.review.decisions.is_open(row.fact) for row in members)


def _decide_fold(ui: UI, status: Status, fold: str) -> None:
    """Accepts or rejects what nobody has reviewed of the fold under the cursor, and goes on; asks where that is much."""
    facts = deciding.not_reviewed(ui.review, fold)
    if len(facts) > UNASKED:
        ui.ask(_decide_if_meant(ui, status, fold, facts))
    elif facts:
        _decide_these(ui, status, facts)
    else:
        deciding.go_on(ui.review)
        ui.refresh(ui.finished or f"all {fold} are reviewed · {ui.key('expand')} opens them")


def decide_all(ui: UI, status: Status) -> None:
    """Accepts or rejects what the pane in use shows and nobody has reviewed; asks first where that is much."""
    pane = ui.review.pane
    if pane is None:
        panes = " ".join(ui.key(each) for each in PANES)
        ui.refresh(f"go to a pane first ({panes} or {ui.key('next-pane')}): this key is about all that one pane shows")
        return
    facts = deciding.not_reviewed(ui.review)
    if len(facts) > UNASKED:
        ui.ask(_decide_if_meant(ui, status, pane, facts))
    elif facts:
        _decide_these(ui, status, facts)
    else:
        shown = ui.review.panes[pane].facts
        ui.refresh(f"all {pane} that are shown are reviewed" if shown else "no fact to decide on here")


async def _decide_if_meant(ui: UI, status: Status, which: str, facts: Sequence[str]) -> None:
    """Accepts or rejects *facts*, called *which*, if the answer is yes."""
    changed = sum(1 for decision in map(ui.review.decisions.get, facts) if decision and decision.was)
    folded = 0 if ui.review.fold else sum(map(ui.review.is_folded, facts))
    more = [f"{changed:,} changed since" if changed else "", f"{folded:,} folded" if folded else ""]
    among = f" (among them {', '.join(filter(None, more))})" if any(more) else ""
    verb = VERBS[status]
    question = f"{verb} the {len(facts):,} {which} that are shown and not reviewed{among}?"
    choices = {"y": f"{verb.lower()} {len(facts):,}", "escape": "leave them as they are"}
    if await ui.choice(question, choices) == "y":
        _decide_these(ui, status, facts)
    else:
        ui.refresh("nothing changed")


def _decide_these(ui: UI, status: Status, facts: Sequence[str]) -> None:
    fold = ui.review.fold
    folded = 0 if fold else sum(map(ui.review.is_folded, facts))
    step = deciding.decide_all(ui.review, status, facts)
    ui.record(step)
    if fold:
        deciding.go_on(ui.review)
    among = f", {folded:,} of them folded" if folded else ""
    finished = f" · {ui.finished}" if ui.finished else ""
    ui.refresh(f"{status} {counted(len(step), 'fact')}{among} · {ui.key('undo')} takes it back{finished}")


def skip(ui: UI) -> None:
    """In a pane, on to the next fact that is not reviewed; in the article, a page down."""
    if ui.review.pane is None:
        navigate.page(ui, 1)
    else:
        ui.refresh("" if deciding.go_on(ui.review) else "nothing left to review below")


def clear(ui: UI) -> None:
    """Takes the decision on the current finding or fact back, however long ago it was made; note and corrections stay."""
    if ui.review.finding is not None:
        findings.clear(ui, ui.review.finding)
        return
    if ui.review.fact is None:
        ui.refresh("no fact here")
        return
    step = deciding.clear(ui.review)
    ui.record(step)
    ui.refresh(f"not reviewed any more · {ui.key('undo')} takes it back" if step else "there is no decision to clear")


def undo(ui: UI) -> None:
    """Takes the last step back."""
    step = deciding.undo(ui.review)
    revisit(ui.review, step)
    ui.record(step)
    ui.refresh("" if step else "nothing to undo")


def redo(ui: UI) -> None:
    """Makes the step that was undone last again."""
    step = deciding.redo(ui.review)
    revisit(ui.review, step)
    ui.record(step)
    ui.refresh("" if step else "nothing to redo")
