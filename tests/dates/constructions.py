"""For every construction: sentences that have it, with what must be found, and sentences that only look like it."""

from __future__ import annotations

from tests.dates.calendar_cases import CALENDAR
from tests.dates.cases import Cases
from tests.dates.relative_cases import RELATIVE

CONSTRUCTIONS: dict[str, Cases] = CALENDAR | RELATIVE
"""In the order of the table."""
