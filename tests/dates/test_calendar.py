"""Calendar arithmetic: holidays, weeks, seasons, shifts by months."""

from __future__ import annotations

from datetime import date

import pytest

from newsview.extraction.dates import periods
from newsview.extraction.dates.holidays import easter_sunday, holiday_in, holidays
from newsview.extraction.dates.time_zones import is_us_summer_time


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1818, date(1818, 3, 22)),
        (1943, date(1943, 4, 25)),
        (2000, date(2000, 4, 23)),
        (2019, date(2019, 4, 21)),
        (2022, date(2022, 4, 17)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter_sunday_is_computed_for_year(year: int, expected: date) -> None:
    assert easter_sunday(year) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("christmas eve", date(2022, 12, 24)),
        ("thanksgiving", date(2022, 11, 24)),
        ("black friday", date(2022, 11, 25)),
        ("memorial day", date(2022, 5, 30)),
        ("labor day", date(2022, 9, 5)),
        ("good friday", date(2022, 4, 15)),
        ("martin luther king jr . day", date(2022, 1, 17)),
        ("election day", date(2022, 11, 8)),
    ],
)
def test_holiday_has_its_date_in_2022(name: str, expected: date) -> None:
    assert holiday_in(name, 2022) == expected


@pytest.mark.parametrize("year", [1583, 1900, 2000, 2024, 9998])
def test_holiday_is_in_its_year(year: int) -> None:
    for name in holidays():
        found = holiday_in(" ".join(name), year)
        assert found is not None and found.year == year


def test_year_before_gregorian_calendar_has_no_holiday() -> None:
    assert holiday_in("christmas", 1000) is None


@pytest.mark.parametrize(
    ("anchor", "unit", "steps", "expected"),
    [
        (date(2024, 1, 31), "month", 1, date(2024, 2, 29)),
        (date(2024, 2, 29), "year", -1, date(2023, 2, 28)),
        (date(2022, 12, 31), "day", 1, date(2023, 1, 1)),
        (date(2022, 11, 11), "quarter", -1, date(2022, 8, 11)),
        (date(2022, 11, 11), "fortnight", 1, date(2022, 11, 25)),
    ],
)
def test_day_moved_by_units_is_on_the_calendar(anchor: date, unit: str, steps: int, expected: date) -> None:
    assert periods.moved(anchor, unit, steps) == expected


@pytest.mark.parametrize(
    ("unit", "steps", "iso"),
    [
        ("day", -1, "2020-12-31"),
        ("week", 0, "2020-W53"),
        ("month", -1, "2020-12"),
        ("quarter", -1, "2020-10/2020-12"),
        ("year", 1, "2022"),
        ("decade", -1, "2010/2019"),
        ("century", -1, "1900/1999"),
    ],
)
def test_unit_near_new_year_2021_has_iso_form(unit: str, steps: int, iso: str) -> None:
    found = periods.unit_at(date(2021, 1, 1), unit, steps)
    assert found is not None and found.iso == iso


@pytest.mark.parametrize(
    "unit", ["day", "week", "month", "quarter", "year", "decade", "century", "weekend", "fortnight"]
)
def test_unit_beyond_the_calendar_is_none(unit: str) -> None:
    assert periods.unit_at(date.max, unit, 200) is None
    assert periods.unit_at(date.min, unit, -200) is None
    assert periods.moved(date.max, unit, 10**6) is None


def test_range_with_end_before_start_is_none() -> None:
    first, last = periods.year(2020), periods.year(2019)
    assert first is not None and last is not None
    assert periods.between(first, last) is None


@pytest.mark.parametrize(
    ("day", "summer"),
    [(date(2022, 3, 12), False), (date(2022, 3, 13), True), (date(2022, 11, 5), True), (date(2022, 11, 6), False)],
)
def test_summer_time_of_north_america_by_day(day: date, summer: bool) -> None:
    assert is_us_summer_time(day) is summer
