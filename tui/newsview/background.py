"""The asyncio side of the worker process: starts it, talks to it, survives it. Neither spaCy nor Textual.

What can happen to a process is answered here: it cannot be started, dies, is killed or stopped, falls silent, talks
nonsense, runs out of memory, finds no model. Each ends in one ``Failed`` with one line; the next ``extract`` starts
a new process. Nothing waits without a limit, and no process is left behind.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from typing import Any

from newsview import json_text
from newsview.article import Article
from newsview.codec import FormatError, decode, encode
from newsview.facts import Entity, Facts, Generator, Number, Quote
from newsview.progress import Done, Event, Failed, FailureKind, Progress, Window

LINE_LIMIT = 2**24
"""Bytes of the longest line the worker may send; it sends facts in small parts."""

_STDERR_LINES = 20
_READ = 2**16


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds after which a worker is asked, or given up."""

    ask: float = 10.0
    """Silence while it should be working, before it is asked whether it is there."""
    answer: float = 20.0
    """How long the answer may take: a worker answers in the middle of its work, a stopped one does not."""
    work: float = 300.0
    """Silence but for such answers: a parse that goes round in circles."""
    leave: float = 1.0
    """How long a worker may take to leave when it is told to."""


def worker_command(model: str | None = None) -> list[str]:
    """The command that starts a worker on the pipeline *model* or on the default."""
    command = [sys.executable, "-m", "newsview.extraction.worker"]
    return [*command, "--model", model] if model is not None else command


class _Lost(Exception):
    """The worker can no longer be used. ``again``: a new one may well do better."""

    def __init__(self, message: str, kind: FailureKind, again: bool = False) -> None:
        super().__init__(message)
        self.kind = kind
        self.again = again


class WorkerSource:
    """A ``FactSource`` whose extraction runs in a process of its own."""

    def __init__(
        self, model: str | None = None, *, command: Sequence[str] | None = None, patience: Patience | None = None
    ) -> None:
        self._command = list(command) if command is not None else worker_command(model)
        self._patience = patience or Patience()
        self._process: _Process | None = None
        self._busy = asyncio.Lock()
        self._requests = 0

    @property
    def pid(self) -> int | None:
        """The worker's process id while one runs."""
        return self._process.pid if self._process is not None and self._process.alive else None

    async def start(self) -> None:
        """Start the process if none runs, so that its model is loaded by the time it is needed. Failures show later."""
        async with self._busy:
            with suppress(_Lost):
                await self._running()

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        """Events until ``Done`` or ``Failed``. Leaving the iteration early cancels the work, not the worker.

        A worker that is killed from outside is replaced once, without a word; what it had sent is sent again.
        """
        async with self._busy:
            for attempt in (1, 2):
                try:
                    async with aclosing(self._attempt(article)) as events:
                        async for event in events:
                            yield event
                    return
                except _Lost as lost:
                    await self._drop()
                    if attempt == 2 or not lost.again:
                        yield Failed(str(lost), lost.kind)
                        return

    async def _attempt(self, article: Article) -> AsyncGenerator[Event, None]:
        process = await self._running()
        self._requests += 1
        request = self._requests
        yield Progress(0, len(article.paragraphs))
        finished = False
        try:
            await process.send_article(request, article)
            reply = _Reply()
            while not finished:
                message = await process.answer()
                if message.get("id") not in (request, 0):
                    continue
                event = await reply.take(message)
                if event is not None:
                    finished = isinstance(event, (Done, Failed))
                    yield event
        finally:
            if not finished and process.alive:
                process.cancel(request)

    async def _running(self) -> _Process:
        if self._process is None or not self._process.alive:
            await self._drop()
            self._process = await _Process.start(self._command, self._patience)
        return self._process

    async def _drop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.kill()

    async def close(self) -> None:
        """End the worker: asked first, killed a second later. Nothing of its process group is left."""
        process, self._process = self._process, None
        if process is not None:
            await process.leave()


@dataclass(slots=True)
class _Reply:
    """The answer to one request as it comes in, part by part."""

    entities: list[Entity] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)

    async def take(self, message: dict[str, Any]) -> Event | None:
        """What the reader is told of one line, if anything. Raises ``_Lost`` where the line makes no sense."""
        try:
            return await self._take(message)
        except (FormatError, KeyError, TypeError) as error:
            raise _Lost(f"the extraction's process talks nonsense: {_one_line(str(error))}", "nonsense") from error

    async def _take(self, message: dict[str, Any]) -> Event | None:
        match message["is"]:
            case "ready" | "pong":
                pass
            case "progress":
                return Progress(int(message["done"]), int(message["total"]))
            case "part":
                self._part(message["kind"], message["facts"])
                await asyncio.sleep(0)  # keys come first: a long article has many parts
            case "window":
                return Window(self._facts(), int(message["done"]), int(message["total"]))
            case "done":
                return Done(self._facts(), decode(Generator, message["generator"]))
            case "error" if message["id"] == 0 or message["kind"] == "memory":
                raise _Lost(_one_line(str(message["message"])), _kind(message["kind"]))
            case "error":
                return Failed(_one_line(str(message["message"])), _kind(message["kind"]))
            case other:
                raise KeyError(other)
        return None

    def _part(self, kind: str, facts: list[object]) -> None:
        match kind:
            case "entities":
                self.entities += [decode(Entity, each) for each in facts]
            case "quotes":
                self.quotes += [decode(Quote, each) for each in facts]
            case "numbers":
                self.numbers += [decode(Number, each) for each in facts]
            case _:
                raise KeyError(kind)

    def _facts(self) -> Facts:
        facts = Facts(entities=self.entities, quotes=self.quotes, numbers=self.numbers)
        self.entities, self.quotes, self.numbers = [], [], []
        return facts


