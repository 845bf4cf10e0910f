"""From pieces to quantities: each numeral with its sign, its currency or its physical unit. No parse is used here."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from newsview.extraction.numbers.fractions import share_at, share_starters
from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.literals import digits_at
from newsview.extraction.numbers.magnitudes import scaled
from newsview.extraction.numbers.money import Found, name_after, symbol_before
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.ordinals import ordinal_at, ordinal_starters
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.scores import ratio_at, score_at
from newsview.extraction.numbers.units import Measure, unit_at
from newsview.extraction.numbers.words import starters, words_at

MINUS = frozenset({"-", "−", "–"})


def read_quantities(pieces: Pieces) -> list[Quantity]:
    """The quantities of the Doc in text order, none overlapping; ranges are still two."""
    found: list[Quantity] = []
    done = 0
    for index in pieces.numeral_starts(_starters()):
        if index < done:
            continue
        quantity = _special(pieces, index) or _quantity_at(pieces, index, done)
        if quantity is not None:
            found.append(quantity)
            done = quantity.end
    return found


@cache
def _starters() -> frozenset[str]:
    return starters() | share_starters() | ordinal_starters()


def _special(pieces: Pieces, index: int) -> Quantity | None:
    """Forms whose parts are numerals too, and which come before them."""
    for form in (ordinal_at, share_at, score_at, ratio_at):
        found = form(pieces, index)
        if found is not None and not any(each in pieces.taken for each in range(found.first, found.end)):
            return found
    return None


def _numeral_at(pieces: Pieces, index: int) -> Numeral | None:
    if pieces.at(index).shape == "word":
        numeral = words_at(pieces, index)
        return numeral if numeral is None or pieces.word(index) in ("a", "an") else scaled_words(pieces, numeral)
    numeral = digits_at(pieces, index)
    return None if numeral is None else scaled(pieces, numeral)


def scaled_words(pieces: Pieces, numeral: Numeral) -> Numeral:
    """Words already hold their magnitudes; kept apart so that 'five m' is never five million."""
    return numeral


def _quantity_at(pieces: Pieces, index: int, done: int) -> Quantity | None:
    numeral = _numeral_at(pieces, index)
    if numeral is None or any(each in pieces.taken for each in range(numeral.first, numeral.end)):
        return None
    quantity = Quantity(
        numeral, numeral.first, numeral.end, numeral.value, numeral.high, vague=numeral.high is not None
    )
    money = symbol_before(pieces, numeral.first)
    if money is not None and money.first >= done:
        _be_money(quantity, money)
        quantity.first = money.first
        after = name_after(pieces, numeral.end)
        if after is not None and after.unit == money.unit:
            quantity.end = after.end
        _country_after(pieces, quantity)
    else:
        _unit_after(pieces, quantity)
    _sign(pieces, quantity, done)
    return quantity


def _be_money(quantity: Quantity, found: Found) -> None:
    quantity.kind, quantity.unit, quantity.unit_pieces = "money", found.unit, (found.first, found.end)


def _country_after(pieces: Pieces, quantity: Quantity) -> None:
    """'$500 US', '$20 Canadian': the country behind the amount."""
    country = {
        "US": "USD",
        "U.S": "USD",
        "Canadian": "CAD",
        "Australian": "AUD",
        "NZ": "NZD",
        "AUD": "AUD",
        "CAD": "CAD",
        "USD": "USD",
    }
    code = country.get(pieces.at(quantity.end).text)
    if code is not None and quantity.unit == "USD":
        following = pieces.at(quantity.end + 1)
        if following.shape != "word" or (
            pieces.at(quantity.end).text in ("US", "USD", "AUD", "CAD")
            and not following.text[:1].isupper()
            and pieces.token(quantity.end + 1).pos_ != "NOUN"
        ):
            quantity.unit = code
            quantity.end += 1


def _unit_after(pieces: Pieces, quantity: Quantity) -> None:
    at = quantity.end
    at += pieces.word(at) == "of" and quantity.vague  # 'tens of millions of dollars'
    money, measure = name_after(pieces, at), unit_at(pieces, at)
    if money is not None and (measure is None or money.end >= measure.end) and not _pounds_of_weight(pieces, money):
        _be_money(quantity, money)
        quantity.end = money.end
    elif measure is not None:
        _be_measure(quantity, measure)
        quantity.end = measure.end


def _pounds_of_weight(pieces: Pieces, money: Found) -> bool:
    """'25 pounds of flour', 'weighs 200 pounds', 'pound-feet': not sterling."""
    if money.unit != "GBP" or not pieces.word(money.first).startswith("pound"):
        return False
    return pieces.word(money.end) not in ("sterling", "a")


KINDS = {"time": "duration", "share": "percent"}


def _be_measure(quantity: Quantity, measure: Measure) -> None:
    quantity.kind = "duration" if measure.unit.dimension == "time" else "measure"
    if measure.unit.name in ("percent", "percentage point"):
        quantity.kind = "percent" if measure.unit.name == "percent" else "percentage_point"
    quantity.unit, quantity.dimension = measure.unit.name, measure.unit.dimension
    quantity.unit_pieces = (measure.first, measure.end)


def _sign(pieces: Pieces, quantity: Quantity, done: int) -> None:
    """'-1.3%', 'minus 5', '$-50.8bn': a sign that is not a hyphen between two words or numbers."""
    before = quantity.numeral.first - 1
    if quantity.first < quantity.numeral.first:
        before = before if pieces.at(before).text in MINUS else quantity.first - 1
    if before < done:
        return
    mark = pieces.at(before)
    if (
        (mark.text in MINUS and pieces.at(before + 1).glued and not mark.glued and mark.text != "–")
        or (mark.text in MINUS and pieces.word(before - 1) == "minus")
        or mark.lower in ("minus", "negative")
    ):
        first = before - 1 if pieces.word(before - 1) == "minus" else before
        quantity.first = min(quantity.first, first)
        quantity.value = -quantity.value
        quantity.numeral = replace(quantity.numeral, value=-quantity.numeral.value)
