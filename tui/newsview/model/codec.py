"""Conversion of records to plain JSON values and back; unknown keys are preserved in a record's ``extra``.

Decoding checks every type: the result is a well-formed record or one ``FormatError`` that names the place.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar

from newsview.model.article import NOTHING

T = TypeVar("T")
Decoder = Callable[[Any], Any]

_SCALARS = frozenset({str, int, float, bool, types.NoneType})


class FormatError(ValueError):
    """A value that does not match the schema. The message names the place: ``quotes[3].speaker.start``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self._reason = reason
        self._where = ""

    def inside(self, place: str) -> FormatError:
        """The same error with *place* (``.name`` or ``[3]``) put before its path, which is built only when decoding fails."""
        self._where = place + self._where
        self.args = (f"{self._where.removeprefix('.')}: {self._reason}",)
        return self


def encode(record: object) -> dict[str, Any]:
    """The record as JSON values, in field order, unknown keys last."""
    names, values, left_out = _shape(typing.cast(Hashable, type(record)))
    plain: dict[str, Any] = {
        name: value if type(value) in _SCALARS else encoded(value)
        for name, value in zip(names, values(record), strict=True)
    }
    for name in left_out:
        if plain[name] is None:
            del plain[name]
    extra = getattr(record, "extra", NOTHING)
    if extra:
        plain.update((key, value) for key, value in extra.items() if key not in plain)
    return plain


def decode(kind: type[T], data: object, where: str = "") -> T:
    """A record of *kind* from JSON values. Raises ``FormatError`` if they do not match its fields."""
    try:
        result: T = _decoder(typing.cast(Hashable, kind))(data)
    except FormatError as error:
        raise (error.inside(where) if where else error) from None
    return result


@cache
def _shape(kind: Hashable) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]], tuple[str, ...]]:
    """A record's field names, a getter for all of their values, and the fields that are left out if None."""
    own = [f for f in fields(typing.cast(Any, kind)) if f.name != "extra"]
    names, left_out = tuple(f.name for f in own), tuple(f.name for f in own if f.metadata.get("left_out"))
    if len(names) == 1:
        return names, lambda record: (getattr(record, names[0]),), left_out
    return names, attrgetter(*names), left_out


def named_values(record: object) -> Iterator[tuple[str, object]]:
    """(field name, value) pairs of a record, values not encoded, in the order of ``encode``."""
    names, values, left_out = _shape(typing.cast(Hashable, type(record)))
    pairs = zip(names, values(record), strict=True)
    yield from ((name, value) for name, value in pairs if value is not None or name not in left_out)
    yield from ((name, value) for name, value in getattr(record, "extra", NOTHING).items() if name not in names)


def encoded(value: Any) -> Any:
    """A record, or a mapping or list that may contain records, as JSON values."""
    if type(value) in _SCALARS:
        return value
    if is_dataclass(value):
        return encode(value)
    if isinstance(value, Mapping):
        return {key: encoded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encoded(item) for item in value]
    return value


@cache
def _decoder(kind: Hashable) -> Decoder:
    """The decoder from a JSON value to *kind*, a type as written in a record's annotations."""
    origin = typing.get_origin(kind)
    if kind is Any:
        return lambda value: value
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


def _scalar_types(kind: Hashable) -> frozenset[type]:
    """The scalar types whose values are valid for *kind* without decoding: most fields are text or numbers."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        choices = typing.get_args(kind)
        return frozenset().union(*map(_scalar_types, choices))
    return frozenset({typing.cast(type, kind)}) & _SCALARS


def _mismatch(expected: str, value: object) -> FormatError:
    shown = repr(value)
    return FormatError(f"expected {expected}, found {shown[:40]}{'…' if len(shown) > 40 else ''}")


def _literal(allowed: tuple[Any, ...]) -> Decoder:
    def check(value: Any) -> Any:
        """*value*, if it is one of the *allowed* values."""
        if value not in allowed:
            raise _mismatch(" or ".join(map(repr, allowed)), value)
        return value

    return check


def _optional(choices: tuple[Any, ...]) -> Decoder:
    """Decoder of a union such as ``X | None`` or ``int | float | None``."""
    nullable = type(None) in choices
    decoders = [_decoder(choice) for choice in choices if choice is not type(None)]

    def check(value: Any) -> Any:
        """None if the union allows it, else the result of the first choice that accepts the value."""
        if value is None and nullable:
            return None
        for decoder in decoders[:-1]:
            try:
                return decoder(value)
            except FormatError:
                continue
        return decoders[-1](value)

    return check


def _sequence(item: Decoder) -> Decoder:
    def check(value: Any) -> Any:
        """The decoded items of a list; an error names the index."""
        if not isinstance(value, list):
            raise _mismatch("a list", value)
        done: list[Any] = []
        try:
            for each in value:
                done.append(item(each))
        except FormatError as error:
            raise error.inside(f"[{len(done)}]") from None
        return tuple(done)

    return check


def _mapping(item: Decoder) -> Decoder:
    def check(value: Any) -> Any:
        """The decoded values of an object by key; an error names the key."""
        if not isinstance(value, dict):
            raise _mismatch("an object", value)
        done = {}
        for key, each in value.items():
            try:
                done[key] = item(each)
            except FormatError as error:
                raise error.inside(f".{key}") from None
        return done

    return check


def _scalar(kind: type) -> Decoder:
    name = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}.get(kind, kind.__name__)

    def check(value: Any) -> Any:
        """*value*, if it is of the scalar type."""
        # Python's bool is a subclass of int; in the file they are different types
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise _mismatch(name, value)
        return value

    return check


def _record(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    own = [f for f in fields(kind) if f.name != "extra"]
    decoders = {f.name: (_scalar_types(hints[f.name]), _decoder(hints[f.name])) for f in own}
    required = [f.name for f in own if f.default is MISSING and f.default_factory is MISSING]

    def check(value: Any) -> Any:
        """A record from an object; unknown keys go into its ``extra``."""
        if not isinstance(value, dict):
            raise _mismatch("an object", value)
        known: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for name, each in value.items():
            if name not in decoders:
                extra[name] = each
                continue
            as_it_is, decoder = decoders[name]
            if type(each) in as_it_is:
                known[name] = each
                continue
            try:
                known[name] = decoder(each)
            except FormatError as error:
                raise error.inside(f".{name}") from None
        for name in required:
            if name not in known:
                raise FormatError(f"{name!r} is missing")
        return kind(**known, extra=extra) if extra else kind(**known)

    return check
