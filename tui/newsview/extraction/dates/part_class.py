"""Class of parts of a date expression: a reader and the keys of first lexemes. The classes are in ``parts``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsview.extraction.lexical.lexemes import Lexemes

Value = int | float | str
"""Value of a part: a number, or a canonical word."""

Found = tuple[int, Value] | None
"""End of a part, as an index of lexemes, and its value; None for no part."""

Reader = Callable[[Lexemes, int], Found]
"""From an index of lexemes to the part that begins there."""


@dataclass(frozen=True, slots=True)
class PartClass:
    """A class of parts: its reader, and the keys of the lexemes that can begin a part.

    ``inner`` has, for some of these keys, those of the lexemes that can come second in the part; ``unfinished`` are those
    that are no part alone.
    """

    read: Reader
    keys: frozenset[str]
    inner: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unfinished: frozenset[str] = frozenset()
