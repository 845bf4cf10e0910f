"""Units elided after a parallel number: "six million homes, 1.5 million in Leeds", "up 2%, after 1.4"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import SPAN_DASHES
from newsview.extraction.numbers.lexicon import AGES, ELLIPSIS, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.provenance import Rule
from newsview.extraction.syntax import climb
from newsview.model.facts import NumberKind

NEAREST = 20
"""Ratio of two parallel numbers, at most."""
SPELLED = 12
"""Highest number that newspaper style spells out."""
FARTHEST = 40
"""Pieces between two parallel numbers, at most."""
CLIMB = 4
"""Arcs between a number and the verb that governs it, at most."""
CLOSING = frozenset({",", ".", ";", ":", ")"})


class OrNoun(NamedTuple):
    """A count whose noun stands before "or": its unit with the pieces of it, and the two amounts if they are one duration."""

    first: int
    value: Fraction
    high: Fraction | None
    kind: NumberKind
    unit: str
    pieces: tuple[int, int]


def find_donor(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> tuple[Quantity, Rule] | None:
    """The number whose unit the one at *position* takes, and the rule that found it; None if there is none."""
    for rule in _DONORS:
        donor = rule(pieces, quantities, position)
        if donor is not None:
            return donor, rule
    return None


def or_noun(pieces: Pieces, quantity: Quantity) -> OrNoun | None:
    """Noun before "or" as the unit: "another pick or two"; "a day or two" is one duration."""
    at = quantity.first - 2
    if pieces.word(at + 1) != "or" or pieces.at(at).shape != "word":
        return None
    token, article = pieces.token(at), pieces.word(at - 1)
    if token.tag_ != "NN" or not (article in ELLIPSIS.articles or pieces.word(quantity.first) == "two"):
        return None
    unit, part = token.lemma_.lower(), (at, at + 1)
    if unit in AGES.units and article in FUNCTION.a_or_one:
        return OrNoun(at - 1, Fraction(1), quantity.value, "duration", unit, part)
    return OrNoun(quantity.first, quantity.value, quantity.high, "cardinal", unit, part)


def is_other_age(pieces: Pieces, age: Quantity, bare: Quantity) -> bool:
    """Bare number coordinated with an age: "two men aged 26 and 31"."""
    if age.kind != "age" or age.value > 125:
        return False
    after = pieces.at(bare.end)
    counts = after.shape == "word" and pieces.token(bare.end).pos_ in ("NOUN", "ADJ", "PROPN")
    return pieces.words(age.end, bare.first) in ELLIPSIS.joints and not counts


def _up_by(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Level before its change, with the same unit: "16,369.03, up 58.06 points"."""
    if position + 1 == len(quantities):
        return None
    level, change = quantities[position], quantities[position + 1]
    if change.unit in ("point", "cent") and pieces.words(level.end, change.first) in ELLIPSIS.directions:
        return change
    return None


