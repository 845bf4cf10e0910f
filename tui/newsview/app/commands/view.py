"""The keys that change what is shown: filters, one entity alone, order, mentions, one pane on the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands.search import FindingKeys
from newsview.app.render.status import filter_words
from newsview.app.state import decide, filter_actions, filters
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.model.facts import Status


class LookingKeys(FindingKeys):
    """Actions that narrow, order and enlarge."""

    zoomed = False

    def action_filter(self) -> None:
        """The next state that facts are shown by."""
        filter_actions.narrow(self.review, self.review.filter.next_state())
        self.settle(f"showing: {filters.STATE_NAMES[self.review.filter.state]}")

    def action_this_paragraph(self) -> None:
        """Only the facts of the current paragraph, or of all of them again."""
        filter_actions.this_paragraph(self.review)
        self.settle(f"showing: {filter_words(self.review) or 'all paragraphs'}")

    def action_link_only(self) -> None:
        """Only what is linked to the entity of the current fact, or everything again."""
        before = self.review.filter.linked
        entity = filter_actions.link_only(self.review)
        if entity is not None:
            self.settle(f"showing what is linked to {printable(self.review.index.name_of(entity) or '')}")
        else:
            none = "no entity is linked to this fact" if self.review.fact else "no fact here"
            self.settle("showing everything again" if before else none)

    def show_everything(self) -> bool:
        """Takes all filters away; False when there were none."""
        if self.review.filter == filters.Filter():
            return False
        filter_actions.narrow(self.review, filters.Filter())
        return True

    def action_order(self) -> None:
        """By text, or by name and value."""
        order = filter_actions.switch_order(self.review)
        self.settle("in the order of the text" if order == "text" else "in the order of names and values")

    def action_expand(self, open_: bool) -> None:
        """Shows the mentions of an entity, or puts them away."""
        filter_actions.expand(self.review, open_=open_)
        self.settle()

    def action_decide_all(self, status: Status) -> None:
        """Accepts or rejects everything that the panes show."""
        step = decide.decide_all(self.review, status)
        self.noted(step)
        count = counted(len(step), "fact")
        if step:
            self.settle(f"{status} {count} · u takes it back")
        else:
            shown = any(listing.facts for listing in self.review.panes.values())
            self.settle(f"all that the panes show is {status} already" if shown else "no fact to decide on here")

    def action_zoom(self) -> None:
        """Gives the pane in use the whole screen, or shares it again."""
        self.zoomed = not self.zoomed
        self.show_zoom()
        self.settle()

    def show_zoom(self) -> None:
        """Sets the classes that the stylesheet shows a zoomed pane by."""
        article = self.review.pane is None
        self.set_class(self.zoomed and article, "-zoom-article")
        self.set_class(self.zoomed and not article, "-zoom-pane")
