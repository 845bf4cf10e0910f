"""Zstandard streams, read forward; unlike the library's own reader, one that is cut off is an error."""

from __future__ import annotations

from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Final

from zstandard import ZstdDecompressor

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_STEP: Final = 1024
"""Packed bytes at a time: no more than 32 MB can come of them."""


class ZstandardStream(RawIOBase):
    """The content of the frames of *archive*. Reading raises ``EOFError`` if the last one is cut off."""

    def __init__(self, archive: BufferedReader) -> None:
        self._archive = archive
        self._frame = ZstdDecompressor().decompressobj()
        self._begun = False
        self._content = memoryview(b"")

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill *buffer* with the next bytes; how many there were."""
        while not self._content:
            packed = self._frame.unused_data if self._frame.eof else b""
            packed = packed or self._archive.read(_STEP)
            if not packed:
                if self._begun and not self._frame.eof:
                    raise EOFError
                return 0
            if self._frame.eof:
                self._frame = ZstdDecompressor().decompressobj()
            self._begun = True
            self._content = memoryview(self._frame.decompress(packed))
        target = memoryview(buffer).cast("B")
        count = min(len(target), len(self._content))
        target[:count], self._content = self._content[:count], self._content[count:]
        return count
