"""Changes expressed by a comparative or a noun: "$300 cheaper", "a third more than in 2022", "a rise of 2.8 percent".

A comparison is a change if the state compared with is an earlier one, either implied or named after "than".
A comparison of two things ("a fifth cheaper than its rivals") has no trend.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import CHANGES, COMPARISONS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.syntax import SUBJECT_DEPS
from newsview.model.facts import Trend

OF_NOUNS = frozenset({"percent", "percentage_point", "money"})
"""Kinds of numbers that are the size of a change before its noun."""
BETWEEN = 2
"""Adjectives between a number and the noun of its change, at most."""
WITHIN = 6
"""Pieces between the comparative and its "than", at most: "40 percent less power than"."""
WITHIN_COUNT = 14
"""The same limit for counts, whose noun phrase may be longer: "320 more officers in the capital than a year ago"."""
UNREAL = 5
"""Pieces after "than" that are searched for what was only thought."""
COMPARED = 10
"""Pieces after "than" that are searched for an earlier state."""


@cache
def _directions() -> Mapping[str, Trend]:
    return {word: direction for direction, words in COMPARISONS.comparatives.items() for word in words}


@cache
def noun_directions() -> Mapping[str, Trend]:
    """{lemma of a noun of change: its direction}."""
    return {noun: direction for direction, nouns in CHANGES.nouns.items() for noun in nouns}


def find_comparison(pieces: Pieces, quantity: Quantity) -> Trend | None:
    """Direction in which *quantity* differs from an earlier state, by a comparative after it or a noun before it."""
    return _noun_of(pieces, quantity) or _noun_after(pieces, quantity) or _comparative(pieces, quantity)


def _noun_of(pieces: Pieces, quantity: Quantity) -> Trend | None:
    """Change after its noun and "of": "a rise of 2.8 percent", "a gain of $3"; not "the rise of two parties"."""
    first = quantity.begin
    if pieces.word(first - 1) != "of" or pieces.at(first - 2).shape != "word":
        return None
    noun = pieces.token(first - 2)
    lemma = noun.lemma_.lower()
    way = noun_directions().get(lemma)
    if way is None or noun.tag_ not in ("NN", "NNS"):
        return None
    if quantity.dimension == "length" and lemma not in COMPARISONS.of_length:
        return None
    if quantity.kind in ("duration", "cardinal") and not FUNCTION.indefinite & {
        pieces.word(at) for at in (first - 3, first - 4)
    }:
        return None
    return way


def _noun_after(pieces: Pieces, quantity: Quantity) -> Trend | None:
    """Change before its noun: "a 5% rise", "a $2bn annual cut"; not "the 5% growth stocks", "a 10-point rise to 60"."""
    if quantity.kind not in OF_NOUNS:
        return None
    at = quantity.unit_end
    while pieces.at(at).shape == "word" and at < quantity.unit_end + BETWEEN and pieces.token(at).tag_ == "JJ":
        at += 1
    if pieces.at(at).shape != "word":
        return None
    noun = pieces.token(at)
    if noun.tag_ not in ("NN", "NNS") and noun.dep_ not in (*SUBJECT_DEPS, "dobj", "pobj", "attr"):
        return None  # the tagger takes 'a 19% fall' for a verb
    if noun.dep_ in ("compound", "amod", "nmod"):
        return None
    return noun_directions().get(noun.lemma_.lower())


def _comparative(pieces: Pieces, quantity: Quantity) -> Trend | None:
    end = quantity.end
    if quantity.unit == "point" and quantity.unit_pieces is not None:  # 'two points fewer than in June'
        end = max(end, quantity.unit_pieces[1])
    word, after = pieces.word(end), pieces.at(end + 1)
    way = _directions().get(word)
    if way is None or after.text in FUNCTION.and_or or quantity.attributive:
        return None
    if word in FUNCTION.more_or_less and after.shape == "word" and pieces.token(end + 1).tag_[:2] in ("JJ", "RB"):
        return None  # '30% more likely'
    if quantity.kind == "cardinal":
        return way if word in FUNCTION.more_or_fewer and _than_earlier(pieces, end, WITHIN_COUNT) else None
    than = _than(pieces, end, WITHIN)
    if (
        quantity.kind == "duration"
        and word not in COMPARISONS.of_duration
        and (than is None or word not in FUNCTION.more_or_less)
    ):
        return None  # 'three days more'; but 'three weeks less than in 2022'
    if than is None:
        return None if quantity.kind == "money" and word == "more" else way
    return way if _earlier_after(pieces, than) else None


def _than(pieces: Pieces, at: int, within: int) -> int | None:
    """Piece index of the "than" of the comparative at *at*; None without one."""
    for each in range(at + 1, at + 1 + within):
        if pieces.word(each) == "than":
            return each
        if pieces.at(each).shape == "edge" or pieces.at(each).text in COMPARISONS.stops:
            return None
    return None


def _than_earlier(pieces: Pieces, at: int, within: int) -> bool:
    than = _than(pieces, at, within)
    return than is not None and _earlier_after(pieces, than)


def _earlier_after(pieces: Pieces, than: int) -> bool:
    """Whether an earlier state follows "than": a date, "a year ago", "its predecessor"; not "analysts had expected"."""
    if not COMPARISONS.unreal.isdisjoint(pieces.words(than + 1, than + 1 + UNREAL)):
        return False
    for at in range(than + 1, than + 1 + COMPARED):
        if at in pieces.taken or pieces.word(at) in COMPARISONS.earlier:
            return True
        if pieces.at(at).shape == "edge" or pieces.at(at).text in COMPARISONS.stops:
            return False
    return False
