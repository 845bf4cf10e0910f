"""Type of the test cases of a construction, and their publication date."""

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
