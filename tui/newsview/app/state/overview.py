"""The article in sum, from the state of its review."""

from __future__ import annotations

from newsview.app.state.review import Review
from newsview.compare.overview import overview
from newsview.compare.overview_lines import Overview
from newsview.model.facts import without


def overview_of(review: Review) -> Overview:
    """The overview of the facts that are shown without a filter, and of those hidden by default that were reviewed."""
    left_out = review.index.hidden - review.decisions.all.keys()
    return overview(review.article, without(review.index.facts, left_out), review.decisions.all)
