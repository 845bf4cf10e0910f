"""The extractor of a command, loaded when the first article needs it; a paragraph that hangs costs that paragraph."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from newsview.errors import UnreadableError
from newsview.model.article import Article
from newsview.model.facts import Analysis
from newsview.terminal.printable import printable
from newsview.terminal.streams import say
from newsview.workers.events import Done, Failed, left_out_notice
from newsview.workers.paragraph_search import ParagraphSearch
from newsview.workers.permanent import permanent
from newsview.workers.processor_time import at_most

if TYPE_CHECKING:
    from newsview.extraction.extract import Explained, Extractor
    from newsview.workers.client import WorkerSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of an article in seconds of processor time."""

    article: float = 30.0
    """For any article."""
    character: float = 1 / 5_000
    """Added for each character."""


LIMITS: Final = Limits()


class LimitedExtractor:
    """An extractor in this process with a time limit. What exceeds it is extracted by a worker, paragraph by paragraph."""

    def __init__(self, extractor: Extractor, worker: Callable[[], WorkerSource], limits: Limits = LIMITS) -> None:
        self._extractor, self._worker, self._limits = extractor, worker, limits

    def analysis(self, article: Article) -> Analysis:
        """*article* with its facts, and a notice about the paragraphs left out because their extraction does not end.

        The notice is also said at once. Raises ``UnreadableError`` if nothing is left.
        """
        try:
            with self._limit(article):
                return self._extractor.analysis(article)
        except TimeoutError:
            done = self._search(article)
            notice = left_out_notice(done.left_out)
            told = replace(article, notices=[*article.notices, notice]) if notice else article
            return Analysis.of(told, done.facts, done.generator)

    def explained(self, article: Article) -> list[Explained]:
        """All facts of *article* with the rules that made them; paragraphs whose extraction does not end are left out.

        That is said. Raises ``UnreadableError`` if nothing is left.
        """
        try:
            with self._limit(article):
                return self._extractor.explained(article)
        except TimeoutError:
            left_out = self._search(article).left_out
        kept = [each for number, each in enumerate(article.paragraphs, 1) if number not in left_out]
        try:
            with self._limit(article):
                return self._extractor.explained(replace(article, paragraphs=kept))
        except TimeoutError:
            raise _endless(article) from None

    def _limit(self, article: Article) -> AbstractContextManager[None]:
        return at_most(self._limits.article + self._limits.character * len(article.text))

    def _search(self, article: Article) -> Done:
        """The facts that the worker finds without the paragraphs that hang; which those are is said."""
        import asyncio  # takes 50 ms; few articles hang

        done = asyncio.run(_searched(article, self._worker()))
        if notice := left_out_notice(done.left_out):
            say(f"{_name(article)}: {notice}")
        return done


async def _searched(article: Article, worker: WorkerSource) -> Done:
    """The facts of *article*, extracted by *worker*, whose process is ended when it hangs."""
    try:
        async with aclosing(worker.extract(article, ParagraphSearch(under_way=True))) as events:
            async for event in events:
                if isinstance(event, Failed) or (
                    isinstance(event, Done) and len(event.left_out) == len(article.paragraphs)
                ):
                    raise _endless(article)
                if isinstance(event, Done):
                    return event
    finally:
        await worker.close()
    raise AssertionError("the last event is Done or Failed")


def _endless(article: Article) -> UnreadableError:
    return UnreadableError(f"{_name(article)}: its extraction does not end")


def _name(article: Article) -> str:
    return printable(article.path or f"article {article.id}")


@lru_cache(maxsize=1)
def extractor_for(model: str | None) -> LimitedExtractor:
    """The extractor with the spaCy pipeline *model*, or the default one; the same at every call.

    Raises ``ModelMissingError``.
    """
    from newsview.workers.sandbox import leave_removed_folder

    leave_removed_folder()
    with permanent():
        # deferred: importing spaCy takes a second, and saved facts need none
        from newsview.extraction.extract import Extractor

        return LimitedExtractor(Extractor.for_model(model), partial(_worker, model))


def _worker(model: str | None) -> WorkerSource:
    from newsview.workers.client import WorkerSource  # only articles that hang need it

    return WorkerSource(model)
