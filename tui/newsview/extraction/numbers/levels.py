"""The two ends of a change that stand side by side: '14 raids, up from nine', 'cut the staff from 1,640 to 1,410'.

They are marked as 'from' and 'to' whatever the parser made of them, and lend each other their unit and their rate.
"""

from __future__ import annotations

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import table, words

FARTHEST = 8
"""Pieces between the two ends of 'from $1,480 in June to $1,910'."""
BACK = 25
"""Pieces before 'from' among which the word of change is looked for."""
LEVEL_BACK = 30
"""Pieces between 'up from' and the level that was reached."""
SHIFTS = frozenset({"go", "goes", "going", "went", "gone", "moved", "move", "change", "changed", "revised", "extended"})
"""Words of change that tell no direction."""


def link_levels(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Gives both ends of a change their roles, and a bare end the unit and rate of the other."""
    for position, start in enumerate(quantities):
        at = _begin(start) - 1
        if pieces.word(at) != "from" or start.kind in ("label", "ordinal", "score", "age"):
            continue
        if pieces.word(at - 1) in ("up", "down") and not _of_verb(pieces, at - 1):
            start.trend, start.trend_role = None, "from"
            level = _level_before(pieces, quantities, position)
            if level is not None:
                level.trend_role = level.trend_role or "to"
                _lend(level, start)
        elif position + 1 < len(quantities) and _is_end(pieces, start, quantities[position + 1]):
            end = quantities[position + 1]
            start.trend, start.trend_role, end.trend, end.trend_role = None, "from", None, "to"
            _lend(end, start)
            _lend(start, end)


def _begin(quantity: Quantity) -> int:
    return quantity.first if quantity.cue is None else min(quantity.first, quantity.cue[0])


def _of_verb(pieces: Pieces, at: int) -> bool:
    """The 'up' of 'she looked up from 40 papers', which is of its verb; not that of 'is up from 40'."""
    before = pieces.at(at - 1)
    if before.shape != "word":
        return False
    token = pieces.token(at - 1)
    return token.pos_ == "VERB" and token.lemma_ not in table("trends")["go_verbs"] and not _of_change(pieces, at - 1)


def _level_before(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    """The level that was reached: the nearest number before of the same unit that is no size of a change."""
    start = quantities[position]
    levels = [
        level
        for level in reversed(quantities[max(0, position - 4) : position])
        if start.first - level.end <= LEVEL_BACK and _same_sentence(pieces, level, start)
        if level.trend is None and level.trend_role != "from" and _comparable(level, start)
    ]
    return next((level for level in levels if level.unit == start.unit), levels[0] if levels else None)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both can be levels of one thing: of one unit, or of one kind where one of them has no unit."""
    if one.kind in ("label", "ordinal", "score", "age"):
        return False
    if one.kind == other.kind == "money":  # 'from 80 cents to $1.20'
        return True
    if one.unit is None or other.unit is None:
        return one.kind == other.kind or {one.kind, other.kind} == {"cardinal", "ratio"}
    return one.unit == other.unit


def _is_end(pieces: Pieces, start: Quantity, end: Quantity) -> bool:
    """'from 1,640 to 1,410' after a word of change; not 'a flight from 40 towns to 12 others'."""
    to = _begin(end) - 1
    if pieces.word(to) != "to" or end.first - start.end > FARTHEST or not _comparable(start, end):
        return False
    if not _same_sentence(pieces, start, end):
        return False
    for at in range(_begin(start) - 2, _begin(start) - 2 - BACK, -1):
        if pieces.at(at).shape == "edge":
            return False
        if _of_change(pieces, at):
            return True
    return False


def _of_change(pieces: Pieces, at: int) -> bool:
    """Whether the piece *at* is a word of change: 'cut', 'raised', 'a rise', 'went'."""
    word = pieces.word(at)
    return word not in ("up", "down") and (word in words("trends", "change_words") or word in SHIFTS)


def _lend(giver: Quantity, taker: Quantity) -> None:
    if taker.unit is None and giver.unit is not None:
        taker.unit, taker.dimension, taker.inherited, taker.kind = giver.unit, giver.dimension, True, giver.kind
    if giver.kind == "ratio" and giver.unit == taker.unit:  # '2.9 times earnings, up from 2.2 times'
        taker.kind = "ratio"
    taker.per = taker.per or giver.per


def _same_sentence(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    return all(pieces.at(at).shape != "edge" for at in range(left.end, right.first))