class _Process:
    """One worker process, from its start to its end."""

    def __init__(self, process: asyncio.subprocess.Process, patience: Patience) -> None:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None
        self._process = process
        self._patience = patience
        self._in = process.stdin
        self._out = process.stdout
        self._stderr: deque[bytes] = deque(maxlen=_STDERR_LINES)
        self._draining = asyncio.create_task(self._drain(process.stderr))

    @classmethod
    async def start(cls, command: Sequence[str], patience: Patience) -> _Process:
        """A new process in a session of its own: keys that signal the reader do not reach it."""
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                start_new_session=True,
                limit=LINE_LIMIT,
            )
        except OSError as error:
            raise _Lost(f"the extraction's process cannot be started: {error.strerror}", "start") from error
        return cls(process, patience)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.returncode is None and not self._in.is_closing()

    async def send_article(self, request: int, article: Article) -> None:
        """Hand the article over; a worker that does not take it in is given up like a silent one."""
        try:
            data = await asyncio.to_thread(_request, request, article)
        except json_text.JsonError as error:
            raise _Lost(f"the article {error}", "article") from error
        self._in.write(data)
        with suppress(ConnectionError):  # it is gone: what it left behind says why
            try:
                async with asyncio.timeout(self._patience.work):
                    await self._in.drain()
            except TimeoutError as error:
                raise self._hung() from error

    def cancel(self, request: int) -> None:
        self._say({"id": request, "do": "cancel"})

    def _say(self, request: dict[str, object]) -> None:
        if not self._in.is_closing():
            self._in.write(json_text.line(request))

    async def answer(self) -> dict[str, Any]:
        """The next line of the worker. Raises ``_Lost`` if it ends, falls silent or talks nonsense."""
        silent = 0.0
        while True:
            message = await self._line(self._patience.ask)
            if message is None:
                silent += self._patience.ask
                self._say({"id": 0, "do": "ping"})
                message = await self._line(self._patience.answer)
                if message is None or silent >= self._patience.work:
                    raise self._hung()
            if message.get("is") != "pong":
                return message

    async def _line(self, patience: float) -> dict[str, Any] | None:
        """The next line as an object, or None after *patience* seconds without one."""
        try:
            async with asyncio.timeout(patience):
                data = await self._out.readline()
        except TimeoutError:
            return None
        except ValueError as error:  # longer than the limit
            raise _Lost("the extraction's process talks nonsense: a line without end", "nonsense") from error
        if not data.endswith(b"\n"):
            raise await self._ended()
        try:
            message = json_text.quick(data)
        except json_text.JsonError as error:
            raise self._nonsense(data) from error
        if not isinstance(message, dict) or "is" not in message:
            raise self._nonsense(data)
        return message

    def _nonsense(self, data: bytes) -> _Lost:
        return _Lost(
            f"the extraction's process talks nonsense: {_one_line(data[:60].decode('utf-8', 'replace'))}", "nonsense"
        )

    def _hung(self) -> _Lost:
        return _Lost("the extraction's process does not answer any more", "hung")

    async def _ended(self) -> _Lost:
        """Why there is no more to read: how the process ended and the last thing it wrote to standard error."""
        code = await self._wait(self._patience.leave)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience.leave):
                await asyncio.shield(self._draining)
        last = next((line for line in reversed(self._stderr) if line.strip()), b"").decode("utf-8", "replace")
        if code is None:
            return _Lost("the extraction's process closed its output", "died")
        if code < 0:
            name = signal.Signals(-code).name if -code in signal.valid_signals() else str(-code)
            # SIGKILL comes from outside (an operator, a machine out of memory): a second try may well work
            return _Lost(f"the extraction's process was ended by {name}", "died", again=-code == signal.SIGKILL)
        return _Lost(
            f"the extraction's process ended with code {code}" + (f": {_one_line(last)}" if last else ""), "died"
        )

    async def _wait(self, patience: float) -> int | None:
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                return await self._process.wait()
        return self._process.returncode

    async def _drain(self, stderr: asyncio.StreamReader) -> None:
        """Keep the last lines of standard error; a full pipe would stop the worker."""
        rest = b""
        while data := await stderr.read(_READ):
            *lines, rest = (rest + data).split(b"\n")
            self._stderr.extend(lines)
            rest = rest[-_READ:]
        self._stderr.append(rest)

    async def leave(self) -> None:
        """Ask the process to end, wait a moment, then kill it."""
        if self.alive:
            self._say({"id": 0, "do": "quit"})
            self._in.close()
            await self._wait(self._patience.leave)
        await self.kill()

    async def kill(self) -> None:
        """End the process and whatever it started, and wait until it is gone from the process table."""
        if self._process.returncode is None:  # else its number may be another's by now
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._in.close()
        with suppress(TimeoutError, ValueError):
            async with asyncio.timeout(self._patience.leave):
                while await self._out.read(_READ):  # asyncio keeps a process with unread output
                    pass
                await self._process.wait()
                await asyncio.shield(self._draining)
        self._draining.cancel()


def _request(request: int, article: Article) -> bytes:
    return json_text.line({"id": request, "do": "extract", "article": encode(article)})


def _kind(name: object) -> FailureKind:
    match name:
        case "model" | "memory" | "article":
            return name
        case _:
            return "nonsense"


def _one_line(text: str) -> str:
    """*text* as one short line of printable characters: it may come from anywhere."""
    words = "".join(each if each.isprintable() else " " for each in text).split()
    line = " ".join(words)
    return line if len(line) <= 200 else line[:199] + "…"
