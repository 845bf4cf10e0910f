"""Rows of CSV and Parquet archives, read lazily."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BufferedReader, TextIOWrapper
from math import isfinite
from pathlib import Path
from typing import Any, Final

from newsview.errors import ExtraMissingError, UnreadableError, UsageError
from newsview.inputs.archive_rows import Fields
from newsview.inputs.jsonl import LONGEST
from newsview.inputs.streams import damage_told, unpacked
from newsview.reading.files import cannot_open, special_kind
from newsview.terminal.install_hint import installing
from newsview.terminal.printable import printable

_ROWS: Final = 64
"""Rows of a Parquet table in memory at a time."""


def rows_of(file: str, fields: Fields, encoding: str | None) -> Iterator[dict[str, Any] | UnreadableError]:
    """The rows of the table *file* (``.csv``, ``.tsv``, also packed, or ``.parquet``) as JSON values by column name.

    A row that cannot be read is an error in its place. Raises ``InputError`` if the table cannot be read, or has no
    column of the name of the text.
    """
    label = printable(file)
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as table:
            special = special_kind(os.fstat(table.fileno()).st_mode)
            if special is not None:
                raise UnreadableError(f"{label}: this is {special}, not a file; an archive is read from a file")
            if file.lower().endswith(".parquet"):
                yield from _parquet(table, label, fields)
            else:
                with damage_told(label):
                    yield from _csv(unpacked(table, label), file, label, fields, encoding)
    except OSError as error:
        raise cannot_open(error, label) from error


def _csv(
    table: BufferedReader, file: str, label: str, fields: Fields, encoding: str | None
) -> Iterator[dict[str, Any] | UnreadableError]:
    csv.field_size_limit(LONGEST)
    delimiter = "\t" if ".tsv" in Path(file).name.lower() else ","
    with _text(table, encoding) as text:
        rows = csv.reader(text, delimiter=delimiter)
        try:
            names = next(rows, [])
            _refuse_missing_text(names, label, fields)
            for row in rows:
                if row:
                    yield _csv_row(names, row, label, rows.line_num)
        except csv.Error as error:
            raise UnreadableError(
                f"{label} line {rows.line_num}: it is invalid CSV ({error}); the articles before that are done"
            ) from error


def _text(table: BufferedReader, encoding: str | None) -> TextIOWrapper:
    try:
        # lone surrogates stand for bytes that do not fit, so that they fail their row only
        return TextIOWrapper(table, encoding=encoding or "utf-8-sig", errors="surrogateescape", newline="")
    except LookupError as error:
        raise UsageError(f"--encoding {encoding}: there is no such encoding") from error


def _csv_row(names: list[str], row: list[str], label: str, line: int) -> dict[str, Any] | UnreadableError:
    if len(row) != len(names):
        return UnreadableError(
            f"{label} line {line}: it has {len(row)} columns instead of {len(names)}; fix or remove the row"
        )
    if any(not cell.isascii() and _has_surrogates(cell) for cell in row):
        return UnreadableError(f"{label} line {line}: its encoding is another; name it with --encoding")
    return dict(zip(names, row, strict=True))


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _refuse_missing_text(names: list[str], label: str, fields: Fields) -> None:
    if fields.text not in names:
        raise UnreadableError(
            f'{label}: this table has no column "{printable(fields.text)}"; name the column of the text with --text-field, '
            "or save a single article as a .txt file"
        )


def _parquet(table: BufferedReader, label: str, fields: Fields) -> Iterator[dict[str, Any]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise ExtraMissingError(
            f"{label}: Parquet needs an extra that is not installed; install it: {installing('newsview[arrow]')}"
        ) from error
    try:
        opened = ParquetFile(table)
        _refuse_missing_text(opened.schema_arrow.names, label, fields)
        for batch in opened.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                yield {name: plain(value) for name, value in row.items()}
    except (ArrowException, OSError) as error:
        first = next(iter(str(error).splitlines()), type(error).__name__)
        raise UnreadableError(f"{label}: it cannot be read as Parquet ({printable(first)})") from error


def plain(value: Any) -> Any:
    """*value* as JSON: days and times in ISO 8601, other values that JSON has no form for as text."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else repr(value)
