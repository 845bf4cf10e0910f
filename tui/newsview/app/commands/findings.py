"""Commands on findings, what does not fit in the article: go to them, decide on them, list what to check first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from newsview.app.commands.context import NOT_YET
from newsview.app.state import findings
from newsview.errors import NewsviewError
from newsview.model.decision import decided, now
from newsview.model.facts import Decision
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.model.facts import Status
    from newsview.model.finding import Finding

DONE: Final = {"accepted": "it is right", "rejected": "dismissed"}
"""A decision on a finding in words."""


async def check(ui: UI) -> None:
    """Finds what does not fit in the article as it is corrected now, in a thread, and marks it."""
    index = ui.review.index
    if ui.opened is None:
        return
    try:
        found = await asyncio.to_thread(ui.opened.check, index.article, index.facts)
    except NewsviewError as error:
        ui.refresh(printable(str(error)))
        return
    if ui.review.index is not index:
        return  # other facts have come meanwhile: they are checked as well
    gone = len(ui.review.gone)
    ui.review.findings = findings.Findings(index.article, found)
    ui.review.refill()
    ui.view.draw_colors()
    ui.refresh(ui.notice or (_gone_notice(ui) if len(ui.review.gone) > gone else ""))


def _gone_notice(ui: UI) -> str:
    return f"a decision on a finding has no finding any more · {ui.key('gone')} lists it"


def step(ui: UI, direction: int) -> None:
    """The next or previous finding; accept, reject, note and undo are about it then, until something else is current."""
    marked = ui.review.marked
    if marked is None:
        ui.refresh("the facts are not checked yet" if ui.loaded else NOT_YET)
    elif findings.step(ui.review, direction):
        ui.refresh()
    elif marked.shown:
        ui.refresh(f"no finding {'after' if direction > 0 else 'before'} this one")
    else:
        ui.refresh("no findings: nothing here is known not to fit")


def decide(ui: UI, finding: Finding, status: Status) -> None:
    """Accepts a finding, which is right, or dismisses it, and goes on to the next that is not decided on."""
    step = findings.decide(ui.review, finding, status)
    ui.record(step)
    findings.go_on(ui.review)
    ui.refresh(f"{DONE[status]}: {printable(finding.message)} · {ui.key('undo')} takes it back")


def clear(ui: UI, finding: Finding) -> None:
    """Takes the decision on a finding back; its note stays."""
    step = findings.change(ui.review, finding, decided(ui.review.decisions.get(finding.id), "clear", at=now()))
    ui.record(step)
    ui.refresh("not decided any more" if step else "there is no decision to clear")


async def note(ui: UI, finding: Finding) -> None:
    """Asks for a note on a finding."""
    before = ui.review.decisions.get(finding.id) or Decision()
    typed = await ui.words(f"Note on the finding: {finding.message}", before.note or "")
    if typed is None:
        return
    step = findings.note(ui.review, finding, typed.strip())
    ui.record(step)
    ui.refresh("noted" if step else "nothing changed")
