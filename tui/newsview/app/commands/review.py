"""Commands that decide: accept, reject, skip, undo, redo, and accept or reject all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands import navigate
from newsview.app.state import decide as deciding
from newsview.terminal.plural import counted

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.model.facts import Status


def decide(ui: UI, status: Status) -> None:
    """Accepts or rejects the current fact and goes on."""
    if ui.review.fact is None:
        ui.refresh("no fact to decide on here")
        return
    ui.record(deciding.decide(ui.review, status))
    ui.refresh()


def decide_all(ui: UI, status: Status) -> None:
    """Accepts or rejects everything that the panes show."""
    step = deciding.decide_all(ui.review, status)
    ui.record(step)
    if step:
        ui.refresh(f"{status} {counted(len(step), 'fact')} · {ui.key('undo')} takes it back")
    else:
        shown = any(rows.facts for rows in ui.review.panes.values())
        ui.refresh(f"all that the panes show is {status} already" if shown else "no fact to decide on here")


def skip(ui: UI) -> None:
    """In a pane, on to the next fact that is not reviewed; in the article, a page down."""
    if ui.review.pane is None:
        navigate.page(ui, 1)
    else:
        ui.refresh("" if deciding.go_on(ui.review) else "nothing left to review below")


def undo(ui: UI) -> None:
    """Takes the last step back."""
    step = deciding.undo(ui.review)
    ui.record(step)
    ui.refresh("" if step else "nothing to undo")


def redo(ui: UI) -> None:
    """Makes the step that was undone last again."""
    step = deciding.redo(ui.review)
    ui.record(step)
    ui.refresh("" if step else "nothing to redo")
