"""Parser process: ``python -P -m newsview.reading.parser_process``. Files in, one JSON object a file out.

An untrusted file can make a parser loop, exhaust memory or crash; this isolates it in a process with limits, which
may neither open connections nor start programs. The client is ``parser_client``.

A request is a line of JSON, ``{"form", "encoding", "length"}``, and then *length* bytes: the file. An answer is a line
of JSON: the fields of ``Converted``, or ``error`` and ``kind``. The process ends with its standard input, and after a
file that took so much memory that the next one might not have enough.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from newsview.errors import UnreadableError, UsageError

MEMORY = 1 << 30
"""Limit of the address space in bytes (Linux): four times the use of the longest articles."""

SECONDS = 30
"""Limit of processor time in seconds for one file; a PDF file has more, by its pages (``more_time``)."""

TEXT = 12_000_000
"""Maximum length of the text in characters."""

_FRESH = 300
"""Peak memory in megabytes above which the process ends after the answer and a new one serves the next file."""

_FORBIDDEN_EVENTS = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.bind",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)

_OUT_OF_MEMORY = "its parser exceeded the memory limit; save its text as a .txt file"


def main() -> None:
    """Answer requests on standard input, within the limits, until it is closed."""
    requests, answers = _own_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C at the terminal: the client decides
    _limit_resources()
    while header := requests.readline():
        request = orjson.loads(header)
        data = requests.read(request["length"])
        _limit_time(SECONDS)
        answer = _answer(data, request["form"], request["encoding"])
        answers.write(orjson.dumps(answer) + b"\n")
        answers.flush()
        if answer.get("error") == _OUT_OF_MEMORY or _peak_memory() > _FRESH:
            return


def more_time(seconds: float) -> None:
    """Raise the limit of processor time for the file that is being parsed: *seconds* from now. Outside, do nothing."""
    soft, _ = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        _limit_time(seconds)


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Input and output of the protocol; what a parser prints goes to standard error."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def _answer(data: bytes, form: str, encoding: str | None) -> dict[str, Any]:
    try:
        # imported within the limits, and only the parser of this format
        converted = import_module(f"newsview.reading.{form}").convert(data, encoding)
        if len(converted.text) > TEXT:
            raise UnreadableError(f"it is longer than the limit of {TEXT // 1_000_000} million characters; split it")
        return {key: _encodable(value) for key, value in asdict(converted).items()}
    except UsageError as error:
        return {"error": str(error), "kind": "usage"}
    except UnreadableError as error:
        return {"error": str(error), "kind": "unreadable"}
    except MemoryError:
        return {"error": _OUT_OF_MEMORY, "kind": "unreadable"}
    except RecursionError:
        return {"error": "it is nested too deeply for its parser; save its text as a .txt file", "kind": "unreadable"}


def _encodable(value: Any) -> Any:
    """*value* without lone surrogates, which JSON cannot hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {_encodable(key): _encodable(each) for key, each in value.items()}
    return [_encodable(each) for each in value] if isinstance(value, (list, tuple)) else value


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    sys.addaudithook(_refuse)


def _limit_time(seconds: float) -> None:
    """Limit processor time to *seconds* from now, rounded up; the system then ends the process (SIGXCPU)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _peak_memory() -> float:
    """Peak resident memory of this process in megabytes.

    Linux counts in ``ru_maxrss`` also what the parent had when it started this process, so proc(5) is read there.
    """
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) / 1024
    except (OSError, ValueError, IndexError):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / 1024 if sys.platform == "linux" else peak / 1024**2


def _refuse(event: str, arguments: object) -> None:
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(f"parsers may not call {event}")


if __name__ == "__main__":
    main()
