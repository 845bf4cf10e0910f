"""Type of the test cases of a construction, and their publication date."""

from __future__ import annotations

from typing import NamedTuple

Found = tuple[str, str | None]
"""Text of a date and its ISO form."""


class Cases(NamedTuple):
    """``yes``: sentences with all their dates; ``no``: sentences without a date."""

    yes: dict[str, list[Found]]
    no: list[str]


PUBLISHED = "2022-11-11"
"""Publication date, a Friday."""
