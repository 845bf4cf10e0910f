"""Finding words in the article and in its facts: where they stand, how many there are, which comes next. No widgets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsview.app import moves
from newsview.app.linking import Row
from newsview.app.review import Place, Review
from newsview.wording import words_of


class Search:
    """What is looked for, and where it was found."""

    def __init__(self, review: Review, words: str, origin: Place) -> None:
        self.words = words
        self.origin = origin
        """Where the reader was when the search began, and is again when it is called off."""
        self._pattern = pattern(words)
        found = self._pattern.finditer(review.article.text) if words.strip() else ()
        self.hits: Sequence[tuple[int, int]] = [match.span() for match in found]
        self.current: int | None = None
        """The number of the hit that the reader is on."""

    def in_fact(self, review: Review, fact: str) -> bool:
        """Whether the fact holds what is looked for."""
        return bool(self._pattern.search(words_of(review.index.name_of, review.index.by_id[fact])))

    def facts(self, review: Review) -> int:
        """How many facts that are shown hold what is looked for."""
        rows = (row for listing in review.panes.values() for row in listing.rows if row.part < 0)
        return sum(self.in_fact(review, row.fact) for row in rows)


def pattern(words: str) -> re.Pattern[str]:
    """*words* as typed, any white space between them; case counts when there is a capital in them."""
    parts = [re.escape(part) for part in words.split()]
    return re.compile(r"\s+".join(parts), 0 if words != words.lower() else re.IGNORECASE)


def begin(review: Review, words: str, origin: Place) -> Search:
    """Looks for *words* and goes to the first hit at or behind *origin*; without one the reader is at *origin*."""
    search = Search(review, words, origin)
    review.place = origin
    if search.hits:
        sentences = review.article.sentences
        start = sentences[origin.sentence].start if sentences else 0
        at = bisect_left(search.hits, (start, start))
        _go(review, search, at % len(search.hits))
    return search


def step(review: Review, search: Search, direction: int) -> bool:
    """To the next or previous hit, round the end; in a pane, to its next row that holds the words. False without one."""
    if review.pane is not None:
        return _step_row(review, search, direction)
    if not search.hits:
        return False
    if search.current is not None and _is_there(review, search.hits[search.current]):
        at = search.current + direction
    else:  # the reader has walked on since
        sentence = review.article.sentences[review.place.sentence]
        at = bisect_left(search.hits, (sentence.start, 0))
        at = at if direction > 0 else at - 1
    _go(review, search, at % len(search.hits))
    return True


def _is_there(review: Review, hit: tuple[int, int]) -> bool:
    return (review.article.sentence_index(hit[0]) or 0) == review.place.sentence


def _go(review: Review, search: Search, at: int) -> None:
    search.current = at
    start, _ = search.hits[at]
    moves.to_offset(review, start)


def _step_row(review: Review, search: Search, direction: int) -> bool:
    pane = review.pane
    assert pane is not None
    rows, count = review.panes[pane].rows, len(review.panes[pane].rows)
    at = review.panes[pane].number
    for away in range(1, count + 1):
        row: Row = rows[(at + direction * away) % count]
        if row.part < 0 and search.in_fact(review, row.fact):
            moves.to_row(review, pane, (at + direction * away) % count)
            return True
    return False


def count_words(review: Review, search: Search) -> str:
    """How much was found: ``3 of 17 in the article · 5 facts``."""
    if not search.words.strip():
        return ""
    hits = len(search.hits)
    where = f"{search.current + 1:,} of {hits:,}" if search.current is not None and hits else f"{hits:,}"
    facts = search.facts(review)
    return f"{where} in the article · {facts:,} fact{'' if facts == 1 else 's'}"
