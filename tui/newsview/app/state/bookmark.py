"""The reader's place as a bookmark, and back. No widgets, no files."""

from __future__ import annotations

from newsview.app.state.filters import Filter
from newsview.app.state.review import FOCI, Focus, Review
from newsview.model.bookmark import Bookmark


def bookmark(review: Review, path: str) -> Bookmark:
    """Where the reader of the article at *path* is now."""
    sentences, place, narrowed = review.article.sentences, review.place, review.filter
    sentence = sentences[place.sentence] if sentences else None
    return Bookmark(
        path=path,
        sentence=sentence.id if sentence else "",
        offset=sentence.start if sentence else 0,
        focus=place.focus,
        state=narrowed.state,
        words=narrowed.words,
        linked=narrowed.linked,
    )


def restore(review: Review, mark: Bookmark) -> None:
    """Goes to the sentence at the offset of *mark*, and narrows the panes as they were."""
    review.filter = Filter(state=mark.state, words=mark.words, linked=mark.linked)
    review.refill()
    foci: dict[str, Focus] = {focus: focus for focus in FOCI}
    review.place = review.place._replace(focus=foci.get(mark.focus, "article"))
    review.stand_on(review.article.sentence_index(mark.offset) or 0)
