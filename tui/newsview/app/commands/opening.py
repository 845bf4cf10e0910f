"""Steps of opening and closing an article: its review, what was saved of it, its bookmark, its source of facts."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from newsview.app.commands import extraction
from newsview.app.commands.context import Phase
from newsview.app.file_watch import ArticleFile
from newsview.app.state.extraction import Extraction, Stage
from newsview.app.state.review import Review
from newsview.model import decisions, facts
from newsview.terminal.printable import printable
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.ports import OpenedArticle, Prepare


def begin(ui: UI, prepare: Prepare) -> None:
    """Makes the review, and loads everything else in the background."""
    ui.file = ArticleFile(ui.article.path) if ui.article.path is not None else None
    ui.review = Review(ui.article)
    ui.leave(Phase.OPENING)
    ui.view.hold_frames()
    ui.refresh()
    gc.freeze()
    gc.enable()
    ui.view.start(load(ui, prepare), "opening")


async def load(ui: UI, prepare: Prepare) -> None:
    """Loads the saved review and the source of facts; extracts where no facts are saved, or only old ones."""
    place = ui.review.place
    ui.opened = opened = await asyncio.to_thread(prepare)
    ui.source, ui.notice = opened.source, _notice(ui, opened)
    if opened.saved is not None:
        await _load_saved(ui, opened, opened.saved)
    moved = ui.review.place[::2] != place[::2]
    if opened.bookmark is not None and not moved:  # nothing in the background moves the reader's place
        from newsview.app.state import bookmark  # an article that is opened for the first time has none

        bookmark.restore(ui.review, opened.bookmark)
    ui.extraction = Extraction(Stage.IDLE)
    if opened.saved is None or opened.stale:
        extraction.start(ui)
    else:
        ui.notice = ui.notice or extraction.orphan_notice(ui)
        ui.view.release_frames()
    ui.view.set_hint(" · ".join(f"{ui.key(action)} {words}" for action, words in opened.hint))
    ui.refresh(ui.notice)
    ui.view.warm_up()
    if ui.quit_requested:
        from newsview.app.commands import saving  # as its key would

        saving.quit(ui)


def _notice(ui: UI, opened: OpenedArticle) -> str:
    recovered = f"decisions that had not been saved are here again; {ui.key('save')} saves them"
    return " · ".join(part for part in (printable(opened.notice), recovered if opened.recovered else "") if part)


async def _load_saved(ui: UI, opened: OpenedArticle, saved: facts.Analysis) -> None:
    ui.generator = saved.generator
    ui.article = ui.review.article = saved.article  # the same text, dated as it was reviewed
    ui.review.decisions = decisions.Decisions(saved.review, facts.added_by_reviewer(saved))
    if opened.recovered:
        ui.review.decisions.unsaved()
    known = facts.extracted(saved)
    extraction.take_facts(ui, known, await in_slices(ui.review.linking(known)))


async def end(ui: UI) -> None:
    """Saves the bookmark and closes the source and the store."""
    if ui.store is not None and ui.review.article.path is not None:
        from newsview.app.state import bookmark

        ui.store.leave(bookmark.bookmark(ui.review, str(Path(ui.review.article.path).absolute())))
    if ui.source is not None:
        await ui.source.close()
    if ui.store is not None:
        ui.store.close()
