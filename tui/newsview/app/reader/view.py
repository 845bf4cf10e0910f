"""The drawing of a review on the reader's screen: place, panes, bars. Every part draws only the lines that differ."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from textual.content import Content

from newsview.app import lazy_imports
from newsview.app.render import detail, rows, status
from newsview.app.render.layers import margin_marks
from newsview.app.state import fact_index, filters
from newsview.app.state import review as reviews
from newsview.app.state.extraction import Stage
from newsview.app.state.panes import FOLD, HEIGHT, PANES, Pane, Row, heights
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import Bar, DetailStrip, Footer, PaneTabs
from newsview.app.widgets.fact_list import FactList
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.message import Message
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.worker import Worker

    from newsview.app.commands.context import UI
    from newsview.app.state.fact_index import FactIndex
    from newsview.app.state.review import Place
    from newsview.app.state.selection import Selection

T = TypeVar("T")

HINTED: Final = 4
"""How often a newcomer gets somewhere before the hint goes: it names as many keys that lead there."""

WARM_UP: Final = 0.2
"""Seconds until the modules of all commands are imported, if no key has needed them by then."""

FRAME: Final = 2
"""Lines of a pane's frame."""

LEAST: Final = 5
"""Lines that each of the panes has at least: three rows and the frame."""

EMPHASIS: Final = ("own", "speaker", "cue")


