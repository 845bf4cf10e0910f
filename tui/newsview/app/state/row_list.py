"""Rows of one pane, with a cursor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from newsview.app.state import filters
from newsview.app.state.fact_index import FOLD, FactIndex, Occurrence, Pane, Row
from newsview.app.state.filters import Order


class RowList:
    """Ordered rows with a cursor that is stored by id, so that it is preserved while rows are added and removed.

    The rows may be shared with the index and are not modified. The number of a row is found by its place in the text.
    """

    def __init__(self, pane: Pane, index: FactIndex) -> None:
        self._pane = pane
        self.rows: Sequence[Row] = ()
        self.order: Order = "text"
        self._index = index
        self._facts: Sequence[Row] = ()
        """The rows of facts, without rows of mentions, in text order."""
        self.folded: Mapping[str, Sequence[Row]] = {}
        """The listed facts that are in folds, in text order, by the name of the fold."""
        self._open: frozenset[str] = frozenset()
        self._loose: Sequence[Row] = ()
        """The rows of the listed facts that are in no fold, in text order."""
        self._single: Sequence[Row] = ()
        """These and those of open folds: all facts that have a row of their own, in text order."""
        self._numbers: dict[Row, int] | None = None
        """Row numbers by row, if the rows are not in text order or include mentions or folds."""
        self._cursor: Row | None = None
        self._number: int | None = None

    @property
    def listed(self) -> Sequence[Row]:
        """The rows of the listed facts, in text order, also of those in folds; a new object whenever they change."""
        return self._facts

    @property
    def facts(self) -> int:
        """The number of listed facts, without rows of mentions."""
        return len(self._facts)

    def fill(self, index: FactIndex, facts: Sequence[Row], opened: frozenset[str], *, folding: bool = False) -> None:
        """Replace the rows by *facts*, in text order, with the mentions of *opened* entities.

        With *folding*, facts of little weight have one row for all of a sort, below the others, and rows of their own only
        below *opened* folds. The cursor stays on its row, else on its fact, else near its place in the text.
        """
        before = self.number
        self._index, self._facts, self._numbers, self._number = index, facts, None, None
        self.folded = filters.folded(index, facts) if folding else {}
        self._open = opened.intersection(self.folded)
        self._loose = self._single = facts
        if self.folded:
            folds = index.folds
            self._loose = [row for row in facts if row.fact not in folds]
            self._single = [row for row in facts if folds.get(row.fact, "") in ("", *self._open)]
        self.rows = filters.expanded(index, self._in_order(self._loose), opened)
        if self.folded:
            self.rows = [*self.rows, *self._fold_rows()]
        if self.cursor is None:
            self.cursor = self.rows[0] if self.rows else None
        elif self.cursor not in self and not self.point_at(Row(self.cursor.fact)):
            self.cursor = self._nearest(self.cursor, before)

    def _in_order(self, rows: Sequence[Row]) -> Sequence[Row]:
        if self.order == "text":
            return rows
        from newsview.app.state.orders import in_order  # not needed for the first facts

        return in_order(self._index, self.order, self._pane, rows)

    def _fold_rows(self) -> Iterator[Row]:
        for fold, members in self.folded.items():
            yield Row(fold, FOLD)
            if fold in self._open:
                yield from self._in_order(members)

    def _nearest(self, row: Row, number: int) -> Row | None:
        """The row for the cursor in place of *row*, which is not listed: its fold, or the next one in the text.

        Where there is no text order, the row at *number*.
        """
        fold = self.fold_of(row.fact)
        if fold:
            return Row(fold, FOLD)
        if self.order == "text" and row.fact in self._index.by_id and self._loose:
            return self.from_offset(self._index.first(row.fact).start)
        return self.rows[min(number, len(self.rows) - 1)] if self.rows else None

    def fold_of(self, fact: str) -> str:
        """The name of the fold that the listed fact is in; empty if it is in none."""
        fold = self._index.folds.get(fact, "") if self.folded else ""
        return fold if fold and self.has(fact) else ""

    def is_folded(self, fact: str) -> bool:
        """Whether the listed fact has no row of its own, because its fold is closed."""
        fold = self.fold_of(fact)
        return bool(fold) and fold not in self._open

    def is_open(self, fold: str) -> bool:
        """Whether the facts of *fold* have rows of their own."""
        return fold in self._open

    def __contains__(self, row: Row) -> bool:
        return self.number_of(row) is not None

    def number_of(self, row: Row) -> int | None:
        """The number of *row*; None if it is not listed."""
        if self.rows is not self._facts:
            if self._numbers is None:
                self._numbers = {each: number for number, each in enumerate(self.rows)}
            return self._numbers.get(row)
        return self._number_of_fact(row.fact) if row.part < 0 else None

    def has(self, fact: str) -> bool:
        """Whether the fact is listed."""
        return self._number_of_fact(fact) is not None

    def place_of(self, fact: str) -> int | None:
        """Which of the listed facts it is, in text order; in another order, the number of its row."""
        return self._number_of_fact(fact) if self.order == "text" else self.number_of(Row(fact))

    def _number_of_fact(self, fact: str) -> int | None:
        if fact not in self._index.by_id:
            return None
        at = bisect_left(self._facts, self._index.first(fact), key=self._first)
        return at if at < len(self._facts) and self._facts[at].fact == fact else None

    def _first(self, row: Row) -> Occurrence:
        return self._index.first(row.fact)

    def next_fact(self, occurrence: Occurrence, direction: int, wanted: Callable[[str], bool]) -> Occurrence | None:
        """The occurrence of the next or previous *wanted* fact in the text after or before *occurrence*; None if there is none.

        Facts of closed folds are passed over.
        """
        rows = self._single
        if direction > 0:
            at = bisect_right(rows, occurrence, key=self._first)
        else:
            at = bisect_left(rows, occurrence, key=self._first) - 1
        while 0 <= at < len(rows):
            if wanted(rows[at].fact):
                return self._first(rows[at])
            at += direction
        return None

    def from_offset(self, offset: int) -> Row | None:
        """The row of the first fact outside folds at or after *offset*, else of the last one; None if there is none."""
        at = bisect_left(self._loose, offset, key=lambda row: self._first(row).start)
        return self._loose[min(at, len(self._loose) - 1)] if self._loose else None

    def point_at(self, row: Row) -> bool:
        """Put the cursor on *row*, or on its fact's row if the mention is not listed; False if neither is listed."""
        for wanted in (row, Row(row.fact)):
            if wanted in self:
                self.cursor = wanted
                return True
        return False

    @property
    def cursor(self) -> Row | None:
        """The row under the cursor."""
        return self._cursor

    @cursor.setter
    def cursor(self, row: Row | None) -> None:
        """Set the cursor; its number is computed on the next access."""
        if row != self._cursor:
            self._cursor, self._number = row, None

    @property
    def number(self) -> int:
        """The row number of the cursor; 0 if there is none."""
        if self._number is None:
            self._number = (self.number_of(self._cursor) if self._cursor is not None else None) or 0
        return self._number
