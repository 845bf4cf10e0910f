"""Temporary copies, as JSON Lines, of archives that several processes cannot read at offsets: packed ones and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import NamedTuple

import orjson

from newsview.errors import CannotWriteError, UnreadableError
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.jsonl import is_packed, lines_of, too_long
from newsview.inputs.names import is_table
from newsview.inputs.tables_in import rows_of
from newsview.terminal.printable import printable


class CopiedRow(NamedTuple):
    """A row of an archive: its number from 1, its name in messages, its line, or the reason that it cannot be read."""

    number: int
    label: str
    line: bytes
    error: str | None = None


class Placed(NamedTuple):
    """A row in the copy of its archive: the path of the copy, and the offset of the row's line in bytes."""

    row: CopiedRow
    path: str
    offset: int


class Copies:
    """The copies of a run, in a temporary folder that is removed when the context ends."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._kept = ExitStack()
        self._folder: Path | None = None
        self._paths: dict[str, Path] = {}

    def __enter__(self) -> Copies:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()

    def placed(self, file: str) -> Iterator[Placed]:
        """Every row of the archive *file*, copied as it is read. Raises ``InputError``, ``CannotWriteError``."""
        path = self._path(file)
        try:
            with path.open("wb") as copy:
                offset = 0
                for row in _rows(file, self._options):
                    copy.write(row.line)
                    yield Placed(row, str(path), offset)
                    offset += len(row.line)
        except OSError as error:
            raise CannotWriteError(
                f"{printable(file)}: cannot write its rows to a temporary file: {error.strerror or error}; "
                "set TMPDIR to a folder with more room, or use newsview extract without --jobs"
            ) from error

    def _path(self, file: str) -> Path:
        """The path of the copy of *file*, the same for the whole run."""
        if self._folder is None:
            self._folder = Path(self._kept.enter_context(TemporaryDirectory(prefix="newsview-rows-")))
        return self._paths.setdefault(file, self._folder / f"{len(self._paths)}.jsonl")


def needs_copy(file: str) -> bool:
    """Whether the archive *file* is a table, or packed. Raises ``InputError`` if it cannot be opened."""
    return is_table(file) or is_packed(file)


def refuse_copies(files: Sequence[str]) -> None:
    """Raise ``UnreadableError`` if one of the archives *files* needs a copy, which other machines do not see."""
    for file in files:
        if needs_copy(file):
            raise UnreadableError(
                f"{printable(file)}: a cluster reads JSON Lines that are not packed; unpack it first, "
                "or write the table as .jsonl"
            )


def _rows(file: str, options: ReadingOptions) -> Iterator[CopiedRow]:
    if is_table(file):
        yield from _table(file, options)
    else:
        yield from _packed(file)


def _packed(file: str) -> Iterator[CopiedRow]:
    for number, _, _, data in lines_of(file):
        label = f"{printable(file)} line {number}"
        if data is None:
            yield CopiedRow(number, label, b"", str(too_long(label)))
        else:
            yield CopiedRow(number, label, data.rstrip(b"\r\n") + b"\n")


def _table(file: str, options: ReadingOptions) -> Iterator[CopiedRow]:
    for number, row in enumerate(rows_of(file, options.fields, options.encoding), 1):
        label = f"{printable(file)} row {number}"
        if isinstance(row, UnreadableError):
            yield CopiedRow(number, label, b"", str(row))
        else:
            yield CopiedRow(number, label, orjson.dumps(row) + b"\n")
