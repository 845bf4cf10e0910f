"""Commands that find and filter by words: the search bar, the next and previous match, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsview.app.commands.context import OpenBar
from newsview.app.state import filter_actions, word_search
from newsview.terminal.plural import counted
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def find(ui: UI) -> None:
    """Opens the search bar for words to look for."""
    ahead, behind = ui.key("next-match"), ui.key("previous-match")
    keys = [("↵", f"stay here, {ahead} {behind} go on"), ("↓ ↑", "other matches"), ("Esc", "back")]
    _open_bar(ui, "find", "/", "", keys)


def filter_words(ui: UI) -> None:
    """Opens the search bar for words that the facts shown must hold."""
    keys = [("↵", "show only these"), ("Esc", "as before")]
    _open_bar(ui, "filter", "facts with", ui.review.filter.words, keys)


def _open_bar(ui: UI, purpose: Literal["find", "filter"], label: str, words: str, keys: list[tuple[str, str]]) -> None:
    if ui.bar is None:
        ui.bar = OpenBar(purpose, ui.review.place, ui.review.filter)
        ui.view.open_search_bar(label, words, keys)
        ui.view.start(in_slices(ui.review.index.gathering_words()), "words", exclusive=True)


def type_words(ui: UI, words: str) -> None:
    """Searches or filters by *words* while they are being typed."""
    if ui.bar is None:
        return
    if ui.bar.purpose == "filter":
        filter_actions.narrow(ui.review, ui.review.filter._replace(words=words.strip()))
        shown = sum(rows.facts for rows in ui.review.panes.values())
        ui.view.show_count(counted(shown, "fact"))
    else:
        ui.search = word_search.begin(ui.review, words, ui.bar.place)
        ui.view.show_count(word_search.count_words(ui.review, ui.search))
    ui.view.draw_matches()
    ui.refresh()


def step_in_bar(ui: UI, direction: int) -> None:
    """Goes to other matches without leaving the search bar."""
    if ui.bar is not None and ui.bar.purpose == "find":
        next_match(ui, direction)
        if ui.search is not None:
            ui.view.show_count(word_search.count_words(ui.review, ui.search))


def close_bar(ui: UI, words: str, kept: bool) -> None:
    """Closes the search bar: its words stay in force where they are *kept*, else all is as it was before."""
    bar, ui.bar = ui.bar, None
    ui.view.close_search_bar()
    if bar is not None and bar.purpose == "filter" and not kept:
        filter_actions.narrow(ui.review, bar.filter)
        ui.review.place = bar.place
    found = bar is not None and bar.purpose == "find"
    if bar is not None and found and not (kept and words.strip()):
        ui.search, ui.review.place = None, bar.place
    ui.view.draw_matches()
    ui.refresh(word_search.count_words(ui.review, ui.search) if ui.search and found else "")


def next_match(ui: UI, direction: int) -> None:
    """The next or previous match."""
    if ui.search is None:
        ui.refresh(f"nothing to look for yet · {ui.key('find')} finds")
        return
    moved = word_search.step(ui.review, ui.search, direction)
    ui.view.draw_matches()
    ui.refresh(word_search.count_words(ui.review, ui.search) if moved else f"no “{ui.search.words}” here")


def end_search(ui: UI) -> bool:
    """Removes the search; False when there was none. Draws the article only."""
    if ui.search is None:
        return False
    ui.search = None
    ui.view.draw_matches()
    return True
