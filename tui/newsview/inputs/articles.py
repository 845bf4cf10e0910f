"""Inputs of a command (files, folders, patterns, archives, standard input) as articles with output names."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import orjson

from newsview.errors import InputError, NoInputError, UnreadableError, UsageError, fail
from newsview.inputs.folders import articles_in
from newsview.inputs.jsonl import lines_of, too_long
from newsview.inputs.names import meaning_of
from newsview.inputs.output_names import file_names, output_name
from newsview.model.article import Article, PublishedSource
from newsview.reading.build_article import build_article
from newsview.reading.files import cannot_open
from newsview.reading.read import LIMIT, read_bytes, read_path
from newsview.terminal.printable import printable

_READ: Final = frozenset({"id", "text", "title", "published"})
"""The fields of an archive's line that have places of their own in the article; others are its metadata."""

_ADDRESSES: Final = ("url", "link", "address")
"""The fields of a line that may hold the article's URL, and in it the day of publication."""

_SHOWN: Final = 40
"""Characters of an invalid value that a message shows."""


@dataclass(frozen=True, slots=True)
class Input:
    """An article to read. ``name`` is the stem of its output file; ``read`` raises ``NewsviewError``.

    ``id`` is the id in the archive's line as it was given; None for a file or a line without one.
    """

    name: str
    label: str
    read: Callable[[], Article]
    id: Any = None


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Options for all articles of a run: encoding and date (``YYYY-MM-DD``); None: detected for each article."""

    encoding: str | None = None
    published: str | None = None


def inputs(files: Sequence[str], options: ReadingOptions) -> Iterator[Input]:
    """The articles that *files* name, in order; archives are read lazily, line by line."""
    names = named_files(files)
    for file in files:
        match meaning_of(file):
            case "standard input":
                yield Input("stdin", "standard input", partial(read_standard_input, options))
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
    if sys.stdin is None:
        raise NoInputError("standard input: it is closed; name a file or pipe an article in")
    try:
        data = sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise cannot_open(error, "standard input") from error
    return read_bytes(data, path=None, encoding=options.encoding, published=options.published)


def _archive(file: str, options: ReadingOptions) -> Iterator[Input]:
    label = printable(file)
    try:
        for line in lines_of(file):
            name = f"{label} line {line.number}"
            if line.data is None:
                yield Input(str(line.number), name, partial(fail, too_long(name)))
            else:
                yield archived_line(line.data, line.number, name, options)
    except InputError as error:
        yield Input(output_name(Path(file).stem), label, partial(fail, error))


def archived_line(line: bytes, number: int, label: str, options: ReadingOptions) -> Input:
    """The article in line *number* of an archive; for an invalid line, ``read`` raises the error."""
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        broken = UnreadableError(f"{label}: it is invalid JSON at character {error.colno}; fix or remove the line")
        return Input(str(number), label, partial(fail, broken))
    if not _is_article(row):
        other = UnreadableError(f'{label}: it is not an article; expected {{"id": …, "text": "…"}}')
        return Input(str(number), label, partial(fail, other))
    return Input(_row_name(row, number), label, partial(_archived, row, label, options), row.get("id"))


def archived_name(line: bytes, number: int) -> str | None:
    """The output name of the article in a line, as in ``archived_line``; None if the line is not an article."""
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return _row_name(row, number) if _is_article(row) else None


def _is_article(row: object) -> bool:
    return isinstance(row, dict) and isinstance(row.get("text"), str)


def _row_name(row: dict[str, Any], number: int) -> str:
    id_ = row.get("id")
    return output_name(str(id_)) if isinstance(id_, str | int) and str(id_) else str(number)


def _archived(row: dict[str, Any], label: str, options: ReadingOptions) -> Article:
    title = row.get("title")
    published, source = _published(row, options)
    try:
        article = build_article(
            _within_limit(row["text"]),
            title=title if isinstance(title, str) else None,
            published=published,
            published_source=source,
            address=next((row[key] for key in _ADDRESSES if isinstance(row.get(key), str)), None),
        )
    except UnreadableError as error:
        raise UnreadableError(f"{label}: {error}") from error
    if not article.paragraphs:
        what = "contains only white space" if article.text else "is empty"
        raise UnreadableError(f"{label}: its text {what}; there is nothing to read")
    others = {key: value for key, value in row.items() if key not in _READ}
    notices = [*article.notices, *_unused_date(row, article)]
    return replace(article, id=row.get("id"), metadata=others, notices=notices)


def _unused_date(row: dict[str, Any], article: Article) -> Iterator[str]:
    """A notice if the date of the line is no date."""
    given = row.get("published")
    if given not in (None, "") and article.published_from not in ("flag", "metadata"):
        yield f'"published" is no date like 2024-05-06: {printable(str(given))[:_SHOWN]}; it is ignored'


def _published(row: dict[str, Any], options: ReadingOptions) -> tuple[str | None, PublishedSource | None]:
    """The run's date, else the line's if it is a string; ``build_article`` ignores an invalid one."""
    if options.published is not None:
        return options.published, "flag"
    published = row.get("published")
    return (published, "metadata") if isinstance(published, str) else (None, None)


def _within_limit(text: str) -> str:
    if len(text.encode()) > LIMIT:
        raise UnreadableError(f"its text is larger than the limit of {LIMIT // 1_000_000} MB for one article; split it")
    return text


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
