"""The rows of one pane and the row that it stands on. No widgets."""

from __future__ import annotations

from newsview.app.filtering import Order
from newsview.app.linking import Row


class Listing:
    """Rows in their order, with a cursor that is kept by id while rows come and go."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.numbers: dict[Row, int] = {}
        self.cursor: Row | None = None
        self.order: Order = "text"
        self.facts = 0
        """How many facts are listed; an expanded entity has more rows than that."""

    def fill(self, rows: list[Row]) -> None:
        """Takes new rows; the cursor stays on its row, on its fact, or else on the row that took its place."""
        before = self.number
        self.rows = rows
        self.facts = sum(row.part < 0 for row in rows)
        self.numbers = {row: number for number, row in enumerate(rows)}
        if self.cursor is None:
            self.cursor = rows[0] if rows else None
        elif self.cursor not in self.numbers and not self.point_at(Row(self.cursor.fact)):
            self.cursor = rows[min(before, len(rows) - 1)] if rows else None

    def point_at(self, row: Row) -> bool:
        """Puts the cursor on *row*, or on its fact's row when the mention has none; False when neither is listed."""
        for wanted in (row, Row(row.fact)):
            if wanted in self.numbers:
                self.cursor = wanted
                return True
        return False

    @property
    def number(self) -> int:
        """The row number of the cursor, 0 when there is none."""
        return self.numbers.get(self.cursor, 0) if self.cursor is not None else 0
