"""Byte streams of archives: files, packed files and standard input, read forward in constant memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import TYPE_CHECKING, Any, cast

from newsview.errors import ExtraMissingError, NoInputError, UnreadableError
from newsview.terminal.install_hint import installing

if TYPE_CHECKING:
    from io import RawIOBase

_PACKED = {b"\x1f\x8b": "gz", b"\x28\xb5\x2f\xfd": "zst", b"\xfd7zX": "xz", b"BZh": "bz2"}
"""First bytes of the packed forms that are read, and the suffixes of their files."""

_MAGIC = 4
"""Length of the longest of the first bytes."""


def packed_form(archive: BufferedReader) -> str | None:
    """The suffix of the packed form that *archive* begins with, without consuming it; None if it is not packed."""
    begin = archive.peek(_MAGIC)
    return next((suffix for magic, suffix in _PACKED.items() if begin.startswith(magic)), None)


def unpacked(archive: BufferedReader, label: str) -> BufferedReader:
    """*archive*, or the stream of its content if it is packed. Raises ``ExtraMissingError`` for .zst without the extra."""
    form = packed_form(archive)
    if form is None:
        return archive
    return BufferedReader(cast("RawIOBase", _reader(form, label)(archive)))


def _reader(form: str, label: str) -> Callable[[Any], Any]:
    """The function that unpacks a stream of the packed *form*; imported here, because most archives are not packed."""
    if form == "gz":
        from gzip import GzipFile

        return lambda archive: GzipFile(fileobj=archive)
    if form == "xz":
        from lzma import LZMAFile

        return LZMAFile
    if form == "bz2":
        from bz2 import BZ2File

        return BZ2File
    try:
        from newsview.inputs.zstandard_stream import ZstandardStream
    except ImportError as error:
        raise ExtraMissingError(
            f"{label}: .zst needs an extra that is not installed; install it: {installing('newsview[zstd]')}"
        ) from error
    return ZstandardStream


@contextmanager
def damage_told(label: str) -> Iterator[None]:
    """Raise ``UnreadableError`` where a packed stream is cut off or damaged."""
    import zlib  # imported here: as above
    from lzma import LZMAError

    kinds: list[type[Exception]] = [EOFError, OSError, zlib.error, LZMAError]
    if "zstandard" in sys.modules:
        kinds.append(sys.modules["zstandard"].ZstdError)
    try:
        yield
    except tuple(kinds) as error:
        if isinstance(error, OSError) and error.errno is not None:  # an error of the file; bz2 and gzip give no number
            raise
        raise UnreadableError(
            f"{label}: this packed archive is damaged or cut off; the articles before that are done"
        ) from error


def standard_input() -> BufferedReader:
    """Standard input as bytes. Raises ``NoInputError`` if it is closed."""
    if sys.stdin is None:
        raise NoInputError("standard input: it is closed; name a file or pipe an article in")
    stream = sys.stdin.buffer
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))