def _level(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Level after its change: "rose 64 points to 4,577", "up by 1.2 billion euros to 53 billion"."""
    bare = quantities[position]
    if pieces.word(bare.first - 1) not in ELLIPSIS.prepositions:
        return None
    size = quantities[position - 1] if position else None
    if size is not None and size.kind == "money" and size.end == bare.first - 1 and bare.numeral.scale > 1:
        return size
    for other in reversed(quantities[max(0, position - 3) : position]):
        if other.unit == "point" and bare.first - other.end <= NEAREST and _same_sentence(pieces, other, bare):
            return other
    return None


def is_gapped(pieces: Pieces, before: Sequence[Quantity], bare: Quantity) -> Quantity | None:
    """The count whose noun and verb are elided beside *bare*: "The Greens won 30 seats and the Liberals 18.".

    The last of *before* or, where that is attributive ("29 seats in the 59-seat house, the Liberals 21"), the one before it.
    """
    whole = next(iter(before[-2:] if before and before[-1].attributive else before[-1:]), None)
    if whole is None or whole.kind != "cardinal" or whole.unit is None or not _same_sentence(pieces, whole, bare):
        return None
    if bare.kind != "cardinal" or bare.unit is not None or bare.value > NEAREST * whole.value:
        return None
    if pieces.at(bare.end).shape == "word" or (pieces.at(bare.end).glued and pieces.at(bare.end).text not in CLOSING):
        return None
    at = bare.first - 1
    if pieces.at(bare.first).glued or bare.first != bare.numeral.first:
        return None
    while at > before[-1].end and (pieces.at(at).text[:1].isupper() or pieces.word(at) in ELLIPSIS.name_parts):
        at -= 1
    named = at < bare.first - 1 and pieces.word(at) in ELLIPSIS.joining
    return whole if named and _won_by_name(pieces, whole) else None


def _won_by_name(pieces: Pieces, whole: Quantity) -> bool:
    """Whether *whole* is the object of a verb of WINNING whose subject is a proper name."""
    above = climb(pieces.token(whole.numeral.first), CLIMB)
    verb = next((token for token in above if token.lemma_ in ELLIPSIS.winning), None)
    subjects = (child for child in verb.children if child.dep_ == "nsubj") if verb is not None else ()
    return any(child.tag_ in ("NNP", "NNPS") or (child.tag_ == "NN" and child.text[:1].isupper()) for child in subjects)


def _margin(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Margin in the unit of the preceding count: "48 points, two ahead of Rovers and five behind United"."""
    bare = quantities[position]
    if pieces.word(bare.end) not in ELLIPSIS.margins:
        return None
    scored = _counted_in_clause(pieces, quantities, position)
    if scored is not None:
        return scored
    for other in reversed(quantities[max(0, position - 3) : position]):
        if not _same_sentence(pieces, other, bare):
            return None
        if other.kind in ("cardinal", "percent", "money") and other.unit is not None:
            return other
    return None


def _more_than_another(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Comparison with the object, not an adjunct: "has 18 goals in 26 games, five more than anyone else"."""
    bare = quantities[position]
    if pieces.word(bare.end) not in FUNCTION.more_or_fewer or pieces.word(bare.end + 1) != "than":
        return None
    return _counted_in_clause(pieces, quantities, position)


def _counted_in_clause(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Nearest preceding count in the sentence that is an object or subject of a verb."""
    for other in reversed(quantities[max(0, position - 3) : position]):
        if not _same_sentence(pieces, other, quantities[position]):
            return None
        counted = other.kind == "cardinal" and other.unit is not None and other.unit_pieces is not None
        if counted and pieces.token((other.unit_pieces or (0, 1))[1] - 1).dep_ in (
            "dobj",
            "nsubj",
            "nsubjpass",
            "attr",
            "npadvmod",
        ):
            return other
    return None


def _framed(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Counts after the same preposition: "97 percent after one dose and 98 after two"."""
    bare = quantities[position]
    frame = pieces.word(bare.first - 1)
    if frame not in ELLIPSIS.frames or pieces.at(bare.end).shape == "word" or _is_size(pieces, bare):
        return None
    for other in reversed(quantities[max(0, position - 4) : position]):
        if not _same_sentence(pieces, other, bare):
            return None
        if other.kind == "cardinal" and other.unit is not None and pieces.word(other.first - 1) == frame:
            return other if _alike(other, bare) else None
    return None


def _shared_ahead(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Noun after the second of two numbers: "lost by 41 and 112 votes", "3,660 by 3,200 pixels"."""
    bare = quantities[position]
    if position + 1 == len(quantities) or (bare.numeral.spelled and bare.value < 2):
        return None
    other = quantities[position + 1]
    if (
        other.unit is None
        or other.unit == "time"
        or other.attributive
        or other.kind not in ("cardinal", "measure", "duration")
    ):
        return None
    link = pieces.words(bare.end, other.first) if other.first - bare.end == 1 else ()
    after_unit = other.unit_pieces is not None and other.unit_pieces[0] >= other.numeral.end
    return other if link in ELLIPSIS.alternatives and after_unit and _alike(other, bare) else None


def _other_share(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Percentage of the other side behind a dash: "backed the plan 61 - 30%", "won 52–39 percent"."""
    bare, other = quantities[position], next(iter(quantities[position + 1 : position + 2]), None)
    if other is None or other.kind != "percent" or other.high is not None or not 0 < other.value < bare.value:
        return None
    link = pieces.words(bare.end, other.first)
    return other if len(link) == 1 and link[0] in SPAN_DASHES and bare.value + other.value <= 100 else None


def _parallel(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    bare = quantities[position]
    following = pieces.at(bare.end)
    behind = bare.end + (following.lower in ELLIPSIS.adverbs)
    sought = (
        following.shape == "word"
        and bare.numeral.scale > 1
        and pieces.at(behind).shape == "word"
        and pieces.token(behind).tag_ == "VBN"
    )
    if following.shape == "word" and not sought and following.lower not in ELLIPSIS.continues:
        return None
    if _is_size(pieces, bare):
        return None
    for other in reversed(quantities[max(0, position - 4) : position]):
        if bare.first - other.end > FARTHEST or not _same_sentence(pieces, other, bare):
            return None
        if other.kind == "label" or other.unit is None or (other.value == 1 and other.numeral.spelled):
            continue
        if other.kind == "money" and pieces.at(other.first - 1).text == "(":  # a conversion, in another currency
            continue
        if other.kind in ("age", "ordinal", "score", "duration", "fraction", "ratio"):
            continue
        if (
            _alike(other, bare)
            and abs(other.value) * NEAREST >= abs(bare.value)
            and abs(bare.value) * NEAREST >= abs(other.value)
        ):
            return other
    return None


def _is_size(pieces: Pieces, bare: Quantity) -> bool:
    """Size of a named thing: "a workforce of 20,000" after "1,200 jobs"; not "a total of 20,000"."""
    if pieces.word(bare.first - 1) != "of" or pieces.at(bare.first - 2).shape != "word":
        return False
    noun = pieces.token(bare.first - 2)
    return noun.tag_ == "NN" and noun.lemma_.lower() not in SUBJECT_WORDS.levels


def _alike(other: Quantity, bare: Quantity) -> bool:
    """Whether both have the same notation: digits, words or magnitudes; numbers up to SPELLED may be either."""
    if bare.numeral.spelled and bare.value <= SPELLED:
        return not other.numeral.spelled or other.value <= SPELLED
    return other.numeral.spelled == bare.numeral.spelled or other.numeral.scale == bare.numeral.scale > 1


def _same_sentence(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    return pieces.in_one_sentence(left.end, right.first)


_DONORS = (_up_by, _level, _margin, _framed, _more_than_another, _shared_ahead, _other_share, _parallel)
"""Rules that find the number whose unit a bare one takes, in the order in which they are tried."""
