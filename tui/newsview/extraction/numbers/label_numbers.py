"""Numbers used as names (kind "label"): Boeing 737, S&P 500, Row 21, Covid-19, Flight 302, 22nd Amendment."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from newsview.extraction.lexical.characters import APOSTROPHES, HYPHENS, JOINTS
from newsview.extraction.numbers.lexicon import LABELS, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.races_and_video import is_resolution
from newsview.extraction.numbers.surface import PatternTable, patterns
from newsview.extraction.numbers.units import unit_word
from newsview.extraction.provenance import Rule

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_Rule = Callable[[Pieces, Quantity], bool]
LONGEST_LIST = 100
"""Items of a numbered list, at most."""
LONGEST_TITLE = 4
"""Words of a title behind its number, at most."""
WIDEST = 8
"""Pieces by which a label is extended on either side, at most."""


def label_rule(pieces: Pieces, quantity: Quantity) -> Rule | None:
    """The rule by which *quantity* is a label, or None. Money and percentages never are; measures only if attached to a word."""
    if quantity.kind == "label":
        return label_rule
    if quantity.kind in ("money", "percent", "percentage_point", "score", "ratio", "fraction"):
        return None
    if quantity.kind == "ordinal":
        rules = _OF_ORDINALS
    else:
        rules = _OF_BARE_NUMBERS if quantity.unit is None and not quantity.vague else _OF_ANY_NUMBERS
    return next((rule for rule in rules if rule(pieces, quantity)), None)


def cover_name(pieces: Pieces, quantity: Quantity) -> tuple[int, int]:
    """(first, end) of a label with the letters and hyphens attached to it: "Covid-19", "S23", "4chan", "M5S"."""
    first, end = quantity.first, quantity.end
    while pieces.at(first).glued and _of_a_name(pieces, first - 1) and quantity.first - first < WIDEST:
        first -= 1
    while pieces.at(end).glued and _of_a_name(pieces, end) and end - quantity.end < WIDEST:
        end += 1
    end -= pieces.at(end - 1).shape == "mark" and end > quantity.end
    first += pieces.at(first).shape == "mark" and first < quantity.first
    return first, end


def _of_a_name(pieces: Pieces, at: int) -> bool:
    piece = pieces.at(at)
    return piece.shape in ("word", "digits") or piece.text in HYPHENS | {"_"}


def _named_ordinal(pieces: Pieces, quantity: Quantity) -> bool:
    """Ordinal in a title: "the 22nd Amendment", "42nd Street"."""
    return not quantity.numeral.spelled and pieces.word(quantity.end) in {name.lower() for name in LABELS.titled}


def _glued_name(pieces: Pieces, quantity: Quantity) -> bool:
    """Letters attached to the digits: "S23", "A380", "Covid-19", "TA-25", "V-6", "x86"."""
    if quantity.numeral.spelled:
        return False
    first, before = pieces.at(quantity.numeral.first), pieces.at(quantity.numeral.first - 1)
    after = pieces.at(quantity.end)
    if after.glued and after.shape == "word" and quantity.unit is None and quantity.end == quantity.numeral.end:
        return True
    if quantity.first < quantity.numeral.first or not first.glued:
        return False
    if before.shape == "word":
        return True
    if before.text in JOINTS | {"_", "."} and before.glued:
        word = pieces.at(quantity.numeral.first - 2)
        return word.shape == "word" and word.lower not in LABELS.no_names and not unit_word(word.lower)
    return False


def _plural_name(pieces: Pieces, quantity: Quantity) -> bool:
    """Several things of one name: "two Boeing 747s"; not "in 9.8s", "within 30s"."""
    ending, digits = pieces.at(quantity.numeral.end), pieces.at(quantity.numeral.first).text
    if ending.text != "s" or not ending.glued or not digits.isdecimal() or quantity.end != quantity.numeral.end + 1:
        return False
    name = pieces.at(quantity.first - 1)
    named = name.shape == "word" and name.text[0].isupper() and pieces.token(quantity.first - 1).pos_ == "PROPN"
    return named


def _lettered(pieces: Pieces, quantity: Quantity) -> bool:
    """Letter after a numbered thing, not a unit symbol: "section 408C", "seat 12A", "Runway 27L"."""
    if quantity.unit_pieces is None or quantity.unit_pieces[0] != quantity.numeral.end:
        return False
    letter = pieces.at(quantity.numeral.end)
    single = letter.glued and len(letter.text) == 1 and quantity.end == quantity.numeral.end + 1
    video = is_resolution(pieces, quantity.numeral)
    return single and letter.text.isupper() and (video or _numbered_noun(pieces, quantity))


def _titled(pieces: Pieces, quantity: Quantity) -> bool:
    """Title with a spelled number: "her memoir, Eleven Weeks, sold well", "the Three Gorges Dam"; not in a headline."""
    first, noun = pieces.at(quantity.first), pieces.at(quantity.numeral.end)
    capitals = first.text[:1].isupper() and noun.shape == "word" and noun.text[:1].isupper()
    if not (quantity.numeral.spelled and capitals and quantity.numeral.end == quantity.numeral.first + 1):
        return False
    before = next(
        (pieces.at(at) for at in range(quantity.first - 1, quantity.first - 4, -1) if pieces.at(at).shape != "mark"),
        first,
    )
    end = quantity.numeral.end + 1
    while end < quantity.numeral.end + LONGEST_TITLE and pieces.at(end).text.istitle():
        end += 1
    after = next((pieces.at(at) for at in range(end, end + 3) if pieces.at(at).shape != "mark"), first)
    return all(piece.shape == "word" and piece.text.islower() for piece in (before, after)) and noun.text.istitle()


def _owned_model(pieces: Pieces, quantity: Quantity) -> bool:
    """Model number after its maker: "Boeing's 737 MAX", "Porsche's 911."; not "Ford's 500 workers"."""
    if quantity.numeral.spelled or "," in pieces.at(quantity.first).text or quantity.value.denominator != 1:
        return False
    first = quantity.first
    if (
        pieces.word(first - 1) != "s"
        or pieces.at(first - 2).text not in APOSTROPHES
        or pieces.at(first - 3).shape != "word"
    ):
        return False
    following = pieces.at(quantity.end)
    if following.shape != "word":
        return pieces.token(first - 3).ent_type_ == "ORG"
    model = pieces.token(quantity.end)
    return model.tag_ == "NNP" and pieces.token(quantity.first).head.tag_ not in ("NNS", "NNPS")


def _decade(pieces: Pieces, quantity: Quantity) -> bool:
    """Decade or possessive of a year: "the 1970s", "her mid-20s", "2018's best"."""
    ending = pieces.at(quantity.numeral.end)
    if ending.text in APOSTROPHES and ending.glued:
        ending = pieces.at(quantity.numeral.end + 1)
    piece = pieces.at(quantity.numeral.first).text
    return (
        ending.text == "s"
        and ending.glued
        and (bool(_YEAR.fullmatch(piece)) or (len(piece) == 2 and piece.endswith("0")))
    )


def _year(pieces: Pieces, quantity: Quantity) -> bool:
    """Year: "the Digital Economy Act 2017", "a 2020 hybrid"; not "2020 workers", "a total of 1650"."""
    piece = pieces.at(quantity.numeral.first)
    if quantity.numeral.end != quantity.numeral.first + 1 or not _YEAR.fullmatch(piece.text):
        return False
    if pieces.word(quantity.first - 1) == "of" and pieces.word(quantity.first - 2) in SUBJECT_WORDS.levels:
        return False  # 'an average of 1500', 'a total of 1650'
    following = pieces.at(quantity.end)
    if following.shape != "word":
        return True
    token, head = pieces.token(quantity.numeral.first), pieces.token(quantity.numeral.first).head
    return not (token.dep_ == "nummod" and head.i > token.i and head.tag_ in ("NNS", "NNPS") and token.i + 3 > head.i)


def _clock(pieces: Pieces, quantity: Quantity) -> bool:
    """Clock time outside the dates found: "7.05am"; not "the 11 am I told of"."""
    meridiem = pieces.word(quantity.numeral.end) in LABELS.am_or_pm
    return meridiem and quantity.value < 13 and pieces.word(quantity.numeral.first - 1) not in LABELS.before_am


def _month_day(pieces: Pieces, quantity: Quantity) -> bool:
    """Day of a month outside the dates found: "Aug. 14", "14 August", "sept. 30"."""
    if quantity.value > 31:
        return False
    before = quantity.first - 1
    dotted = pieces.at(before).text == "." and pieces.word(before - 1) in LABELS.months
    if dotted and pieces.at(before).glued and len(pieces.word(before - 1)) <= 4:
        return True
    return _month(pieces, before - dotted) or _month(pieces, quantity.end)


def _month(pieces: Pieces, at: int) -> bool:
    return pieces.word(at) in LABELS.months and pieces.at(at).text[0].isupper()


def _numbered_noun(pieces: Pieces, quantity: Quantity) -> bool:
    """Number after a noun of numbered things: "page 12", "category 4 hurricane", "No. 5", "phase three"."""
    at = quantity.first - 1
    if pieces.at(at).text == "." and pieces.at(at).glued:
        at -= 1
    if pieces.word(at) not in LABELS.nouns:
        return False
    if pieces.word(at) in LABELS.number and pieces.at(at + 1).text != "." and pieces.word(at) == "no":
        return False
    token = pieces.token(quantity.numeral.first)
    counted = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    return not counted


def _serial(pieces: Pieces, quantity: Quantity) -> bool:
    """Serial number, of ten or more digits or with a leading zero: "783499116076687360", "00412"."""
    text = pieces.at(quantity.numeral.first).text
    return text.isdecimal() and (len(text) >= 10 or (len(text) > 1 and text.startswith("0")))


def _list_mark(pieces: Pieces, quantity: Quantity) -> bool:
    """Mark of an item of a list: "1/ Prices rose", "2) A bridge", "3. Open it"; not "1/3", "3. April"."""
    before, after, next_ = (pieces.at(at) for at in (quantity.first - 1, quantity.end, quantity.end + 1))
    if before.shape != "edge" or not after.glued or next_.glued or quantity.numeral.spelled:
        return False
    if after.text == ".":  # the mark may be parsed as a sentence
        return quantity.value < LONGEST_LIST and (next_.shape == "edge" or next_.text[0].isupper())
    return after.text in ("/", ")")


def _called(pieces: Pieces, quantity: Quantity) -> bool:
    """Name in capitals in a text that is not: "the SIX Swiss Exchange", "TEN Network"."""
    text, beside = pieces.at(quantity.first).text, (pieces.at(quantity.first - 1), pieces.at(quantity.end))
    if not quantity.numeral.spelled or not text.isupper() or len(text) < 2:
        return False
    return beside[1].text.istitle() and not any(each.shape == "word" and each.text.isupper() for each in beside)


def _patterned(pieces: Pieces, quantity: Quantity) -> bool:
    """Part of a code, a note or a set phrase: "10:30", "[1]", "#3", "one-size-fits-all", "24/7"."""
    return any(_patterns().around(pieces, quantity.first, quantity.end))


@cache
def _patterns() -> PatternTable[str]:
    return PatternTable([(written, each) for written in LABELS.patterns for each in patterns(written, {})])


def _address(pieces: Pieces, quantity: Quantity) -> bool:
    """Street address: "575 Wilbraham Road", "10 Downing Street", "the 1100 block of North High Street"."""
    if pieces.word(quantity.end) == "block" and quantity.value >= 100 and quantity.value % 100 == 0:
        return True
    for at in range(quantity.end, quantity.end + 4):
        piece = pieces.at(at)
        if piece.shape != "word" or not piece.text[0].isupper():
            return False
        if piece.text in LABELS.street and at > quantity.end:
            return True
    return False


def _after_noun(pieces: Pieces, quantity: Quantity) -> bool:
    """Number governed by the noun directly before it: "posts 542 and 543", "reference 4417", "bus 12"."""
    if quantity.numeral.spelled or quantity.value.denominator != 1 or quantity.numeral.scale != 1:
        return False
    before, after = pieces.at(quantity.first - 1), pieces.at(quantity.end)
    if before.shape != "word" or "," in pieces.at(quantity.numeral.first).text:
        return False
    token, noun = pieces.token(quantity.numeral.first), pieces.token(quantity.first - 1)
    if after.shape == "word" and pieces.token(quantity.end).tag_ in ("NNS", "NN", "NNPS", "JJ", "JJR"):
        return False
    return noun.tag_ in ("NN", "NNS") and token.head == noun and token.dep_ in ("nummod", "appos", "npadvmod")


def _proper_name(pieces: Pieces, quantity: Quantity) -> bool:
    """Number in or after a proper name: "Boeing 737", "the Big 12", "iPhone 11 cameras", "Formula One"."""
    token, before = pieces.token(quantity.numeral.first), pieces.at(quantity.first - 1)
    if before.shape != "word" or not any(letter.isupper() for letter in before.text):
        return False
    if "," in pieces.at(quantity.numeral.first).text:  # 'in Wales 59,000': no name has a comma
        return False
    name = pieces.token(quantity.first - 1)
    if quantity.numeral.spelled:
        return token.text[0].isupper() and name.pos_ == "PROPN" and token.pos_ in ("PROPN", "NUM")
    if name.pos_ not in ("PROPN", "NOUN", "ADJ") or (name.is_sent_start and name.pos_ == "ADJ"):
        return False
    return not _counts_after_name(token, name)


def _counts_after_name(token: Token, name: Token) -> bool:
    """Count after a name that it is not part of: "in Paris 30 people died"."""
    counted = token.head
    if (
        token.dep_ != "nummod"
        or counted.i <= token.i
        or (counted.tag_ not in ("NNS", "NNPS") and counted.lower_ != "people")
    ):
        return False
    return name.head != counted and name.dep_ != "compound"


def _group(pieces: Pieces, quantity: Quantity) -> bool:
    """Group named by its size, without a noun after it: "the bottom three", "the Big Ten"."""
    if pieces.word(quantity.first - 1) not in LABELS.ranking:
        return False
    following = pieces.at(quantity.end)
    return following.shape != "word" or pieces.token(quantity.end).pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")


_OF_ORDINALS: tuple[_Rule, ...] = (_named_ordinal,)
_OF_ANY_NUMBERS: tuple[_Rule, ...] = (_glued_name, _decade, _plural_name, _lettered, _titled)
_OF_BARE_NUMBERS: tuple[_Rule, ...] = (
    *_OF_ANY_NUMBERS,
    _year,
    _clock,
    _patterned,
    _month_day,
    _numbered_noun,
    _proper_name,
    _owned_model,
    _after_noun,
    _group,
    _serial,
    _list_mark,
    _called,
    _address,
)
