"""The keys that change what is shown: filters, one entity alone, order, mentions, one pane on the whole screen."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from newsview.app.commands.search import FindingKeys
from newsview.app.render.status import filter_words
from newsview.app.state import decide, filter_actions, filters
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.state.fact_index import Pane
    from newsview.model.facts import Status

UNASKED: Final = 10
"""As many facts are accepted or rejected at once without a question."""

VERBS: Final[Mapping[Status, str]] = {"accepted": "Accept", "rejected": "Reject"}


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
        """Accepts or rejects what the pane in use shows and nobody has reviewed; asks first where that is much."""
        pane = self.review.pane
        if pane is None:
            self.settle("go to a pane first (1 2 3 or Tab): this key is about all that one pane shows")
            return
        facts = decide.not_reviewed(self.review)
        if len(facts) > UNASKED:
            self.ask(self._decide_if_meant(status, pane, facts))
        elif facts:
            self._decide(status, facts)
        else:
            shown = self.review.panes[pane].facts
            self.settle(f"all {pane} that are shown are reviewed" if shown else "no fact to decide on here")

    async def _decide_if_meant(self, status: Status, pane: Pane, facts: Sequence[str]) -> None:
        decisions = map(self.review.decisions.get, facts)
        changed = sum(1 for decision in decisions if decision and decision.was)
        which = f" ({changed:,} of them changed since)" if changed else ""
        verb = VERBS[status]
        question = f"{verb} the {len(facts):,} {pane} that are shown and not reviewed{which}?"
        choices = {"y": f"{verb.lower()} {len(facts):,}", "escape": "leave them as they are"}
        if await self.ask_choice(question, choices) == "y":
            self._decide(status, facts)
        else:
            self.settle("nothing changed")

    def _decide(self, status: Status, facts: Sequence[str]) -> None:
        step = decide.decide_all(self.review, status, facts)
        self.noted(step)
        self.settle(f"{status} {counted(len(step), 'fact')} · u takes it back")

    def ask(self, flow: Coroutine[None, None, None]) -> None:
        """Begins a dialogue. Until it has ended keys are for its questions only."""
        raise NotImplementedError

    async def ask_choice(self, question: str, choices: Mapping[str, str]) -> str:
        """The key of the answer that was given."""
        raise NotImplementedError

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
