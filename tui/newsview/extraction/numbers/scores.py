"""Scores and ratios of two numbers: "3–1", "a 5-4 ruling", "a majority of 10 to two", "3:1", "two-to-one"."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from newsview.extraction.lexical.characters import OPENING_QUOTES, SPAN_DASHES
from newsview.extraction.numbers.lexicon import SCORES
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.provenance import Rule
from newsview.model.facts import NumberKind

HIGHEST = 400
"""Highest side of a score (the record of basketball is 186)."""
WICKETS = 10
"""Wickets of an innings."""
LONGEST_NAME = 3
"""Words of the name of a team, at most."""
AROUND = 40
"""Context pieces on either side for words of cricket."""
OPENING = OPENING_QUOTES | {"(", "["}


class Result(NamedTuple):
    """Score or ratio of two numbers: its value, the other side of a score, and the rule that found it."""

    kind: NumberKind
    value: Fraction
    high: Fraction | None
    rule: Rule


def level_score(pieces: Pieces, quantity: Quantity) -> bool:
    """Tied score: "at 21-all", "two-all"."""
    all_ = (
        pieces.at(quantity.end).text in SPAN_DASHES
        and pieces.word(quantity.end + 1) == "all"
        and pieces.at(quantity.end + 1).glued
    )
    after = pieces.at(quantity.end + 2)
    dashed = after.glued and after.text in SPAN_DASHES
    return all_ and quantity.kind == "cardinal" and quantity.unit is None and not dashed


def result(pieces: Pieces, left: Quantity, right: Quantity, before: Quantity | None) -> Result | None:
    """The score or ratio of which *left* and *right*, behind the number *before*, are the two sides; else None."""
    if not _both_bare(left, right):
        return None
    if _ratio(pieces, left, right):
        return Result("ratio", left.value / right.value, None, _ratio)
    if _to_one(pieces, left, right):
        return Result("ratio", left.value, None, _to_one)
    if _score(pieces, left, right):
        return Result("score", left.value, right.value, _score)
    if _round_up(pieces, left, right):
        return Result("score", left.value, right.value, _round_up)
    if before is not None and _next_set(pieces, before, left, right):
        return Result("score", left.value, right.value, _next_set)
    return Result("score", left.value, right.value, _wickets) if _wickets(pieces, left, right) else None


def is_record(pieces: Pieces, first: Quantity, second: Quantity, third: Quantity) -> bool:
    """Three numbers that are a record and no range: "a 2-4-1 mark" (wins, losses, ties)."""
    if second.first - first.end != 1 or third.first - second.end != 1:
        return False
    if pieces.word(first.end) != "-" or pieces.word(second.end) != "-":
        return False
    glued = all(pieces.at(each.first).glued and pieces.at(each.first - 1).glued for each in (second, third))
    alone = not pieces.at(third.end).glued or pieces.at(third.end).shape == "mark"
    bare = _both_bare(first, second) and _both_bare(second, third) and not third.numeral.spelled
    return bare and glued and alone


def has_third_side(pieces: Pieces, score: Quantity, third: Quantity) -> bool:
    """Whether *third* makes the score before it a name of three numbers: "a 4-4-2 formation"."""
    return third.unit is None and pieces.words(score.end, third.first) == ("-",)


def _both_bare(left: Quantity, right: Quantity) -> bool:
    """Whether both can be sides of a score: whole, without unit, magnitude or sign, at most 10,000."""
    return all(
        each.kind == "cardinal"
        and each.unit is None
        and each.high is None
        and each.value.denominator == 1
        and 0 <= each.value <= 10**4
        and each.numeral.scale == 1
        for each in (left, right)
    )


def _link(pieces: Pieces, left: Quantity, right: Quantity) -> tuple[str, ...]:
    """Words between the two; none if more than three."""
    return pieces.words(left.end, right.first) if right.first - left.end <= 3 else ()


def _ratio(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Ratio: "3:1", "3-to-1", "a ratio of 10 to 1", "odds of five to two"; not "10:30"."""
    link = _link(pieces, left, right)
    named = bool(SCORES.ratios & {pieces.word(at) for at in range(left.first - 4, left.first)})
    if right.value == 0:
        return False
    if link == (":",):
        verse = pieces.at(left.first - 1).text[:1].isupper()  # 'Ephesians 5:6'
        return named or (
            not verse and pieces.at(left.end).glued and right.value < 10 and len(pieces.at(right.first).text) == 1
        )
    if link == ("-", "to", "-"):
        return right.value == 1 or left.value > right.value
    return link == ("to",) and named


