"""Text search in the article and its facts: hits, counts, next and previous hit."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import overload

from newsview.app.state import navigation
from newsview.app.state.fact_index import FOLD, FactIndex, Pane, Row
from newsview.app.state.review import Place, Review


class Hits(Sequence[tuple[int, int]]):
    """(start, end) of the hits in a text, in order, stored compactly: one letter may have a hundred thousand hits."""

    def __init__(self, found: Iterable[re.Match[str]] = ()) -> None:
        self._starts = array("q")
        self._ends = array("q")
        for match in found:
            self._starts.append(match.start())
            self._ends.append(match.end())

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, number: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, number: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        if isinstance(number, slice):
            return list(zip(self._starts[number], self._ends[number], strict=True))
        return self._starts[number], self._ends[number]

    def first_from(self, offset: int) -> int:
        """The number of the first hit that starts at or after *offset*."""
        return bisect_left(self._starts, offset)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that overlap ``start:end``."""
        return self[bisect_right(self._ends, start) : self.first_from(end)]


class Search:
    """A search: the words, and their hits."""

    def __init__(self, review: Review, words: str, origin: Place) -> None:
        self.words = words
        self.origin = origin
        """The place at the start of the search, to which cancelling returns."""
        self._pattern = pattern(words)
        self.hits = Hits(self._found_in(review) if words.strip() else ())
        self.current: int | None = None
        """The number of the current hit."""
        self._holding: dict[Pane, tuple[FactIndex, frozenset[str]]] = {}
        self._counted: Sequence[Sequence[Row]] = ()
        self._count = 0

    def _found_in(self, review: Review) -> Iterator[re.Match[str]]:
        """The matches. A case-insensitive search uses the lower-cased text, which takes a tenth of the time."""
        text, small = review.article.text, review.lowered
        if self._pattern.flags & re.IGNORECASE and len(small) == len(text):
            return re.finditer(self._pattern.pattern, small)
        return self._pattern.finditer(text)

    def holding(self, review: Review, pane: Pane) -> Container[str]:
        """The ids of the facts of *pane* that contain the words, shown or not."""
        index, found = self._holding.get(pane, (None, frozenset()))
        if index is not review.index:
            rows = review.index.panes[pane]
            found = frozenset(rows[number].fact for number in review.index.words(pane).matching(self._pattern))
            self._holding[pane] = review.index, found
        return found

    def facts(self, review: Review) -> int:
        """The number of shown facts that contain the words."""
        listed = [listing.listed for listing in review.panes.values()]
        if any(one is not other for one, other in zip_longest(listed, self._counted)):
            self._counted, self._count = listed, sum(self._shown(review, pane) for pane in review.panes)
        return self._count

    def _shown(self, review: Review, pane: Pane) -> int:
        holding = self.holding(review, pane)
        return sum(row.fact in holding for row in review.panes[pane].listed)


def pattern(words: str) -> re.Pattern[str]:
    """The pattern of *words*, with any white space between them; case-sensitive if they have a capital."""
    parts = [re.escape(part) for part in words.split()]
    return re.compile(r"\s+".join(parts), 0 if words != words.lower() else re.IGNORECASE)


def begin(review: Review, words: str, origin: Place) -> Search:
    """Search for *words* and go to the first hit at or after *origin*; without a hit, to *origin*."""
    search = Search(review, words, origin)
    review.place = origin
    if search.hits:
        sentences = review.article.sentences
        start = sentences[origin.sentence].start if sentences else 0
        at = search.hits.first_from(start)
        _go(review, search, at % len(search.hits))
    return search


def step(review: Review, search: Search, direction: int) -> bool:
    """Go to the next or previous hit, cyclically; in a pane, to the next row that contains the words. False if none."""
    if review.pane is not None:
        return _step_row(review, search, direction)
    if not search.hits:
        return False
    if search.current is not None and _is_there(review, search.hits[search.current]):
        at = search.current + direction
    else:  # the place has changed since the last hit
        sentence = review.article.sentences[review.place.sentence]
        at = search.hits.first_from(sentence.start)
        at = at if direction > 0 else at - 1
    _go(review, search, at % len(search.hits))
    return True


def _is_there(review: Review, hit: tuple[int, int]) -> bool:
    return (review.article.sentence_index(hit[0]) or 0) == review.place.sentence


def _go(review: Review, search: Search, at: int) -> None:
    search.current = at
    start, _ = search.hits[at]
    navigation.to_offset(review, start)


def _step_row(review: Review, search: Search, direction: int) -> bool:
    pane = review.pane
    assert pane is not None
    rows, count = review.panes[pane].rows, len(review.panes[pane].rows)
    at, holding = review.panes[pane].number, search.holding(review, pane)
    for away in range(1, count + 1):
        row: Row = rows[(at + direction * away) % count]
        if row.part == FOLD and not review.panes[pane].is_open(row.fact):
            found = [each for each in review.panes[pane].folded[row.fact] if each.fact in holding]
            row = found[0 if direction > 0 else -1] if found else row
        if row.part == -1 and row.fact in holding:
            review.point_at(row)
            navigation.to_row(review, pane, review.panes[pane].number)
            return True
    return False


def count_words(review: Review, search: Search) -> str:
    """The counts of a search in words: ``3 of 17 in the article · 5 facts``."""
    if not search.words.strip():
        return ""
    hits = len(search.hits)
    where = f"{search.current + 1:,} of {hits:,}" if search.current is not None and hits else f"{hits:,}"
    facts = search.facts(review)
    return f"{where} in the article · {facts:,} fact{'' if facts == 1 else 's'}"
