"""Commands that change what is shown: filters, one entity alone, order, mentions, one pane on the whole screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from newsview.app.render.status import filter_words
from newsview.app.state import filter_actions, filters
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


CHOICES: Final[Mapping[str, str]] = {
    "a": "all",
    "o": "not reviewed",
    "y,x": "accepted, rejected",
    "t,f,u": "the claim is true, false, unclear",
    "n,e": "with a note, corrected by you",
    "c": "changed since they were reviewed",
    "g": "speaker guessed",
    "w": "with a finding",
    "h": "all, also labels and boilerplate",
    "escape": "as before",
}
STATES: Final[Mapping[str, filters.State]] = {
    "a": "all",
    "o": "open",
    "y": "accepted",
    "x": "rejected",
    "t": "true",
    "f": "false",
    "u": "unclear",
    "n": "noted",
    "e": "corrected",
    "c": "changed",
    "g": "guessed",
    "w": "finding",
    "h": "everything",
}


ORDERS: Final[Mapping[filters.Order, str]] = {
    "text": "in the order of the text",
    "weight": "what matters first: who speaks and is named most, changes and figures before dates",
    "value": "in the order of names and values",
}


def choose_state(ui: UI) -> None:
    """Asks which facts shall be shown."""
    ui.ask(_choose_state(ui))


async def _choose_state(ui: UI) -> None:
    state = STATES.get(await ui.choice("Show which facts?", CHOICES))
    if state is None:
        ui.refresh()
        return
    filter_actions.narrow(ui.review, ui.review.filter._replace(state=state))
    ui.refresh(f"showing: {filters.STATE_NAMES[state]}")


def this_paragraph(ui: UI) -> None:
    """Only the facts of the current paragraph, or of all of them again."""
    filter_actions.this_paragraph(ui.review)
    ui.refresh(f"showing: {filter_words(ui.review) or 'all paragraphs'}")


def link_only(ui: UI) -> None:
    """Only what is linked to the entity of the current fact, or everything again."""
    before = ui.review.filter.linked
    entity = filter_actions.link_only(ui.review)
    if entity is not None:
        ui.refresh(f"showing what is linked to {printable(ui.review.index.name_of(entity) or '')}")
    else:
        none = "no entity is linked to this fact" if ui.review.fact else "no fact here"
        ui.refresh("showing everything again" if before else none)


def remove_filters(ui: UI) -> bool:
    """Shows everything again; False when there was no filter. Draws nothing."""
    if ui.review.filter == filters.Filter():
        return False
    filter_actions.narrow(ui.review, filters.Filter())
    return True


def switch_order(ui: UI) -> None:
    """By text, by weight, or by name and value."""
    ui.refresh(ORDERS[filter_actions.switch_order(ui.review)])


def expand(ui: UI, open_: bool) -> None:
    """Lists the mentions of an entity, or the facts of a fold, below it, or puts them away."""
    filter_actions.expand(ui.review, open_=open_)
    ui.refresh()


def zoom(ui: UI) -> None:
    """Gives the pane in use the whole screen, or shares it again."""
    ui.zoomed = not ui.zoomed
    ui.refresh()
