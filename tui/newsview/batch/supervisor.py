"""Supervisor of a child process that makes parts: restarts the process until the shard is finished.

An article that ends the process is tried three times and then skipped (``retry_policy``); of one that exceeds its time
limit, the paragraphs that are the cause are left out. The rest of the shard is processed. Calls block; engines use a thread or process for each supervisor.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from newsview.batch.part import Part
from newsview.batch.retry_policy import RetryPolicy
from newsview.batch.shards import Job, Shard
from newsview.errors import CannotWriteError, ChangedError, ModelMissingError, NewsviewError, UsageError
from newsview.workers.child_process import kill_group, last_line, module_command, parsed_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Time limits in seconds. Three tries of a short article that loops take less than two minutes."""

    start: float = 120.0
    """For loading the model."""
    article: float = 30.0
    """For any article."""
    byte: float = 1 / 5_000
    """Added for each byte of the article."""


_LEAVING = 5.0
"""Seconds that a process may take to end after closing standard output."""

_STDERR_TAIL = 4096
"""Bytes at the end of standard error that are searched for the last line."""

STARTS = 5
"""Consecutive process ends before the model is loaded, after which the supervisor gives up."""


class _Lost(Exception):
    """The process ended or exceeded a limit.

    ``place``: index of the article in progress; ``killed``: from outside; ``hung``: the article's time limit was exceeded.
    """

    def __init__(self, place: int | None, *, killed: bool = False, hung: bool = False) -> None:
        super().__init__()
        self.place, self.killed, self.hung = place, killed, hung


class Supervisor:
    """Client of a child process that makes parts, started on demand; must be closed."""

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or Limits()
        self._command = list(command or module_command("newsview.batch.worker"))
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: int | None = None
        self._ready = False
        self._buffer = b""
        self._stopped = False
        self._lock = threading.Lock()

    def make(self, shard: Shard, job: Job) -> Part:
        """The part of *shard*. Raises ``NewsviewError`` for failures that no article causes."""
        policy, starts = RetryPolicy(), 0
        while True:
            try:
                return self._attempt(shard, job, policy)
            except _Lost as lost:
                ready, reason = self._ready, self._last_error_line()
                self._end()
                if self._stopped:
                    raise NewsviewError("the run was stopped") from lost
                starts = 0 if ready else starts + 1
                if lost.place is not None and lost.hung:
                    policy.add_hung(lost.place)
                elif lost.place is not None:
                    policy.add(lost.place, killed=lost.killed)
                if starts >= STARTS:
                    raise NewsviewError(f"the extraction process cannot be started: {reason}") from lost

    def stop(self) -> None:
        """Abort the current part and refuse further ones. May be called from another thread."""
        with self._lock:
            self._stopped = True
            self._kill()

    def close(self) -> None:
        """End the process. No call of ``make`` may be active."""
        self.stop()
        self._end()

    def _end(self) -> None:
        with self._lock:
            self._kill()
            process, self._process, self._ready, self._buffer = self._process, None, False, b""
            stderr, self._stderr = self._stderr, None
        if stderr is not None:
            os.close(stderr)
        if process is None:
            return
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _last_error_line(self) -> str:
        """The last line that the process wrote to standard error."""
        if self._stderr is None:
            return "no error message"
        end = os.fstat(self._stderr).st_size
        return last_line(os.pread(self._stderr, _STDERR_TAIL, max(0, end - _STDERR_TAIL))) or "no error message"

    def _kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            kill_group(self._process.pid)

    def _attempt(self, shard: Shard, job: Job, policy: RetryPolicy) -> Part:
        process = self._running()
        request = {
            "job": asdict(job),
            "shard": asdict(shard),
            "poison": list(policy.poison.items()),
            "searches": policy.requests(),
        }
        place: int | None = None
        try:
            assert process.stdin is not None
            # the standard library's JSON preserves lone surrogates, which stand for undecodable bytes of file names
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
        except OSError as error:
            raise _Lost(None) from error
        while True:
            answer = self._answer(process, place, self._time_limit(shard, place))
            if "part" in answer:
                return Part.of(answer["part"])
            if "error" in answer:
                _fail(answer)
            self._ready = True
            place = answer.get("begun", place)
            if place is not None and "paragraph" in answer:
                policy.searches[place].begun = answer["paragraph"]

    def _time_limit(self, shard: Shard, place: int | None) -> float:
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
                self._stderr, name = mkstemp()
                Path(name).unlink()
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._stderr,
                    start_new_session=True,
                )
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], place: int | None, time_limit: float) -> dict[str, Any]:
        """The next message of the process. Raises ``_Lost`` if it ends, times out or breaks the protocol."""
        assert process.stdout is not None
        deadline = time.monotonic() + time_limit
        while b"\n" not in self._buffer:
            ready, _, _ = select.select([process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise _Lost(place, hung=True)
            chunk = os.read(process.stdout.fileno(), 2**16)
            if not chunk:
                raise _Lost(place, killed=_was_killed(process))
            self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\n")
        answer = parsed_message(line)
        if answer is None:
            raise _Lost(place)
        return answer


def _was_killed(process: subprocess.Popen[bytes]) -> bool:
    """Whether *process*, whose standard output is closed, was killed by SIGKILL."""
    try:
        return process.wait(_LEAVING) == -signal.SIGKILL
    except subprocess.TimeoutExpired:
        return False


def _fail(answer: dict[str, Any]) -> None:
    kinds = {kind.exit_code: kind for kind in (CannotWriteError, ChangedError, ModelMissingError, UsageError)}
    raise kinds.get(answer.get("code", 0), NewsviewError)(str(answer["error"]))
