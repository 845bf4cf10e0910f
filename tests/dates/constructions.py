"""Test cases of every construction: sentences with their dates, and similar sentences without a date."""

from __future__ import annotations

from tests.dates.calendar_cases import CALENDAR
from tests.dates.cases import Cases
from tests.dates.relative_cases import RELATIVE

CONSTRUCTIONS: dict[str, Cases] = CALENDAR | RELATIVE
"""Cases by construction, in the order of the table."""
