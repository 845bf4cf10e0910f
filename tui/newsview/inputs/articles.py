"""Inputs of a command (files, folders, patterns, archives, standard input) as articles with output names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Final

from newsview.errors import InputError, NoInputError, UnreadableError, UsageError, fail
from newsview.inputs.archive_rows import Fields, Input, ReadingOptions, archived_line, archived_row, failed_row
from newsview.inputs.folders import articles_in
from newsview.inputs.jsonl import ArchiveLine, first_lines, lines_in, lines_of, too_long
from newsview.inputs.names import is_table, meaning_of
from newsview.inputs.output_names import file_names, output_name
from newsview.inputs.streams import damage_told, standard_input, unpacked
from newsview.model.article import Article
from newsview.reading.files import cannot_open
from newsview.reading.read import LIMIT, read_bytes, read_path
from newsview.terminal.printable import printable

_STANDARD_INPUT: Final = "standard input"


def inputs(files: Sequence[str], options: ReadingOptions, *, read_now: bool = True) -> Iterator[Input]:
    """The articles that *files* name, in order; archives are read lazily, line by line.

    Standard input is read when its turn comes, to find out whether it is one article or JSON Lines; for the names of
    outputs only, it is one input, unless *read_now*.
    """
    names = named_files(files)
    for file in files:
        match meaning_of(file):
            case "standard input":
                yield from _standard_input(options) if read_now else [_unread_standard_input(options)]
            case "several":
                yield from _several(file, options)
            case "archive":
                yield from _archive(file, options)
            case "facts" | "file":  # reading a facts file raises the error
                yield _file(names[file], Path(file), options)


def named_files(files: Sequence[str]) -> dict[str, str]:
    """The output names of the *files* that are single articles."""
    single = list(dict.fromkeys(file for file in files if meaning_of(file) in ("facts", "file")))
    return dict(zip(single, file_names([Path(file) for file in single]), strict=True))


def _file(name: str, path: Path, options: ReadingOptions) -> Input:
    read = partial(read_path, path, encoding=options.encoding, published=options.published)
    return Input(name, printable(str(path)), read)


def _several(file: str, options: ReadingOptions) -> Iterator[Input]:
    try:
        for name, path in articles_in(file):
            yield _file(name, path, options)
    except NoInputError as error:
        yield Input(output_name(file), printable(file), partial(fail, error))


def read_standard_input(options: ReadingOptions) -> Article:
    """The article on standard input, read to its end or to the size limit. Raises ``InputError``."""
    return _rest_of(standard_input(), b"", options)


def _unread_standard_input(options: ReadingOptions) -> Input:
    return Input("stdin", _STANDARD_INPUT, partial(read_standard_input, options))


def _rest_of(stream: BufferedReader, begin: bytes, options: ReadingOptions) -> Article:
    """The article in *begin* and the rest of *stream*."""
    try:
        data = begin + stream.read(max(0, LIMIT + 1 - len(begin)))
    except OSError as error:
        raise cannot_open(error, _STANDARD_INPUT) from error
    return _read_bytes(data, options)


def _read_bytes(data: bytes, options: ReadingOptions) -> Article:
    return read_bytes(data, path=None, encoding=options.encoding, published=options.published)


def _standard_input(options: ReadingOptions) -> Iterator[Input]:
    """The article on standard input or, if it is JSON Lines, the article in each line as it arrives."""
    try:
        with damage_told(_STANDARD_INPUT):
            given = standard_input()
            if not given.peek(1):  # ended; a terminal would wait for a second end
                yield Input("stdin", _STANDARD_INPUT, partial(_read_bytes, b"", options))
                return
            stream = unpacked(given, _STANDARD_INPUT)
            begin, is_archive = first_lines(stream, any_text=options.fields != Fields())
            if is_archive:
                yield from _lines(lines_in(stream, begin), _STANDARD_INPUT, options)
                return
            yield Input("stdin", _STANDARD_INPUT, partial(_rest_of, stream, b"".join(begin), options))
    except OSError as error:
        yield Input("stdin", _STANDARD_INPUT, partial(fail, cannot_open(error, _STANDARD_INPUT)))
    except InputError as error:
        yield Input("stdin", _STANDARD_INPUT, partial(fail, error))


def _archive(file: str, options: ReadingOptions) -> Iterator[Input]:
    label = printable(file)
    try:
        yield from _table(file, options) if is_table(file) else _lines(lines_of(file), label, options)
    except InputError as error:
        yield Input(output_name(Path(file).stem), label, partial(fail, error), archived=True)


def _lines(lines: Iterator[ArchiveLine], label: str, options: ReadingOptions) -> Iterator[Input]:
    for line in lines:
        name = f"{label} line {line.number}"
        if line.data is None:
            yield failed_row(line.number, name, too_long(name))
        else:
            yield archived_line(line.data, line.number, name, options)


def _table(file: str, options: ReadingOptions) -> Iterator[Input]:
    from newsview.inputs.tables_in import rows_of  # deferred: most archives are JSON Lines

    for number, row in enumerate(rows_of(file, options.fields, options.encoding), 1):
        label = f"{printable(file)} row {number}"
        if isinstance(row, UnreadableError):
            yield failed_row(number, label, row)
        else:
            yield archived_row(row, number, label, options)


def check_names(found: Iterator[Input], suffix: str = ".json", *, any_case: bool = False) -> None:
    """Raise ``UsageError`` if two inputs have the same output name, shown with *suffix*.

    With *any_case*, names are compared without case.
    """
    seen: dict[str, str] = {}
    for each in found:
        name = each.name.lower() if any_case else each.name
        if name in seen:
            raise UsageError(f"{seen[name]} and {each.label} would both be written as {each.name}{suffix}; rename one")
        seen[name] = each.label