def _score(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Score: "won 3-1", "a 5-4 ruling", "Sweden 1 – 0 Korea", "a majority of 10 to two"; not "5-10 people"."""
    if max(left.value, right.value) > HIGHEST:
        return False
    link = _link(pieces, left, right)
    if link == ("votes", "to") or (link == ("to",) and pieces.word(left.first - 1) in SCORES.votes):
        return True  # 'voted 31 to 24', 'fell by 24 votes to 30'
    if link == ("to",):
        return pieces.word(left.first - 1) == "of" and pieces.word(left.first - 2) in SCORES.nouns
    if len(link) != 1 or link[0] not in SPAN_DASHES or left.numeral.spelled != right.numeral.spelled:
        return False
    spaced = not pieces.at(left.end).glued
    if spaced == pieces.at(right.first).glued or _longer(pieces, left, right):
        return False
    if spaced:
        return _beside_names(pieces, left, right) or _result_near(pieces, left, right)
    if left.value < right.value:
        return _result_near(pieces, left, right)
    return not _counts(pieces, right.end)


def _to_one(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Ratio to one in words: "by more than two to one", "outnumbered men three to one"."""
    if _link(pieces, left, right) != ("to",) or right.value != 1 or left.value < 2:
        return False
    following = pieces.at(right.end)
    counts = following.shape == "word" and pieces.token(right.end).tag_ in ("NN", "NNS", "NNP", "JJ")
    return left.numeral.spelled and right.numeral.spelled and not counts


def _next_set(pieces: Pieces, before: Quantity, left: Quantity, right: Quantity) -> bool:
    """Further set after a score: "3-6" in "6-4, 3-6, 7-6"."""
    if before.kind != "score" or pieces.words(before.end, left.first) not in SCORES.joints:
        return False
    link = _link(pieces, left, right)
    dashed = len(link) == 1 and link[0] in SPAN_DASHES and pieces.at(left.end).glued
    return dashed and max(left.value, right.value) <= HIGHEST and not _longer(pieces, left, right)


def _wickets(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Runs and wickets, in a context of cricket: "321 for 7", "took five for 82"; not "30 for 5 days"."""
    if _link(pieces, left, right) != ("for",) or not 0 <= min(left.value, right.value) <= WICKETS:
        return False
    following = pieces.at(right.end)
    if following.shape == "word" and pieces.token(right.end).tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ"):
        return False
    near = (*range(left.first - AROUND, left.first), *range(right.end, right.end + AROUND))
    return any(pieces.word(at) in SCORES.cricket for at in near)


def _round_up(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Result that opens the report of a game: "Otters 5, Badgers 2: Doe had two goals"."""
    link = range(left.end + 1, right.first)
    first = left.first - 1
    while _is_name(pieces, first):
        first -= 1
    return (
        pieces.at(left.end).text == ","
        and pieces.at(right.end).text == ":"
        and pieces.at(first).shape == "edge"
        and first < left.first - 1
        and 0 < len(link) <= LONGEST_NAME
        and all(_is_name(pieces, at) for at in link)
        and max(left.value, right.value) <= HIGHEST
    )


def _is_name(pieces: Pieces, at: int) -> bool:
    return pieces.at(at).shape == "word" and pieces.at(at).text[:1].isupper()


def _longer(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Pair inside a longer expression: "555-12-34", "A2-1", "2-1m"."""
    first, after = pieces.at(left.first), pieces.at(right.end)
    if first.glued and pieces.at(left.first - 1).text not in OPENING:
        return True
    return after.glued and (after.shape == "word" or after.text in ("%", "/", "°"))


def _beside_names(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Name beside the pair: "Sweden 1 – 0", "1 – 0 Korea"."""
    sides = (left.first - 1, right.end)
    return any(pieces.at(at).shape == "word" and pieces.token(at).pos_ == "PROPN" for at in sides)


def _result_near(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Word of a result beside the pair: "lost 1-2", "a 2-3 defeat", "ended 0 – 0"."""
    near = (*range(left.first - 4, left.first), *range(right.end, right.end + 2))
    return any(pieces.word(at) in SCORES.results for at in near)


def _counts(pieces: Pieces, at: int) -> bool:
    """Whether a counted plural noun is at *at*, other than a word of a result."""
    if pieces.at(at).shape != "word" or pieces.word(at) in SCORES.results:
        return False
    return pieces.token(at).tag_ == "NNS" and pieces.word(at) != "thanks"
