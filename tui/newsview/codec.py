"""Records to plain JSON values and back. Unknown keys of a file survive in a record's ``extra``.

Neither reads nor writes files: ``store`` does. Decoding checks types, so that whatever a hostile or broken file
holds, the rest of the program sees well-formed records or one clear ``FormatError``.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from newsview.article import NOTHING

T = TypeVar("T")
Decoder = Callable[[Any, str], Any]


class FormatError(ValueError):
    """A value is not what the schema says. The message names the place: ``quotes[3].speaker.start``."""


def encode(record: object) -> dict[str, Any]:
    """The record as JSON values, in field order, with the keys that we do not know at the end."""
    plain: dict[str, Any] = {
        name: _plain(getattr(record, name)) for name in _names(typing.cast(Hashable, type(record)))
    }
    extra = getattr(record, "extra", NOTHING)
    if extra:
        plain.update((key, value) for key, value in extra.items() if key not in plain)
    return plain


def decode(kind: type[T], data: object, where: str = "") -> T:
    """A record of *kind* from JSON values. Raises ``FormatError`` where they do not fit."""
    result: T = _decoder(typing.cast(Hashable, kind))(data, where)
    return result


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(typing.cast(Any, kind)) if f.name != "extra")


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return encode(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


@cache
def _decoder(kind: Hashable) -> Decoder:
    """The function that turns a JSON value into *kind*, a type as written in a record's annotations."""
    origin = typing.get_origin(kind)
    if kind is Any:
        return lambda value, where: value
    if origin is Literal:
        return _literal(typing.get_args(kind))
    if origin in (typing.Union, types.UnionType):
        return _optional(typing.get_args(kind))
    if origin is Sequence:
        return _sequence(_decoder(typing.get_args(kind)[0]))
    if origin is Mapping:
        return _mapping(_decoder(typing.get_args(kind)[1]))
    if is_dataclass(kind):
        return _record(typing.cast(type, kind))
    return _scalar(typing.cast(type, kind))


def _fail(where: str, expected: str, value: object) -> FormatError:
    shown = repr(value)
    return FormatError(
        f"{where or 'the file'}: expected {expected}, found {shown[:40]}{'…' if len(shown) > 40 else ''}"
    )


def _literal(allowed: tuple[Any, ...]) -> Decoder:
    def check(value: Any, where: str) -> Any:
        if value not in allowed:
            raise _fail(where, " or ".join(map(repr, allowed)), value)
        return value

    return check


def _optional(choices: tuple[Any, ...]) -> Decoder:
    """``X | None`` or ``int | float | None``: the first choice that fits."""
    nullable = type(None) in choices
    decoders = [_decoder(choice) for choice in choices if choice is not type(None)]

    def check(value: Any, where: str) -> Any:
        if value is None and nullable:
            return None
        for decoder in decoders[:-1]:
            try:
                return decoder(value, where)
            except FormatError:
                continue
        return decoders[-1](value, where)

    return check


def _sequence(item: Decoder) -> Decoder:
    def check(value: Any, where: str) -> Any:
        if not isinstance(value, list):
            raise _fail(where, "a list", value)
        return tuple(item(each, f"{where}[{index}]") for index, each in enumerate(value))

    return check


def _mapping(item: Decoder) -> Decoder:
    def check(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise _fail(where, "an object", value)
        return {key: item(each, f"{where}.{key}") for key, each in value.items()}

    return check


def _scalar(kind: type) -> Decoder:
    name = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}.get(kind, kind.__name__)

    def check(value: Any, where: str) -> Any:
        # bool is an int to Python, never to a reader of the file
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise _fail(where, name, value)
        return value

    return check


def _record(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    own = [f for f in fields(kind) if f.name != "extra"]
    decoders = {f.name: _decoder(hints[f.name]) for f in own}
    required = [f.name for f in own if f.default is MISSING and f.default_factory is MISSING]

    def check(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise _fail(where, "an object", value)
        missing = next((name for name in required if name not in value), None)
        if missing is not None:
            raise FormatError(f"{where or 'the file'}: {missing!r} is missing")
        known = {
            name: decoder(value[name], f"{where}.{name}" if where else name)
            for name, decoder in decoders.items()
            if name in value
        }
        extra = {key: each for key, each in value.items() if key not in decoders}
        return kind(**known, extra=extra) if extra else kind(**known)

    return check
