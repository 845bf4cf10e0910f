"""Lines of a JSON Lines archive, read one at a time with a limit on their length."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import NamedTuple

import orjson

from newsview.errors import NoInputError, UnreadableError
from newsview.inputs.streams import damage_told, packed_form, unpacked
from newsview.reading.files import cannot_open, special_kind
from newsview.reading.read import LIMIT
from newsview.terminal.printable import printable

LONGEST = 4 * LIMIT
"""Maximum length of a line in bytes: JSON may escape a two-byte letter as six bytes, and there are other fields."""

_STEP = 2**20


class ArchiveLine(NamedTuple):
    """A non-blank line: number from 1, offset and length in bytes, content (None for a line over the limit)."""

    number: int
    offset: int
    length: int
    data: bytes | None


def lines_of(file: str) -> Iterator[ArchiveLine]:
    """The lines of the archive *file*, also a packed one, read lazily, one in memory at a time.

    Raises ``NoInputError`` if it cannot be opened, ``UnreadableError`` if it is not a regular file (a pipe may block
    and a device may be endless), or if a packed one is damaged.
    """
    label = printable(file)
    with _opened(file, label) as archive, damage_told(label):
        yield from lines_in(unpacked(archive, label))


def is_packed(file: str) -> bool:
    """Whether the archive *file* is packed, so that no line can be read at an offset. Raises as ``lines_of``."""
    with _opened(file, printable(file)) as archive:
        return packed_form(archive) is not None


@contextmanager
def _opened(file: str, label: str) -> Iterator[BufferedReader]:
    """The archive *file* as bytes."""
    try:
        # non-blocking: the type is checked after opening
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as archive:
            special = special_kind(os.fstat(archive.fileno()).st_mode)
            if special is not None:
                raise UnreadableError(f"{label}: this is {special}, not a file; an archive is read from a file")
            yield archive
    except OSError as error:
        raise cannot_open(error, label) from error
    except ValueError as error:  # a null character in the name
        raise NoInputError(f"{label}: there is no such file; a file name cannot contain a null character") from error


def lines_in(archive: BufferedReader, begin: Iterable[bytes] = ()) -> Iterator[ArchiveLine]:
    """The lines of a stream, with those in *begin* before it; offsets count from the beginning."""
    read = _reader(archive, deque(begin))
    number = offset = 0
    while data := read(LONGEST + 1):
        if not number and data.startswith(BOM_UTF8):
            offset, data = len(BOM_UTF8), data[len(BOM_UTF8) :]
        number, length = number + 1, len(data)
        if length > LONGEST:
            whole = length + _rest_of_line(read, data)
            yield ArchiveLine(number, offset, whole, None)
            offset += whole
            continue
        if data.strip():
            yield ArchiveLine(number, offset, length, data)
        offset += length


def _reader(archive: BufferedReader, begin: deque[bytes]) -> Callable[[int], bytes]:
    """``archive.readline``, with the lines of *begin* first."""

    def read(limit: int) -> bytes:
        """The next line, or its first *limit* bytes."""
        return begin.popleft() if begin else archive.readline(limit)

    return read


def first_lines(stream: BufferedReader, *, any_text: bool) -> tuple[list[bytes], bool]:
    """The lines that had to be read of *stream*, and whether it is JSON Lines; with *any_text* it always is.

    It is where the first line is a JSON object, or begins like one and so does the second. No more is read, because
    a program may wait for the answer to its first line.
    """
    if any_text or not stream.peek(_STEP).removeprefix(BOM_UTF8).startswith(b"{"):
        return [], any_text
    first = stream.readline(LONGEST + 1)
    if _is_object(first):
        return [first], True
    second = stream.readline(LONGEST + 1)
    return [first, second], second.startswith(b"{")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(orjson.loads(line.removeprefix(BOM_UTF8)), dict)
    except orjson.JSONDecodeError:
        return False


def _rest_of_line(read: Callable[[int], bytes], data: bytes) -> int:
    """Skip the rest of a line; the number of bytes skipped."""
    passed = 0
    while not data.endswith(b"\n") and (data := read(_STEP)):
        passed += len(data)
    return passed


def line_at(file: str, offset: int, length: int, label: str) -> bytes:
    """The line of *length* bytes at *offset* of the archive. Raises ``UnreadableError`` if too long, ``OSError``."""
    if length > LONGEST:
        raise too_long(label)
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as archive:
        archive.seek(offset)
        return archive.read(length)


def too_long(label: str) -> UnreadableError:
    """The error for a line over the limit."""
    return UnreadableError(
        f"{label}: it is longer than the limit of {LONGEST // 1_000_000} MB for one line; fix or remove it"
    )
