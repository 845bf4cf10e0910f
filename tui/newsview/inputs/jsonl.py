"""Lines of a JSON Lines archive, read one at a time with a limit on their length."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO, NamedTuple

from newsview.errors import NoInputError, UnreadableError
from newsview.reading.files import cannot_open, special_kind
from newsview.reading.read import LIMIT
from newsview.terminal.printable import printable

LONGEST = 4 * LIMIT
"""Maximum length of a line in bytes: JSON may escape a two-byte letter as six bytes, and there are other fields."""


_COMPRESSED = {b"\x1f\x8b": "gunzip -k", b"\x28\xb5\x2f\xfd": "unzstd", b"\xfd7zX": "unxz -k", b"BZh": "bunzip2 -k"}

_STEP = 2**20


class ArchiveLine(NamedTuple):
    """A non-blank line: number from 1, offset and length in bytes, content (None for a line over the limit)."""

    number: int
    offset: int
    length: int
    data: bytes | None


def lines_of(file: str) -> Iterator[ArchiveLine]:
    """The lines of the archive *file*, read lazily, one in memory at a time.

    Raises ``NoInputError`` if it cannot be opened, ``UnreadableError`` if it is not a regular file: a pipe may block
    and a device may be endless.
    """
    label = printable(file)
    try:
        # non-blocking: the type is checked after opening
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as archive:
            special = special_kind(os.fstat(archive.fileno()).st_mode)
            if special is not None:
                raise UnreadableError(f"{label}: this is {special}, not a file; an archive is read from a file")
            _refuse_compressed(archive, label)
            yield from _lines(archive)
    except OSError as error:
        raise cannot_open(error, label) from error
    except ValueError as error:  # a null character in the name
        raise NoInputError(f"{label}: there is no such file; a file name cannot contain a null character") from error


def _refuse_compressed(archive: BufferedReader, label: str) -> None:
    """Raise ``UnreadableError`` for a compressed archive, which cannot be read at an offset by several processes."""
    begin = archive.peek(4)
    for signature, command in _COMPRESSED.items():
        if begin.startswith(signature):
            raise UnreadableError(f"{label}: this archive is compressed; unpack it first: {command}")


def _lines(archive: BufferedReader) -> Iterator[ArchiveLine]:
    number, offset = 0, _skip_byte_order_mark(archive)
    while data := archive.readline(LONGEST + 1):
        number, length = number + 1, len(data)
        if length > LONGEST:
            whole = length + _rest_of_line(archive, data)
            yield ArchiveLine(number, offset, whole, None)
            offset += whole
            continue
        if data.strip():
            yield ArchiveLine(number, offset, length, data)
        offset += length


def _skip_byte_order_mark(archive: BufferedReader) -> int:
    """Offset of the first line, after a UTF-8 byte order mark."""
    if not archive.peek(len(BOM_UTF8)).startswith(BOM_UTF8):
        return 0
    archive.seek(len(BOM_UTF8))
    return len(BOM_UTF8)


def _rest_of_line(archive: BinaryIO, data: bytes) -> int:
    """Skip the rest of a line; the number of bytes skipped."""
    passed = 0
    while not data.endswith(b"\n") and (data := archive.readline(_STEP)):
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
