"""Adjacent endpoints of one change: "14 raids, up from nine", "cut the staff from 1,640 to 1,410".

The endpoints get the roles "from" and "to" independently of the parse; an endpoint without a unit or rate takes the
other's.
"""

from __future__ import annotations

from newsview.extraction.numbers.lexicon import CHANGES
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

FARTHEST = 8
"""Pieces between the two endpoints in "from $1,480 in June to $1,910", at most."""
BACK = 25
"""Pieces before "from" that are searched for a word of change."""
LEVEL_BACK = 30
"""Pieces between "up from" and the level reached, at most."""
LONGEST_OPENING = 3


def link_levels(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Sets the roles of both endpoints of a change; an endpoint without unit or rate takes the other's."""
    for position, start in enumerate(quantities):
        at = _preposition(pieces, start)
        if pieces.word(at) != "from" or start.kind in ("label", "ordinal", "score", "age"):
            continue
        if pieces.word(at - 1) in CHANGES.up_or_down and not _of_verb(pieces, at - 1):
            start.trend, start.trend_role = None, "from"
            level = _level_before(pieces, quantities, position)
            if level is not None:
                level.trend_role = level.trend_role or "to"
                _lend(level, start)
        elif position + 1 < len(quantities) and _is_end(pieces, start, quantities[position + 1]):
            _pair(start, quantities[position + 1])
        elif position and _is_start(pieces, start, quantities[position - 1]):
            _pair(start, quantities[position - 1])


def share_level_subject(pieces: Pieces, quantities: list[Quantity], position: int) -> None:
    """Common subject of both endpoints: "a dividend of 55 cents, up from 40 cents", "from 41 percent to 60 percent"."""
    start = quantities[position]
    for end in (*reversed(quantities[max(0, position - 3) : position]), *quantities[position + 1 : position + 2]):
        near = abs(start.first - end.first) <= LEVEL_BACK
        if end.trend_role == "to" and end.unit == start.unit and near and _same_sentence(pieces, *_ordered(end, start)):
            first, second = _ordered(end, start)
            first.subject = first.subject or second.subject
            second.subject = first.subject
            return


def _ordered(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    return (one, other) if one.first < other.first else (other, one)


def _begin(quantity: Quantity) -> int:
    return quantity.first if quantity.cue is None else min(quantity.first, quantity.cue[0])


def _preposition(pieces: Pieces, quantity: Quantity) -> int:
    """Piece index of the preposition before *quantity*, past words of OPENING: "from a previous", "to between"."""
    at = _begin(quantity) - 1
    for _ in range(LONGEST_OPENING):
        if pieces.word(at) not in CHANGES.openings:
            break
        at -= 1
    return at


def _pair(start: Quantity, end: Quantity) -> None:
    start.trend, start.trend_role, end.trend, end.trend_role = None, "from", None, "to"
    _lend(end, start)
    _lend(start, end)


def _of_verb(pieces: Pieces, at: int) -> bool:
    """Particle of an unrelated verb: "up" in "she looked up from 40 papers"; not in "is up from 40"."""
    before = pieces.at(at - 1)
    if before.shape != "word":
        return False
    token = pieces.token(at - 1)
    return token.pos_ == "VERB" and token.lemma_ not in CHANGES.go_verbs and not _of_change(pieces, at - 1)


def _level_before(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    """Level reached: the nearest preceding number with the same unit that is not the size of a change."""
    start = quantities[position]
    levels = [
        level
        for level in reversed(quantities[max(0, position - 4) : position])
        if start.first - level.end <= LEVEL_BACK and _same_sentence(pieces, level, start)
        if level.trend is None and level.trend_role != "from" and _comparable(level, start)
    ]
    return next((level for level in levels if level.unit == start.unit), levels[0] if levels else None)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both can be levels of one thing: same unit, or same kind where one has no unit."""
    if one.kind in ("label", "ordinal", "score", "age"):
        return False
    if one.kind == other.kind == "money":  # 'from 80 cents to $1.20'
        return True
    if one.unit is None or other.unit is None:
        return one.kind == other.kind or "cardinal" in {each.kind for each in (one, other) if each.unit is None}
    return one.unit == other.unit


def _is_start(pieces: Pieces, start: Quantity, end: Quantity) -> bool:
    """Level reached before the one left: "edged up to 6.7% from 6.4%", "to 1.4 times earnings from 1.9 times"."""
    to = _preposition(pieces, end)
    if pieces.word(to) != "to" or start.first - end.end > FARTHEST or not _comparable(start, end):
        return False
    return _same_sentence(pieces, end, start) and _changes_before(pieces, to)


def _is_end(pieces: Pieces, start: Quantity, end: Quantity) -> bool:
    """Level reached after "from … to" and a word of change: "from 1,640 to 1,410"; not "from 40 towns to 12 others"."""
    if (
        pieces.word(_preposition(pieces, end)) != "to"
        or end.first - start.end > FARTHEST
        or not _comparable(start, end)
    ):
        return False
    return _same_sentence(pieces, start, end) and _changes_before(pieces, _preposition(pieces, start))


def _changes_before(pieces: Pieces, end: int) -> bool:
    """Whether a word of change is among the pieces before *end*, in the same sentence."""
    for at in range(end - 1, end - 1 - BACK, -1):
        if pieces.at(at).shape == "edge":
            return False
        if _of_change(pieces, at):
            return True
    return False


def _of_change(pieces: Pieces, at: int) -> bool:
    """Whether the piece *at* is a word of change: "cut", "raised", "rise", "went"."""
    word = pieces.word(at)
    if word in CHANGES.particles:  # 'edged up'
        before = pieces.at(at - 1)
        return before.shape == "word" and pieces.token(at - 1).lemma_ in CHANGES.go_verbs
    return bool(word in CHANGES.forms or word in CHANGES.shifts)


def _lend(giver: Quantity, taker: Quantity) -> None:
    if taker.unit is None and giver.unit is not None:
        taker.unit, taker.dimension, taker.inherited, taker.kind = giver.unit, giver.dimension, True, giver.kind
        taker.by(link_levels)
    if giver.kind == "ratio" and giver.unit == taker.unit:  # '2.9 times earnings, up from 2.2 times'
        taker.kind = "ratio"
    taker.per = taker.per or giver.per


def _same_sentence(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    return all(pieces.at(at).shape != "edge" for at in range(left.end, right.first))
