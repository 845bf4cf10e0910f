"""Quantities read from pieces: each numeral with its sign and its currency or physical unit, without the parse."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from newsview.extraction.lexical.characters import HYPHENS, MINUS_SIGNS
from newsview.extraction.numbers.compound_amounts import coins_after
from newsview.extraction.numbers.digit_numerals import digits_at
from newsview.extraction.numbers.feet_and_inches import height_at, quoted_length
from newsview.extraction.numbers.fractions import share_at, share_starters, share_words
from newsview.extraction.numbers.implicit_one import single_at, single_units
from newsview.extraction.numbers.lexicon import LABELS, MONEY, NUMBER_WORDS, POUNDS
from newsview.extraction.numbers.magnitudes import magnitude_words, scaled
from newsview.extraction.numbers.money import Found, name_after, symbol_before
from newsview.extraction.numbers.numeral import LONGEST
from newsview.extraction.numbers.odds import odds_at
from newsview.extraction.numbers.ordinals import ordinal_at, ordinal_starters
from newsview.extraction.numbers.pieces import Opening, Pieces
from newsview.extraction.numbers.pound_sense import is_weight
from newsview.extraction.numbers.quantity import Form, Quantity
from newsview.extraction.numbers.race_times import race_time_at
from newsview.extraction.numbers.races_and_video import race_distance
from newsview.extraction.numbers.units import Measure, unit_at, unit_kind
from newsview.extraction.numbers.word_numerals import starters, words_at
from newsview.extraction.provenance import Rule

LEAST_COINS = 5
"""Lowest number of hundredths in words without their name: "two pounds fifty"."""
COUNTRIES = {"US": "USD", "USD": "USD", "Canadian": "CAD", "CAD": "CAD", "Australian": "AUD", "AUD": "AUD", "NZ": "NZD"}
"""{word after an amount in dollars: currency}: "$500 US"."""


def read_quantities(pieces: Pieces) -> list[Quantity]:
    """Quantities of the Doc in text order, without overlap; the two ends of a range are separate."""
    found: list[Quantity] = []
    done = 0
    for index in pieces.numeral_starts(_starters()):
        if index < done or pieces.token(index).like_url:
            continue
        quantity = _special(pieces, index) or _quantity_at(pieces, index, done)
        if quantity is None or _is_rate(pieces, found, quantity):
            continue
        if found and _is_change_of(pieces, found[-1], quantity):
            whole = found.pop()
            value = whole.value + quantity.value / 100
            quantity = whole._replace(value=value, end=quantity.end, rules=whole.rules_with(_is_change_of))
        found.append(quantity)
        done = quantity.end
    return found


@cache
def _starters() -> frozenset[str]:
    return starters() | share_starters() | ordinal_starters()


@cache
def opening() -> Opening:
    """Words and units of which every sentence with a number but no digit contains at least one."""
    words = (_starters() | frozenset(magnitude_words()) | {"fold"}) - NUMBER_WORDS.no_fold
    return Opening(words, single_units())


def _special(pieces: Pieces, index: int) -> Quantity | None:
    """Form that contains numerals and takes precedence over them: ordinal, fraction, single unit, race time, odds."""
    if pieces.at(index).shape == "digits":
        following = pieces.at(index + 1)
        if not following.glued and following.lower not in share_words() and following.lower != "fold":
            return None  # most figures: "12 people", "$40 million"
    for form in (ordinal_at, share_at, single_at, race_time_at, odds_at):
        found = form(pieces, index)
        if found is not None and not any(each in pieces.taken for each in range(found.numeral.first, found.end)):
            return _of_form(found, form)
    return None


def _of_form(found: Form, rule: Rule) -> Quantity:
    numeral, unit = found.numeral, found.unit
    return Quantity(
        numeral,
        numeral.first,
        found.end,
        numeral.value,
        kind=found.kind,
        unit=None if unit is None else unit.name,
        unit_pieces=found.unit_pieces,
        dimension=None if unit is None else unit.dimension or None,
        attributive=found.attributive,
        rules=(*found.rules, rule),
    )


def _is_rate(pieces: Pieces, found: list[Quantity], quantity: Quantity) -> bool:
    """Base of a rate, which is no amount: "a dozen" in "64 cents a dozen", "a hundred" in "5 kg a hundred"."""
    if not found or pieces.word(quantity.first) != "a" or quantity.end != quantity.first + 2:
        return False
    return found[-1].unit is not None and found[-1].end == quantity.first


def _is_change_of(pieces: Pieces, whole: Quantity, part: Quantity) -> bool:
    """Hundredths after an amount of money: "thirteen dollars forty-five cents", "it costs 15 dollars and 50."."""
    if whole.kind != "money" or whole.unit in MONEY.coins or not 0 < part.value < 100 or whole.value.denominator > 1:
        return False
    if pieces.words(whole.end, part.first) not in ((), ("and",)) or part.value.denominator > 1:
        return False
    if part.unit in MONEY.coins:
        return True
    following, named = pieces.at(part.end), whole.unit_pieces is not None and whole.unit_pieces[0] >= whole.numeral.end
    if not named or part.unit is not None:
        return False
    if part.numeral.spelled and whole.end == part.first:  # 'two pounds fifty and a tea'
        if part.value < LEAST_COINS or following.text in HYPHENS:  # '1.5bn euro one-time charge'
            return False
        return following.shape != "word" or pieces.token(part.end).pos_ in ("ADP", "AUX", "CCONJ", "SCONJ", "VERB")
    alone = following.shape == "edge" or following.text in (".", ",", ";")
    return alone and len(pieces.at(part.first).text) == 2


def _quantity_at(pieces: Pieces, index: int, done: int) -> Quantity | None:
    if pieces.at(index).shape == "word":
        if _hyphened_word(pieces, index):
            return None
        reader, numeral = words_at, words_at(pieces, index)
        abbreviated = numeral is not None and pieces.word(numeral.end) in NUMBER_WORDS.abbreviated  # 'two mln tonnes'
    else:
        reader, numeral, abbreviated = digits_at, digits_at(pieces, index), True
    numeral = scaled(pieces, numeral) if numeral is not None and abbreviated else numeral
    if numeral is None or any(each in pieces.taken for each in range(numeral.first, numeral.end)):
        return None
    vague = numeral.high is not None
    quantity = Quantity(numeral, numeral.first, numeral.end, numeral.value, numeral.high, vague=vague, rules=(reader,))
    money = symbol_before(pieces, numeral.first)
    if money is not None and money.first >= done:
        quantity = _of_money(quantity, money, symbol_before, first=money.first)
        quantity = _with_coins(pieces, _currency_repeated(pieces, quantity))
    else:
        quantity = _unit_after(pieces, quantity)
    first = _minus(pieces, quantity, done)
    return quantity if first is None else quantity._replace(first=first, value=-quantity.value)


def _hyphened_word(pieces: Pieces, index: int) -> bool:
    """Numeral after the hyphen of another word: "five" in "a high-five"."""
    hyphen, word = pieces.at(index - 1), pieces.word(index - 2)
    if not (hyphen.text in HYPHENS and hyphen.glued and pieces.at(index).glued):
        return False
    return pieces.at(index - 2).shape == "word" and word not in starters() and word not in LABELS.no_names


def _of_money(quantity: Quantity, found: Found, rule: Rule, first: int | None = None) -> Quantity:
    """*quantity* as an amount in the currency *found*, which begins the text at *first* or else ends it."""
    numeral = quantity.numeral if found.scale == 1 else quantity.numeral._replace(scale=Fraction(found.scale))
    return quantity._replace(
        numeral=numeral,
        first=quantity.first if first is None else first,
        end=found.end if first is None else quantity.end,
        value=quantity.value * found.scale,
        kind="money",
        unit=found.unit,
        unit_pieces=(found.first, found.end),
        rules=quantity.rules_with(rule),
    )


def _currency_repeated(pieces: Pieces, quantity: Quantity) -> Quantity:
    """Currency repeated or specified after the amount: "$5 dollars", "$500 US", "$20 Canadian"."""
    after = name_after(pieces, quantity.end)
    if after is not None and after.unit == quantity.unit:
        return quantity._replace(end=after.end)
    country = pieces.at(quantity.end).text
    if quantity.unit != "USD" or country not in COUNTRIES:
        return quantity
    following = pieces.at(quantity.end + 1)
    adjective = following.shape == "word" and (
        not country.isupper() or following.text[:1].isupper() or pieces.token(quantity.end + 1).pos_ in ("NOUN", "ADJ")
    )
    return quantity if adjective else quantity._replace(unit=COUNTRIES[country], end=quantity.end + 1)


def _with_coins(pieces: Pieces, pounds: Quantity) -> Quantity:
    """Shillings and pence after whole pounds, added to their value: "£6 10s" is 6.5 pounds, "£3 4s 6d" 3.225."""
    if pounds.unit != "GBP" or pounds.value.denominator != 1 or pounds.numeral.scale != 1:
        return pounds
    part, end = coins_after(pieces, pounds.end)
    if end == pounds.end:
        return pounds
    numeral = pounds.numeral._replace(end=end)
    return pounds._replace(numeral=numeral, value=pounds.value + part, end=end, rules=pounds.rules_with(coins_after))


def _unit_after(pieces: Pieces, quantity: Quantity) -> Quantity:
    quoted = quoted_length(pieces, quantity.numeral.first, quantity.end)
    if quoted is not None:
        return _in_measure(quantity, quoted, quoted_length)
    height = height_at(pieces, quantity.numeral)
    if height is not None:
        value, unit = height
        return _in_measure(quantity, unit, height_at)._replace(value=value)
    race = race_distance(pieces, quantity.numeral)
    if race is not None:
        return _in_measure(quantity, race, race_distance)
    at = quantity.end
    at += pieces.word(at) == "of" and quantity.vague  # 'tens of millions of dollars'
    money, measure = name_after(pieces, at), unit_at(pieces, at)
    if money is not None and measure is not None and pieces.word(money.first) in POUNDS.nouns:
        money = None if is_weight(pieces, quantity, money.first, money.end) else money
    if money is not None and (measure is None or money.end >= measure.end):
        return _of_money(quantity, money, name_after)
    return quantity if measure is None else _in_measure(quantity, measure, unit_at)


def _in_measure(quantity: Quantity, measure: Measure, rule: Rule) -> Quantity:
    return quantity._replace(
        end=measure.end,
        kind=unit_kind(measure.unit),
        unit=measure.unit.name,
        dimension=measure.unit.dimension,
        unit_pieces=(measure.first, measure.end),
        rules=quantity.rules_with(rule),
    )


def _minus(pieces: Pieces, quantity: Quantity, done: int) -> int | None:
    """First piece of a negative number with its sign, at or after the piece *done*; None for any other number.

    "-1.3%", "minus 5", "minus-5", "$-50.8bn", "-$5"; not a hyphen between two words or numbers.
    """
    inner = quantity.numeral.first - 1
    if quantity.first <= inner and pieces.at(inner).text in MINUS_SIGNS:
        return quantity.first
    before = quantity.first - 1
    mark = pieces.at(before)
    if before < done:
        return None
    if mark.lower == "minus" and pieces.word(before - 1) == "or":  # 'plus or minus 3 points'
        return None
    if mark.lower in NUMBER_WORDS.negative:
        return before
    if mark.text in MINUS_SIGNS and pieces.at(quantity.first).glued:
        if pieces.word(before - 1) in NUMBER_WORDS.negative and mark.glued:
            return before - 1
        if not mark.glued and _continues_range(pieces, quantity, before):
            return None
        if not mark.glued or pieces.at(before - 1).text in ("(", "["):
            return before
    return None


def _continues_range(pieces: Pieces, quantity: Quantity, mark: int) -> bool:
    """Higher whole number behind a mark with a space before it: "15 -20 pounds"; not "225.86 -12.99"."""
    low = pieces.at(mark - 1)
    return low.shape == "digits" and low.text.isdecimal() and int(low.text[:LONGEST]) < quantity.value
