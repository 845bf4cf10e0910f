"""The way from one change since the older version of the article to the next."""

from __future__ import annotations

from newsview.app.state.changes import Changes, Stop
from newsview.app.state.fact_index import Row, pane_of
from newsview.app.state.review import Review


def step(review: Review, changes: Changes, direction: int) -> int | None:
    """Go to the next or previous change, round the end of the article; its number from 0, None if there is none."""
    if not changes.stops:
        return None
    here, stops = _here(review, changes), changes.stops
    further = [
        number for number, stop in enumerate(stops) if (stop.offset > here if direction > 0 else stop.offset < here)
    ]
    number = (further or range(len(stops)))[0 if direction > 0 else -1]
    _stand_at(review, stops[number])
    return number


def _here(review: Review, changes: Changes) -> int:
    """The offset of the current fact; of the current sentence where none is, or at a gap."""
    sentences, at = review.article.sentences, review.place.sentence
    if review.occurrence is None or at in changes.gaps:
        return sentences[at].start if sentences else 0
    return review.occurrence.start


def _stand_at(review: Review, stop: Stop) -> None:
    """Make the sentence of *stop* current, with its fact if that is listed."""
    fact = review.index.by_id.get(stop.fact)
    review.crossed = None
    if fact is None or not review.is_shown(fact.id):
        review.place = review.place._replace(focus="article")
        review.stand_on(stop.sentence)
        return
    focus = "article" if review.pane is None else pane_of(fact)
    review.place = review.place._replace(focus=focus)
    review.stand_on(stop.sentence)
    review.take(review.index.first(fact.id))
    review.point_at(Row(fact.id))
