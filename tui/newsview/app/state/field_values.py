"""Parsing of typed text as the value of a field: numbers, dates, file names."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from newsview.errors import CannotWriteError
from newsview.model.facts import Number


class EditError(ValueError):
    """Invalid input or edit; the message is one line for the user."""


MAGNITUDES: Final = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "m": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
WANTED: Final = "a number is wanted, such as 4200000, 4.2 million or 5 to 10"

_LIMIT = 10**18
"""Maximum value: larger ones are typing errors, and not representable for many JSON readers."""

_RANGE = re.compile(r"\s*(?:\bto\b|–|(?<=\d)-)\s*")
_SINGLE_VALUE = re.compile(r"[$£€¥]?\s*([+-]?[\d,. ]*\d)\s*([a-z]*)\s*[%£€]?")  # the unit is another field

DATE_WANTED: Final = (
    "a date is wanted as ISO 8601 has it: 2024, 2024-05, 2024-05-14, 2024-W20, 2024-05-01/2024-05-31, P3M"
)

_PERIOD = re.compile(r"(?:R/)?P(?=[\dT])(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?")
_MOMENT = re.compile(
    r"(?:(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)?"
    r"(?P<time>T(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?"
)


def number_value(typed: str) -> tuple[int | float | None, int | float | None]:
    """``(value, value_max)`` of "4.2 million", "5 to 10". Raises ``EditError``, also for empty input."""
    typed = typed.strip().lower()
    ends = _RANGE.split(typed)
    if len(ends) > 2:
        raise EditError(WANTED)
    values = [_single_value(end) for end in ends]
    return values[0], values[1] if len(values) == 2 else None


def _single_value(typed: str) -> int | float:
    match = _SINGLE_VALUE.fullmatch(typed)
    if match is None or match[2] not in ("", *MAGNITUDES):
        raise EditError(WANTED)
    try:
        value = Decimal(match[1].replace(",", "").replace(" ", "")) * MAGNITUDES.get(match[2], 1)
    except InvalidOperation as error:
        raise EditError(WANTED) from error
    if abs(value) > _LIMIT:
        raise EditError("the number is too large")
    return int(value) if value == value.to_integral_value() else float(value)


def iso_value(typed: str) -> tuple[str | None, str | None]:
    """``(iso, granularity)`` of a date, time, period or range in ISO 8601; granularity may be None.

    ``(None, None)`` for empty input. Raises ``EditError``.
    """
    typed = typed.strip().upper()
    if not typed:
        return None, None
    if _PERIOD.fullmatch(typed):
        return typed, None
    ends = typed.split("/")
    grains = [_moment(end) for end in ends]
    if len(ends) > 2 or ends != sorted(ends):
        raise EditError(DATE_WANTED)
    return typed, grains[0] if len(ends) == 1 else None


def _moment(typed: str) -> str:
    """The granularity of a date or time. Raises ``EditError`` for a day that does not exist."""
    match = _MOMENT.fullmatch(typed)
    if match is None or not typed or (match["time"] and match["year"] and not match["day"]):
        raise EditError(DATE_WANTED)
    try:
        if match["week"]:
            date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
        elif match["year"]:
            date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError as error:
        raise EditError(f"there is no {typed} in the calendar") from error
    grains = ("time", "day", "month", "week", "year")
    return next(grain for grain in grains if match[grain])


def value_words(number: Number) -> str:
    """A number's value in the form that is typed: ``4,200,000``, ``5 to 10``; empty if it has none."""
    ends = [value for value in (number.value, number.value_max) if value is not None]
    return " to ".join(f"{_integral(value):,}" for value in ends)


def _integral(value: float) -> float:
    """*value* as an integer if it is whole, without the ``.0`` from JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def file_name(typed: str) -> Path:
    """The path of a typed file name, ``~`` expanded. Raises ``CannotWriteError`` if there is no such home folder."""
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError as error:
        raise CannotWriteError(f"cannot write {typed.strip()}: there is no such home folder") from error
