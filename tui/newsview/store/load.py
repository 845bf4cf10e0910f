"""A saved file to an ``Analysis``: whatever the file holds, the result is well formed or one clear line.

Refused: what is not JSON, another schema, records of wrong types, a fact that is not in the text where it says it is,
two facts with one id. Repaired, and said so: references to things that are not there, characters that a terminal
would act on.
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
from newsview.reading.clean import one_for_one
from newsview.reading.files import special_kind
from newsview.store.files import Stamp, stamp_of
from newsview.store.validate import checked

_SUSPICIOUS = rb"\\[bfrtu]|\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xaf]|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]"
"""Bytes without which no JSON text holds a character that ``reading`` would replace; what newsview writes has none."""


class FactsFileError(UnreadableError):
    """The file is not a facts file that can be read."""


class NewerSchemaError(FactsFileError, CannotWriteError):
    """The file was written by a newer newsview: neither read nor overwritten."""


class Loaded(NamedTuple):
    """What a saved file holds, the stamp it had, and one line for everything that had to be repaired."""

    analysis: Analysis
    stamp: Stamp
    repaired: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """The saved file at *path*.

    Raises ``NoInputError`` if there is none, ``NewerSchemaError`` and else ``FactsFileError`` if it cannot be used.
    Time and memory are bounded by ``json_text.MAX_BYTES`` and ``json_text.MAX_CONTAINERS``.
    """
    data = read_bounded(path)
    plain, replaced = parsed(data, path), 0
    if re.search(_SUSPICIOUS, data):
        plain, replaced = _harmless(plain)
    try:
        analysis, repaired = checked(decode(Analysis, plain))
    except FormatError as error:
        raise FactsFileError(f"{path} is not a facts file: {error}") from error
    if replaced:
        repaired = (*repaired, f"{replaced} texts held characters that a terminal would act on; replaced one for one")
    return Loaded(analysis, stamp_of(data), repaired)


def _harmless(value: Any) -> tuple[Any, int]:
    """*value* with every text in it as ``reading`` would have cleaned it, one for one, and how many were changed."""
    if isinstance(value, str):
        clean = one_for_one(value)
        return clean, int(clean != value)
    if isinstance(value, dict):
        # names too: those of the review are ids, and newer ones are written out again
        pairs = [(_harmless(key), _harmless(each)) for key, each in value.items()]
        return {key: each for (key, _), (each, _) in pairs}, sum(name + count for (_, name), (_, count) in pairs)
    if isinstance(value, list):
        items = [_harmless(each) for each in value]
        return [each for each, _ in items], sum(count for _, count in items)
    return value, 0


def parsed(data: bytes, path: Path) -> dict[str, Any]:
    """The JSON object of a facts file of a schema that this version knows; raises as ``load`` does."""
    try:
        plain = json_text.read(data)
    except json_text.JsonError as error:
        raise FactsFileError(f"{path} is not a facts file: {error}") from error
    version = plain.get("schema_version") if isinstance(plain, dict) else None
    if type(version) is not int or version < 1:
        raise FactsFileError(f"{path} is not a facts file: it has no schema_version")
    if version > SCHEMA_VERSION:
        raise NewerSchemaError(
            f"{path} has schema version {version}, this newsview knows {SCHEMA_VERSION}; use a newer newsview"
        )
    assert isinstance(plain, dict)
    return plain


def read_bounded(path: Path) -> bytes:
    """The bytes of a regular file that is not too long to be a facts file; a pipe or a device is not waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            kind = special_kind(found.st_mode)
            if kind is not None:
                raise FactsFileError(f"{path} is not a facts file: this is {kind}")
            data = file.read(json_text.MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise NoInputError(f"{path}: there is no such file; check the name") from error
    except OSError as error:
        raise FactsFileError(f"{path}: it cannot be read: {error.strerror or error}") from error
    if len(data) > json_text.MAX_BYTES:
        raise FactsFileError(f"{path} is longer than {json_text.MAX_BYTES // 2**20} MiB")
    return data
