"""Whether 'pounds' are a weight or sterling, by size, neighbours and sentence."""

from __future__ import annotations

from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import words

WINDOW = 12
"""Pieces on either side in which a word may decide."""


def is_weight(pieces: Pieces, quantity: Quantity, first: int, end: int) -> bool:
    """Whether the word 'pound(s)' of the pieces *first* to *end* after *quantity* is a weight.

    '25 pounds of flour', 'she weighs 200 pounds', 'a 10-pound baby' are; '361 million pounds', 'it cost 20 pounds' are not.
    """
    if pieces.word(end) == "sterling":
        return False
    if pieces.word(end) == "of" and pieces.at(end + 1).shape == "word":
        return pieces.word(end + 1) not in words("pounds", "owed")
    if any(pieces.word(at) in ("$", "€", "£") for at in range(first - WINDOW, first)) and pieces.word(
        quantity.first - 1
    ) in ("and", ",", "or"):
        return False  # '$1,349 in America, $328 in Germany and 92 pounds in Britain'
    near = {pieces.word(at) for at in range(first - WINDOW, end + WINDOW)}
    if near & words("pounds", "weight"):
        return quantity.value < 10**9
    return not (quantity.value >= 10**6 or near & words("pounds", "money"))
