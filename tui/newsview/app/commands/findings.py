"""Commands on findings, what does not fit in the article: go to them, decide on them, list what to check first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsview.app.commands.context import NOT_YET
from newsview.app.messages import Checked
from newsview.app.state import finding_marks, findings, navigation
from newsview.app.state.extraction import Stage
from newsview.app.state.selection import Selection
from newsview.describe import flat
from newsview.errors import NewsviewError
from newsview.model.decision import decided, now
from newsview.model.facts import Decision
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.ports import OpenedArticle
    from newsview.app.state.changes import Changes
    from newsview.app.state.fact_index import FactIndex
    from newsview.model.differences import OldWords
    from newsview.model.facts import Status
    from newsview.model.finding import Finding

SHOWN: Final = 400
"""Code points of a sentence in the list of what to check first."""

AT_ONCE: Final = 50_000
"""Code points of an article that is checked in less time than it takes to notice."""

DONE: Final = {"accepted": "it is right", "rejected": "dismissed"}
"""A decision on a finding in words."""


async def check(ui: UI) -> None:
    """Finds what does not fit in the article as it is corrected now, and what an older version has otherwise."""
    if ui.opened is not None:
        ui.view.post(await _checked(ui, ui.opened))


async def _checked(ui: UI, opened: OpenedArticle) -> Checked:
    """What *opened* finds in the present facts, in a thread."""
    index = ui.review.index
    old = await asyncio.to_thread(opened.compare, index.article, index.facts)
    try:
        found = await asyncio.to_thread(opened.check, index.article, index.facts)
    except NewsviewError as error:
        return Checked(index, (), printable(str(error)), old)
    return Checked(index, found, old=old)


def take(ui: UI, index: FactIndex, found: Sequence[Finding], error: str = "", old: OldWords | None = None) -> None:
    """Marks the findings of *index* and what the *old* version has otherwise; not if other facts have come meanwhile.

    Those are checked as well.

    With an *error*, there are no findings, and it is shown.
    """
    if ui.review.index is not index:
        ui.refresh(ui.notice)
        return
    ui.review.changes = None if old is None else _changes(index, old)
    if error:
        ui.view.draw_colors()
        ui.refresh(error)
        return
    gone, first = len(ui.review.gone), ui.review.findings is None
    ui.review.findings = finding_marks.Findings(index.article, found)
    ui.review.refill()
    ui.view.draw_colors()
    if not ui.notice:
        ui.notice = _gone_notice(ui) if len(ui.review.gone) > gone else _count_notice(ui) if first else ""
    if first and old is not None:
        ui.notice = " · ".join(each for each in (_old_notice(ui, old), ui.notice) if each)
    ui.refresh(ui.notice)


def _changes(index: FactIndex, old: OldWords) -> Changes:
    from newsview.app.state.changes import Changes  # an older version is rare

    return Changes(index, old)


def step_change(ui: UI, direction: int) -> None:
    """The next or previous change since the older version, round the end of the article."""
    if ui.review.changes is None:
        waiting = ui.opened is None or (ui.opened.older and ui.review.findings is None)
        ui.refresh(
            "the facts are not compared yet"
            if waiting
            else "no older version to compare with: newsview NEW --against OLD"
        )
        return
    from newsview.app.state import change_steps

    number = change_steps.step(ui.review, ui.review.changes, direction)
    count = len(ui.review.changes.stops)
    ui.refresh("no change since the older version" if number is None else f"~ change {number + 1:,} of {count:,}")


def _gone_notice(ui: UI) -> str:
    return f"a decision on a finding has no finding any more · {ui.key('gone')} lists it"


def _old_notice(ui: UI, old: OldWords) -> str:
    """How many facts are otherwise than in the older version, and how much of it was taken out."""
    older = ui.opened.older if ui.opened is not None else ""
    facts, removed = len(old.facts), sum(map(len, old.removed.values()))
    if not facts and not removed:
        return f"no fact is otherwise in {older}, and nothing is gone"
    parts = [f"{counted(facts, 'fact')} not as in {older}"] if facts else []
    parts += [f"{counted(removed, 'passage')}{'' if facts else f' of {older}'} gone"] if removed else []
    return f"~ {', '.join(parts)} · {ui.key('next-change')} goes to the next, {ui.key('go')} shows old words"


def _count_notice(ui: UI) -> str:
    """How many findings there are, and the key that goes to them; empty when there are none."""
    count = len(ui.review.marked.shown) if ui.review.marked is not None else 0
    return (
        f"{counted(count, 'finding')} · {ui.key('next-finding')} goes to {'it' if count == 1 else 'them'}"
        if count
        else ""
    )


def step(ui: UI, direction: int) -> None:
    """The next or previous finding; accept, reject, note and undo are about it then, until something else is current."""
    marked = ui.review.marked
    if marked is None and ui.extraction.stage is Stage.IDLE and len(ui.review.article.text) < AT_ONCE:
        ui.ask(_check_and_step(ui, direction))
    elif marked is None:
        ui.refresh("the facts are not checked yet" if ui.loaded else NOT_YET)
    else:
        _step(ui, direction)


def _step(ui: UI, direction: int) -> None:
    marked = ui.review.marked
    if findings.step(ui.review, direction):
        ui.refresh()
    elif marked is not None and marked.shown:
        ui.refresh(f"no finding {'after' if direction > 0 else 'before'} this one")
    else:
        ui.refresh("no findings: nothing here is known not to fit")


async def _check_and_step(ui: UI, direction: int) -> None:
    """Checks the facts at once, while the keys behind this one wait: they may be about the finding."""
    if ui.opened is None:
        return
    checked = await _checked(ui, ui.opened)
    take(ui, checked.index, checked.found, checked.error, checked.old)
    if not checked.error:
        _step(ui, direction)


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


def check_first(ui: UI) -> None:
    """Lists the sentences that are to be checked first, with their reasons, to go to one of them."""
    if not ui.loaded:
        ui.refresh(NOT_YET)
    elif ui.review.findings is None:
        ui.refresh("the facts are not checked yet")
    else:
        ui.ask(_check_first(ui, ui.review.findings))


async def _check_first(ui: UI, found: finding_marks.Findings) -> None:
    # read when the list is first opened
    from newsview.app.screens.check_first import CheckFirst, Reasoned
    from newsview.checks.first import check_first

    analysis = ui.analysis().with_facts(ui.review.index.facts)
    ranked = await asyncio.to_thread(check_first, analysis, found.all)
    if not ranked:
        ui.refresh("no sentence has a figure, a comparison or a superlative to check")
        return

    def preview(marked: int) -> None:
        """Shows the sentence that is marked."""
        ui.view.draw_selection(Selection(ranked[marked].start, ranked[marked].end))

    before = ui.review.place
    listed = [Reasoned(flat(each.text[:SHOWN]), [flat(reason) for reason in each.reasons]) for each in ranked]
    chosen = await ui.view.show(CheckFirst(listed, preview))
    if chosen is not None:
        ui.review.visited.append(before)
        navigation.to_offset(ui.review, ranked[chosen].start)
    elif ui.review.article.sentences:
        here = ui.review.article.sentences[before.sentence]
        ui.view.draw_selection(Selection(here.start, here.end))
    ui.refresh()
