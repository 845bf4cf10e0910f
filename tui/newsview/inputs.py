"""What the command line names (files, archives, standard input) as articles to read, each with its output's name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from newsview.article import Article
from newsview.errors import NoInputError, UnreadableError, UsageError
from newsview.outputs import output_name
from newsview.printable import printable
from newsview.reading.build import build_article
from newsview.reading.read import read_bytes, read_path

STANDARD_INPUT = "-"
ARCHIVE = ".jsonl"


@dataclass(frozen=True, slots=True)
class Input:
    """One article to read. ``read`` raises ``NewsviewError``; ``name`` is the stem of the file written for it."""

    name: str
    label: str
    read: Callable[[], Article]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How every article of a run is read: an encoding's name, a date ``YYYY-MM-DD``, or None for the article's own."""

    encoding: str | None = None
    published: str | None = None


def inputs(files: Sequence[str], options: ReadingOptions) -> Iterator[Input]:
    """The articles that *files* name, in order; an archive is read line by line, as it is asked for."""
    for file in files:
        if file == STANDARD_INPUT:
            yield Input("stdin", "standard input", partial(read_standard_input, options))
        elif file.endswith(ARCHIVE):
            yield from _archive(Path(file), options)
        else:
            read = partial(read_path, Path(file), encoding=options.encoding, published=options.published)
            yield Input(output_name(Path(file).stem), printable(file), read)


def read_standard_input(options: ReadingOptions) -> Article:
    """The article on standard input, read to its end."""
    return read_bytes(sys.stdin.buffer.read(), path=None, encoding=options.encoding, published=options.published)


def _archive(path: Path, options: ReadingOptions) -> Iterator[Input]:
    label = printable(str(path))
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _archive_line(line, number, f"{label} line {number}", options)
    except OSError as error:
        raise NoInputError(f"{label}: cannot be read: {error.strerror}") from error


def _archive_line(line: bytes, number: int, label: str, options: ReadingOptions) -> Input:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Input(str(number), label, partial(_refuse, f"{label}: not JSON ({error}): mend or remove the line"))
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Input(
            str(number), label, partial(_refuse, f'{label}: not an article: {{"id": …, "text": "…"}} is wanted')
        )
    id_ = row.get("id")
    name = output_name(str(id_)) if isinstance(id_, str | int) and str(id_) else str(number)
    return Input(name, label, partial(_archived, row, options))


def _archived(row: dict[str, Any], options: ReadingOptions) -> Article:
    published, title = row.get("published"), row.get("title")
    return build_article(
        row["text"],
        title=title if isinstance(title, str) else None,
        published=options.published or (published if isinstance(published, str) else None),
        published_source="flag" if options.published else "metadata" if published else None,
    )


def _refuse(reason: str) -> Article:
    raise UnreadableError(reason)


def check_names(found: Iterator[Input]) -> None:
    """Raise ``UsageError`` where two inputs would be written under one name."""
    seen: dict[str, str] = {}
    for each in found:
        if each.name in seen:
            raise UsageError(
                f"{seen[each.name]} and {each.label} would both be written as {each.name}.json: rename one"
            )
        seen[each.name] = each.label
