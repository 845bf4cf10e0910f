"""What is on the reader's screen: the place, the panes and the bars as the review says. What keys do is in its bases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands.reload import RereadingKeys
from newsview.app.render import status
from newsview.app.state import fact_index
from newsview.app.state.panes import PANES, Pane
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import Bar, PaneTabs
from newsview.app.widgets.fact_list import FactList
from newsview.model.article import Article

if TYPE_CHECKING:
    from newsview.app.state.fact_index import Anchor
    from newsview.app.state.review import Place

HINTED = 4
"""How often a newcomer gets somewhere before the hint goes: it names as many keys that lead there."""

EMPHASIS = ("own", "speaker", "cue")


class Showing(RereadingKeys):
    """Shows what has changed in the review: every part draws only the lines that differ."""

    def __init__(self, article: Article, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.article = article
        self._notice = ""
        self._unkept = ""
        self._hint, self._hinted = "", 0
        self._words = len(article.text.split())
        self._front: Pane = "entities"
        self._shown: Place | None = None

    def settle(self, notice: str = "") -> None:
        """Shows what has changed in the review: every part draws only the lines that differ."""
        if self._hint and self._has_moved():
            self._hinted += 1
            self._hint = self._hint if self._hinted < HINTED else ""
        self._notice = notice or self._unkept or self._hint
        self._show_place()
        self._show_panes()
        self._show_bars()

    def _has_moved(self) -> bool:
        """Whether the reader is elsewhere than was shown; the first fact of the same sentence came by itself."""
        before, now = self._shown, self.review.place
        return before is not None and now != (before if before.row else before._replace(row=now.row))

    def _show_place(self) -> None:
        place, view = self.review.place, self.query_one("#article", ArticleView)
        sentences = self.review.article.sentences
        fact = self.review.fact
        part = place.row.part if place.row else 0
        shown = fact_index.emphasis(fact, part) if fact else {}
        view.paint({name: shown.get(name, []) for name in EMPHASIS})
        if sentences:
            sentence = sentences[place.sentence]
            view.stand_on(sentence.start, sentence.end)
            if self._shown is None or place[:2] != self._shown[:2]:
                view.reveal(sentence.start, sentence.end)
                self._reveal_fact(view)
        self._show_focus(place)
        self._shown = place

    def _reveal_fact(self, view: ArticleView) -> None:
        """A fact may lie off screen while its sentence, a long one, begins on it."""
        anchor: Anchor | None = self.review.anchor
        if anchor is not None and self.review.place.focus != "article":
            view.reveal(anchor.start, min(anchor.end, anchor.start + 200))

    def _show_focus(self, place: Place) -> None:
        if self.review.pane is not None and self.review.pane != self._front:
            self._front = self.review.pane
        # where the panes share no place the class shows nothing, and styling them lays the whole screen out anew
        shared = self.zoomed or self.has_class("-narrow")
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == self._front, "-front", update=shared)
        if self.zoomed:
            self.show_zoom()
        if self.entry is not None:
            return  # the keys belong to the line that is typed in
        wanted = self.query_one(f"#{place.focus}")
        if self.focused is not wanted:
            self.set_focus(wanted, scroll_visible=False)

    def on_resize(self) -> None:
        """Gives the focus back: Textual takes it from what has no room, and leaves it wherever it is then."""
        # only where it is not right: the refresh that is waited for may bring another resize, for ever where there are two
        # sizes: Textual gives a terminal that is called dumb its own size in the one place and 80×25 in the other
        if self.ready and (self.focused is None or self.focused.id != self.review.place.focus):
            self.call_after_refresh(self._focus_again)

    def _focus_again(self) -> None:
        if self.ready and self.is_current:
            self._show_focus(self.review.place)

    def show_progress(self) -> None:
        """How far the extraction is, in the status line and in the panes that are still empty."""
        if not self.review.index.by_id:
            self._show_panes()
        self._show_bars()

    def _show_panes(self) -> None:
        linked = self.review.linked
        counts = {pane: self._count(pane) for pane in PANES}
        for pane in PANES:
            listing = self.review.panes[pane]
            view = self.query_one(f"#{pane}", FactList)
            view.show(listing.rows, listing.number, linked, self._empty_words(pane), self._shown_as(pane, counts[pane]))
        self.query_one("#tabs", PaneTabs).show(self._front, counts)

    def _count(self, pane: Pane) -> str:
        shown = self.review.panes[pane].facts
        return f"{shown:,}" if shown or not self.reading else "…"

    def _shown_as(self, pane: Pane, count: str) -> str:
        """The count with what the pane is narrowed to and ordered by."""
        order = "" if self.review.panes[pane].order == "text" else "A–Z" if pane == "entities" else "sorted"
        return " · ".join(part for part in (status.filter_words(self.review), order, count) if part)

    def _empty_words(self, pane: Pane) -> str:
        if self.review.index.panes[pane]:
            shown = status.filter_words(self.review)
            return f"none here: {shown} · Esc shows all" if shown else "only labels and boilerplate · f goes on to them"
        if self.reading:
            return self.reading
        return f"{self.failure} · r reads again" if self.failure else f"no {pane} found · i adds one"

    def _shelf_place(self) -> str:
        return f" · {self.number + 1} of {len(self.shelf)}" if len(self.shelf) > 1 else ""

    def _show_bars(self) -> None:
        self.query_one("#header", Bar).show(*status.header(self.review, self._words, self._shelf_place()))
        self.query_one("#status", Bar).show(*status.status(self.review, self._notice, self.reading))

    @property
    def kept_notice(self) -> str:
        """The notice on screen."""
        return self._notice
