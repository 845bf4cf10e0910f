"""Commands that move: sentences, facts, pages, panes, clicks, and crossing between text and panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsview.app.state import findings, navigation
from newsview.app.state.extraction import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsview.app.commands.context import UI
    from newsview.app.state.panes import Pane
    from newsview.app.state.review import Focus
    from newsview.model.article import Article

REMOVED_SHOWN: Final = 4
"""Passages that were taken out at one place that are shown."""
REMOVED_LENGTH: Final = 240
"""Code points of one of them."""


def step(ui: UI, count: int) -> None:
    """The next or previous sentence or row."""
    navigation.step(ui.review, count)
    ui.refresh()


def step_paragraph(ui: UI, direction: int) -> None:
    """The next or previous paragraph."""
    navigation.step_paragraph(ui.review, direction)
    ui.refresh()


def step_fact(ui: UI, direction: int) -> None:
    """The next or previous fact of any kind."""
    moved = navigation.step_fact(ui.review, direction)
    quiet = (
        moved or ui.extraction.stage is not Stage.IDLE
    )  # more facts are on their way, and this would stand over them
    ui.refresh("" if quiet else f"no fact {'after' if direction > 0 else 'before'} this one")


def to_end(ui: UI, last: bool) -> None:
    """The start or the end of the article or pane."""
    navigation.to_end(ui.review, last=last)
    ui.refresh()


def page(ui: UI, direction: int) -> None:
    """A page of the article or pane; what is current goes along."""
    pane = ui.review.pane
    if pane is None:
        navigation.to_sentence(ui.review, _whole_sentence(ui.review.article, ui.view.page_article(direction)))
    else:
        navigation.step(ui.review, direction * ui.view.page_rows(pane))
    ui.refresh()


def _whole_sentence(article: Article, offset: int) -> int:
    """The first sentence that begins at *offset* or behind it, so that a page does not scroll back."""
    index = article.sentence_index(offset)
    if index is None:
        return 0
    begun_before = article.sentences[index].start < offset
    return min(index + begun_before, len(article.sentences) - 1)


def focus_pane(ui: UI, direction: int) -> None:
    """The next or previous pane."""
    navigation.focus_next(ui.review, direction)
    ui.refresh()


def focus_on(ui: UI, focus: Focus) -> None:
    """The article or a pane by its name."""
    navigation.focus_on(ui.review, focus)
    ui.refresh()


def cross(ui: UI) -> None:
    """From a fact to its sentence or from a sentence to its facts; from one place of the current finding to another.

    Of a fact that an older version has otherwise, its old sentence is shown; where words of it were taken out, these
    are shown first, and the next Enter goes over.
    """
    if ui.review.finding is not None and len(ui.review.finding.places) > 1:
        findings.cross(ui.review)
        ui.refresh()
        return
    if ui.review.removed_here and ui.review.removed_shown != ui.review.place.sentence:
        ui.review.removed_shown = ui.review.place.sentence
        ui.ask(_show_removed(ui, ui.review.removed_here))
        return
    ui.review.removed_shown = None
    fact = ui.review.fact if ui.review.pane is not None else None
    crossed = navigation.cross(ui.review)
    changes = ui.review.changes
    if fact is not None and changes is not None and fact.id in changes.facts:
        from newsview.app.render.finding_lines import was_words  # not needed for the first keys

        ui.refresh(was_words(changes.facts[fact.id]))
    else:
        ui.refresh("" if crossed else "no facts in this sentence")


async def _show_removed(ui: UI, words: Sequence[str]) -> None:
    """Shows the *words* of the older version that were taken out at the current sentence."""
    # not needed for the first keys
    from newsview.app.render.wrapping import truncate
    from newsview.app.screens.dialogs import Message
    from newsview.describe import flat

    older = ui.opened.older if ui.opened is not None else ""
    lines = [f"“{truncate(flat(each), REMOVED_LENGTH)}”" for each in words[:REMOVED_SHOWN]]
    if len(words) > REMOVED_SHOWN:
        lines.append(f"and {len(words) - REMOVED_SHOWN:,} more: newsview diff lists the facts in them")
    await ui.view.show(Message(f"Gone here, but in {older}:", lines))
    ui.refresh()


def back(ui: UI) -> None:
    """Back to where the last crossing began, or to the overview that led here."""
    if ui.left_overview is not None:
        from newsview.app.commands import overview  # not needed for the first keys

        if overview.show_again(ui):
            return
    ui.refresh("" if navigation.back(ui.review) else "nowhere to go back to")


def click_article(ui: UI, offset: int, twice: bool) -> None:
    """A click at *offset* moves there; a double click also crosses over."""
    navigation.to_offset(ui.review, offset)
    if twice:
        navigation.cross(ui.review)
    ui.refresh()


def click_row(ui: UI, pane: Pane, number: int, twice: bool) -> None:
    """A click on row *number* of *pane* moves there; a double click also crosses over."""
    navigation.to_row(ui.review, pane, number)
    if twice:
        navigation.cross(ui.review)
    ui.refresh()
