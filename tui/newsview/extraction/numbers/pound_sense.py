"""Sense of "pounds", weight or sterling, by the amount, the adjacent words and the sentence."""

from __future__ import annotations

from newsview.extraction.numbers.lexicon import POUNDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

WINDOW = 12
"""Context pieces on either side."""


def is_weight(pieces: Pieces, quantity: Quantity, first: int, end: int) -> bool:
    """Whether "pound(s)" in the pieces *first* to *end* after *quantity* is a weight.

    "25 pounds of flour", "she weighs 200 pounds", "a 10-pound baby"; not "361 million pounds", "it cost 20 pounds".
    """
    if pieces.word(end) == "sterling":
        return False
    if pieces.word(end) == "of" and pieces.at(end + 1).shape == "word":
        return pieces.word(end + 1) not in POUNDS.owed
    if (
        any(pieces.word(at) in ("$", "€", "£") for at in range(first - WINDOW, first))
        and pieces.word(quantity.first - 1) in POUNDS.joints
    ):
        return False  # '$1,349 in America, $328 in Germany and 92 pounds in Britain'
    near = {pieces.word(at) for at in range(first - WINDOW, end + WINDOW)}
    if near & POUNDS.weight:
        return quantity.value < 10**9
    return not (quantity.value >= 10**6 or near & POUNDS.money)
