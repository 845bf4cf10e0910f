"""Client of the parser process: web pages, Word, PDF, Markdown files and mail to text, with limits on time and memory.

One process serves one file after another, because starting it takes longer than parsing most files. It is replaced
when it has ended, whatever the reason; a file that ends it costs only itself.
"""

from __future__ import annotations

import atexit
import os
import selectors
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import mkstemp
from threading import Lock
from typing import Final

import orjson

from newsview.errors import UnreadableError, UsageError
from newsview.model import json_text
from newsview.model.codec import FormatError, decode
from newsview.reading import parser_process
from newsview.reading.clean import one_line
from newsview.reading.converted import Converted
from newsview.reading.formats import Format, require

PARSER = parser_process.__name__
"""Module that the process runs."""

PATIENCE = 20
"""The client waits this many times the limit of processor time, and on Linux for as long as the parser uses any: a busy
machine does not decide what is read, the parser's own limit does."""

_OVER_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
_STEP = 1 << 16


class _EndedError(UnreadableError):
    """The process ended without an answer and without a reason."""


class _Parser:
    """A running parser process. ``answer`` raises ``UnreadableError``, after which the process has ended."""

    def __init__(self) -> None:
        self._errors, name = mkstemp()
        Path(name).unlink()
        # -P: no module is imported from the working directory
        requests, self._requests = os.pipe()
        self._answers, answers = os.pipe()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", PARSER], stdin=requests, stdout=answers, stderr=self._errors
            )
        except BaseException:
            for each in (self._requests, self._answers, self._errors):
                os.close(each)
            raise
        finally:
            os.close(requests)
            os.close(answers)
        self._owner = os.getpid()

    def is_ready(self) -> bool:
        """Whether the process runs and belongs to this process (not to the parent of a fork)."""
        return self._owner == os.getpid() and self._process.poll() is None

    def answer(self, header: bytes, data: bytes) -> bytes:
        """The line of JSON for the file *data*. Raises ``BrokenPipeError`` if the process has ended before reading it."""
        rest = memoryview(header + data)
        while rest:
            rest = rest[os.write(self._requests, rest) :]
        return self._line(PATIENCE * parser_process.SECONDS)

    def _line(self, seconds: float) -> bytes:
        pieces: list[bytes] = []
        used = self._processor_time()
        with selectors.DefaultSelector() as selector:
            selector.register(self._answers, selectors.EVENT_READ)
            while not (pieces and pieces[-1].endswith(b"\n")):
                if not selector.select(seconds):
                    before, used = used, self._processor_time()
                    if used <= before:
                        raise UnreadableError(_timed_out("it gave no answer"))
                    continue
                piece = os.read(self._answers, _STEP)
                if not piece:
                    raise self.failure()
                pieces.append(piece)
        return b"".join(pieces)

    def _processor_time(self) -> int:
        """Ticks of processor time that the process has used (proc(5), fields 14 and 15); 0 if that is not known."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
            return int(fields[11]) + int(fields[12])
        except (OSError, ValueError, IndexError):
            return 0

    def failure(self) -> UnreadableError:
        """The error to raise after the process has ended without an answer."""
        code = self._process.wait()
        if code in _OVER_TIME:
            return UnreadableError(_timed_out("it needed too much processor time"))
        lines = (
            os.pread(self._errors, _STEP, max(0, os.fstat(self._errors).st_size - _STEP))
            .decode("utf-8", "replace")
            .strip()
            .splitlines()
        )
        if not lines:
            return _EndedError("its parser failed: no error message")
        return UnreadableError(f"its parser failed: {one_line(lines[-1])[:160]}")

    def close(self) -> None:
        """End the process, at once if it is parsing."""
        if self._owner != os.getpid():
            return
        self._process.kill()
        self._process.wait()
        os.close(self._requests)
        os.close(self._answers)
        os.close(self._errors)


_idle: Final[list[_Parser]] = []
_lock: Final = Lock()


def convert(data: bytes, form: Format, encoding: str | None = None) -> Converted:
    """The text and metadata of *data*, a file of the format *form*.

    Raises ``ExtraMissingError`` if the parser is not installed, ``UnreadableError`` if no article is found or the
    parser fails, ``UsageError`` for a wrong *encoding*. Messages do not include the file name.
    """
    require(form)
    header = orjson.dumps({"form": form, "encoding": _encodable(encoding), "length": len(data)}) + b"\n"
    try:
        return _converted(_answer(header, data))
    except OSError as error:  # process limit reached
        raise UnreadableError(f"its parser cannot be started: {one_line(str(error))}") from error


def close() -> None:
    """End the parser processes that wait for a file."""
    with _lock:
        parsers, _idle[:] = list(_idle), []
    for parser in parsers:
        parser.close()


atexit.register(close)


def _encodable(encoding: str | None) -> str | None:
    return None if encoding is None else encoding.encode("utf-8", "replace").decode("utf-8")


def _answer(header: bytes, data: bytes) -> bytes:
    parser, used = _taken()
    try:
        answer = parser.answer(header, data)
    except (BrokenPipeError, _EndedError) as error:
        failure = parser.failure() if isinstance(error, BrokenPipeError) else error
        parser.close()
        if used:  # it may have ended while it was idle
            return _answer(header, data)
        raise failure from None
    except BaseException:
        parser.close()
        raise
    with _lock:
        _idle.append(parser)
    return answer


def _taken() -> tuple[_Parser, bool]:
    """A parser process, and whether it has served a file before."""
    while True:
        with _lock:
            parser = _idle.pop() if _idle else None
        if parser is None:
            return _Parser(), False
        if parser.is_ready():
            return parser, True
        parser.close()


def _timed_out(why: str) -> str:
    return f"its parser was stopped: {why} (limit: {parser_process.SECONDS} s); save its text as a .txt file"


def _converted(answer: bytes) -> Converted:
    try:
        plain = json_text.quick(answer)
        if "error" in plain:
            raise (UsageError if plain.get("kind") == "usage" else UnreadableError)(plain["error"])
        return decode(Converted, plain)
    except (json_text.JsonError, FormatError, TypeError) as error:
        raise UnreadableError("its parser failed: invalid output") from error
