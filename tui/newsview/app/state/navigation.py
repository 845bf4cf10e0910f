"""Navigation: actions that change the place in a ``Review``, and only that."""

from __future__ import annotations

from newsview.app.state.fact_index import Occurrence, Pane, Row, pane_of
from newsview.app.state.review import FOCI, Focus, Review


def step(review: Review, count: int) -> None:
    """Move *count* sentences in the article, or rows in a pane, at most to the end."""
    if review.pane is None:
        to_sentence(review, review.place.sentence + count)
    else:
        to_row(review, review.pane, review.panes[review.pane].number + count)


def to_end(review: Review, *, last: bool) -> None:
    """Go to the first or the last sentence or row."""
    count = len(review.panes[review.pane].rows) if review.pane else len(review.article.sentences)
    at = max(0, count - 1) if last else 0
    if review.pane is None:
        to_sentence(review, at)
    else:
        to_row(review, review.pane, at)


def to_sentence(review: Review, sentence: int) -> None:
    """Make a sentence (its index) current, with its first fact, and align the panes with it."""
    last = max(0, len(review.article.sentences) - 1)
    review.crossed = None
    review.stand_on(min(max(0, sentence), last))


def to_offset(review: Review, offset: int) -> None:
    """Make the sentence at *offset* current, and the shortest fact that covers *offset*."""
    review.place = review.place._replace(focus="article")
    to_sentence(review, review.article.sentence_index(offset) or 0)
    under = [each for each in review.shown_in(review.place.sentence) if each.start <= offset < each.end]
    if under:
        occurrence = min(under, key=lambda each: each.end - each.start)
        review.take(occurrence)
        review.point_at(Row(occurrence.fact))


def to_row(review: Review, pane: Pane, number: int) -> None:
    """Make the row with index *number* of *pane* current, with its sentence in the article."""
    listing = review.panes[pane]
    review.crossed = None
    if listing.rows:
        listing.cursor = listing.rows[min(max(0, number), len(listing.rows) - 1)]
    review.place = review.place._replace(focus=pane)
    review.follow_pane()


def step_paragraph(review: Review, direction: int) -> None:
    """Go to the first sentence of the next or previous paragraph; in a pane, to its first fact in one."""
    if review.pane is None:
        _step_article_paragraph(review, direction)
    else:
        _step_row_paragraph(review, review.pane, direction)


def _step_article_paragraph(review: Review, direction: int) -> None:
    sentences, at = review.article.sentences, review.place.sentence
    if not sentences:
        return
    here = sentences[at].paragraph
    while 0 <= at + direction < len(sentences) and sentences[at].paragraph == here:
        at += direction
    while at > 0 and sentences[at - 1].paragraph == sentences[at].paragraph:
        at -= 1
    to_sentence(review, at)


def _step_row_paragraph(review: Review, pane: Pane, direction: int) -> None:
    rows, at = review.panes[pane].rows, review.panes[pane].number
    if not rows:
        return
    here = _row_paragraph(review, rows[at])
    while 0 <= at + direction < len(rows) and _row_paragraph(review, rows[at]) == here:
        at += direction
    there = _row_paragraph(review, rows[at])
    while direction < 0 < at and _row_paragraph(review, rows[at - 1]) == there:
        at -= 1
    to_row(review, pane, at)


def _row_paragraph(review: Review, row: Row) -> int:
    occurrence = review.index.occurrence(row)
    return review.index.paragraph_of(occurrence) if occurrence else 0


def step_fact(review: Review, direction: int, *, unreviewed: bool = False) -> bool:
    """Go to the next or previous shown fact of any kind, in text order; False if there is none.

    With *unreviewed*, reviewed facts are skipped. The focus moves to the fact's pane.
    """

    def wanted(fact: str) -> bool:
        """Whether to stop at the fact with the id *fact*."""
        return not unreviewed or review.decisions.is_open(fact)

    here = _here(review)
    found = [listing.next_fact(here, direction, wanted) for listing in review.panes.values()]
    there = [occurrence for occurrence in found if occurrence is not None]
    if not there:
        return False
    occurrence = min(there) if direction > 0 else max(there)
    review.crossed = None
    review.take(occurrence)
    review.align_panes()
    review.point_at(Row(occurrence.fact))
    if review.pane is not None:
        review.place = review.place._replace(focus=pane_of(review.index.by_id[occurrence.fact]))
    return True


def _here(review: Review) -> Occurrence:
    """The occurrence of the current fact, or one before all facts of the current sentence."""
    if review.occurrence is not None:
        return review.occurrence
    sentences = review.article.sentences
    start = sentences[review.place.sentence].start if sentences else 0
    return Occurrence(start, start, -1, "", 0)


def focus_on(review: Review, focus: Focus) -> None:
    """Move the focus to the article or to a pane; in a pane, the fact under its cursor becomes current."""
    if focus != review.place.focus:
        review.place = review.place._replace(focus=focus)
        review.follow_pane()


def focus_next(review: Review, direction: int) -> None:
    """Move the focus through the article and the panes, cyclically."""
    focus_on(review, FOCI[(FOCI.index(review.place.focus) + direction) % len(FOCI)])


def cross(review: Review) -> bool:
    """Go from a fact to its sentence, or from a sentence to its current fact, and the next time to the fact after it.

    The row of a fold opens or closes. False if the sentence has no fact that is shown.
    """
    before = review.place
    if review.pane is not None:
        if review.fold:
            review.toggle_fold()
            return True
        if before.row is None:
            return False
        review.crossed = before.row
        review.place = before._replace(focus="article")
    else:
        here = review.shown_in(before.sentence)
        if not here:
            return False
        target = _next_crossing(review, here)
        review.crossed = None
        review.take(target)
        review.point_at(Row(target.fact))
        review.place = review.place._replace(focus=pane_of(review.index.by_id[target.fact]))
    review.visited.append(before)
    return True


def _next_crossing(review: Review, here: list[Occurrence]) -> Occurrence:
    """The current fact, or the one after it if ``cross`` came from it; the sentence's first fact if it is not shown."""
    facts, row = list(dict.fromkeys(each.fact for each in here)), review.place.row
    if row is None or row.fact not in facts:
        return here[0]
    if review.crossed is not None and review.crossed.fact == row.fact:
        row = Row(facts[(facts.index(row.fact) + 1) % len(facts)])
    of_fact = [each for each in here if each.fact == row.fact]
    return next((each for each in of_fact if each.part == row.part), of_fact[0])


def jump(review: Review, offset: int, fact: str | None) -> None:
    """Go to the sentence at *offset* in the article, with *fact* (its id) current if it is given; ``back`` returns."""
    review.visited.append(review.place)
    review.place = review.place._replace(focus="article")
    if fact is None or fact not in review.index.by_id:
        to_offset(review, offset)
        return
    to_sentence(review, review.article.sentence_index(offset) or 0)
    review.take(review.index.first(fact))
    review.point_at(Row(fact))


def back(review: Review) -> bool:
    """Go back to the place before the last ``cross``; False if there is none."""
    if not review.visited:
        return False
    review.crossed = None
    review.place = review.visited.pop()
    row = review.place.row
    if row is None or row.fact not in review.index.by_id:
        review.place = review.place._replace(row=None)
    elif review.is_shown(row.fact):
        review.point_at(row)
    review.follow_pane()  # the row may have been filtered out since
    return True
