"""Commands and events of extraction: start, follow, stop, another model. Keys never wait for any of it."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from newsview.app.messages import Extracted
from newsview.app.state.extraction import Extraction, Stage
from newsview.model import facts
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable
from newsview.workers import events
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.ports import ReviewStore
    from newsview.app.state.review import Linked
    from newsview.model.decisions import Step
    from newsview.workers.events import Event, FactSource


def start(ui: UI) -> None:
    """Extracts the facts in the background; an extraction under way is cancelled."""
    if ui.source is None:
        return
    ui.extraction = Extraction(Stage.RUNNING)
    ui.view.start_clock()
    ui.extracting = ui.view.start(_follow(ui, ui.source), "extraction", exclusive=True)
    ui.refresh(ui.notice)


async def _follow(ui: UI, source: FactSource) -> None:
    async with aclosing(source.extract(ui.review.article)) as stream:
        while (event := await ui.outside(anext(stream, None))) is not None:
            linked = None
            if isinstance(event, (events.Window, events.Done)):
                linked = await in_slices(ui.review.linking(event.facts))
            ui.view.post(Extracted(event, linked))


def take_event(ui: UI, event: Event, linked: Linked | None) -> None:
    """Takes what the source has found, without moving the reader; nothing once the extraction was stopped."""
    if ui.extraction.stage is not Stage.RUNNING:
        return
    ui.view.release_frames()
    match event:
        case events.Progress(done, total):
            ui.extraction = replace(ui.extraction, done=done, total=total, seconds=0 if done else ui.extraction.seconds)
            if ui.extraction.counts_seconds and done:
                ui.view.start_clock()
            ui.view.draw_progress()
        case events.Window(found, done, total):
            ui.extraction = replace(ui.extraction, done=done, total=total)
            take_facts(ui, found, linked)
            ui.refresh(ui.notice)
        case events.Done(found, generator, left_out):
            ui.extraction, ui.generator = Extraction(Stage.IDLE), generator
            ui.left_out = events.left_out_notice(left_out)
            take_facts(ui, found, linked, final=True)
            ui.refresh(" · ".join(each for each in (ui.left_out, ui.notice) if each))
        case events.Failed(text, _):
            ui.extraction = Extraction(Stage.FAILED, error=printable(text))
            ui.refresh(f"{ui.extraction.error} · {ui.key('extract')} tries again")


def take_facts(ui: UI, found: facts.Facts, linked: Linked | None = None, *, final: bool = False) -> None:
    """Puts new facts into the review, whose place stays; redraws the article's colours only.

    With the *final* ones, decisions on facts that are gone go to what took their place.
    """
    shown = ui.review.extracted
    ui.review.receive(found, linked)
    if final and ui.store is not None:
        _merge(ui, ui.store, shown)
    ui.view.draw_colors()
    # the facts of a long article are a hundred thousand objects, none of them garbage: looking through them for
    # some would stop the reader for a tenth of a second every few hundred keys
    gc.freeze()


def _merge(ui: UI, store: ReviewStore, shown: facts.Facts) -> None:
    """Moves decisions to the facts that they are about now, and restores the place before another text was read.

    *shown* are the facts that were on the screen until now.
    """
    review = ui.review
    merged, all_found, changed = store.merge(ui.analysis(), shown), review.all_found, review.tally.changed
    step = review.decisions.move(merged.moved, merged.analysis.review, merged)
    record_unsaved(ui, step)
    if not all_found:
        review.receive(facts.extracted(merged.analysis))
    elif step:
        review.refill()
    news = (orphan_notice(ui), _changed_notice(review.tally.changed - changed))
    ui.notice = " · ".join(each for each in news if each) or ui.notice
    _restore_position(ui, merged.moved)


def _changed_notice(count: int) -> str:
    facts_have = "1 reviewed fact has" if count == 1 else f"{count:,} reviewed facts have"
    return f"{facts_have} changed: not reviewed any more" if count > 0 else ""


def orphan_notice(ui: UI) -> str:
    """How many decisions have no fact any more, and the key that lists them; empty when there are none."""
    count = len(ui.review.gone)
    have, them = ("has", "it") if count == 1 else ("have", "them")
    return f"{counted(count, 'decision')} {have} no fact any more · {ui.key('gone')} lists {them}" if count else ""


def record_unsaved(ui: UI, step: Step) -> None:
    """Records what a newer text or extraction made of the decisions; that is saved nowhere yet."""
    if step:
        ui.record(step)
        ui.review.decisions.unsaved()


def _restore_position(ui: UI, moved: Mapping[str, str]) -> None:
    """Goes back to the place before another text was read, now that its facts are here; *moved* has their new ids."""
    if ui.left is None:
        return
    (before, replaced_by), ui.left = ui.left, None
    if ui.review.place[::2] == replaced_by[::2]:  # still in that sentence, in the article
        row = before.row
        same = row._replace(fact=moved.get(row.fact, row.fact)) if row else None
        ui.review.return_to(before._replace(row=same))


def stop(ui: UI) -> bool:
    """Stops what is under way; False when nothing was. Draws nothing."""
    if ui.extraction.stage is not Stage.RUNNING:
        return False
    ui.extraction = Extraction(Stage.STOPPED)
    if ui.extracting is not None:
        ui.extracting.cancel()
    return True


def use_model(ui: UI, name: str) -> None:
    """Extracts the facts again with the model *name*."""
    if ui.opened is None or ui.opened.exchange is None:
        ui.refresh("there is no other model here")
    else:
        ui.view.start(_use(ui, ui.opened.exchange(name)), "opening")


async def _use(ui: UI, source: FactSource) -> None:
    stop(ui)
    before, ui.source = ui.source, source
    if before is not None:
        await before.close()
    start(ui)
