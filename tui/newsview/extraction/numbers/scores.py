"""Results and ratios: '3–1', 'a 5-4 ruling', '51-49', '3:1', '10 to 1', 'two-to-one'."""

from __future__ import annotations

from fractions import Fraction

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import words

DASHES = frozenset({"-", "–", "‑", "−"})
HIGHEST = 400
"""No side of a result is higher (the record of basketball is 186)."""


def score_at(pieces: Pieces, index: int) -> Quantity | None:
    """The result that begins at *index*: two small whole numbers joined by a dash, the first not smaller, or a word of winning near."""
    left, dash, right = pieces.at(index), pieces.at(index + 1), pieces.at(index + 2)
    if left.shape != "digits" or dash.text not in DASHES or right.shape != "digits" or not (dash.glued and right.glued):
        return None
    if (
        not (left.text.isdecimal() and right.text.isdecimal())
        or len(left.text) > 3
        or len(right.text) > 3
        or (left.glued and pieces.at(index - 1).shape == "word")
    ):
        return None
    home, away = int(left.text), int(right.text)
    if max(home, away) > HIGHEST or _goes_on(pieces, index):
        return None
    if home < away and not _result_near(pieces, index):
        return None
    if home >= away and _counted_after(pieces, index + 3):
        return None
    quantity = Quantity(Numeral(index, index + 3, Fraction(home)), index, index + 3, Fraction(home), Fraction(away))
    quantity.kind = "score"
    return quantity


def _goes_on(pieces: Pieces, index: int) -> bool:
    """'9-1-1', '555-12-34', '2-1%', '$5-3': part of something longer."""
    before, after = pieces.at(index - 1), pieces.at(index + 3)
    if pieces.at(index).glued and before.text not in ("(", "[", "“", '"', "‘", "'"):
        return True
    return after.glued and (
        (after.text in DASHES and pieces.at(index + 4).shape == "digits")
        or after.text in ("%", "/", "°")
        or after.shape == "word"
    )


def _result_near(pieces: Pieces, index: int) -> bool:
    """'lost 1-2', 'a 2-3 defeat'."""
    return any(
        pieces.word(at) in words("trends", "results") for at in (*range(index - 4, index), *range(index + 3, index + 5))
    )


def _counted_after(pieces: Pieces, at: int) -> bool:
    """A plural noun after it, none of winning: '10-5 jobs' is odd, yet no result."""
    return (
        pieces.at(at).shape == "word"
        and pieces.token(at).tag_ == "NNS"
        and pieces.word(at) not in words("trends", "results")
        and pieces.word(at) != "thanks"
    )


def ratio_at(pieces: Pieces, index: int) -> Quantity | None:
    """'3:1', '3-to-1', 'a ratio of 10 to 1'; not '10:30'."""
    left, mark = pieces.at(index), pieces.at(index + 1)
    if (
        left.shape != "digits"
        or not left.text.isdecimal()
        or len(left.text) > 4
        or (left.glued and pieces.at(index - 1).shape == "word")
    ):
        return None
    if mark.text == ":" and mark.glued and pieces.at(index + 2).glued:
        end, under = index + 3, pieces.at(index + 2)
        if len(under.text) != 1 and "ratio" not in [pieces.word(at) for at in range(index - 4, index)]:
            return None
    elif [pieces.word(at) for at in range(index + 1, index + 4)] == ["-", "to", "-"]:
        end, under = index + 5, pieces.at(index + 4)
    elif mark.lower == "to" and {"ratio", "odds"} & {pieces.word(at) for at in range(index - 4, index)}:
        end, under = index + 3, pieces.at(index + 2)
    else:
        return None
    if under.shape != "digits" or not under.text.isdecimal() or len(under.text) > 4 or int(under.text) == 0:
        return None
    if mark.text == "-" and int(under.text) > int(left.text) and int(under.text) != 1:
        return None
    value = Fraction(int(left.text), int(under.text))
    quantity = Quantity(Numeral(index, end, value), index, end, value)
    quantity.kind = "ratio"
    return quantity
