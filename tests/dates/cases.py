"""What a construction's test cases are, and the day from which they count."""

from __future__ import annotations

from typing import NamedTuple

Found = tuple[str, str | None]
"""(words of the date, its ISO form)."""


class Cases(NamedTuple):
    """``yes``: sentences and all that must be found in them; ``no``: sentences without any date."""

    yes: dict[str, list[Found]]
    no: list[str]


PUBLISHED = "2022-11-11"
"""A Friday."""
