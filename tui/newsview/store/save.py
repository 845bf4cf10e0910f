"""An ``Analysis`` to its file, and what must be true of the file that is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from newsview import json_text
from newsview.article import Article
from newsview.codec import encoded, named_values
from newsview.errors import CannotWriteError, UnreadableError
from newsview.facts import SCHEMA_VERSION, Analysis
from newsview.pacing import paced
from newsview.reading.read import kind_of
from newsview.store.files import NO_FILE, ConflictError, Stamp, Written, stamp_of, sweep, write_atomic
from newsview.store.load import NewerSchemaError, parsed, read_bounded


class OtherArticleError(CannotWriteError):
    """The file holds the facts of another article."""


class NotFactsError(CannotWriteError):
    """The file is there, and is not newsview's."""


PART = 50
"""Facts that are text at a time: those of a long article are never all in memory in three forms."""


def facts_bytes(analysis: Analysis) -> bytes:
    """The text of a saved file. Raises ``CannotWriteError`` for what JSON cannot hold."""
    return b"".join(facts_parts(analysis))


def facts_parts(analysis: Analysis) -> Iterator[bytes]:
    """The text of a saved file, piece by piece. Raises as ``facts_bytes`` does."""
    opening = b"{"
    for name, value in named_values(analysis):
        yield opening + b"\n  " + json_text.line(name).rstrip() + b": "
        try:
            yield from _pretty(value)
        except json_text.JsonError as error:
            raise CannotWriteError(f"the facts {error}") from error
        opening = b","
    yield b"\n}\n"


def _pretty(value: object) -> Iterator[bytes]:
    """*value*, a field of the whole, over as many lines as ``json_text.pretty`` gives it there."""
    if isinstance(value, Mapping):
        pairs = list(value.items())
        parts: Iterable[object] = (encoded(dict(pairs[at : at + PART])) for at in range(0, len(pairs), PART))
    elif isinstance(value, (list, tuple)):
        parts = (encoded(value[at : at + PART]) for at in range(0, len(value), PART))
    else:
        parts = ()
        yield json_text.pretty(encoded(value)).rstrip().replace(b"\n", b"\n  ")
    if isinstance(value, (Mapping, list, tuple)):
        yield from _joined(parts, b"{}" if isinstance(value, Mapping) else b"[]")


def _joined(parts: Iterable[object], brackets: bytes) -> Iterator[bytes]:
    """Objects as one, or lists as one: *parts* without their brackets, a level further in, between *brackets*."""
    opening = brackets[:1]
    for part in parts:
        yield opening + json_text.pretty(part)[1:-3].replace(b"\n", b"\n  ")
        opening = b","
    yield brackets if opening != b"," else b"\n  " + brackets[1:]


def save(analysis: Analysis, path: Path, *, expected: Stamp = NO_FILE, overwrite: bool = False) -> Written:
    """Write *analysis* to *path*, whole or not at all.

    *expected* is the stamp of the file as it was read or saved last. Where the file at *path* is another by now, it is
    left alone and the error says why: ``ConflictError`` (somebody wrote this article's facts), ``OtherArticleError``,
    ``NotFactsError``. With *overwrite* these three are overwritten; a file of a newer schema never is
    (``NewerSchemaError``). Anything else that keeps it from being written is a ``CannotWriteError``.
    """
    if analysis.schema_version > SCHEMA_VERSION:
        raise NewerSchemaError(f"facts of schema version {analysis.schema_version} cannot be written by this newsview")
    there = _what_is_there(analysis.article, path, expected, overwrite)
    parts = paced(facts_parts(replace(analysis, schema_version=SCHEMA_VERSION)))
    written = write_atomic(path, parts, expected=there)
    sweep(path.resolve().parent)
    return written


def _what_is_there(article: Article, path: Path, expected: Stamp, overwrite: bool) -> Stamp:
    """The stamp that the file must still have when it is replaced. Raises as ``save`` does."""
    try:
        if not path.exists():
            return NO_FILE  # one that was there and is gone: writing it anew takes nothing from anybody
        kind = kind_of(path.stat().st_mode)
        if kind is not None:
            raise CannotWriteError(f"cannot write {path}: this is {kind}, not a file")
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error
    try:
        data = read_bounded(path)
    except UnreadableError as error:
        raise CannotWriteError(f"cannot write over what cannot be read: {error}") from error
    stamp = stamp_of(data)
    if stamp != expected:
        _refuse_newer_or_foreign(article, path, data, overwrite)
    return stamp


def _refuse_newer_or_foreign(article: Article, path: Path, data: bytes, overwrite: bool) -> None:
    try:
        plain = parsed(data, path)
    except NewerSchemaError:
        raise
    except UnreadableError as error:
        if overwrite or not data:
            return
        raise NotFactsError(f"{path} is there and is not a facts file; choose another name") from error
    if overwrite:
        return
    if not same_article(article, plain.get("article"), path):
        raise OtherArticleError(f"{path} holds the facts of another article; choose another name")
    raise ConflictError(f"{path} has been changed by somebody else since it was read")


def same_article(article: Article, saved: object, path: Path) -> bool:
    """Whether the facts file at *path*, with the plain article *saved*, is about *article*.

    The same bytes are, and what was at the same path; also a file beside the article that names its name, however the
    path to it was written then.
    """
    if not isinstance(saved, dict):
        return False
    if saved.get("sha256") == article.sha256:
        return True
    if article.path is None or not isinstance(saved.get("path"), str):
        return False
    try:
        named, here = Path(saved["path"]), Path(article.path)
        beside = path.resolve().parent == here.resolve().parent
    except (OSError, RuntimeError, ValueError):  # a path that a broken file made up
        return False
    return named == here or (beside and named.name == here.name)
