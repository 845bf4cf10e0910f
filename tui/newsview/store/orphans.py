"""What decisions were about whose facts were not found again: plain records in a saved file. How they come there is ``merge``'s."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from newsview.model.codec import FormatError, decode
from newsview.model.facts import RECORDS, Analysis, Mention, Part
from newsview.model.kinds import KIND_NAMES

ORPHANED: Final = "orphaned"
"""The key of a saved file under which the facts of decisions without a fact are kept, by id."""

_PARTS: Final[tuple[type[Part], ...]] = (*(RECORDS[name] for name in KIND_NAMES), Mention)
"""The records that are tried in turn. A mention has no field that others lack: it comes last."""


def orphans_of(analysis: Analysis) -> dict[str, Any]:
    """The plain records in *analysis* of facts that an earlier merge could not place, by id."""
    kept = analysis.extra.get(ORPHANED)
    return dict(kept) if isinstance(kept, Mapping) else {}


def with_orphans(analysis: Analysis, records: Mapping[str, Any]) -> Analysis:
    """*analysis* with these *records* in the place of those that it has."""
    extra = {key: value for key, value in analysis.extra.items() if key != ORPHANED}
    return replace(analysis, extra={**extra, ORPHANED: dict(records)} if records else extra)


def part_of(record: object) -> Part | None:
    """The fact or mention that a plain record is of; None for a record that is of none."""
    for kind in _PARTS:
        try:
            return decode(kind, record)
        except FormatError:
            continue
    return None
