"""Conversion of the reader's place to a bookmark, and back."""

from __future__ import annotations

from newsview.app.state.filters import Filter
from newsview.app.state.review import FOCI, Focus, Review
from newsview.model.bookmark import Bookmark


def bookmark(review: Review, path: str) -> Bookmark:
    """The current place in the article at *path*."""
    sentences, place, narrowed = review.article.sentences, review.place, review.filter
    return Bookmark(
        path=path,
        offset=sentences[place.sentence].start if sentences else 0,
        focus=place.focus,
        state=narrowed.state,
        words=narrowed.words,
        linked=narrowed.linked,
    )


def restore(review: Review, mark: Bookmark) -> None:
    """Go to the sentence at the offset of *mark*, and set focus and filter as they were."""
    review.filter = Filter(state=mark.state, words=mark.words, linked=mark.linked)
    review.refill()
    foci: dict[str, Focus] = {focus: focus for focus in FOCI}
    review.place = review.place._replace(focus=foci.get(mark.focus, "article"))
    review.stand_on(review.article.sentence_index(mark.offset) or 0)
