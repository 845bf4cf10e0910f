"""Writer of saved files, with checks of the file that is replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from newsview.errors import CannotWriteError, ConflictError, LinkedAwayError, UnreadableError
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encoded, named_values
from newsview.model.facts import SCHEMA_VERSION, Analysis
from newsview.reading.files import special_kind
from newsview.store.files import NO_FILE, Stamp, Written, current_stamp, stamp_of, sweep, write_atomic
from newsview.store.load import NewerSchemaError, parsed, read_bounded
from newsview.workers.cooperative import paced


class OtherArticleError(ConflictError):
    """The file holds the facts of another article."""


class NotFactsError(CannotWriteError):
    """The file exists and is not a facts file."""


PART = 50
"""Facts that are encoded at a time: it bounds the memory for a long article."""


def facts_bytes(analysis: Analysis) -> bytes:
    """The bytes of a saved file. Raises ``CannotWriteError`` for values that JSON cannot represent."""
    return b"".join(facts_parts(analysis))


def facts_parts(analysis: Analysis) -> Iterator[bytes]:
    """The bytes of a saved file, in parts. Raises as ``facts_bytes`` does."""
    try:
        yield from _record(analysis, b"\n")
    except json_text.JsonError as error:
        raise CannotWriteError(f"the facts {error}") from error
    yield b"\n"


def _record(record: object, end: bytes) -> Iterator[bytes]:
    """A record as ``json_text.pretty`` writes it; *end* is a line break with the indent of the last line."""
    opening = b"{"
    for name, value in named_values(record):
        yield opening + end + b"  " + json_text.line(name).rstrip() + b": "
        yield from _value(value, end + b"  ")
        opening = b","
    yield end + b"}"


def _value(value: object, end: bytes) -> Iterator[bytes]:
    if isinstance(value, Article):
        yield from _record(value, end)
    elif isinstance(value, Mapping):
        keys = list(value)
        yield from _joined(({key: value[key] for key in keys[at : at + PART]} for at in _starts(keys)), b"{}", end)
    elif isinstance(value, (list, tuple)):
        yield from _joined((value[at : at + PART] for at in _starts(value)), b"[]", end)
    else:
        yield json_text.pretty(encoded(value)).rstrip().replace(b"\n", end)


def _starts(values: Sequence[object]) -> range:
    return range(0, len(values), PART)


def _joined(parts: Iterable[object], brackets: bytes, end: bytes) -> Iterator[bytes]:
    """Several objects or lists as one: the content of *parts*, indented, between *brackets*."""
    opening = brackets[:1]
    for part in parts:
        yield opening + json_text.pretty(encoded(part))[1:-3].replace(b"\n", end)
        opening = b","
    yield brackets if opening != b"," else end + brackets[1:]


def save(analysis: Analysis, path: Path, *, expected: Stamp = NO_FILE, overwrite: bool = False) -> Written:
    """Write *analysis* to *path*, whole or not at all.

    *expected* is the stamp of the file when it was read or saved last. If the file at *path* has changed since, it is
    not overwritten and the error gives the reason: ``ConflictError`` (another program wrote this article's facts),
    ``OtherArticleError``, ``NotFactsError``; *overwrite* overwrites it in these three cases, but not a file of a newer
    schema (``NewerSchemaError``); a review that it overwrites is kept beside it (``backup``). A *path* that links out of its folder, or to a missing file, is not followed:
    ``LinkedAwayError``, with the target. Every other failure is a ``CannotWriteError``.
    """
    if analysis.schema_version > SCHEMA_VERSION:
        raise NewerSchemaError(f"facts of schema version {analysis.schema_version} cannot be written by this newsview")
    from newsview.store.backup import keep_reviewed  # for a save only, as what it imports
    from newsview.store.overwriting import led_away, link_words

    target = led_away(path, path.parent)
    if target is not None:
        raise LinkedAwayError(
            f"{link_words(path, target)}; a link out of its folder or to a missing file needs confirmation", target
        )
    there = _replaceable_stamp(analysis.article, path, expected, overwrite)
    parts = paced(facts_parts(replace(analysis, schema_version=SCHEMA_VERSION)))
    written = write_atomic(path, parts, expected=there, before=keep_reviewed if overwrite else None)
    sweep(path.resolve().parent)
    return written


def _replaceable_stamp(article: Article, path: Path, expected: Stamp, overwrite: bool) -> Stamp:
    """The stamp of the present file, which may be replaced. Raises as ``save`` does."""
    try:
        if not path.exists():
            return NO_FILE  # a file deleted since it was read is written again
        kind = special_kind(path.stat().st_mode)
        if kind is not None:
            raise CannotWriteError(f"cannot write {path}: it is {kind}, not a file")
        if current_stamp(path) == expected:
            return expected  # unchanged since it was read or saved last
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error
    try:
        data = read_bounded(path)
    except UnreadableError as error:
        raise CannotWriteError(f"a file that cannot be read is not overwritten: {error}") from error
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
        raise NotFactsError(f"{path} exists and is not a facts file; choose another name") from error
    if overwrite:
        return
    from newsview.store.alignment import unrelated

    saved = plain.get("article")
    if not same_article(article, saved, path) or unrelated(_text(saved), article.text):
        raise OtherArticleError(f"{path} holds the facts of another article")
    raise ConflictError(f"{path} was changed by another program since it was read")


def same_article(article: Article, saved: object, path: Path) -> bool:
    """Whether the facts file at *path*, with the plain article *saved*, is about *article*.

    True if the article's bytes or its path are the same (its text may have become another), or if the file lies beside the article and records its name,
    with a different spelling of the path.
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
    except (OSError, RuntimeError, ValueError):  # an invalid path from a broken file
        return False
    return named == here or (beside and named.name == here.name)


def _text(saved: object) -> str:
    """The text of the plain article *saved*; empty if it has none."""
    text = saved.get("text") if isinstance(saved, dict) else None
    return text if isinstance(text, str) else ""
