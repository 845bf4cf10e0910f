"""Folds as lines: the row of several facts of little weight, and what the detail strip says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from newsview import describe
from newsview.app.render.layers import FINDINGS
from newsview.app.render.rows import MARKS, Piece
from newsview.app.render.wrapping import pad, truncate
from newsview.model.facts import Entity, Fact
from newsview.terminal.plural import counted

if TYPE_CHECKING:
    from newsview.app.state.panes import Row
    from newsview.app.state.review import Review

Line = list[Piece]
LISTED: Final = 40
"""As many of the facts are named at most: a line has no room for more."""


def line(review: Review, fold: str, width: int) -> Line:
    """The row of *fold* at *width* cells: ``▸ 14 small counts  one, three, two     9 to go``."""
    members = _members(review, fold)
    left = _left(review, members)
    sign = next((mark for row in members if (mark := review.marks.get(row.fact))), "")
    opened = "▾" if fold in review.expanded else "▸"
    name = f"{opened} {_counted(fold, len(members))}"
    right = f"{left:,} to go" if 0 < left < len(members) else ""
    room = max(0, width - 2)
    first = min(28, max(8, room * 2 // 5))  # as of numbers
    rest = max(0, room - first - 2 - (cell_len(right) + 1 if right else 0))
    pieces = [_mark(review, members), Piece(sign or " ", FINDINGS.get(sign, "plain")), Piece(pad(name, first), "dim")]
    pieces += [Piece("  "), Piece(pad(truncate(_words(review, members), rest), rest), "dim")]
    return [*pieces, *([Piece(f" {right}", "dim")] if right else [])]


def detail(review: Review, fold: str, keys: str) -> tuple[str, str]:
    """What the strip says of *fold*: how many facts and how many to go, with the *keys* for it; and their words."""
    members = _members(review, fold)
    left = _left(review, members)
    todo = f"{left:,} to go" if left else "all reviewed"
    return f"{_counted(fold, len(members))} of little weight, folded · {todo} · {keys}", _words(review, members)


def _members(review: Review, fold: str) -> list[Row]:
    return [row for listing in review.panes.values() for row in listing.folded.get(fold, ())]


def _left(review: Review, members: list[Row]) -> int:
    return sum(review.decisions.is_open(row.fact) for row in members)


def _counted(fold: str, count: int) -> str:
    return counted(count, fold.removesuffix("s"))


def _words(review: Review, members: list[Row]) -> str:
    facts = [review.index.by_id[row.fact] for row in members[:LISTED]]
    return ", ".join(_text(fact) for fact in facts)


def _text(fact: Fact) -> str:
    """The words of a fact as they stand in the article."""
    return describe.flat(fact.name if isinstance(fact, Entity) else fact.text)


def _mark(review: Review, members: list[Row]) -> Piece:
    """The mark of the decision, if it is the same for all."""
    found = {decision.status if (decision := review.decisions.get(row.fact)) else None for row in members}
    return MARKS[found.pop() if len(found) == 1 else None]
