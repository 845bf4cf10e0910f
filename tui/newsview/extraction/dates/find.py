"""From a parsed Doc to its dates and times."""

from __future__ import annotations

from spacy.tokens import Doc

from newsview.facts import Number


def find_dates(doc: Doc, published: str | None) -> list[Number]:
    """The dates, times and durations of *doc*; *published* (``YYYY-MM-DD``) anchors the relative ones."""
    return []
