"""Rows of one pane, with a cursor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from newsview.app.state import filters
from newsview.app.state.fact_index import FactIndex, Occurrence, Pane, Row
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
        self._numbers: dict[Row, int] | None = None
        """Row numbers by row, if the rows are not in text order or include mentions."""
        self._cursor: Row | None = None
        self._number: int | None = None

    @property
    def listed(self) -> Sequence[Row]:
        """The rows of the listed facts, in text order; a new object whenever they change."""
        return self._facts

    @property
    def facts(self) -> int:
        """The number of listed facts, without rows of mentions."""
        return len(self._facts)

    def fill(self, index: FactIndex, facts: Sequence[Row], opened: frozenset[str]) -> None:
        """Replace the rows by *facts*, in text order, with the mentions of *opened* entities.

        The cursor stays on its row, else on its fact, else near its place in the text.
        """
        before = self.number
        self._index, self._facts, self._numbers, self._number = index, facts, None, None
        in_order = facts if self.order == "text" else filters.in_order_of_value(index, self._pane, facts)
        self.rows = filters.expanded(index, in_order, opened)
        if self.cursor is None:
            self.cursor = self.rows[0] if self.rows else None
        elif self.cursor not in self and not self.point_at(Row(self.cursor.fact)):
            self.cursor = self._nearest(self.cursor, before)

    def _nearest(self, row: Row, number: int) -> Row | None:
        """The row for the cursor in place of *row*, which is not listed: the next one in the text, else that at *number*."""
        if self.order == "text" and row.fact in self._index.by_id:
            return self.from_offset(self._index.first(row.fact).start)
        return self.rows[min(number, len(self.rows) - 1)] if self.rows else None

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

    def _number_of_fact(self, fact: str) -> int | None:
        if fact not in self._index.by_id:
            return None
        at = bisect_left(self._facts, self._index.first(fact), key=self._first)
        return at if at < len(self._facts) and self._facts[at].fact == fact else None

    def _first(self, row: Row) -> Occurrence:
        return self._index.first(row.fact)

    def next_fact(self, occurrence: Occurrence, direction: int, wanted: Callable[[str], bool]) -> Occurrence | None:
        """The occurrence of the next or previous *wanted* fact in the text after or before *occurrence*; None if there is none."""
        if direction > 0:
            at = bisect_right(self._facts, occurrence, key=self._first)
        else:
            at = bisect_left(self._facts, occurrence, key=self._first) - 1
        while 0 <= at < len(self._facts):
            if wanted(self._facts[at].fact):
                return self._first(self._facts[at])
            at += direction
        return None

    def from_offset(self, offset: int) -> Row | None:
        """The row of the first fact at or after *offset*, else of the last fact; None if no fact is listed."""
        at = bisect_left(self._facts, offset, key=lambda row: self._first(row).start)
        return self._facts[min(at, len(self._facts) - 1)] if self._facts else None

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
