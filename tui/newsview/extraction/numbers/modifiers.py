"""Modifiers (hedges) with the span of their cue: "about 30", "just under 5%", "as many as 14", "20 or so"."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from newsview.extraction.numbers.lexicon import CHANGES, COUNTS, EXTENTS, HEDGES
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.verb_subject import moved_object
from newsview.model.facts import Modifier

LONGEST = 5
"""Pieces of the longest cue."""


@cache
def _cues(side: str) -> dict[str, Modifier]:
    """{cue, its pieces joined by spaces: modifier}."""
    listed = HEDGES.before if side == "before" else HEDGES.after
    return {" ".join(_split(cue)): modifier for modifier, cues in listed.items() for cue in cues}


@cache
def _nearest(side: Literal["before", "after"]) -> frozenset[str]:
    """The piece of each cue that is nearest to the number."""
    return frozenset(cue.split(" ")[-1 if side == "before" else 0] for cue in _cues(side))


def _split(cue: str) -> list[str]:
    return cue.replace("-", "- ").replace(".", " .").replace(">=", "> =").replace("<=", "< =").split()


class Hedge(NamedTuple):
    """A modifier and the pieces of its cue."""

    modifier: Modifier = "="
    cue: tuple[int, int] | None = None


def find_modifier(pieces: Pieces, quantity: Quantity) -> Hedge | None:
    """The modifier in the words before *quantity* or, without a cue there, after it or its unit; None without a cue."""
    found = _before(pieces, quantity, quantity.first)
    if found is None and quantity.kind == "age" and pieces.word(quantity.first - 1) == "of":
        found = _before(pieces, quantity, _the_age(pieces, quantity.first))
    ends = {
        quantity.end,
        quantity.numeral.end,
        quantity.end if quantity.unit_pieces is None else quantity.unit_pieces[1],
    }
    behind = (_after(pieces, end) for end in sorted(ends, reverse=True))
    return found or next((hedge for hedge in behind if hedge is not None), None)


def _the_age(pieces: Pieces, first: int) -> int:
    """Start of "the age of" that ends at *first*: "under the age of 5"."""
    at = first - 2
    return at - 1 if pieces.word(at - 1) == "the" else at


def _before(pieces: Pieces, quantity: Quantity, first: int) -> Hedge | None:
    """The longest cue that ends directly before the piece *first*; None if there is none."""
    cues, words = _cues("before"), ""
    best: tuple[int, Modifier] | None = None
    if pieces.word(first - 1) not in _nearest("before"):
        return None
    for start in range(first - 1, first - 1 - LONGEST, -1):
        piece = pieces.at(start)
        if piece.shape not in ("word", "mark"):
            break
        words = f"{piece.lower} {words}".strip()
        if words in cues:
            best = start, cues[words]
    if best is None or not _is_hedge(pieces, quantity, best[0]):
        return None
    return Hedge(best[1], (best[0], first))


def _is_hedge(pieces: Pieces, quantity: Quantity, at: int) -> bool:
    """Whether the cue is a modifier; not "over five weeks" (a period), "near" or "past" a place, "edged up to 6.7%"."""
    word = pieces.word(at)
    if word == "up":
        if pieces.at(at - 1).shape == "word" and pieces.token(at - 1).lemma_ in CHANGES.go_verbs:
            return pieces.token(at - 1).lemma_ in HEDGES.holding  # 'edged up to 6.7%': a level
        if moved_object(pieces.token(at)) is not None:
            return False  # 'pushed the rate up to 4%': a level
    if word == "over" and (quantity.kind == "duration" or _counts_times(pieces, quantity, at)):
        before = pieces.token(at - 1) if pieces.at(at - 1).shape == "word" else None
        return before is not None and (before.pos_ in ("ADP", "AUX", "SCONJ") or before.lemma_ in EXTENTS.verbs)
    if word in HEDGES.also_prepositions:
        return quantity.kind in ("money", "percent") or word in HEDGES.extremes
    return True


def _counts_times(pieces: Pieces, quantity: Quantity, at: int) -> bool:
    """Period after "over": "over three summers", "over two seasons"."""
    return quantity.unit in COUNTS.periods and pieces.token(at).dep_ == "prep"


def _after(pieces: Pieces, end: int) -> Hedge | None:
    """The longest cue that begins at the piece *end*; None if there is none."""
    cues = _cues("after")
    words, best = "", None
    if pieces.word(end) not in _nearest("after"):
        return None
    for stop in range(end, end + LONGEST):
        piece = pieces.at(stop)
        if piece.shape not in ("word", "mark"):
            break
        words = f"{words} {piece.lower}".strip()
        if words == "max" and piece.text != "max":  # 'the 737 MAX'
            break
        if words in cues and not (words in HEDGES.closing and not _closes(pieces, stop)):
            best = stop + 1, cues[words]
    return None if best is None else Hedge(best[1], (end, best[0]))


def _closes(pieces: Pieces, at: int) -> bool:
    """Cue at the end of its clause or attached to the number: "5 people at least."; not "5 people at least wanted"."""
    return (
        pieces.at(at).glued
        or pieces.at(at + 1).shape != "word"
        or (pieces.word(at) == "plus" and pieces.word(at + 1) != "a")
    )
