"""Asyncio client of the extraction worker: starts the process, exchanges messages, handles its failures.

Every failure of the process (it cannot be started, exits, is killed or stopped, does not respond, breaks the protocol,
runs out of memory, finds no model) becomes one ``Failed`` event with a one-line message; the next ``extract`` starts a
new process. Every wait has a time limit, and no process is left running.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from newsview.model.article import Article
from newsview.model.codec import FormatError, decode
from newsview.model.facts import RECORD_NAMED, Fact, Facts, Generator, of_kinds
from newsview.workers.child_process import one_line
from newsview.workers.cooperative import Pace
from newsview.workers.events import Done, Event, Failed, FailureKind, Progress, Window
from newsview.workers.paragraph_search import ParagraphSearch
from newsview.workers.process import Lost, Patience, WorkerProcess, worker_command

__all__ = ["Patience", "WorkerSource", "worker_command"]


class WorkerSource:
    """``FactSource`` with the extraction in a separate process."""

    def __init__(
        self, model: str | None = None, *, command: Sequence[str] | None = None, patience: Patience | None = None
    ) -> None:
        self._command = list(command) if command is not None else worker_command(model)
        self._patience = patience or Patience()
        self._process: WorkerProcess | None = None
        self._busy = asyncio.Lock()
        self._requests = 0

    @property
    def pid(self) -> int | None:
        """Process id of the worker; None if none is running."""
        return self._process.pid if self._process is not None and self._process.alive else None

    async def extract(self, article: Article, search: ParagraphSearch | None = None) -> AsyncGenerator[Event, None]:
        """Events until ``Done`` or ``Failed``. Closing the iterator cancels the request; the worker stays alive.

        A worker killed from outside is replaced once without notice, and its events are sent again. A paragraph at which
        workers hang is left out; a *search* that is under way has begun before.
        """
        search, killed = search or ParagraphSearch(), False
        async with self._busy:
            while True:
                try:
                    async with aclosing(self._attempt(article, search)) as events:
                        async for event in events:
                            yield event
                    return
                except Lost as lost:
                    await self._drop()
                    again = search.hung() if lost.kind == "hung" else lost.again and not killed
                    killed = killed or lost.again
                    if not again:
                        yield Failed(str(lost), lost.kind)
                        return

    async def _attempt(self, article: Article, search: ParagraphSearch) -> AsyncGenerator[Event, None]:
        process = await self._running()
        self._requests += 1
        request = self._requests
        yield Progress(0, len(article.paragraphs))
        finished = False
        try:
            await process.send_article(request, article, search.request())
            reply = _Reply(search)
            while not finished:
                message = await process.answer(in_paragraph=search.begun is not None)
                if message.get("id") not in (request, 0):
                    continue
                event = await reply.receive(message)
                if event is not None:
                    finished = isinstance(event, (Done, Failed))
                    yield event
        finally:
            if not finished and process.alive:
                process.cancel(request)

    async def _running(self) -> WorkerProcess:
        if self._process is None or not self._process.alive:
            await self._drop()
            self._process = await WorkerProcess.start(self._command, self._patience)
        return self._process

    async def _drop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.kill()

    async def close(self) -> None:
        """End the worker and its process group: a quit message first, SIGKILL after a timeout."""
        process, self._process = self._process, None
        if process is not None:
            await process.leave()


@dataclass(slots=True)
class _Reply:
    """Accumulator for the messages that answer one request."""

    search: ParagraphSearch
    found: dict[str, list[Fact]] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)

    async def receive(self, message: dict[str, Any]) -> Event | None:
        """The event for *message*, or None. Raises ``Lost`` if the message is invalid."""
        try:
            return await self._receive(message)
        except (FormatError, KeyError, TypeError) as error:
            raise Lost(f"protocol error from the extraction worker: {one_line(str(error))}", "protocol") from error

    async def _receive(self, message: dict[str, Any]) -> Event | None:
        match message["is"]:
            case "ready" | "pong":
                pass
            case "begun":
                self.search.begun = None if message["paragraph"] is None else int(message["paragraph"])
            case "progress":
                return Progress(int(message["done"]), int(message["total"]))
            case "part":
                await self._part(message["kind"], message["facts"])
            case "window":
                return Window(self._facts(), int(message["done"]), int(message["total"]))
            case "done":
                left_out = tuple(number + 1 for number in self.search.left_out)
                return Done(self._facts(), decode(Generator, message["generator"]), left_out)
            case "error" if message["id"] == 0 or message["kind"] == "memory":
                raise Lost(one_line(str(message["message"])), _kind(message["kind"]))
            case "error":
                return Failed(one_line(str(message["message"])), _kind(message["kind"]))
            case other:
                raise KeyError(other)
        return None

    async def _part(self, kind: str, facts: list[object]) -> None:
        record, found = RECORD_NAMED[kind], self.found.setdefault(kind, [])
        for each in facts:
            found.append(decode(record, each))
            await self.pace.rest()

    def _facts(self) -> Facts:
        facts, self.found = of_kinds(self.found), {}
        return facts


def _kind(name: object) -> FailureKind:
    match name:
        case "model" | "memory" | "article":
            return name
        case _:
            return "protocol"
