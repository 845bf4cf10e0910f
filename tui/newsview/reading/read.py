"""Reading of a file or standard input into an ``Article``: opening, size limits, one-line errors."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from newsview.errors import ExtraMissingError, NoInputError, UnreadableError
from newsview.model.article import Article
from newsview.reading.build_article import build_article
from newsview.reading.clean import one_line
from newsview.reading.dateline import full_date
from newsview.reading.decode import decode
from newsview.reading.formats import Format, format_of, limit_for
from newsview.reading.other_kinds import refuse_other_kind

LIMIT = 12_000_000
"""Maximum size of an article in bytes: about two million words, read in three seconds."""


def read_path(path: Path, *, encoding: str | None = None, published: str | None = None) -> Article:
    """The article in the file *path*.

    Raises ``NoInputError`` if it does not exist or cannot be opened, ``UnreadableError`` if it is not an article or too
    large, ``ExtraMissingError`` if its parser is not installed, ``UsageError`` for a wrong *encoding* or *published*.
    """
    shown = one_line(str(path)) or "empty file name"
    return _article(_bytes_of(path, shown), str(path), shown, encoding, published)


def read_bytes(data: bytes, *, path: str | None, encoding: str | None = None, published: str | None = None) -> Article:
    """The article in *data*, read from *path* or from standard input (None). Raises as ``read_path``."""
    shown = "standard input" if path is None else one_line(path)
    if len(data) > LIMIT:
        raise UnreadableError(_too_big(shown, LIMIT))
    return _article(data, path, shown, encoding, published)


def _article(data: bytes, path: str | None, shown: str, encoding: str | None, published: str | None) -> Article:
    if not data:
        raise UnreadableError(f"{shown}: it is empty; there is nothing to read")
    try:
        form = format_of(data, path)
        if form == "text":
            text, found, notice = decode(data, encoding)
            refuse_other_kind(text, path)
            article = build_article(
                text,
                path=path,
                sha256=sha256(data).hexdigest(),
                encoding=found,
                published=published,
                notices=[notice] if notice else [],
            )
        else:
            article = _converted(data, form, path, encoding, published)
    except (UnreadableError, ExtraMissingError) as error:
        raise type(error)(f"{shown}: {error}") from error
    if not article.paragraphs:
        raise UnreadableError(f"{shown}: it contains only white space; there is nothing to read")
    return article


def _converted(data: bytes, form: Format, path: str | None, encoding: str | None, published: str | None) -> Article:
    """The article in a parsed file.

    Date by priority: the user's, the declared one, the address's, the text's, the file's creation.
    """
    from newsview.reading.parser_client import convert  # deferred: a text file is shown without it

    found = convert(data, form, encoding)
    article = build_article(
        found.text,
        path=path,
        sha256=sha256(data).hexdigest(),
        encoding=found.encoding,
        title=found.title,
        byline=found.byline,
        published=published or found.published,
        published_source="flag" if published else "metadata" if found.published else None,
        address=found.address,
        metadata=found.metadata,
        notices=found.notices,
    )
    written = full_date(found.written) if article.published is None and found.written else None
    return (
        replace(article, published=written, published_source="metadata", published_from="metadata")
        if written
        else article
    )


def _too_big(shown: str, limit: int) -> str:
    return f"{shown}: it is larger than the limit of {limit // 1_000_000} MB for one article; split it"


def _bytes_of(path: Path, shown: str) -> bytes:
    limit = limit_for(path, LIMIT)
    try:
        if path.is_dir():
            os.scandir(path).close()  # a permission error is more precise than "is a folder"
        _refuse_special(path.stat().st_mode, shown)
        # non-blocking, and checked again: the file may have been replaced by a pipe
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            _refuse_special(status.st_mode, shown)
            data = b"" if status.st_size > limit else file.read(limit + 1)
    except OSError as error:
        from newsview.reading.files import cannot_open

        raise cannot_open(error, shown) from error
    except ValueError as error:
        raise NoInputError(f"{shown}: there is no such file; a file name cannot contain a null character") from error
    if status.st_size > limit or len(data) > limit:
        raise UnreadableError(_too_big(shown, limit))
    return data


def _refuse_special(mode: int, shown: str) -> None:
    if stat.S_ISREG(mode):
        return
    from newsview.reading.files import special_kind  # not on the way to the first paint

    kind = special_kind(mode)
    if kind == "a folder":
        raise NoInputError(f"{shown}: this is a folder; name a file in it")
    if kind is not None:
        raise UnreadableError(
            f"{shown}: this is {kind}, not a file; to read a stream, give it as standard input with -"
        )
