"""Intervals: what a figure may stand for by its last digit, zeros, fives and modifier."""

from __future__ import annotations

from typing import Any

import pytest

from newsview.checks.intervals import Interval, of_number, shown
from newsview.checks.units import SIZES, converted, plural
from newsview.model.facts import Number


def number(text: str, value: float, **fields: Any) -> Number:
    return Number(id="n-1", sentence="s1", text=text, start=0, end=len(text), kind="cardinal", value=value, **fields)


@pytest.mark.parametrize(
    ("text", "value", "fields", "low", "high"),
    [
        ("12", 12, {}, 11.5, 12.5),
        ("3.9", 3.9, {}, 3.85, 3.95),
        ("500", 500, {}, 480, 520),
        ("45", 45, {}, 43.2, 46.8),
        ("$3.9 million", 3.9e6, {}, 3.85e6, 3.95e6),
        ("10,250", 10_250, {}, 10_225, 10_275),
        ("100", 100, {"modifier": "~"}, 92, 108),
        ("100", 100, {"modifier": ">"}, 96, 116),
        ("100", 100, {"modifier": "<"}, 84, 104),
        ("10 to 15", 10, {"value_max": 15}, 9.5, 15.5),
        ("dozens", 12, {"value_max": 120, "vague": True}, 12, 120),
    ],
)
def test_a_figure_is_an_interval(text: str, value: float, fields: dict[str, Any], low: float, high: float) -> None:
    found = of_number(number(text, value, **fields))
    assert found is not None
    assert found == pytest.approx((low, high))


def test_a_number_without_value_has_none() -> None:
    assert of_number(number("May", 0).__class__(id="n", sentence="s", text="May", start=0, end=3, kind="date")) is None


def test_arithmetic() -> None:
    one, two = Interval(1, 2), Interval(3, 4)
    assert one.plus(two) == (4, 6)
    assert two.minus(one) == (1, 3)
    assert two.over(one) == (1.5, 4)
    assert one.times(-2) == (-4, -2)
    assert one.meets(Interval(2, 5))
    assert not one.meets(two)
    assert one.over(Interval(-1, 1)).low < -1e300


def test_conversions_have_a_reading_for_each_unit_of_a_name() -> None:
    assert [each.low for each in converted(Interval(1, 1), "mile", "kilometre")] == pytest.approx([1.609344])
    assert len(list(converted(Interval(1, 1), "ton", "tonne"))) == 3
    assert len(list(converted(Interval(20, 20), "degree Celsius", "degree Fahrenheit"))) == 2
    assert list(converted(Interval(1, 1), "mile", "tonne")) == []
    assert all(size > 0 for unit in SIZES.values() for size in unit.sizes)


def test_units_have_plurals() -> None:
    assert [*map(plural, ("square foot", "mile per hour", "degree Celsius", "inch", "tonne"))] == [
        "square feet",
        "miles per hour",
        "degrees Celsius",
        "inches",
        "tonnes",
    ]


@pytest.mark.parametrize(
    ("value", "text"), [(12_345, "12,340"), (0.5333, "0.533"), (743.2, "743"), (9.1e6, "9.1 million"), (2, "2")]
)
def test_a_value_is_shown_as_newspapers_write_it(value: float, text: str) -> None:
    assert shown(value) == text
