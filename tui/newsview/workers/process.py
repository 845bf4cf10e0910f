"""A worker process: start, exchange of JSON lines, end. ``client`` interprets the messages."""

from __future__ import annotations

import asyncio
import signal
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from newsview.model import json_text
from newsview.model.article import NOTHING, Article
from newsview.model.codec import encode
from newsview.workers.child_process import kill_group, last_line, module_command, one_line, parsed_message
from newsview.workers.events import FailureKind

LINE_LIMIT = 2**24
"""Maximum length in bytes of a line from the worker, which sends facts in small parts."""

_STDERR_LINES = 20
_READ = 2**16


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Time limits in seconds for a worker."""

    ask: float = 10.0
    """Time without a message before a ping is sent."""
    answer: float = 20.0
    """Time for the answer to a ping, which a worker answers during its work unless it is stopped."""
    work: float = 300.0
    """Time without any message but answers to pings: a parse that does not end."""
    paragraph: float = 60.0
    """The same for a paragraph that is extracted alone."""
    leave: float = 1.0
    """Time to exit after a quit message."""


def worker_command(model: str | None = None) -> list[str]:
    """The command that starts a worker with the pipeline *model* or the default."""
    return module_command("newsview.extraction.worker", *(() if model is None else ("--model", model)))


class Lost(Exception):
    """Failure after which the worker cannot be used. ``again``: a new worker may succeed."""

    def __init__(self, message: str, kind: FailureKind, again: bool = False) -> None:
        super().__init__(message)
        self.kind = kind
        self.again = again


class WorkerProcess:
    """A running worker process. Every failure raises ``Lost``."""

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
        """Start a process in a new session, so that signals from keys reach only the reader."""
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
            raise Lost(f"the extraction worker cannot be started: {error.strerror}", "start") from error
        return cls(process, patience)

    @property
    def pid(self) -> int:
        """Process id, which is also the id of its process group."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is running and its input is open."""
        return self._process.returncode is None and not self._in.is_closing()

    async def send_article(self, request: int, article: Article, more: Mapping[str, Any] = NOTHING) -> None:
        """Send the article, and *more* for this request. Raises ``Lost`` if the worker does not read it within the time limit."""
        try:
            data = await asyncio.to_thread(_request, request, article, more)
        except json_text.JsonError as error:
            raise Lost(f"the article {error}", "article") from error
        self._in.write(data)
        with suppress(ConnectionError):  # it has exited: the next read reports why
            try:
                async with asyncio.timeout(self._patience.work):
                    await self._in.drain()
            except TimeoutError as error:
                raise self._hung() from error

    def cancel(self, request: int) -> None:
        """Cancel *request*; later messages about it are ignored."""
        self._send({"id": request, "do": "cancel"})

    def _send(self, request: dict[str, object]) -> None:
        if not self._in.is_closing():
            self._in.write(json_text.line(request))

    async def answer(self, *, in_paragraph: bool = False) -> dict[str, Any]:
        """The next message of the worker; *in_paragraph*: it extracts a paragraph alone. Raises ``Lost`` if it exits, does not respond or breaks the protocol."""
        silent, limit = 0.0, self._patience.paragraph if in_paragraph else self._patience.work
        while True:
            message = await self._line(self._patience.ask)
            if message is None:
                silent += self._patience.ask
                self._send({"id": 0, "do": "ping"})
                message = await self._line(self._patience.answer)
                if message is None or silent >= limit:
                    raise self._hung()
            if message.get("is") != "pong":
                return message

    async def _line(self, patience: float) -> dict[str, Any] | None:
        """The next message, or None after *patience* seconds."""
        try:
            async with asyncio.timeout(patience):
                data = await self._out.readline()
        except TimeoutError:
            return None
        except ValueError as error:  # longer than the limit
            raise Lost(
                f"protocol error from the extraction worker: a line exceeds {LINE_LIMIT // 2**20} MiB", "protocol"
            ) from error
        if not data.endswith(b"\n"):
            raise await self._ended()
        message = parsed_message(data)
        if message is None or "is" not in message:
            raise self._protocol_error(data)
        return message

    def _protocol_error(self, data: bytes) -> Lost:
        return Lost(
            f"protocol error from the extraction worker: {one_line(data[:60].decode('utf-8', 'replace'))}", "protocol"
        )

    def _hung(self) -> Lost:
        return Lost("the extraction worker does not respond", "hung")

    async def _ended(self) -> Lost:
        """The error for the end of output: exit code or signal, and the last line of standard error."""
        code = await self._wait(self._patience.leave)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience.leave):
                await asyncio.shield(self._draining)
        last = last_line(b"\n".join(self._stderr))
        if code is None:
            return Lost("the extraction worker closed its output", "died")
        if code < 0:
            name = signal.Signals(-code).name if -code in signal.valid_signals() else str(-code)
            # SIGKILL comes from outside (operator, out of memory): a second try may succeed
            return Lost(f"the extraction worker was ended by {name}", "died", again=-code == signal.SIGKILL)
        return Lost(f"the extraction worker ended with exit code {code}" + (f": {last}" if last else ""), "died")

    async def _wait(self, patience: float) -> int | None:
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                return await self._process.wait()
        return self._process.returncode

    async def _drain(self, stderr: asyncio.StreamReader) -> None:
        """Read standard error, so that a full pipe does not block the worker, and store its last lines."""
        rest = b""
        while data := await stderr.read(_READ):
            *lines, rest = (rest + data).split(b"\n")
            self._stderr.extend(lines)
            rest = rest[-_READ:]
        self._stderr.append(rest)

    async def leave(self) -> None:
        """End the process: a quit message, and SIGKILL after the time limit."""
        if self.alive:
            self._send({"id": 0, "do": "quit"})
            self._in.close()
            await self._wait(self._patience.leave)
        await self.kill()

    async def kill(self) -> None:
        """Kill the process group and wait for the process."""
        if self._process.returncode is None:  # otherwise its id may have been reused
            kill_group(self._process.pid)
        self._in.close()
        with suppress(TimeoutError, ValueError):
            async with asyncio.timeout(self._patience.leave):
                while await self._out.read(_READ):  # asyncio does not release a process with unread output
                    pass
                await self._process.wait()
                await asyncio.shield(self._draining)
        self._draining.cancel()


def _request(request: int, article: Article, more: Mapping[str, Any]) -> bytes:
    return json_text.line({"id": request, "do": "extract", "article": encode(article), **more})
