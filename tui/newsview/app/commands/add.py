"""The keys that add what extraction missed, and that copy. Dialogs are imported when the first of them is opened."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from newsview import describe
from newsview.app.commands.edit import EditingKeys
from newsview.app.state import clipboard, edits, field_values
from newsview.app.state import selection as marks
from newsview.app.widgets.article_view import ArticleView
from newsview.errors import CannotWriteError
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.state.selection import Mark

NOT_YET: Final = "one moment; the article is still being opened"

KINDS: Final[dict[str, edits.Added]] = {"e": "entity", "q": "quote", "n": "number"}


class AddingKeys(EditingKeys):
    """Actions on words of the article: add a fact, copy, keep a clipping."""

    def action_mark(self) -> None:
        """Marks words of the article and makes them a fact."""
        if self.opened:
            self.ask(self._add())
        else:  # what was saved of the article would take the place of it
            self.settle(NOT_YET)

    async def _add(self) -> None:
        mark = await self._marked()
        if mark is None:
            self.settle("nothing added")
            return
        words = self.review.article.text[mark.start : mark.end]
        choices = {"e": "an entity", "q": "a quote", "n": "a number or date", "escape": "nothing: leave it"}
        kind = KINDS.get(await self.ask_choice(f"“{words}” is", choices))
        if kind is None:
            self.settle("nothing added")
            return
        type_ = (
            await self.ask_one_of("What kind of entity?", list(describe.TYPE_CHOICES.items()))
            if kind == "entity"
            else None
        )
        if kind == "entity" and type_ is None:
            self.settle("nothing added")
            return
        try:
            step = edits.add(self.review, kind, *mark, type_=type_ or "")
        except field_values.EditError as error:
            self.settle(printable(str(error)))
            return
        self.noted(step)
        self.facts_changed()
        self.settle("added · e says more of it, such as its speaker or unit")

    async def _marked(self) -> Mark | None:
        """What is marked with the mouse already, else what the keys mark now."""
        view, text = self.query_one(ArticleView), self.review.article.text
        with_mouse = view.marked()
        if with_mouse is not None:
            self.clear_selection()
            return marks.Mark(*with_mouse)
        if not self.review.article.sentences:
            return None
        mark = marks.Mark.at(text, self.review.article.sentences[self.review.place.sentence].start)
        if mark is None:
            return None
        from newsview.app.screens.word_selection import Marking

        def show(moved: Mark) -> None:
            """Paints the marked words, and scrolls to them."""
            view.paint({"own": [moved], "speaker": [], "cue": []})
            view.reveal(*moved)

        return await self.app.push_screen_wait(Marking(text, mark, show))

    def action_copy(self) -> None:
        """Sends the fact, the sentence or what is marked to the terminal's clipboard."""
        text = self._copied()
        if text:
            self.app.copy_to_clipboard(text)
        # OSC 52 is answered by no terminal: whether it was taken cannot be known
        self.settle(
            "sent to the clipboard, if your terminal takes it · Y writes to a file"
            if text
            else "there is nothing to copy here"
        )

    def action_clip(self) -> None:
        """Asks for a file and appends the fact, the sentence or what is marked to it."""
        self.ask(self._clip())

    async def _clip(self) -> None:
        text = self._copied()
        if not text:
            self.settle("there is nothing to write here")
            return
        article = PurePath(self.review.article.path or "article")
        typed = await self.ask_words("Append it to the file", str(article.with_name(f"{article.stem}.clippings.txt")))
        if not typed or not typed.strip():
            self.settle("nothing written")
            return
        try:
            path = field_values.file_name(typed)
            await asyncio.to_thread(clipboard.append, path, text)
        except CannotWriteError as error:
            self.settle(printable(str(error)))
            return
        self.settle(f"written to {printable(str(path))}")

    def _copied(self) -> str:
        marked = self.query_one(ArticleView).marked()
        return self.review.article.text[slice(*marked)] if marked else clipboard.copied(self.review)
