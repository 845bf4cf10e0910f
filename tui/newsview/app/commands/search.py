"""The keys that find and filter by words: a line to type in, the next and the previous match, and back again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from newsview.app.commands.review import DecidingKeys
from newsview.app.messages import EntryChanged, EntryEnded, EntryStepped
from newsview.app.state import filter_actions, word_search
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import Footer
from newsview.terminal.plural import counted
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from newsview.app.state.filters import Filter
    from newsview.app.state.review import Place
    from newsview.app.state.word_search import Search


TYPING: Final[Mapping[Literal["find", "filter"], Sequence[tuple[str, str]]]] = {
    "find": (("↵", "stay here, n N go on"), ("↓ ↑", "other matches"), ("Esc", "back")),
    "filter": (("↵", "show only these"), ("Esc", "as before")),
}
"""What the keys do that write no letters."""


class FindingKeys(DecidingKeys):
    """Actions that look for words in the article, or show only the facts that hold them."""

    search: Search | None = None
    entry: Literal["find", "filter"] | None = None
    """What the words in the entry line are for, while it is open."""
    _before: tuple[Place, Filter] | None = None
    """Where the reader was, and what was shown, when the entry line was opened."""

    def action_find(self) -> None:
        """Opens the line for words to look for."""
        self._open_entry("find", "/", "")

    def action_filter_words(self) -> None:
        """Opens the line for words that the facts shown must hold."""
        self._open_entry("filter", "facts with", self.review.filter.words)

    def _open_entry(self, entry: Literal["find", "filter"], label: str, words: str) -> None:
        from newsview.app.widgets.search_bar import EntryLine  # not needed for the first paint

        if self.entry is None:
            self.entry, self._before = entry, (self.review.place, self.review.filter)
            self.query_one("#status").add_class("-typing")  # one of the screen's would have all of it styled anew
            self.mount(EntryLine(label, words), before="#status")
            self.query_one(Footer).show_instead(TYPING[entry])
            self.run_worker(in_slices(self.review.index.gathering_words()), group="words", exclusive=True)

    def on_entry_changed(self, message: EntryChanged) -> None:
        """Looks, or narrows, while one types."""
        if self.entry == "filter":
            filter_actions.narrow(self.review, self.review.filter._replace(words=message.words.strip()))
            shown = sum(listing.facts for listing in self.review.panes.values())
            self._show_count(counted(shown, "fact"))
        elif self.entry == "find" and self._before is not None:
            self.search = word_search.begin(self.review, message.words, self._before[0])
            self._show_count(word_search.count_words(self.review, self.search))
        self.show_search()
        self.settle()

    def on_entry_stepped(self, message: EntryStepped) -> None:
        """Goes on to other matches without leaving the line."""
        if self.entry == "find":
            self.action_next_match(message.direction)
            if self.search is not None:
                self._show_count(word_search.count_words(self.review, self.search))

    def on_entry_ended(self, message: EntryEnded) -> None:
        """Closes the line: the words stay in force, or everything is as it was before."""
        entry, self.entry = self.entry, None
        self.query_one("#status").remove_class("-typing")
        self.query("#entry").remove()
        self.query_one(Footer).show_instead(())
        place, shown = self._before or (self.review.place, self.review.filter)
        if entry == "filter" and not message.kept:
            filter_actions.narrow(self.review, shown)
            self.review.place = place
        if entry == "find" and not (message.kept and message.words.strip()):
            self.search, self.review.place = None, place
        self.show_search()
        self.settle(word_search.count_words(self.review, self.search) if self.search and entry == "find" else "")

    def action_next_match(self, direction: int) -> None:
        """The next or previous match."""
        if self.search is None:
            self.settle("nothing to look for yet · / finds")
            return
        moved = word_search.step(self.review, self.search, direction)
        self.show_search()
        self.settle(word_search.count_words(self.review, self.search) if moved else f"no “{self.search.words}” here")

    def close_search(self) -> bool:
        """Forgets what was looked for; False when nothing was."""
        if self.search is None:
            return False
        self.search = None
        self.show_search()
        return True

    def show_search(self) -> None:
        """Marks the matches in the article."""
        search = self.search
        current = search.hits[search.current] if search and search.current is not None else None
        view = self.query_one(ArticleView)
        view.mark(search.hits.within if search else None)
        view.paint({"hit-current": [current] if current else []})

    def _show_count(self, words: str) -> None:
        from newsview.app.widgets.search_bar import EntryLine

        self.query_one(EntryLine).count(words)
