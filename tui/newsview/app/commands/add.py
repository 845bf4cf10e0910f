"""The command that adds a fact that extraction missed: its words are selected, then its kind is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsview import describe
from newsview.app.commands.context import NOT_YET
from newsview.app.state import edits
from newsview.app.state.selection import Selection

if TYPE_CHECKING:
    from newsview.app.commands.context import UI

KINDS: Final[dict[str, edits.Added]] = {"e": "entity", "q": "quote", "n": "number"}


def add(ui: UI) -> None:
    """Selects words of the article and makes them a fact."""
    if ui.loaded:
        ui.ask(_add(ui))
    else:  # what was saved of the article would take the place of it
        ui.refresh(NOT_YET)


async def _add(ui: UI) -> None:
    selection = await _selected(ui)
    if selection is None:
        ui.refresh("nothing added")
        return
    words = ui.review.article.text[selection.start : selection.end]
    choices = {"e": "an entity", "q": "a quote", "n": "a number or date", "escape": "nothing: leave it"}
    kind = KINDS.get(await ui.choice(f"“{words}” is", choices))
    if kind is None:
        ui.refresh("nothing added")
        return
    type_ = await ui.pick("What kind of entity?", list(describe.TYPE_CHOICES.items())) if kind == "entity" else None
    if kind == "entity" and type_ is None:
        ui.refresh("nothing added")
        return
    ui.record(edits.add(ui.review, kind, *selection, type_=type_ or ""))
    ui.view.draw_colors()
    ui.refresh(f"added · {ui.key('edit')} says more of it, such as its speaker or unit")


async def _selected(ui: UI) -> Selection | None:
    """What is selected with the mouse already, else what the keys select now."""
    with_mouse, article = ui.view.mouse_selection(), ui.review.article
    if with_mouse is not None:
        ui.view.clear_mouse_selection()
        return Selection.of_words(article.text, *with_mouse)
    if not article.sentences:
        return None
    first = Selection.at(article.text, article.sentences[ui.review.place.sentence].start)
    if first is None:
        return None
    from newsview.app.screens.word_selection import WordSelection

    def show(marked: Selection) -> None:
        """Marks the words in the article, and writes them into the strip, which is about no fact now."""
        ui.refresh(f"marked: “{describe.flat(article.text[slice(*marked)])}”")
        ui.view.draw_selection(marked)

    return await ui.view.show(WordSelection(article.text, first, show))
