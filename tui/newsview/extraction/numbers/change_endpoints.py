"""Adjacent endpoints of one change: "14 raids, up from nine", "cut the staff from 1,640 to 1,410".

They are found independently of the parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from newsview.extraction.numbers.lexicon import CHANGES, ELLIPSIS
from newsview.extraction.numbers.pieces import Pieces, before_owner
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.trends import direction_of
from newsview.model.facts import Trend

FARTHEST = 8
"""Pieces between the two endpoints in "from $1,480 in June to $1,910", at most."""
BACK = 25
"""Pieces before "from" that are searched for a word of change."""
LEVEL_BACK = 30
"""Pieces between "up from" and the level reached, at most."""
LONGEST_OPENING = 3
NO_LEVELS = frozenset({"label", "ordinal", "score", "age"})
"""Kinds of numbers that are no endpoints of a change."""


def other_endpoint(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> int | None:
    """Position of the "to" of which the number at *position* is the "from"; None if it is none."""
    start = quantities[position]
    if _from(pieces, start) is None:
        return None
    if position + 1 < len(quantities) and _is_end(pieces, start, quantities[position + 1]):
        return position + 1
    if is_left(pieces, start):
        return None
    at = position - 1
    if at > 0 and pieces.at(quantities[at].first - 1).text == "(":
        at -= 1  # 'to 200 dinars ($2.77) a sack from 170 dinars'
    return at if at >= 0 and _is_start(pieces, start, quantities[at]) else None


def is_left(pieces: Pieces, quantity: Quantity) -> bool:
    """Whether *quantity* is the level left in "up from 40", "down from a previous 12"."""
    at = _from(pieces, quantity)
    return at is not None and pieces.word(at - 1) in CHANGES.up_or_down and not _of_verb(pieces, at - 1)


def left_by(pieces: Pieces, quantity: Quantity) -> Trend | None:
    """Direction in which the level *quantity* was left: up in "up from 40"."""
    at = _from(pieces, quantity)
    return None if at is None else CHANGES.particles.get(pieces.word(at - 1))


def direction_between(pieces: Pieces, start: Quantity, end: Quantity) -> Trend | None:
    """Direction of a change by its word ("cut the staff from 1,640 to 1,410") or else by its two levels; None if they are equal."""
    first = min(_preposition(pieces, start), _preposition(pieces, end))
    for at in range(first - 1, first - 1 - BACK, -1):
        if pieces.at(at).shape == "edge":
            break
        if _of_change(pieces, at):
            named = CHANGES.particles.get(pieces.word(at)) or direction_of(pieces.token(at))
            if named is not None:
                return named
    if (start.unit, start.per) != (end.unit, end.per) or start.value == end.value:
        return None
    return "up" if start.value < end.value else "down"


def level_reached(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> int | None:
    """Position of the level reached from the one left at *position*: "14 raids, up from nine"; None if there is none.

    It is the nearest preceding number with the same unit that is not the size of a change.
    """
    start = quantities[position]
    levels: list[int] = [
        at
        for at in range(position - 1, max(0, position - 4) - 1, -1)
        if start.first - quantities[at].end <= LEVEL_BACK and _same_sentence(pieces, quantities[at], start)
        if quantities[at].trend_role not in ("by", "from") and _comparable(quantities[at], start)
    ]
    alike = [at for at in levels if quantities[at].unit == start.unit]
    return next(iter(alike or levels), None)


def is_level_of(pieces: Pieces, level: Quantity, change: Quantity) -> bool:
    """Whether *level* was reached by the *change* beside it: "last at $60.20, down 2.7%", "up 0.05% to $1.10"."""
    if change.trend_role != "by" or level.trend_role is not None or level.kind in NO_LEVELS:
        return False
    if level.first > change.first:
        return pieces.words(change.rate_end, level.begin) == ("to",)
    return pieces.words(level.rate_end, change.begin) in ELLIPSIS.directions


def other_level(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> int | None:
    """Position of the level reached from that at *position*, with which it shares its subject; None if there is none."""
    start = quantities[position]
    for at in chain(range(position - 1, max(0, position - 3) - 1, -1), (position + 1,)):
        end = quantities[at] if at < len(quantities) else start
        near = abs(start.first - end.first) <= LEVEL_BACK
        if end.trend_role == "to" and end.unit == start.unit and near:
            first, second = (end, start) if at < position else (start, end)
            if _same_sentence(pieces, first, second):
                return at
    return None


def _from(pieces: Pieces, quantity: Quantity) -> int | None:
    """Piece index of the "from" before *quantity*; None if there is none or it can be no level."""
    if quantity.kind in NO_LEVELS:
        return None
    at = _preposition(pieces, quantity)
    return at if pieces.word(at) == "from" else None


def _preposition(pieces: Pieces, quantity: Quantity) -> int:
    """Piece index of the preposition before *quantity*, past words that open the level: "from a previous", "from last year's"."""
    at = before_owner(pieces, quantity.begin) - 1
    for _ in range(LONGEST_OPENING):
        if pieces.word(at) not in CHANGES.openings:
            break
        at -= 1
    return at


def _of_verb(pieces: Pieces, at: int) -> bool:
    """Particle of an unrelated verb: "up" in "she looked up from 40 papers"; not in "is up from 40"."""
    before = pieces.at(at - 1)
    if before.shape != "word":
        return False
    token = pieces.token(at - 1)
    return token.pos_ == "VERB" and token.lemma_ not in CHANGES.go_verbs and not _of_change(pieces, at - 1)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both can be levels of one thing: same unit, or same kind where one has no unit."""
    if one.kind in NO_LEVELS:
        return False
    if one.kind == other.kind == "money":  # 'from 80 cents to $1.20'
        return True
    if one.unit is None or other.unit is None:
        return one.kind == other.kind or "cardinal" in {each.kind for each in (one, other) if each.unit is None}
    return one.unit == other.unit


def _is_start(pieces: Pieces, start: Quantity, end: Quantity) -> bool:
    """Level reached before the one left: "edged up to 6.7% from 6.4%", "to 1.4 times earnings from 1.9 times"."""
    same = (start.kind, start.unit) == (end.kind, end.unit) and start.kind in ("percent", "money", "measure")
    if same and pieces.words(end.rate_end, start.begin) == (",", "from"):  # 'was last at 2.2%, from 2.3%'
        return True
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


def _same_sentence(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    return pieces.in_one_sentence(left.end, right.first)
