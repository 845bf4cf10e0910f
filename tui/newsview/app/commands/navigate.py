"""The keys that move: each one calls its function in ``moves`` and shows the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands.context import ReviewScreen
from newsview.app.state import navigation
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.fact_list import FactList

if TYPE_CHECKING:
    from newsview.app.state.review import Focus


class MovingKeys(ReviewScreen):
    """Actions for sentences, facts, pages, panes, and for crossing between them."""

    def action_step(self, count: int) -> None:
        """The next or previous sentence or row."""
        navigation.step(self.review, count)
        self.settle()

    def action_step_paragraph(self, direction: int) -> None:
        """The next or previous paragraph."""
        navigation.step_paragraph(self.review, direction)
        self.settle()

    def action_step_fact(self, direction: int) -> None:
        """The next or previous fact of any kind."""
        moved = navigation.step_fact(self.review, direction)
        self.settle("" if moved else f"no fact {'after' if direction > 0 else 'before'} this one")

    def action_to_end(self, last: bool) -> None:
        """The start or the end of the article or pane."""
        navigation.to_end(self.review, last=last)
        self.settle()

    def action_page(self, direction: int) -> None:
        """A page of the article or pane; what is current goes along."""
        pane = self.review.pane
        if pane is None:
            offset = self.query_one(ArticleView).page(direction)
            navigation.to_sentence(self.review, self._whole_sentence(offset))
        else:
            navigation.step(self.review, direction * self.query_one(f"#{pane}", FactList).page_rows())
        self.settle()

    def _whole_sentence(self, offset: int) -> int:
        """The first sentence that begins at *offset* or behind it, so that a page does not scroll back."""
        article = self.review.article
        index = article.sentence_index(offset)
        if index is None:
            return 0
        begun_before = article.sentences[index].start < offset
        return min(index + begun_before, len(article.sentences) - 1)

    def action_focus_pane(self, direction: int) -> None:
        """The next or previous pane."""
        navigation.focus_next(self.review, direction)
        self.settle()

    def action_focus_on(self, focus: Focus) -> None:
        """The article or a pane by its number."""
        navigation.focus_on(self.review, focus)
        self.settle()

    def action_cross(self) -> None:
        """From a fact to its sentence or from a sentence to its facts."""
        self.settle("" if navigation.cross(self.review) else "no facts in this sentence")

    def action_back(self) -> None:
        """Back to where Enter was pressed."""
        self.settle("" if navigation.back(self.review) else "nowhere to go back to")
