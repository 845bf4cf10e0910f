"""Parser process: ``python -P -m newsview.reading.parser_process FORMAT [ENCODING]``. A file's bytes in, one JSON object out.

An untrusted file may make its parser run for ever, exhaust memory or crash; only this process ends then. It
opens no connection and starts no program. Its client is ``parser_client``.
"""

from __future__ import annotations

import resource
import sys
from dataclasses import asdict
from importlib import import_module

import orjson

from newsview.errors import UnreadableError, UsageError

MEMORY = 1 << 30
"""Bytes of address space (Linux): four times what the longest articles take."""

SECONDS = 30
"""Seconds of work; the other end waits about as long."""

TEXT = 12_000_000
"""Characters of text at most: an article, not an archive."""

_REFUSED = (
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
    """Parse standard input as the format that the arguments name, within the limits."""
    form, encoding = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    data = sys.stdin.buffer.read()
    _bound()
    sys.stdout.buffer.write(orjson.dumps(_answer(data, form, encoding)))


def _answer(data: bytes, form: str, encoding: str | None) -> dict[str, str | None]:
    try:
        # imported here, under the limits; only the one that is needed
        converted = import_module(f"newsview.reading.{form}").convert(data, encoding)
        if len(converted.text) > TEXT:
            raise UnreadableError(f"it holds more than the limit of {TEXT // 1_000_000} million characters; split it")
        return {key: _encodable(value) for key, value in asdict(converted).items()}
    except UsageError as error:
        return {"error": str(error), "kind": "usage"}
    except UnreadableError as error:
        return {"error": str(error), "kind": "unreadable"}
    except MemoryError:
        return {"error": "its parser needs more than the memory that it is allowed", "kind": "unreadable"}
    except RecursionError:
        return {"error": "it is nested too deeply to be an article", "kind": "unreadable"}


def _encodable(value: str | None) -> str | None:
    return value.encode("utf-8", "replace").decode("utf-8") if value is not None else None


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: object) -> None:
    if event in _REFUSED:
        raise PermissionError(f"a parser of files does no {event}")


if __name__ == "__main__":
    main()
