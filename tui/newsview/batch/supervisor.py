"""Supervisor of one child process that makes parts: restarts it, and finishes the shard in any case.

An article that ends the process, or exceeds its time limit, is tried three times and then skipped (``retry_policy``);
the rest of its shard is processed. Calls block: every engine calls from a thread or a process of its own.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from newsview.batch.part import Part
from newsview.batch.retry_policy import Blame
from newsview.batch.shards import Job, Shard
from newsview.errors import CannotWriteError, ChangedError, ModelMissingError, NewsviewError, UsageError
from newsview.model import json_text
from newsview.terminal.printable import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds. Three tries of a short article that never ends take less than two minutes."""

    start: float = 120.0
    """Until the model is loaded."""
    article: float = 30.0
    """For any article."""
    byte: float = 1 / 5_000
    """For each byte of it besides."""


_LEAVING = 5.0
"""Seconds that a process may take to end after its standard output has."""

_WORDS = 4096
"""Bytes of its standard error that are looked at for the last line."""

STARTS = 5
"""How often in a row it may end before it has loaded the model."""


class _Lost(Exception):
    """The process is gone, or is given up. ``place``: the article that it had in hand; ``killed``: by somebody else."""

    def __init__(self, place: int | None, *, killed: bool = False) -> None:
        super().__init__()
        self.place, self.killed = place, killed


class Supervisor:
    """Makes parts in a child process, which is started when it is needed. ``close`` it."""

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or Limits()
        # -P: no module is imported from the working folder, where a stranger's files may lie
        self._command = list(command or [sys.executable, "-P", "-m", "newsview.batch.worker"])
        self._process: subprocess.Popen[bytes] | None = None
        self._said: int | None = None
        self._ready = False
        self._rest = b""
        self._stopped = False
        self._lock = threading.Lock()

    def make(self, shard: Shard, job: Job) -> Part:
        """The part of *shard*. Raises ``NewsviewError`` where none can be made whatever the articles are."""
        blame, starts = Blame(), 0
        while True:
            try:
                return self._attempt(shard, job, blame.poison)
            except _Lost as lost:
                ready, reason = self._ready, self._last_words()
                self._end()
                if self._stopped:
                    raise NewsviewError("the run was ended") from lost
                starts = 0 if ready else starts + 1
                if lost.place is not None:
                    blame.add(lost.place, killed=lost.killed)
                if starts >= STARTS:
                    raise NewsviewError(f"the process that reads the articles cannot be started: {reason}") from lost

    def stop(self) -> None:
        """From another thread: the part that is being made is given up, and none is begun any more."""
        with self._lock:
            self._stopped = True
            self._kill()

    def close(self) -> None:
        """End the process. Nobody may be waiting for a part."""
        self.stop()
        self._end()

    def _end(self) -> None:
        with self._lock:
            self._kill()
            process, self._process, self._ready, self._rest = self._process, None, False, b""
            said, self._said = self._said, None
        if said is not None:
            os.close(said)
        if process is None:
            return
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _last_words(self) -> str:
        """The last line that the process has said on its standard error."""
        if self._said is None:
            return "it says nothing"
        end = os.fstat(self._said).st_size
        lines = os.pread(self._said, _WORDS, max(0, end - _WORDS)).decode("utf-8", "replace").split("\n")
        return printable(next((line.strip() for line in reversed(lines) if line.strip()), "it says nothing"))

    def _kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _attempt(self, shard: Shard, job: Job, poison: Mapping[int, int]) -> Part:
        process = self._running()
        request = {"job": asdict(job), "shard": asdict(shard), "poison": list(poison.items())}
        place: int | None = None
        try:
            assert process.stdin is not None
            # the standard library's JSON keeps the odd bytes of a file's name, as lone surrogates
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
        except OSError as error:
            raise _Lost(None) from error
        while True:
            answer = self._answer(process, place, self._patience(shard, place))
            if "part" in answer:
                return Part.of(answer["part"])
            if "error" in answer:
                _fail(answer)
            self._ready = True
            place = answer.get("begun", place)

    def _patience(self, shard: Shard, place: int | None) -> float:
        if not self._ready:
            return self._limits.start
        length = shard.items[place].length if place is not None else 0
        return self._limits.article + self._limits.byte * length

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            with self._lock:
                if self._stopped:
                    raise _Lost(None)
                self._said, name = mkstemp()
                Path(name).unlink()
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._said,
                    start_new_session=True,
                )
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], place: int | None, patience: float) -> dict[str, Any]:
        """The next line of the process. Raises ``_Lost`` when it ends, says nothing in time, or talks nonsense."""
        assert process.stdout is not None
        deadline = time.monotonic() + patience
        while b"\n" not in self._rest:
            ready, _, _ = select.select([process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise _Lost(place)
            chunk = os.read(process.stdout.fileno(), 2**16)
            if not chunk:
                raise _Lost(place, killed=_was_killed(process))
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\n")
        try:
            answer = json_text.quick(line)
        except json_text.JsonError as error:
            raise _Lost(place) from error
        if not isinstance(answer, dict):
            raise _Lost(place)
        return answer


def _was_killed(process: subprocess.Popen[bytes]) -> bool:
    """Whether *process*, which has let go of its standard output, was killed; not if it only closed that."""
    try:
        return process.wait(_LEAVING) == -signal.SIGKILL
    except subprocess.TimeoutExpired:
        return False


def _fail(answer: dict[str, Any]) -> None:
    kinds = {kind.exit_code: kind for kind in (CannotWriteError, ChangedError, ModelMissingError, UsageError)}
    raise kinds.get(answer.get("code", 0), NewsviewError)(str(answer["error"]))
