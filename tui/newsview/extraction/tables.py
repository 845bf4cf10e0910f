"""Typed word lists of extraction: a TOML file holds the lists of one concept, a subclass of ``Table`` names them with their types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeVar, dataclass_transform, get_args, get_origin

from newsview.model.data_files import DataFileError, toml

Words = frozenset[str]
Order = tuple[str, ...]
"""Words whose order counts, or that are compared with the end of another."""
Phrases = frozenset[tuple[str, ...]]
"""Phrases, each as its words."""
Names = Mapping[str, str]
Numbers = Mapping[str, int]
Groups = Mapping[str, Words]

T = TypeVar("T", bound="Table")


@dataclass_transform(frozen_default=True)
class Table:
    """Named word lists: each annotation of a subclass, a type and no string, is a list of its file. The values cannot be set.

    No dataclass, because the methods that ``dataclass`` generates take a millisecond for each class at start-up.
    """

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is a list of a data file and cannot be set")


def load(kind: type[T], package: str, name: str) -> T:
    """The file ``data/<name>.toml`` of *package* as a *kind*. Raises ``DataFileError`` where the two differ."""
    content = toml(package, name)
    try:
        return _table(kind, content)
    except DataFileError as error:
        raise DataFileError(f"{package}, {name}.toml: {error}") from None


def _table(kind: type[T], content: object) -> T:
    if not isinstance(content, dict):
        raise DataFileError(f"{content!r:.40} instead of word lists")
    types: dict[str, Any] = kind.__annotations__
    if content.keys() != types.keys():
        raise DataFileError(f"in only one of the file and {kind.__name__}: {sorted(content.keys() ^ types.keys())}")
    made = kind.__new__(kind)
    for name, wanted in types.items():
        try:
            made.__dict__[name] = _value(wanted, content[name])
        except DataFileError as error:
            raise DataFileError(f"{name}: {error}") from None
    return made


def _value(wanted: Any, value: Any) -> Any:
    """*value* as the type *wanted*. A string where a set or a tuple is wanted holds its words, separated by white space."""
    origin, arguments = _parts(wanted)
    if origin in (frozenset, tuple):
        if isinstance(value, str):
            return _collected(origin, value.split())
        if isinstance(value, list):
            return _collected(origin, _values(arguments[0], value))
    elif origin is Mapping:
        if isinstance(value, dict):
            return dict(zip(_values(arguments[0], [*value]), _values(arguments[1], [*value.values()]), strict=True))
    elif origin is Literal:
        if value in arguments:
            return value
    elif issubclass(wanted, Table):
        return _table(wanted, value)
    elif type(value) is wanted or (wanted is float and type(value) is int):
        return value
    raise DataFileError(f"{value!r:.40} instead of {wanted}")


def _values(wanted: Any, values: list[Any]) -> list[Any]:
    if all(type(each) is wanted for each in values):
        return values
    return [_value(wanted, each) for each in values]


@cache
def _parts(wanted: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type without its parameters, None if it has none, and the parameters."""
    return get_origin(wanted), get_args(wanted)


def _collected(origin: type, members: list[Any]) -> Any:
    collected = origin(members)
    if origin is frozenset and len(collected) < len(members):
        raise DataFileError(f"twice in the list: {sorted(each for each in collected if members.count(each) > 1)}")
    return collected
