"""The findings that are saved with an analysis, under a key of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsview.model.codec import FormatError, decode, encoded
from newsview.model.facts import Analysis
from newsview.model.finding import Finding

SAVED: Final = "findings"
"""The key of the saved form of an analysis that holds its findings."""


def with_findings(analysis: Analysis, found: Sequence[Finding]) -> Analysis:
    """*analysis* with *found* as its saved findings."""
    return replace(analysis, extra={**analysis.extra, SAVED: encoded(list(found))})


def saved_findings(analysis: Analysis) -> list[Finding]:
    """The findings that are saved with *analysis*; those that are malformed, or not of its text, are left out."""
    saved, text = analysis.extra.get(SAVED), analysis.article.text
    found = []
    for record in saved if isinstance(saved, (list, tuple)) else ():
        try:
            finding = decode(Finding, record)
        except FormatError:
            continue
        places = finding.places
        if places and all(0 <= each.start < each.end and text[each.start : each.end] == each.text for each in places):
            found.append(finding)
    return found
