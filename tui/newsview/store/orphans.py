"""Orphans: the plain records, in a saved file, of facts that have a decision and were not found again by ``merge``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from newsview.model.codec import FormatError, decode
from newsview.model.facts import RECORDS, Analysis, Mention, Part
from newsview.model.kinds import KIND_NAMES

ORPHANED: Final = "orphaned"
"""The key of a saved file that holds the orphaned records by id."""

_PARTS: Final[tuple[type[Part], ...]] = (*(RECORDS[name] for name in KIND_NAMES), Mention)
"""The record types to try in order. A mention comes last: the other records have all of its fields."""


def orphans_of(analysis: Analysis) -> dict[str, Any]:
    """The orphaned records of *analysis* by id."""
    kept = analysis.extra.get(ORPHANED)
    return dict(kept) if isinstance(kept, Mapping) else {}


def with_orphans(analysis: Analysis, records: Mapping[str, Any]) -> Analysis:
    """*analysis* with *records* in place of its own orphans."""
    extra = {key: value for key, value in analysis.extra.items() if key != ORPHANED}
    return replace(analysis, extra={**extra, ORPHANED: dict(records)} if records else extra)


def part_of(record: object) -> Part | None:
    """The fact or mention encoded in a plain record; None if it matches no type."""
    for kind in _PARTS:
        try:
            return decode(kind, record)
        except FormatError:
            continue
    return None
