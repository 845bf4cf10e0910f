"""Orphans: the plain records, in a saved file, of facts that have a decision and were not found again by ``merge``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsview.model.codec import FormatError, decode
from newsview.model.facts import RECORDS, Analysis, Mention, Part
from newsview.model.kinds import KIND_NAMES

if TYPE_CHECKING:
    from newsview.model.finding import Finding

ORPHANED: Final = "orphaned"
"""The key of a saved file that holds the orphaned records by id."""

FINDINGS: Final = "findings"
"""The key of a saved file that holds the findings."""

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


def finding_records(analysis: Analysis) -> dict[str, Any] | None:
    """The records of the findings of *analysis* by id, as saved with it; None if none were."""
    saved = analysis.extra.get(FINDINGS)
    if not isinstance(saved, (list, tuple)):
        return None
    return {
        record["id"]: record for record in saved if isinstance(record, Mapping) and isinstance(record.get("id"), str)
    }


def without_findings(analysis: Analysis) -> Analysis:
    """*analysis* without the findings that were saved with it."""
    return replace(analysis, extra={key: value for key, value in analysis.extra.items() if key != FINDINGS})


def finding_of(record: object) -> Finding | None:
    """The finding encoded in a plain record; None if it is none."""
    from newsview.model.finding import Finding  # deferred: few articles have findings that are gone

    try:
        return decode(Finding, record)
    except FormatError:
        return None


def part_of(record: object) -> Part | None:
    """The fact or mention encoded in a plain record; None if it matches no type."""
    for kind in _PARTS:
        try:
            return decode(kind, record)
        except FormatError:
            continue
    return None
