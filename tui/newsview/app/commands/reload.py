"""Reading the article's file again when it has been changed, with the review and the reader's place kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsview.app.commands.add import NOT_YET
from newsview.app.commands.saving import SavingKeys
from newsview.app.file_watch import ArticleFile
from newsview.errors import NewsviewError
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.state.review import Place
    from newsview.model.article import Article
    from newsview.model.decisions import Step


class RereadingKeys(SavingKeys):
    """The action that extracts again: from the newest text."""

    reopen: Callable[[], Article] | None = None
    """Reads the article's file again; None where it has none."""
    _left: tuple[Place, Place] | None = None
    """Where the reader was when another text came, and where that has put him, until the facts are here again."""

    def action_extract(self) -> None:
        """Extracts the facts again, from the file as it is now; decisions stay with the facts that are found again."""
        if not self.opened:
            self.settle(NOT_YET)
        elif self.file is not None and self.file.changed and self.reopen is not None and self.keeper is not None:
            self.run_worker(self._reread(self.reopen), group="rereading", exclusive=True)
        else:
            self.settle()  # what was said before, such as that r tries again, is over
            self.begin_extraction()
            self.look_at_file()

    async def _reread(self, reopen: Callable[[], Article]) -> None:
        self.stop_extraction()
        self.settle("reading the file again")
        seen = ArticleFile(str(self.article.path))  # before it is read: what changes from now on is news again
        try:
            article = await asyncio.to_thread(reopen)
        except NewsviewError as error:
            self.settle(f"{printable(str(error))} · the text and your decisions are still here")
            return
        same = article.text == self.article.text
        self.file = seen
        self._show_newer(article)
        self.begin_extraction()
        self.settle(
            "the file has the same text as before"
            if same
            else "this is the new text; decisions on facts that are the same are kept"
        )

    def _show_newer(self, article: Article) -> None:
        """Shows another text of the article, with the same sentence at the same height."""
        assert self.keeper is not None
        review = self.review
        before, sentences = review.place, review.article.sentences
        turned = self.keeper.turn_to(article, self.analysis())
        at = sentences[before.sentence] if sentences else None
        offset = turned.place(at.start, at.end) if at else 0
        self.carry(review.decisions.move(turned.moved, turned.analysis.review, turned))
        self.article = article
        review.turn_to(article, article.sentence_index(offset) or 0)
        self._left = (before, review.place)
        self.show_article()

    def carry(self, step: Step) -> None:
        """Notes what a newer text or extraction made of the decisions; that is saved nowhere yet."""
        if step:
            self.noted(step)
            self.review.decisions.unsaved()

    def come_back(self, moved: dict[str, str]) -> None:
        """Goes where the reader was before another text came, now that its facts are known; *moved* has their new ids."""
        if self._left is not None:
            (before, put), self._left = self._left, None
            if self.review.place[::2] == put[::2]:  # still in that sentence, in the article
                row = before.row
                self.review.return_to(
                    before._replace(row=row._replace(fact=moved.get(row.fact, row.fact)) if row else None)
                )

    def show_article(self) -> None:
        """Shows the text of the article, which is another one now."""
        raise NotImplementedError
