"""Class of parts of a date expression: a reader and the keys of first lexemes. The classes are in ``parts``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsview.extraction.dates.lexemes import Lexemes

Value = int | float | str
"""Value of a part: a number, or a canonical word."""

Found = tuple[int, Value] | None
"""End of a part, as an index of lexemes, and its value; None for no part."""

Reader = Callable[[Lexemes, int], Found]
"""From an index of lexemes to the part that begins there."""


@dataclass(frozen=True, slots=True)
class PartClass:
    """A class of parts: its reader, and the keys of the lexemes that can begin a part."""

    read: Reader
    keys: frozenset[str]
