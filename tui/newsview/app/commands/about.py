"""The command that shows what to know about the article: its date and language, what reading it left out or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsview.terminal.plural import counted

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def show_about(ui: UI) -> None:
    """Opens the notices and the facts of publication."""
    from newsview.app.screens.dialogs import Message

    ui.view.open(Message("About this article", list(_lines(ui))))


def _lines(ui: UI) -> Iterator[str]:
    """A notice each, then what is known of the article."""
    article, index = ui.article, ui.review.index
    yield from (f"⚠ {notice}" for notice in ui.notices)
    if article.title:
        yield f"title: {article.title}"
    if article.byline:
        yield f"by: {article.byline}"
    source = f" (from {article.published_source})" if article.published_source else ""
    yield f"published: {article.published}{source}" if article.published else "published: not known"
    yield f"language: {article.language or 'not known'}"
    if index.hidden:
        key = ui.key("filter")
        yield f"{counted(len(index.hidden), 'fact')} hidden: labels, boilerplate, words like “now” · {key} shows them"
    if ui.generator is not None:
        yield f"facts by: {ui.generator.model}"
