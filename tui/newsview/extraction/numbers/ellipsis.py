"""Units elided after a parallel number: "six million homes, 1.5 million in Leeds", "up 2%, after 1.4"."""

from __future__ import annotations

from fractions import Fraction

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import AGES, ELLIPSIS, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.syntax import climb

NEAREST = 20
"""Ratio of two parallel numbers, at most."""
SPELLED = 12
"""Highest number that newspaper style spells out."""
FARTHEST = 40
"""Pieces between two parallel numbers, at most."""


CLIMB = 4
"""Arcs between a number and the verb that governs it, at most."""
CLOSING = frozenset({",", ".", ";", ":", ")"})


def share_units(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Sets the unit of numbers without one from the nearest parallel number in the sentence."""
    for position, quantity in enumerate(quantities):
        if quantity.kind == "label" and _gapped(pieces, quantities, position):
            quantity.kind, quantity.inherited = "cardinal", True
            quantity.by(_gapped)
            quantity.unit = quantities[_whole_before(quantities, position)].unit
        if (
            quantity.kind != "cardinal"
            or quantity.unit is not None
            or (quantity.numeral.spelled and quantity.value < 2)
        ):
            continue
        if _or_noun(pieces, quantity):
            quantity.by(_or_noun)
            continue
        if _other_age(pieces, quantities, position):
            quantity.kind, quantity.unit = "age", quantities[position - 1].unit
            quantity.by(_other_age)
            continue
        for rule in _DONORS:
            donor = rule(pieces, quantities, position)
            if donor is not None:
                _take_unit(quantity, donor)
                quantity.by(rule)
                break


def _take_unit(quantity: Quantity, donor: Quantity) -> None:
    quantity.unit, quantity.dimension, quantity.inherited = donor.unit, donor.dimension, True
    if donor.kind in ("money", "measure", "duration", "percent", "percentage_point"):
        quantity.kind = donor.kind


def _or_noun(pieces: Pieces, quantity: Quantity) -> bool:
    """Noun before "or" as the unit: "another pick or two", "a day or two"."""
    if pieces.word(quantity.first - 1) != "or" or pieces.at(quantity.first - 2).shape != "word":
        return False
    token = pieces.token(quantity.first - 2)
    article = pieces.word(quantity.first - 3) in ELLIPSIS.articles
    if token.tag_ != "NN" or not (article or pieces.word(quantity.first) == "two"):
        return False
    quantity.unit, quantity.unit_pieces = token.lemma_.lower(), (quantity.first - 2, quantity.first - 1)
    if quantity.unit in AGES.units and pieces.word(quantity.first - 3) in FUNCTION.a_or_one:
        quantity.kind, quantity.value, quantity.high = "duration", Fraction(1), quantity.value
        quantity.first -= 3  # 'a day or two' is one duration
    return True


def _other_age(pieces: Pieces, quantities: list[Quantity], position: int) -> bool:
    """Bare number coordinated with an age: "two men aged 26 and 31"."""
    if not position or quantities[position - 1].kind != "age" or quantities[position].value > 125:
        return False
    between = [pieces.word(at) for at in range(quantities[position - 1].end, quantities[position].first)]
    after = pieces.at(quantities[position].end)
    counts = after.shape == "word" and pieces.token(quantities[position].end).pos_ in ("NOUN", "ADJ", "PROPN")
    return tuple(between) in ELLIPSIS.joints and not counts


def _up_by(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    """Level before its change, with the same unit: "16,369.03, up 58.06 points"."""
    if position + 1 == len(quantities):
        return None
    level, change = quantities[position], quantities[position + 1]
    between = [pieces.word(at) for at in range(level.end, change.first)]
    if change.unit in ("point", "cent") and tuple(between) in ELLIPSIS.directions:
        return change
    return None


def _level(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
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


def _whole_before(quantities: list[Quantity], position: int) -> int:
    """Position of the preceding number, skipping an attributive one.

    "29 seats in the 59-seat house, the Liberals 21": 29 is the one before 21.
    """
    return position - 2 if position > 1 and quantities[position - 1].attributive else position - 1


def _gapped(pieces: Pieces, quantities: list[Quantity], position: int) -> bool:
    """Number after a name in a clause with an elided verb: "The Greens won 30 seats and the Liberals 18."."""
    bare, whole = quantities[position], quantities[_whole_before(quantities, position)] if position else None
    if whole is None or whole.kind != "cardinal" or whole.unit is None or not _same_sentence(pieces, whole, bare):
        return False
    if pieces.at(bare.end).shape == "word" or (pieces.at(bare.end).glued and pieces.at(bare.end).text not in CLOSING):
        return False
    if bare.first != bare.numeral.first or bare.value > NEAREST * whole.value:
        return False
    at = bare.first - 1
    while at > quantities[position - 1].end and (
        pieces.at(at).text[:1].isupper() or pieces.word(at) in ELLIPSIS.name_parts
    ):
        at -= 1
    if at == bare.first - 1 or pieces.word(at) not in ELLIPSIS.joining:
        return False
    return _won_by_name(pieces, whole)


def _won_by_name(pieces: Pieces, whole: Quantity) -> bool:
    """Whether *whole* is the object of a verb of WINNING whose subject is a proper name."""
    above = climb(pieces.token(whole.numeral.first), CLIMB)
    verb = next((token for token in above if token.lemma_ in ELLIPSIS.winning), None)
    subjects = (child for child in verb.children if child.dep_ == "nsubj") if verb is not None else ()
    return any(child.tag_ in ("NNP", "NNPS") or (child.tag_ == "NN" and child.text[:1].isupper()) for child in subjects)


def _margin(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
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


def _more_than_another(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    """Comparison with the object, not an adjunct: "has 18 goals in 26 games, five more than anyone else"."""
    bare = quantities[position]
    if pieces.word(bare.end) not in FUNCTION.more_or_fewer or pieces.word(bare.end + 1) != "than":
        return None
    return _counted_in_clause(pieces, quantities, position)


def _counted_in_clause(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
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


def _framed(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
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


def _shared_ahead(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
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
    link = [pieces.word(at) for at in range(bare.end, other.first)] if other.first - bare.end == 1 else []
    after_unit = other.unit_pieces is not None and other.unit_pieces[0] >= other.numeral.end
    return other if tuple(link) in ELLIPSIS.alternatives and after_unit and _alike(other, bare) else None


def _parallel(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
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
    return all(pieces.at(at).shape != "edge" for at in range(left.end, right.first))


_DONORS = (_up_by, _level, _margin, _framed, _more_than_another, _shared_ahead, _parallel)
"""Rules that find the number whose unit a bare one takes, in the order in which they are tried."""
