"""JSON text of plain values, as newsview writes and reads it. Knows neither records nor files.

orjson alone is not enough for text that others wrote: it keeps the last of two equal keys without a word, and
writing, it turns an infinite number into null and refuses integers beyond 64 bits.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any

import orjson

MAX_BYTES = 64 * 2**20
"""The longest text that ``read`` takes: four times the facts of an article of 200,000 words."""

MAX_CONTAINERS = 2_000_000
"""The most objects and lists in one text: what bounds the memory that a small file can ask for."""

MAX_VALUES = 20_000_000

MAX_DEPTH = 64
"""The deepest nesting; the schema needs eight."""

_SURROGATE = "[\ud800-\udfff]"
_INDENT = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


class JsonError(ValueError):
    """The text is not the JSON that newsview reads. The message is one line and names no file."""


def line(value: object) -> bytes:
    """*value* on one line, with its line break. Raises ``JsonError`` for a key that is no text."""
    return _dump(value, orjson.OPT_APPEND_NEWLINE)


def pretty(value: object) -> bytes:
    """*value* over many lines, indented by two, ended by a line break. Raises as ``line`` does."""
    return _dump(value, _INDENT)


def _dump(value: object, option: int) -> bytes:
    try:
        return orjson.dumps(value, option=option)
    except TypeError:
        pass
    try:
        return orjson.dumps(_writable(value), option=option)
    except TypeError as error:
        raise JsonError(f"cannot be written as JSON: {error}") from error


def _writable(value: object) -> object:
    """*value* as JSON can hold it.

    Integers beyond 64 bits become the nearest float, or null beyond those; lone surrogates (a file's name that is not
    UTF-8) become U+FFFD, one for one.
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
    """The value of a *text* that newsview itself wrote: a line of its worker, of its cache. Raises ``JsonError``."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise JsonError(_reason(text, error)) from error


def read(text: bytes) -> Any:
    """The value of a *text* that anyone may have written. Raises ``JsonError``; time and memory are bounded.

    Refused: NaN and infinity, a key twice in one object, nesting beyond ``MAX_DEPTH``, text that is not UTF-8, and what
    is longer than ``MAX_BYTES`` or has more than ``MAX_CONTAINERS`` objects and lists. A BOM is dropped.
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
            raise JsonError(f"the key {key[:40]!r} is there twice in one object")
        seen.add(key)


def _reason(text: bytes, error: orjson.JSONDecodeError) -> str:
    if not text.strip():
        return "it is empty"
    return f"not JSON at line {error.lineno}: {error.msg}"
