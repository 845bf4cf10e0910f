"""What a reviewer types, read as the value of a field. No widgets."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from newsview.errors import CannotWriteError
from newsview.facts import Number


class EditError(ValueError):
    """What was typed cannot be meant; the message is one line for the reviewer."""


MAGNITUDES: Final = {"thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
WANTED: Final = "a number is wanted, such as 4200000, 4.2 million or 5 to 10"

_LIMIT = 10**18
"""Values beyond it are typing errors, and JSON readers could not hold them."""

_RANGE = re.compile(r"\s*(?:\bto\b|–|(?<=\d)-)\s*")
_ONE = re.compile(r"([+-]?[\d,. ]*\d)\s*([a-z]*)")


def number_value(typed: str) -> tuple[int | float | None, int | float | None]:
    """``(value, value_max)`` of "4.2 million", "5 to 10" or nothing. Raises ``EditError``."""
    typed = typed.strip().lower()
    if not typed:
        return None, None
    ends = _RANGE.split(typed)
    if len(ends) > 2:
        raise EditError(WANTED)
    values = [_one(end) for end in ends]
    return values[0], values[1] if len(values) == 2 else None


def _one(typed: str) -> int | float:
    match = _ONE.fullmatch(typed)
    if match is None or match[2] not in ("", *MAGNITUDES):
        raise EditError(WANTED)
    try:
        value = Decimal(match[1].replace(",", "").replace(" ", "")) * MAGNITUDES.get(match[2], 1)
    except InvalidOperation as error:
        raise EditError(WANTED) from error
    if abs(value) > _LIMIT:
        raise EditError("the number is too large")
    return int(value) if value == value.to_integral_value() else float(value)


def value_words(number: Number) -> str:
    """A number's value as a reviewer would type it: ``4,200,000``, ``5 to 10``; empty where it has none."""
    ends = [value for value in (number.value, number.value_max) if value is not None]
    return " to ".join(f"{value:,}" for value in ends)


def file_name(typed: str) -> Path:
    """The file that somebody typed the name of, ``~`` being home. Raises ``CannotWriteError`` where nobody has that home."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError as error:
        raise CannotWriteError(f"cannot write {typed.strip()}: there is no such home") from error
