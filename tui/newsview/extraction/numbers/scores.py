"""Scores and ratios of two numbers: "3–1", "a 5-4 ruling", "a majority of 10 to two", "3:1", "two-to-one"."""

from __future__ import annotations

from newsview.extraction.lexical.characters import OPENING_QUOTES, SPAN_DASHES
from newsview.extraction.numbers.lexicon import SCORES
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.provenance import Rule

HIGHEST = 400
"""Highest side of a score (the record of basketball is 186)."""
WICKETS = 10
"""Wickets of an innings."""
AROUND = 40
"""Context pieces on either side for words of cricket."""
OPENING = OPENING_QUOTES | {"(", "["}


def join_results(pieces: Pieces, quantities: list[Quantity]) -> list[Quantity]:
    """*quantities* with the two sides of every score or ratio joined; three sides ("4-4-2") become a label."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if _level_score(pieces, quantity):
            quantity.high, quantity.kind, quantity.end = quantity.value, "score", quantity.end + 2
            quantity.by(_level_score)
        elif joined and _both_bare(joined[-1], quantity):
            left = joined[-1]
            if _ratio(pieces, left, quantity):
                left.value, left.end, left.kind = left.value / quantity.value, quantity.end, "ratio"
                left.by(_ratio)
                continue
            if _to_one(pieces, left, quantity):
                left.value, left.end, left.kind, left.unit = left.value, quantity.end, "ratio", None
                left.by(_to_one)
                continue
            result = _result(pieces, joined, quantity)
            if result is not None:
                left.high, left.end, left.kind = quantity.value, quantity.end, "score"
                left.by(result)
                continue
        elif (
            joined
            and joined[-1].kind == "score"
            and quantity.unit is None
            and _link(pieces, joined[-1], quantity) == ["-"]
        ):
            joined[-1].kind, joined[-1].high, joined[-1].end = "label", None, quantity.end
            joined[-1].by(join_results)
            continue
        joined.append(quantity)
    return joined


def _result(pieces: Pieces, joined: list[Quantity], right: Quantity) -> Rule | None:
    """The rule by which the last of *joined* and *right* are the two sides of a result, or None."""
    left = joined[-1]
    if _score(pieces, left, right):
        return _score
    if _next_set(pieces, joined, right):
        return _next_set
    return _wickets if _wickets(pieces, left, right) else None


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


def _link(pieces: Pieces, left: Quantity, right: Quantity) -> list[str]:
    """Words between the two; an empty list if more than three."""
    return [pieces.word(at) for at in range(left.end, right.first)] if right.first - left.end <= 3 else []


def _ratio(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Ratio: "3:1", "3-to-1", "a ratio of 10 to 1", "odds of five to two"; not "10:30"."""
    link = _link(pieces, left, right)
    named = bool(SCORES.ratios & {pieces.word(at) for at in range(left.first - 4, left.first)})
    if right.value == 0:
        return False
    if link == [":"]:
        verse = pieces.at(left.first - 1).text[:1].isupper()  # 'Ephesians 5:6'
        return named or (
            not verse and pieces.at(left.end).glued and right.value < 10 and len(pieces.at(right.first).text) == 1
        )
    if link == ["-", "to", "-"]:
        return right.value == 1 or left.value > right.value
    return link == ["to"] and named


def _score(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Score: "won 3-1", "a 5-4 ruling", "Sweden 1 – 0 Korea", "a majority of 10 to two"; not "5-10 people"."""
    if max(left.value, right.value) > HIGHEST:
        return False
    link = _link(pieces, left, right)
    if link == ["votes", "to"] or (link == ["to"] and pieces.word(left.first - 1) in SCORES.votes):
        return True  # 'voted 31 to 24', 'fell by 24 votes to 30'
    if link == ["to"]:
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


def _level_score(pieces: Pieces, quantity: Quantity) -> bool:
    """Tied score: "at 21-all", "two-all"."""
    all_ = (
        pieces.at(quantity.end).text in SPAN_DASHES
        and pieces.word(quantity.end + 1) == "all"
        and pieces.at(quantity.end + 1).glued
    )
    after = pieces.at(quantity.end + 2)
    dashed = after.glued and after.text in SPAN_DASHES
    return all_ and quantity.kind == "cardinal" and quantity.unit is None and not dashed


def _to_one(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Ratio to one in words: "by more than two to one", "outnumbered men three to one"."""
    if _link(pieces, left, right) != ["to"] or right.value != 1 or left.value < 2:
        return False
    following = pieces.at(right.end)
    counts = following.shape == "word" and pieces.token(right.end).tag_ in ("NN", "NNS", "NNP", "JJ")
    return left.numeral.spelled and right.numeral.spelled and not counts


def _next_set(pieces: Pieces, joined: list[Quantity], right: Quantity) -> bool:
    """Further sets after a score: "3-6" in "6-4, 3-6, 7-6"."""
    if len(joined) < 2 or joined[-2].kind != "score":
        return False
    left = joined[-1]
    behind = tuple([pieces.word(at) for at in range(joined[-2].end, left.first)]) in SCORES.joints
    dashed = len(link := _link(pieces, left, right)) == 1 and link[0] in SPAN_DASHES and pieces.at(left.end).glued
    return behind and dashed and max(left.value, right.value) <= HIGHEST and not _longer(pieces, left, right)


def _wickets(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    """Runs and wickets, in a context of cricket: "321 for 7", "took five for 82"; not "30 for 5 days"."""
    if _link(pieces, left, right) != ["for"] or not 0 <= min(left.value, right.value) <= WICKETS:
        return False
    following = pieces.at(right.end)
    if following.shape == "word" and pieces.token(right.end).tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ"):
        return False
    near = (*range(left.first - AROUND, left.first), *range(right.end, right.end + AROUND))
    return any(pieces.word(at) in SCORES.cricket for at in near)


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
