"""Parser process: ``python -P -m newsview.reading.parser_process FORMAT [ENCODING]``. A file's bytes in, one JSON object out.

An untrusted file can make a parser loop, exhaust memory or crash; this isolates it in a process with limits, which
may neither open connections nor start programs. The client is ``parser_client``.
"""

from __future__ import annotations

import resource
import sys
from dataclasses import asdict
from importlib import import_module

import orjson

from newsview.errors import UnreadableError, UsageError

MEMORY = 1 << 30
"""Limit of the address space in bytes (Linux): four times the use of the longest articles."""

SECONDS = 30
"""Limit of processor time in seconds; the client waits twice as long."""

TEXT = 12_000_000
"""Maximum length of the text in characters."""

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


def main() -> None:
    """Parse standard input as the format given by the arguments, within the limits."""
    form, encoding = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    data = sys.stdin.buffer.read()
    _limit_resources()
    sys.stdout.buffer.write(orjson.dumps(_answer(data, form, encoding)))


def _answer(data: bytes, form: str, encoding: str | None) -> dict[str, str | None]:
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
        return {"error": "its parser exceeded the memory limit; save its text as a .txt file", "kind": "unreadable"}
    except RecursionError:
        return {"error": "it is nested too deeply for its parser; save its text as a .txt file", "kind": "unreadable"}


def _encodable(value: str | None) -> str | None:
    return value.encode("utf-8", "replace").decode("utf-8") if value is not None else None


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: object) -> None:
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(f"parsers may not call {event}")


if __name__ == "__main__":
    main()
