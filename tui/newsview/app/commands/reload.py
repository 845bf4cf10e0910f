"""The command that extracts again: from the article's file as it is now, with review and place preserved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsview.app.commands import extraction, saving
from newsview.app.commands.context import NOT_YET
from newsview.app.file_watch import ArticleFile
from newsview.errors import NewsviewError
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.ports import ReviewStore
    from newsview.model.article import Article


def extract_again(ui: UI) -> None:
    """Extracts the facts again, from the file as it is now; decisions stay with the facts that are found again."""
    reopen, store = ui.opened.reopen if ui.opened is not None else None, ui.store
    if not ui.loaded:
        ui.refresh(NOT_YET)
    elif ui.file is not None and ui.file.changed and reopen is not None and store is not None:
        ui.view.start(_reread(ui, store, reopen), "rereading", exclusive=True)
    else:
        ui.refresh()  # an earlier notice, such as that the extraction failed, is over
        extraction.start(ui)
        show_file_news(ui)


def show_file_news(ui: UI) -> None:
    """Shows a notice where the article's file is not what it was when it was read."""
    news = saving.file_news(ui)
    if news:
        ui.refresh(news)


async def _reread(ui: UI, store: ReviewStore, reopen: Callable[[], Article]) -> None:
    extraction.stop(ui)
    ui.refresh("reading the file again")
    seen = ArticleFile(str(ui.article.path))  # before it is read: what changes from now on is news again
    try:
        article = await asyncio.to_thread(reopen)
    except NewsviewError as error:
        ui.refresh(f"{printable(str(error))} · the text and your decisions are still here")
        return
    same = article.text == ui.article.text
    ui.file = seen
    _switch_text(ui, store, article)
    extraction.start(ui)
    ui.refresh(
        "the file has the same text as before"
        if same
        else "this is the new text; decisions on facts that are the same are kept"
    )


def _switch_text(ui: UI, store: ReviewStore, article: Article) -> None:
    """Shows another text of the article, with the same sentence at the same height."""
    review = ui.review
    before, sentences = review.place, review.article.sentences
    merged = store.switch_text(article, ui.analysis())
    at = sentences[before.sentence] if sentences else None
    offset = merged.place(at.start, at.end) if at else 0
    extraction.record_unsaved(ui, review.decisions.move(merged.moved, merged.analysis.review, merged))
    ui.article = article
    review.switch_text(article, article.sentence_index(offset) or 0)
    ui.left = (before, review.place)
    if ui.search is not None:
        from newsview.app.state.word_search import Search

        ui.search = Search(review, ui.search.words, review.place)
    ui.view.draw_article()
