"""Actions on the rows of the panes: filters, order, expanded mentions, facts of one entity."""

from __future__ import annotations

from newsview.app.state import navigation
from newsview.app.state.fact_index import FOLD
from newsview.app.state.filters import ORDERS, Filter, Order
from newsview.app.state.review import Review
from newsview.model.facts import Entity, Fact, reference_of


def narrow(review: Review, wanted: Filter) -> None:
    """Set the filter to *wanted*."""
    review.filter = wanted
    review.refill()


def this_paragraph(review: Review) -> None:
    """Toggle the filter for facts of the current paragraph."""
    if review.filter.paragraph is not None or not review.article.sentences:
        narrow(review, review.filter._replace(paragraph=None))
        return
    start = review.article.sentences[review.place.sentence].start
    narrow(review, review.filter._replace(paragraph=review.article.paragraph_index(start)))


def link_only(review: Review) -> str | None:
    """Toggle the filter for the entity of the current fact (itself, the speaker, the subject).

    Returns the entity's id if the filter was set, else None.
    """
    if review.filter.linked is not None:
        narrow(review, review.filter._replace(linked=None))
        return None
    entity = _entity_of(review.fact)
    if entity is not None and entity in review.index.by_id:
        narrow(review, review.filter._replace(linked=entity))
    return review.filter.linked


def _entity_of(fact: Fact | None) -> str | None:
    if fact is None or isinstance(fact, Entity):
        return fact.id if fact else None
    reference = reference_of(fact)
    return reference.entity if reference else None


def switch_order(review: Review) -> Order:
    """Switch the focused pane, or all panes, to the next of ``ORDERS``; returns it."""
    listings = [review.panes[review.pane]] if review.pane else list(review.panes.values())
    order = ORDERS[(ORDERS.index(listings[0].order) + 1) % len(ORDERS)]
    for listing in listings:
        listing.order = order
    review.refill()
    return order


def expand(review: Review, *, open_: bool) -> None:
    """List the mentions of the entity, or the facts of the fold, under the cursor below it, or remove them.

    When listed already, go to the first; they are also removed where the cursor is on one of them.
    """
    listing = review.panes[review.pane] if review.pane else None
    cursor = listing.cursor if listing is not None else None
    if listing is None or cursor is None:
        return
    row = cursor.fact if cursor.part == FOLD or review.pane == "entities" else ""
    if open_ and row in review.expanded:
        navigation.step(review, 1)
        return
    row = row or (listing.fold_of(cursor.fact) if not open_ else "")
    if row:
        review.expanded = review.expanded | {row} if open_ else review.expanded - {row}
        review.refill()
