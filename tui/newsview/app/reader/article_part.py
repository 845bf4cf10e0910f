"""The article on the reader's screen: the place in it, what the review says of its words, and what is looked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from newsview.app.render.layers import margin_marks
from newsview.app.state import fact_index
from newsview.app.state import review as reviews
from newsview.app.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.screen import Screen

    from newsview.app.commands.context import UI
    from newsview.app.state.review import Place
    from newsview.app.state.selection import Selection

EMPHASIS: Final = ("own", "speaker", "cue")

BEGINNING: Final = 200
"""Code points of the current fact that are scrolled to: a long one may not fit on the screen."""


class ArticlePart:
    """Draws the review of ``ui`` in the article."""

    def __init__(self, screen: Screen[None], ui: UI) -> None:
        self._screen, self._ui = screen, ui
        self._shown: Place | None = None
        self._marked = 0
        """The version of the decisions that the article was drawn with."""

    @property
    def widget(self) -> ArticleView:
        """The widget that shows the text."""
        return self._screen.query_one("#article", ArticleView)

    @property
    def has_moved(self) -> bool:
        """Whether the place differs from the one drawn; the first fact of the same sentence came by itself."""
        before, now = self._shown, self._ui.review.place
        return before is not None and now != (before if before.row else before._replace(row=now.row))

    def draw(self) -> None:
        """Draws the place: the sentence, the fact with its speaker and cue; and lines whose marks have changed."""
        review, view = self._ui.review, self.widget
        place, fact = review.place, review.fact
        shown = fact_index.emphasis(fact, place.row.part if place.row else 0) if fact else {}
        if review.finding is not None and review.pointed is not None:
            at = [(each.start, each.end) for each in review.finding.places]
            shown = {"own": [at[review.pointed.number]], "cue": at}
        view.paint({name: shown.get(name, []) for name in EMPHASIS})
        if review.article.sentences:
            sentence = review.article.sentences[place.sentence]
            view.stand_on(sentence.start, sentence.end)
            if self._shown is None or place[:2] != self._shown[:2]:
                view.reveal(sentence.start, sentence.end)
                self._reveal_fact(view)
        if self._marked != review.decisions.version:
            self._marked = review.decisions.version
            view.draw_changed()
        self._shown = place

    def _reveal_fact(self, view: ArticleView) -> None:
        """Scrolls to the current fact: it may lie off screen while its sentence, a long one, begins on it."""
        occurrence = self._ui.review.occurrence
        if occurrence is not None and self._ui.review.place.focus != "article":
            view.reveal(occurrence.start, min(occurrence.end, occurrence.start + BEGINNING))

    def show_passage_above(self, box: Region) -> bool:
        """Scrolls the current fact, or the sentence, to the top of the article if *box* covers it; False if it stays so."""
        review = self._ui.review
        occurrence, sentences = review.occurrence, review.article.sentences
        place = occurrence or (sentences[review.place.sentence] if sentences else None)
        return place is None or self.widget.reveal_above(place.start, place.end, box)

    def draw_colors(self) -> None:
        """Colours the article by the kinds of facts, and marks in its margin what the review says of them."""
        review = self._ui.review
        self._marked = review.decisions.version

        def is_rejected(fact: str) -> bool:
            """Whether the fact with that id is not to be coloured."""
            return review.decisions.status(fact) == "rejected"

        def finding(sentence: int) -> str:
            """The mark of the findings in a sentence, else of what has changed in it."""
            sign = review.marked.sentences.get(sentence, "") if review.marked is not None else ""
            changed = not sign and review.changes is not None and review.changes.marks(sentence)
            return reviews.CHANGED if changed else sign

        kinds = partial(fact_index.kinds_between, review.index, is_rejected)
        self.widget.colour(kinds, partial(margin_marks, review.index, review.decisions, finding=finding))

    def draw_text(self) -> None:
        """Draws another text of the article, with its current sentence at the height of the one before."""
        article, place = self._ui.article, self._ui.review.place
        at = article.sentences[place.sentence] if article.sentences else None
        self.widget.take(article, (at.start, at.end) if at else (0, 0))
        self._screen.clear_selection()
        self.draw_matches()
        self.draw_colors()

    def draw_matches(self) -> None:
        """Highlights the matches of the search in the article."""
        search = self._ui.search
        current = search.hits[search.current] if search and search.current is not None else None
        self.widget.highlight_matches(search.hits.within if search else None)
        self.widget.paint({"hit-current": [current] if current else []})

    def draw_selection(self, selection: Selection) -> None:
        """Highlights *selection* in the article and scrolls to it."""
        self.widget.paint({"own": [selection], "speaker": [], "cue": []})
        self.widget.reveal(*selection)
