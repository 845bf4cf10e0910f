"""Rows of archives as articles: a line of JSON Lines, or a row of a CSV or Parquet table."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

import orjson

from newsview.errors import UnreadableError, fail
from newsview.inputs.output_names import output_name
from newsview.model.article import Article, PublishedSource
from newsview.reading.build_article import build_article
from newsview.reading.read import LIMIT
from newsview.terminal.printable import printable

_ADDRESSES: Final = ("url", "link", "address")
"""The fields of a line that may hold the article's URL, and in it the day of publication."""

_TITLE: Final = "title"

_SHOWN: Final = 40
"""Characters of an invalid value that a message shows."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields of an archive's rows, or columns of a table, that hold text, id and day of publication."""

    text: str = "text"
    id: str = "id"
    date: str = "published"

    def changes(self) -> str | None:
        """The names that are not the default ones, for the identity of a run; None if there are none."""
        given = [f"{name} {value}" for name, value, usual in self._named() if value != usual]
        return ", ".join(given) or None

    def _named(self) -> Iterator[tuple[str, str, str]]:
        yield "text", self.text, "text"
        yield "id", self.id, "id"
        yield "date", self.date, "published"


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Options for all articles of a run: encoding, date (``YYYY-MM-DD``) and names of an archive's fields.

    Without encoding or date, those are detected for each article.
    """

    encoding: str | None = None
    published: str | None = None
    fields: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True)
class Input:
    """An article to read. ``name`` is the stem of its output file; ``read`` raises ``NewsviewError``.

    ``id`` is the id in the archive's row as it was given; None for a file or a row without one. ``archived`` is whether
    it is from an archive.
    """

    name: str
    label: str
    read: Callable[[], Article]
    id: Any = None
    archived: bool = False


def failed_row(number: int, label: str, error: UnreadableError) -> Input:
    """The input for a row whose ``read`` raises *error*."""
    return Input(str(number), label, partial(fail, error), archived=True)


def archived_line(line: bytes, number: int, label: str, options: ReadingOptions) -> Input:
    """The article in line *number* of an archive; for an invalid line, ``read`` raises the error."""
    try:
        row = _row(line)
    except orjson.JSONDecodeError as error:
        broken = UnreadableError(f"{label}: it is invalid JSON at character {error.colno}; fix or remove the line")
        return failed_row(number, label, broken)
    return archived_row(row, number, label, options)


def archived_row(row: object, number: int, label: str, options: ReadingOptions) -> Input:
    """The article in row *number* of an archive; for an invalid row, ``read`` raises the error."""
    fields = options.fields
    if isinstance(row, dict) and isinstance(row.get(fields.text), str):
        return Input(
            _row_name(row, number, fields),
            label,
            partial(_archived, row, label, options),
            row.get(fields.id),
            archived=True,
        )
    id_ = row.get(fields.id) if isinstance(row, dict) else None
    wanted = f'{{"{fields.id}": …, "{fields.text}": "…"}}'
    other = UnreadableError(f"{label}: it is not an article; expected {wanted}, or name its fields with --text-field")
    return replace(failed_row(number, label, other), id=id_)


def archived_name(line: bytes, number: int, fields: Fields) -> str | None:
    """The output name of the article in a line, as in ``archived_line``; None if the line is not an article."""
    try:
        row = _row(line)
    except orjson.JSONDecodeError:
        return None
    is_article = isinstance(row, dict) and isinstance(row.get(fields.text), str)
    return _row_name(row, number, fields) if is_article else None


_ESCAPED = re.compile(
    rb"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
"""A backslash or a pair of surrogates, else half a pair, in JSON."""


def _row(line: bytes) -> Any:
    """The value of the JSON *line*; half a surrogate pair, which other writers allow, is U+FFFD.

    Raises ``orjson.JSONDecodeError``.
    """
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        mended = _ESCAPED.sub(lambda match: match[1] or rb"\ufffd", line)
        if mended == line:
            raise
        return orjson.loads(mended)


def _row_name(row: dict[str, Any], number: int, fields: Fields) -> str:
    id_ = row.get(fields.id)
    if isinstance(id_, bool):
        return json.dumps(id_)
    return output_name(str(id_)) if isinstance(id_, str | int) and str(id_) else str(number)


def _archived(row: dict[str, Any], label: str, options: ReadingOptions) -> Article:
    fields = options.fields
    title = row.get(_TITLE)
    published, source = _published(row, options)
    try:
        article = build_article(
            _within_limit(row[fields.text]),
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
    read = {fields.text, fields.id, fields.date, _TITLE}
    others = {key: value for key, value in row.items() if key not in read}
    notices = [*article.notices, *_unused_date(row, article, fields)]
    return replace(article, id=row.get(fields.id), metadata=others, notices=notices)


def _unused_date(row: dict[str, Any], article: Article, fields: Fields) -> Iterator[str]:
    """A notice if the date of the row is no date."""
    given = row.get(fields.date)
    if given not in (None, "") and article.published_from not in ("flag", "metadata"):
        yield (
            f'"{printable(fields.date)}" is no date like 2024-05-06: {printable(str(given))[:_SHOWN]}; it is ignored'
        )


def _published(row: dict[str, Any], options: ReadingOptions) -> tuple[str | None, PublishedSource | None]:
    """The run's date, else the row's if it is a string; ``build_article`` ignores an invalid one."""
    if options.published is not None:
        return options.published, "flag"
    published = row.get(options.fields.date)
    return (published, "metadata") if isinstance(published, str) else (None, None)


def _within_limit(text: str) -> str:
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise UnreadableError(f"its text is larger than the limit of {LIMIT // 1_000_000} MB for one article; split it")
    return text