class ReaderView:
    """The view on ``ui``, drawn with the widgets of ``screen``; it implements ``ports.View``."""

    def __init__(self, screen: Screen[None], ui: UI) -> None:
        self._screen, self._ui = screen, ui
        self._hint, self._hinted = "", 0
        self._words = len(ui.article.text.split())
        self.front: Pane = "entities"
        """The pane that is shown where the panes share one place."""
        self._shown: Place | None = None
        self._remarks: detail.Remarks
        self._clock: Timer | None = None
        self._checked: FactIndex | None = None
        """The facts that were checked last."""
        self._fitted: tuple[object, int] | None = None
        """The facts and the height for which the panes were divided last."""
        self._marked = 0
        """The version of the decisions that the article was drawn with."""

    @property
    def _article(self) -> ArticleView:
        return self._screen.query_one("#article", ArticleView)

    # Drawing

    def draw_opening(self) -> None:
        """Draws the first frame: the article, of which nothing else is known."""
        article, view = self._ui.article, self._article
        if article.sentences:
            view.stand_on(article.sentences[0].start, article.sentences[0].end)
        title = status.title(article, self._words, self._place_among_articles())
        self._screen.query_one("#header", Bar).show(title, Content(""))
        self._screen.set_focus(view, scroll_visible=False)

    def draw(self, notice: str = "") -> None:
        """Draws what has changed in the review, with *notice* in the status line until the next key."""
        if self._hint and self._has_moved():
            self._hinted += 1
            if self._hinted >= HINTED:
                self._hint = ""
                self._ui.hint_learned()
        self._ui.notice = notice or self._ui.unrecorded
        self._draw_place()
        self._draw_panes()
        self._draw_bars()
        self._check_soon()

    def set_hint(self, hint: str) -> None:
        """Sets the text for a newcomer in the detail strip."""
        self._hint = hint

    def _has_moved(self) -> bool:
        """Whether the place differs from the one drawn; the first fact of the same sentence came by itself."""
        before, now = self._shown, self._ui.review.place
        return before is not None and now != (before if before.row else before._replace(row=now.row))

    def _draw_place(self) -> None:
        review, view = self._ui.review, self._article
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
        self.draw_focus()
        self._shown = place

    def _reveal_fact(self, view: ArticleView) -> None:
        """Scrolls to the current fact: it may lie off screen while its sentence, a long one, begins on it."""
        occurrence = self._ui.review.occurrence
        if occurrence is not None and self._ui.review.place.focus != "article":
            view.reveal(occurrence.start, min(occurrence.end, occurrence.start + 200))

    def show_passage_above(self, box: Region) -> bool:
        """Scrolls the current fact, or the sentence, to the top of the article if *box* covers it; False if it stays so."""
        review = self._ui.review
        occurrence, sentences = review.occurrence, review.article.sentences
        place = occurrence or (sentences[review.place.sentence] if sentences else None)
        return place is None or self._article.reveal_above(place.start, place.end, box)

    def draw_focus(self) -> None:
        """Brings the pane in use to the front, zooms it, and gives it the focus."""
        ui, screen = self._ui, self._screen
        pane = ui.review.pane
        if pane is not None:
            self.front = pane
        # where the panes share no place the class shows nothing, and styling them lays the whole screen out anew
        shared = ui.zoomed or screen.has_class("-w60")
        for each in PANES:
            screen.query_one(f"#{each}").set_class(each == self.front, "-front", update=shared)
        screen.set_class(ui.zoomed and pane is None, "-zoom-article")
        screen.set_class(ui.zoomed and pane is not None, "-zoom-pane")
        if ui.bar is not None:
            return  # the keys belong to the search bar
        wanted = screen.query_one(f"#{ui.review.place.focus}")
        if screen.focused is not wanted:
            screen.set_focus(wanted, scroll_visible=False)

    def start_clock(self) -> None:
        """Counts the seconds while nothing else shows that something is under way."""
        if self._clock is not None:
            self._clock.stop()
        self._clock = self._screen.set_interval(1.0, self._count_second)

    def _count_second(self) -> None:
        ui = self._ui
        if ui.extraction.counts_seconds:
            ui.extraction = ui.extraction.after_a_second()
            self.draw_progress()
        elif self._clock is not None:
            self._clock.stop()

    def draw_progress(self) -> None:
        """Draws how far the extraction is, in the status line and in the panes that are still empty."""
        if any(not listing.rows for listing in self._ui.review.panes.values()):
            self._draw_panes()
        self._draw_bars()

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
        self._article.colour(kinds, partial(margin_marks, review.index, review.decisions, finding=finding))

    def draw_article(self) -> None:
        """Draws another text of the article, with its current sentence at the height of the one before."""
        article, place = self._ui.article, self._ui.review.place
        at = article.sentences[place.sentence] if article.sentences else None
        self._article.take(article, (at.start, at.end) if at else (0, 0))
        self._screen.clear_selection()
        self._words = len(article.text.split())
        self.draw_matches()
        self.draw_colors()

    def draw_matches(self) -> None:
        """Highlights the matches of the search in the article."""
        search = self._ui.search
        current = search.hits[search.current] if search and search.current is not None else None
        self._article.highlight_matches(search.hits.within if search else None)
        self._article.paint({"hit-current": [current] if current else []})

    def draw_selection(self, selection: Selection) -> None:
        """Highlights *selection* in the article and scrolls to it."""
        self._article.paint({"own": [selection], "speaker": [], "cue": []})
        self._article.reveal(*selection)

    # Panes and bars

    def row_lines(self, row: Row, width: int) -> list[list[rows.Piece]]:
        """The lines of *row* at *width* cells."""
        review = self._ui.review
        if row.part == FOLD:
            from newsview.app.render import folds  # not every article has some

            return [folds.line(review, row.fact, width)]
        return rows.lines(review.index, row, review.decisions.get(row.fact), width, review.mark(row.fact))

    def row_state(self, row: Row) -> object:
        """What *row* is drawn of: where that differs it is drawn again."""
        if row.part == FOLD:
            return self._ui.review.decisions.version, len(self._ui.review.marks)
        return self._ui.review.decisions.get(row.fact), self._ui.review.mark(row.fact)

    def fit_panes(self) -> None:
        """Divides the height among the panes by their rows, once the facts are complete; no key changes it."""
        ui = self._ui
        total = self._screen.query_one("#panes").size.height
        if ui.extraction.under_way or not ui.review.index.by_id or total == 0:
            return
        if self._fitted is not None and self._fitted[0] is ui.review.extracted and self._fitted[1] == total:
            return
        self._fitted = ui.review.extracted, total
        wanted = [filters.row_count(ui.review.index, pane) * HEIGHT[pane] + FRAME for pane in PANES]
        for pane, lines in zip(PANES, heights(wanted, total, LEAST), strict=True):
            self._screen.query_one(f"#{pane}").styles.height = f"{lines}fr"

    def _draw_panes(self) -> None:
        review, screen = self._ui.review, self._screen
        self.fit_panes()
        linked = review.linked
        counts = {pane: self._count(pane) for pane in PANES}
        for pane in PANES:
            listed = review.panes[pane]
            shown_as = " · ".join(part for part in (self._narrowed(pane), counts[pane]) if part)
            view = screen.query_one(f"#{pane}", FactList)
            view.show(listed.rows, listed.number, linked, self._empty_words(pane), shown_as)
        screen.query_one(Footer).show_for(review.place.focus)
        screen.query_one("#tabs", PaneTabs).show(self.front, counts, self._narrowed(self.front))

    def _count(self, pane: Pane) -> str:
        shown = self._ui.review.panes[pane].facts
        return f"{shown:,}" if shown or not self._ui.extraction.under_way else "…"

    def _narrowed(self, pane: Pane) -> str:
        """What the pane is narrowed to and ordered by."""
        review = self._ui.review
        orders = {"text": "", "weight": "by weight", "value": "A–Z" if pane == "entities" else "sorted"}
        order = orders[review.panes[pane].order]
        return " · ".join(part for part in (status.filter_words(review), order) if part)

    def _empty_words(self, pane: Pane) -> str:
        ui = self._ui
        if ui.review.index.panes[pane]:
            shown = status.filter_words(ui.review)
            if shown:
                return f"none here: {shown} · {ui.key('close')} shows all"
            return f"only what is hidden by default · {ui.key('filter')} shows them"
        if ui.extraction.under_way:
            return ui.extraction.progress
        failure = ui.extraction.failure
        if failure:
            return f"{failure} · {ui.key('extract')} reads again"
        return f"no {pane} found · {ui.key('add')} adds one"

    def _place_among_articles(self) -> str:
        ui = self._ui
        return f" · {ui.number + 1} of {len(ui.articles)}" if len(ui.articles) > 1 else ""

    def _draw_bars(self) -> None:
        ui, screen = self._ui, self._screen
        notices = f"⚠ {len(ui.notices)} ({ui.key('about')})  " if ui.notices else ""
        header = status.header(ui.review, self._words, self._place_among_articles(), notices)
        screen.query_one("#header", Bar).show(*header)
        reading = ui.extraction.progress
        self._remarks = detail.Remarks(
            ui.notice, self._hint, bool(reading), self._fold_keys() if ui.review.fold else ""
        )
        fact = ui.review.fact
        drawn_of = (
            self._remarks,
            ui.review.place,
            ui.review.marked,
            ui.review.finding,
            ui.review.pointed,
            ui.review.fold and (ui.review.fold, ui.review.decisions.version),
            fact and (ui.review.decisions.get(fact.id), len(ui.review.panes[fact_index.pane_of(fact)].rows)),
            ui.review.index,
        )
        screen.query_one(DetailStrip).show(drawn_of, *status.unfinished(ui.review, reading, ui.key("save")))

    def _fold_keys(self) -> str:
        done = (("expand", "opens them"), ("accept", "accepts all"), ("reject", "rejects all"))
        return " · ".join(f"{self._ui.key(name)} {words}" for name, words in done)

    def detail_lines(self, width: int, height: int, first: int) -> list[list[rows.Piece]]:
        """The lines of the detail strip; none before there is a review."""
        return detail.lines(self._ui.review, self._remarks, width, height, first) if self._ui.ready else []

    # The search bar

    def open_search_bar(self, label: str, words: str, keys: Sequence[tuple[str, str]]) -> None:
        """Puts a line to type in over the status line, and *keys* with their meanings into the footer."""
        from newsview.app.widgets.search_bar import SearchBar  # not needed for the first paint

        self._screen.query_one(DetailStrip).make_room(True)
        self._screen.mount(SearchBar(label, words), before="#status")
        self._screen.query_one(Footer).show_instead(keys)

    def close_search_bar(self) -> None:
        """Restores status line and footer."""
        self._screen.query_one(DetailStrip).make_room(False)
        self._screen.query("#search").remove()
        self._screen.query_one(Footer).show_instead(())

    def show_count(self, words: str) -> None:
        """Writes *words* to the right end of the search bar."""
        from newsview.app.widgets.search_bar import SearchBar

        self._screen.query_one(SearchBar).count(words)

    # Pages and the mouse

    def page_article(self, direction: int) -> int:
        """Scrolls the article by a page; the offset of the first text that is then visible."""
        return self._article.page(direction)

    def page_rows(self, pane: Pane) -> int:
        """How many rows of *pane* make a page."""
        return self._screen.query_one(f"#{pane}", FactList).page_rows()

    def mouse_selection(self) -> tuple[int, int] | None:
        """The offsets of the text that is selected with the mouse."""
        return self._article.mouse_selection()

    def clear_mouse_selection(self) -> None:
        """Removes the selection that was made with the mouse."""
        self._screen.clear_selection()

    # Services of the application

    def warm_up(self) -> None:
        """Imports the modules of all commands a moment from now, in slices, if no key has needed them by then."""
        self._screen.set_timer(WARM_UP, self._import_commands)

    def _import_commands(self) -> None:
        self.start(in_slices(lazy_imports.command_imports(self._ui.keys)), "imports")

    def _check_soon(self) -> None:
        """Checks the facts a moment from now, if they are complete and others than those that were checked last."""
        ui = self._ui
        if ui.extraction.stage is Stage.IDLE and ui.review.index is not self._checked and ui.generator is not None:
            self._checked = ui.review.index
            self._screen.set_timer(WARM_UP, self._check)

    def _check(self) -> None:
        from newsview.app.commands import findings  # after the first screen

        self.start(findings.check(self._ui), "findings", exclusive=True)

    def start(self, work: Coroutine[Any, Any, T], group: str, *, exclusive: bool = False) -> Worker[T]:
        """Runs *work* in the background; an exclusive task cancels those of its group before."""
        return self._screen.run_worker(work, group=group, exclusive=exclusive)

    def open(self, dialog: Screen[Any]) -> None:
        """Opens *dialog* over the reader, without waiting for its result."""
        self._screen.app.push_screen(dialog)

    async def show(self, dialog: Screen[T]) -> T | None:
        """Opens *dialog* over the reader; its result, once it is closed."""
        return await self._ui.outside(self._screen.app.push_screen_wait(dialog))

    def post(self, message: Message) -> None:
        """Sends *message* to the screen and to the application."""
        self._screen.post_message(message)

    def run_later(self, action: str) -> None:
        """Runs a key's action when the present message has been handled."""
        self._screen.call_later(self._screen.run_action, action)

    def suspend(self) -> None:
        """Gives the terminal back to the shell until the process is continued."""
        self._screen.app.action_suspend_process()

    def copy(self, text: str) -> None:
        """Sends *text* to the terminal's clipboard."""
        self._screen.app.copy_to_clipboard(text)

    def themes(self) -> Sequence[str]:
        """The names of all themes."""
        return sorted(self._screen.app.available_themes)

    def use_theme(self, name: str) -> None:
        """Switches to the theme *name*."""
        self._screen.app.theme = name

    @property
    def theme(self) -> str:
        """The name of the theme in use."""
        return self._screen.app.theme

    def exit(self) -> None:
        """Ends the program."""
        self._screen.app.exit()
