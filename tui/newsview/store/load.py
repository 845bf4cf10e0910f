"""Reader of saved files: from an untrusted file to a well-formed ``Analysis`` or a one-line error.

Refused: invalid JSON, other schemas, records of wrong types, a fact whose text is not at its offsets, two facts with
one id. Repaired and reported: references to missing records, control characters that a terminal would interpret.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from newsview.errors import CannotWriteError, NoInputError, UnreadableError
from newsview.model import json_text
from newsview.model.codec import FormatError, decode
from newsview.model.facts import SCHEMA_VERSION, Analysis
from newsview.model.speakers import with_names
from newsview.reading.clean import one_for_one
from newsview.reading.files import special_kind
from newsview.store.files import Stamp, stamp_of
from newsview.store.validate import checked

_SUSPICIOUS = rb"\\[bfrtu]|\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xaf]|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]"
"""Bytes that any JSON text with a character that ``reading`` replaces contains; files written by newsview have none."""


class FactsFileError(UnreadableError):
    """The file is not a readable facts file."""


class NewerSchemaError(FactsFileError, CannotWriteError):
    """The file was written by a newer newsview; it is neither read nor overwritten."""


class Loaded(NamedTuple):
    """The content of a saved file, its stamp, and one line for each kind of repair."""

    analysis: Analysis
    stamp: Stamp
    repaired: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """The saved file at *path*.

    Raises ``NoInputError`` if it does not exist, ``NewerSchemaError`` or ``FactsFileError`` if it cannot be used.
    Time and memory are bounded by ``json_text.MAX_BYTES`` and ``json_text.MAX_CONTAINERS``.
    """
    return of_bytes(read_bounded(path), path)


def of_bytes(data: bytes, path: Path) -> Loaded:
    """The content *data* of a saved file, or of a line of an archive of them; *path* names it in errors. Raises as ``load`` does."""
    plain, replaced = parsed(data, path), 0
    if re.search(_SUSPICIOUS, data):
        plain, replaced = _cleaned(plain)
    if not data.isascii() or b"\\u" in data:
        from newsview.store.composing import in_normal_form  # deferred: the first screen needs no saved facts

        plain = in_normal_form(plain)
    try:
        analysis, repaired = checked(decode(Analysis, plain))
    except FormatError as error:
        raise FactsFileError(f"{path} is not a facts file: {error}") from error
    if replaced:
        repaired = (*repaired, f"{replaced} texts contained control characters of a terminal: replaced one for one")
    return Loaded(analysis.with_facts(with_names(analysis.facts)), stamp_of(data), repaired)


def _cleaned(value: Any) -> tuple[Any, int]:
    """*value* with every text in it cleaned as by ``reading``, one for one, and the number of changed texts."""
    if isinstance(value, str):
        clean = one_for_one(value)
        return clean, int(clean != value)
    if isinstance(value, dict):
        # keys too: those of the review are ids, and unknown ones are written again
        pairs = [(_cleaned(key), _cleaned(each)) for key, each in value.items()]
        return {key: each for (key, _), (each, _) in pairs}, sum(name + count for (_, name), (_, count) in pairs)
    if isinstance(value, list):
        items = [_cleaned(each) for each in value]
        return [each for each, _ in items], sum(count for _, count in items)
    return value, 0


def parsed(data: bytes, path: Path) -> dict[str, Any]:
    """The JSON object of a facts file of a supported schema version. Raises as ``load`` does."""
    try:
        plain = json_text.read(data)
    except json_text.JsonError as error:
        raise FactsFileError(f"{path} is not a facts file: {error}") from error
    version = plain.get("schema_version") if isinstance(plain, dict) else None
    if type(version) is not int or version < 1:
        raise FactsFileError(f"{path} is not a facts file: it has no schema_version")
    if version > SCHEMA_VERSION:
        raise NewerSchemaError(
            f"{path} has schema version {version}, this newsview reads {SCHEMA_VERSION}; use a newer newsview"
        )
    assert isinstance(plain, dict)
    return plain


def read_bounded(path: Path) -> bytes:
    """The bytes of a regular file of limited length; pipes and devices are refused without blocking."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            kind = special_kind(found.st_mode)
            if kind is not None:
                raise FactsFileError(f"{path} is not a facts file: it is {kind}")
            data = file.read(json_text.MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise NoInputError(f"{path}: there is no such file; check the name") from error
    except OSError as error:
        raise FactsFileError(f"{path}: it cannot be read: {error.strerror or error}") from error
    if len(data) > json_text.MAX_BYTES:
        raise FactsFileError(f"{path} is longer than {json_text.MAX_BYTES // 2**20} MiB")
    return data
