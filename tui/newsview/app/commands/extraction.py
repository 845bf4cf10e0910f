"""The keys and events of extraction: start, follow, stop, start again. The reader never waits for any of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from typing import TYPE_CHECKING

from textual.worker import Worker

from newsview.app.commands.articles import ShelfKeys
from newsview.app.messages import Extracted
from newsview.app.render.status import extraction_words
from newsview.terminal.printable import printable
from newsview.workers import events
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from newsview.app.file_watch import ArticleFile
    from newsview.app.state.review import Linked
    from newsview.model.facts import Facts, Generator
    from newsview.workers.events import FactSource


class Extracting(ShelfKeys):
    """Follows a source of facts, and takes its events into the review."""

    source: FactSource | None = None
    generator: Generator | None = None
    reading = ""
    """What is under way, in words; empty when nothing is."""
    failure = ""
    """Why there are no (more) facts, in one line; empty when nothing went wrong."""
    _extraction: Worker[None] | None = None

    def begin_extraction(self) -> None:
        """Asks the source for the facts; what came before is given up."""
        if self.source is None:
            return
        self.reading, self.failure = extraction_words(0, 0), ""
        self._extraction = self.run_worker(self._follow(self.source), group="extraction", exclusive=True)
        self.settle(self.kept_notice)

    async def _follow(self, source: FactSource) -> None:
        async with aclosing(source.extract(self.review.article)) as stream:
            async for event in stream:
                linked = None
                if isinstance(event, (events.Window, events.Done)):
                    linked = await in_slices(self.review.linking(event.facts))
                self.post_message(Extracted(event, linked))

    def on_extracted(self, message: Extracted) -> None:
        """Takes what the source has found, without moving the reader."""
        if not self.reading:
            return  # stopped while this was on its way
        match message.event:
            case events.Progress(done, total):
                self.reading = extraction_words(done, total)
                self.show_progress()
                return
            case events.Window(facts, done, total):
                self.reading = extraction_words(done, total)
                self.take_facts(facts, message.linked)
            case events.Done(facts, generator):
                self.reading, self.generator = "", generator
                self.take_facts(facts, message.linked, final=True)
            case events.Failed(text, _):
                self.reading, self.failure = "", printable(text)
                self.settle(f"{self.failure} · r tries again")
                return
        self.settle(self.kept_notice)

    @property
    def kept_notice(self) -> str:
        """The notice on screen, which an event in the background does not wipe away."""
        raise NotImplementedError

    def take_facts(self, found: Facts, linked: Linked | None = None, *, final: bool = False) -> None:
        """Puts new facts on the screen; *final* ones settle what was decided on facts that are gone."""
        raise NotImplementedError

    def show_progress(self) -> None:
        """Shows how far the extraction is, and nothing else."""
        raise NotImplementedError

    def stop_extraction(self) -> bool:
        """Stops what is under way; False when nothing was."""
        if not self.reading:
            return False
        self.reading, self.failure = "", "stopped"
        if self._extraction is not None:
            self._extraction.cancel()
        return True

    def action_extract(self) -> None:
        """Extracts the facts again; decisions stay with the facts that are found again."""
        raise NotImplementedError

    def look_at_file(self) -> None:
        """Says so where the article's file is not what it was when it was read."""
        if self.file_news:
            self.settle(self.file_news)

    @property
    def file_news(self) -> str:
        """What has become of the article's file; empty where it is as it was, and where there is none."""
        return self.file.news if self.file is not None else ""

    file: ArticleFile | None = None
    """The file that the article was read from."""

    exchange: Callable[[str], FactSource] | None = None
    """Makes a source that uses another model."""

    def use_model(self, name: str) -> None:
        """Extracts the facts again with another model."""
        if self.exchange is None:
            self.settle("there is no other model here")
            return
        self.run_worker(self._use(self.exchange(name)), group="opening")

    async def _use(self, source: FactSource) -> None:
        self.stop_extraction()
        before, self.source = self.source, source
        if before is not None:
            await before.close()
        self.begin_extraction()
