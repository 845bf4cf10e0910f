"""JSON text of plain values, written and read with orjson under additional checks.

orjson alone accepts a key that occurs twice in an object (the last one wins), writes an infinite number as null and
refuses integers beyond 64 bits.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any

import orjson

MAX_BYTES = 64 * 2**20
"""Maximum length of a text for ``read``: four times the facts of an article of 200,000 words."""

MAX_CONTAINERS = 2_000_000
"""Maximum number of objects and lists in one text: it bounds the memory that a small file can take."""

MAX_VALUES = 20_000_000

MAX_DEPTH = 64
"""Maximum nesting; the schema needs eight levels."""

_SURROGATE = "[\ud800-\udfff]"
_ACTING = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2(?:\x80[\x8e\x8f\xa8-\xae]|\x81[\xa6-\xa9])|\xef\xbb\xbf")
"""Characters in UTF-8 that a terminal interprets and JSON allows: C1 controls, marks of direction, line separators.

An article's text has none; the fields of an archive's line are written as they were given.
"""
_INDENT = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


class JsonError(ValueError):
    """Text that is not valid JSON or exceeds a limit. The message is one line, without a file name."""


def line(value: object) -> bytes:
    """*value* on one line, with a line break. Raises ``JsonError`` for a key that is not text."""
    return _dump(value, orjson.OPT_APPEND_NEWLINE)


def pretty(value: object) -> bytes:
    """*value* indented by two, with a line break at the end. Raises as ``line`` does."""
    return _dump(value, _INDENT)


def _dump(value: object, option: int) -> bytes:
    return _ACTING.sub(_escaped, _dumped(value, option))


def _dumped(value: object, option: int) -> bytes:
    try:
        return orjson.dumps(value, option=option)
    except TypeError:
        pass
    try:
        return orjson.dumps(_writable(value), option=option)
    except TypeError as error:
        raise JsonError(f"cannot be written as JSON: {error}") from error


def _escaped(character: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(character[0].decode())


def _writable(value: object) -> object:
    """*value* with what orjson refuses replaced.

    Integers beyond 64 bits become the nearest float, or null if there is none; lone surrogates (in a file name that
    is not UTF-8) become U+FFFD, one for one.
    """
    if isinstance(value, str):
        return re.sub(_SURROGATE, "\ufffd", value)
    if isinstance(value, dict):
        return {_writable(key): _writable(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_writable(each) for each in value]
    if isinstance(value, int) and not -(2**63) <= value < 2**64:
        try:
            return float(value)
        except OverflowError:
            return None
    if isinstance(value, float) and not isfinite(value):
        return None
    return value


def quick(text: bytes) -> Any:
    """The value of a *text* written by newsview: a line of the worker or the cache. Raises ``JsonError``."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise JsonError(_reason(text, error)) from error


def read(text: bytes) -> Any:
    """The value of an untrusted *text*. Raises ``JsonError``; time and memory are bounded.

    Refused: NaN and infinity, a key twice in one object, nesting beyond ``MAX_DEPTH``, text that is not UTF-8, more than
    ``MAX_BYTES`` bytes or ``MAX_CONTAINERS`` objects and lists. A BOM is dropped.
    """
    if len(text) > MAX_BYTES:
        raise JsonError(f"it is longer than {MAX_BYTES // 2**20} MiB")
    if text.count(b"{") + text.count(b"[") > MAX_CONTAINERS or text.count(b",") > MAX_VALUES:
        raise JsonError(f"it holds more than {MAX_CONTAINERS:,} objects and lists or {MAX_VALUES:,} values")
    text = text.removeprefix(b"\xef\xbb\xbf")
    value = quick(text)
    _check_depth(value)
    json.loads(text, object_pairs_hook=_no_key_twice)
    return value


def _check_depth(value: object) -> None:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            child
            for each in level
            if isinstance(each, (dict, list))
            for child in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return
    raise JsonError(f"it is nested deeper than {MAX_DEPTH}")


def _no_key_twice(pairs: list[tuple[str, object]]) -> None:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise JsonError(f"the key {key[:40]!r} occurs twice in one object")
        seen.add(key)


def _reason(text: bytes, error: orjson.JSONDecodeError) -> str:
    if not text.strip():
        return "it is empty"
    return f"not JSON at line {error.lineno}: {error.msg}"
