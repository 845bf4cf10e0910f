"""One worker process: start, lines to and from it, end. Their meaning is defined in ``client``."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.workers.events import FailureKind

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
    # -P: no module is imported from the working folder, where a stranger's files may lie
    command = [sys.executable, "-P", "-m", "newsview.extraction.worker"]
    return [*command, "--model", model] if model is not None else command


class Lost(Exception):
    """The worker can no longer be used. ``again``: a new one may well do better."""

    def __init__(self, message: str, kind: FailureKind, again: bool = False) -> None:
        super().__init__(message)
        self.kind = kind
        self.again = again


class WorkerProcess:
    """A worker process that has been started. Every way in which it can fail is a ``Lost``."""

    def __init__(self, process: asyncio.subprocess.Process, patience: Patience) -> None:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None
        self._process = process
        self._patience = patience
        self._in = process.stdin
        self._out = process.stdout
        self._stderr: deque[bytes] = deque(maxlen=_STDERR_LINES)
        self._draining = asyncio.create_task(self._drain(process.stderr))

    @classmethod
    async def start(cls, command: Sequence[str], patience: Patience) -> WorkerProcess:
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
            raise Lost(f"the extraction's process cannot be started: {error.strerror}", "start") from error
        return cls(process, patience)

    @property
    def pid(self) -> int:
        """Its number in the process table, which is also that of its process group."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs and can still be sent something."""
        return self._process.returncode is None and not self._in.is_closing()

    async def send_article(self, request: int, article: Article) -> None:
        """Hand the article over; a worker that does not take it in is given up like a silent one."""
        try:
            data = await asyncio.to_thread(_request, request, article)
        except json_text.JsonError as error:
            raise Lost(f"the article {error}", "article") from error
        self._in.write(data)
        with suppress(ConnectionError):  # it is gone: what it left behind says why
            try:
                async with asyncio.timeout(self._patience.work):
                    await self._in.drain()
            except TimeoutError as error:
                raise self._hung() from error

    def cancel(self, request: int) -> None:
        """Tell it that *request* is not wanted any more; what it still sends of it is passed over."""
        self._say({"id": request, "do": "cancel"})

    def _say(self, request: dict[str, object]) -> None:
        if not self._in.is_closing():
            self._in.write(json_text.line(request))

    async def answer(self) -> dict[str, Any]:
        """The next line of the worker. Raises ``Lost`` if it ends, falls silent or talks nonsense."""
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
            raise Lost("the extraction's process talks nonsense: a line without end", "nonsense") from error
        if not data.endswith(b"\n"):
            raise await self._ended()
        try:
            message = json_text.quick(data)
        except json_text.JsonError as error:
            raise self._nonsense(data) from error
        if not isinstance(message, dict) or "is" not in message:
            raise self._nonsense(data)
        return message

    def _nonsense(self, data: bytes) -> Lost:
        return Lost(
            f"the extraction's process talks nonsense: {one_line(data[:60].decode('utf-8', 'replace'))}", "nonsense"
        )

    def _hung(self) -> Lost:
        return Lost("the extraction's process does not answer any more", "hung")

    async def _ended(self) -> Lost:
        """Why there is no more to read: how the process ended and the last thing it wrote to standard error."""
        code = await self._wait(self._patience.leave)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience.leave):
                await asyncio.shield(self._draining)
        last = next((line for line in reversed(self._stderr) if line.strip()), b"").decode("utf-8", "replace")
        if code is None:
            return Lost("the extraction's process closed its output", "died")
        if code < 0:
            name = signal.Signals(-code).name if -code in signal.valid_signals() else str(-code)
            # SIGKILL comes from outside (an operator, a machine out of memory): a second try may well work
            return Lost(f"the extraction's process was ended by {name}", "died", again=-code == signal.SIGKILL)
        return Lost(
            f"the extraction's process ended with code {code}" + (f": {one_line(last)}" if last else ""), "died"
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


def one_line(text: str) -> str:
    """*text* as one short line of printable characters: it may come from anywhere."""
    words = "".join(each if each.isprintable() else " " for each in text).split()
    line = " ".join(words)
    return line if len(line) <= 200 else line[:199] + "…"
