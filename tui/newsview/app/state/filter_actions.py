"""Actions on the rows of the panes: filters, order, expanded mentions, facts of one entity."""

from __future__ import annotations

from newsview.app.state import navigation
from newsview.app.state.filters import Filter, Order
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
    """Toggle the order of the focused pane, or of all panes, between text and name or value; returns the new order."""
    listings = [review.panes[review.pane]] if review.pane else list(review.panes.values())
    order: Order = "value" if listings[0].order == "text" else "text"
    for listing in listings:
        listing.order = order
    review.refill()
    return order


def expand(review: Review, *, open_: bool) -> None:
    """List the mentions below the entity under the cursor, or remove them; when listed already, go to the first."""
    cursor = review.panes["entities"].cursor if review.pane == "entities" else None
    if cursor is None:
        return
    if open_ and cursor.fact in review.expanded:
        navigation.step(review, 1)
        return
    review.expanded = review.expanded | {cursor.fact} if open_ else review.expanded - {cursor.fact}
    review.refill()
