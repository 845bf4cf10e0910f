"""Class of parts of a date expression: a reader and the keys of first lexemes. The classes are in ``parts``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsview.extraction.dates.lexemes import Lexemes

Value = int | float | str
"""What a part is worth: a number, or the word that it stands for."""

Found = tuple[int, Value] | None
"""Where a part ends, as an index of lexemes, and its worth; None where there is no such part."""

Reader = Callable[[Lexemes, int], Found]
"""Looks at the one place of the text that is given as an index of lexemes."""


@dataclass(frozen=True, slots=True)
class PartClass:
    """A class of parts: its reader, and the keys of the lexemes that one can begin with."""

    read: Reader
    keys: frozenset[str]
