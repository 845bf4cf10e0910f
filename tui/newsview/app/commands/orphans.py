"""The command that lists decisions whose facts were not found again, and dismisses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview import describe
from newsview.app.commands.context import NOT_YET
from newsview.app.state import decide
from newsview.model.finding import MARKS, Finding
from newsview.terminal.plural import counted

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.screens.orphaned_decisions import OrphanedDecision


def list_orphans(ui: UI) -> None:
    """Lists the decisions that have no fact any more."""
    if not ui.loaded:
        ui.refresh(NOT_YET)
    elif ui.extraction.under_way:
        ui.refresh("the facts are still being read")
    elif not ui.review.gone:
        ui.refresh("no decision is without its fact")
    else:
        ui.ask(_list(ui))


async def _list(ui: UI) -> None:
    from newsview.app.screens.orphaned_decisions import OrphanList

    listed = [_described(ui, id_) for id_ in ui.review.gone]
    dismissed = await ui.view.show(OrphanList(listed))
    if not dismissed:
        ui.refresh("all of them are kept" if len(listed) > 1 else "it is kept")
        return
    ui.record(decide.change(ui.review, dict.fromkeys(dismissed)))
    ui.refresh(f"dismissed {counted(len(dismissed), 'decision')} · {ui.key('undo')} takes it back")


def _described(ui: UI, id_: str) -> OrphanedDecision:
    from newsview.app.screens.orphaned_decisions import OrphanedDecision

    decision, part = ui.review.decisions.all[id_], ui.store.part(id_) if ui.store is not None else None
    name_of = ui.review.index.name_of
    if part is None:
        words = f"something with the id {describe.flat(id_)}"
    elif isinstance(part, Finding):
        words = f"{MARKS[part.level]} {describe.flat(part.message)} · {describe.flat(part.check)}"
    else:
        words = describe.part_words(name_of, part)
    details = [describe.decision_words(decision), describe.edit_words(decision)]
    return OrphanedDecision(id_, describe.MARKS[decision.status], words, " · ".join(each for each in details if each))
