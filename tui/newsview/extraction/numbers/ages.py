"""Ages: "32-year-old", "aged 7", "29 years old", "three months of age", "the age of 21", "Maria, 10,", "87 yo"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import HYPHENS, JOINTS
from newsview.extraction.numbers.lexicon import AGES, HUMANS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.syntax import NOUN_POS


def find_age(pieces: Pieces, quantity: Quantity) -> bool:
    """Whether *quantity* is an age; if so, sets kind and unit and extends it over "old" or "of age"."""
    rules = _OF_DURATIONS if quantity.kind == "duration" else _OF_BARE_NUMBERS
    if quantity.kind != "duration" and (quantity.unit is not None or quantity.value > 130):
        return False
    for rule in rules:
        if rule(pieces, quantity):
            quantity.by(rule)
            return True
    return False


def _age(quantity: Quantity, unit: str = "year") -> bool:
    quantity.kind, quantity.unit, quantity.dimension = "age", unit, "time"
    return True


def _measured(pieces: Pieces, quantity: Quantity) -> bool:
    """Duration used as an age: "a 32-year-old man", "29 years old", "three months of age"."""
    at = quantity.end
    at += pieces.at(at).text in JOINTS and pieces.at(at).glued
    if pieces.word(at) in FUNCTION.old:
        quantity.end = at + 1
        return _age(quantity, quantity.unit or "year")
    if pieces.word(at) == "of" and pieces.word(at + 1) == "age":
        quantity.end = at + 2
        return _age(quantity, quantity.unit or "year")
    if _introduces_age(pieces, quantity.first - 1):
        return _age(quantity, quantity.unit or "year")
    return False


def _introduces_age(pieces: Pieces, at: int) -> bool:
    """Whether the words that end at *at* introduce an age: "aged", "age", "the age of", "as young as"."""
    if pieces.word(at) == "of":
        return pieces.word(at - 1) in AGES.nouns
    if pieces.word(at) == "as":  # 'some as young as 15'
        return pieces.word(at - 1) in AGES.compared and pieces.word(at - 2) == "as"
    if pieces.word(at) == "than" and pieces.word(at - 1) in AGES.comparatives:
        return True
    return pieces.word(at) in AGES.cues and not pieces.at(at).glued


def _abbreviated(pieces: Pieces, quantity: Quantity) -> bool:
    """Abbreviated age: "87 yo", "87 y/o"."""
    at = quantity.end
    if pieces.word(at) == "yo" or (
        pieces.word(at) == "y" and pieces.at(at + 1).text == "/" and pieces.word(at + 2) == "o"
    ):
        quantity.end = at + 1 if pieces.word(at) == "yo" else at + 3
        quantity.unit_pieces = (at, quantity.end)
        return _age(quantity)
    return False


def _after_age(pieces: Pieces, quantity: Quantity) -> bool:
    """Age after a word of age: "aged 7", "at the age of 21", "children under the age of 5"."""
    at = quantity.first - 1
    if pieces.word(at) in AGES.hedges:
        at -= 1
    if not _introduces_age(pieces, at):
        return False
    if pieces.word(at).startswith("turn") and not _turned(pieces, quantity):
        return False
    return _age(quantity)


def _turned(pieces: Pieces, quantity: Quantity) -> bool:
    """Age after "turn": "she turns 60 in May"; not "turning dozens of homes into rubble"."""
    after = pieces.at(quantity.end)
    counts = after.shape == "word" and (
        after.lower == "of" or pieces.token(quantity.end).pos_ in ("NOUN", "ADJ", "PROPN")
    )
    return not counts and not quantity.vague and quantity.value >= 5


def _apposed(pieces: Pieces, quantity: Quantity) -> bool:
    """Age in apposition to a person: "Jane Doe, 43, said", "Jane Doe (43)"."""
    first, end = quantity.first, quantity.end
    opens, closes = pieces.at(first - 1).text, pieces.at(end).text
    between_commas = opens == "," and (closes in (",", ".", ";", ")") or pieces.at(end).shape == "edge")
    if not between_commas and not (opens == "(" and closes == ")"):
        return False
    if pieces.at(first - 2).shape != "word" or not _human(quantity):
        return False
    before = pieces.token(first - 2)
    person = pieces.is_person(before) or (between_commas and before.pos_ in NOUN_POS and _is_human(before))
    return person and _age(quantity)


def _opening(pieces: Pieces, quantity: Quantity) -> bool:
    """Age at the start of a sentence about a person: "Now 93, he is the last", "At 40, Ames went back"."""
    first, subject = quantity.first, pieces.at(quantity.end + 1)
    opens = pieces.word(first - 1) in AGES.adverbs and pieces.at(quantity.end).text == ","
    if not opens or subject.shape != "word" or not pieces.token(first - 1).is_sent_start or not _human(quantity):
        return False
    person = subject.lower in FUNCTION.he_or_she or pieces.is_person(pieces.token(quantity.end + 1))
    return person and _age(quantity)


def _of_person(pieces: Pieces, quantity: Quantity) -> bool:
    """Age after a noun of person and "of", or after a life event and "at": "a woman of 71", "retired at 65"."""
    first, after = quantity.first, pieces.at(quantity.end)
    if not _human(quantity) or quantity.value < 12 or pieces.at(first - 2).shape != "word":
        return False
    if (
        after.shape == "word"
        and pieces.token(quantity.end).pos_ in ("NOUN", "ADJ", "NUM", "PROPN")
        and not pieces.token(quantity.end).is_sent_start
    ):
        return False
    before = pieces.token(first - 2)
    if pieces.word(first - 1) == "of":
        return before.tag_ == "NN" and _is_human(before) and before.lemma_ not in AGES.no_people and _age(quantity)
    left = before.lower_ in AGES.left and before.head.lemma_ == "leave"
    ends = left or before.lemma_ in AGES.ends
    return pieces.word(first - 1) == "at" and ends and _age(quantity)


def _of_group(pieces: Pieces, quantity: Quantity) -> bool:
    """Age limit of a group of people: "children under 5", "a quarter of them over 65"; not "workers over 40 sites"."""
    first, after = quantity.first, pieces.at(quantity.end)
    if pieces.word(first - 1) not in AGES.limits or pieces.at(first - 2).shape != "word":
        return False
    if not _human(quantity) or quantity.high is not None or after.text in HYPHENS:
        return False
    if after.shape == "word" and pieces.token(quantity.end).tag_ in ("NNS", "NNPS"):
        return False  # 'workers over 40 sites'
    people = pieces.token(first - 2)
    named = people.tag_ in ("NNS", "NN") and (people.lemma_.lower() in AGES.people or _is_human(people))
    return (named or people.lower_ in AGES.pronouns) and _age(quantity)


def _decade_of_life(pieces: Pieces, quantity: Quantity) -> bool:
    """Decade of life, as a range of ten years: "a woman in her 60s", "in their mid-20s"."""
    ending, text = pieces.at(quantity.numeral.end), pieces.at(quantity.numeral.first).text
    if not (ending.text == "s" and ending.glued and len(text) == 2 and text.endswith("0")):
        return False
    at = quantity.first - 1
    if pieces.at(at).text in HYPHENS:
        at -= 1
    at -= pieces.word(at) in AGES.parts_of_decade
    if pieces.word(at) not in FUNCTION.possessives or pieces.word(at - 1) != "in":
        return False
    quantity.high, quantity.vague, quantity.unit_pieces = quantity.value + 9, True, None
    return _age(quantity)


def _is_human(token: Token) -> bool:
    """Whether a noun denotes a person, by list or by suffix: "guard", "jeweller", "physicist"."""
    lemma = token.lemma_.lower()
    return lemma in HUMANS.nouns or lemma.endswith(tuple(HUMANS.endings))


def _predicate(pieces: Pieces, quantity: Quantity) -> bool:
    """Age as predicate of a person: "he will be 35 by then", "Maria, who was 10."."""
    token, after = pieces.token(quantity.numeral.first), pieces.at(quantity.end)
    if token.dep_ not in ("attr", "acomp") or token.head.lemma_ != "be" or not _human(quantity):
        return False
    if after.shape == "word" and after.lower not in AGES.followers:
        return False
    subjects = [child for child in token.head.children if child.dep_ == "nsubj"]
    if not subjects:
        return False
    subject = subjects[0]
    human = (
        subject.lower_ in AGES.subjects or pieces.is_person(subject) or (subject.pos_ == "NOUN" and _is_human(subject))
    )
    return (human or (subject.pos_ == "PROPN" and after.lower == "when")) and _age(quantity)


def _human(quantity: Quantity) -> bool:
    """Whether the value is a possible age: whole, below 125, and in words at least two ("one" may be a pronoun)."""
    return quantity.value.denominator == 1 and (2 if quantity.numeral.spelled else 0) <= quantity.value < 125


_OF_DURATIONS = (_decade_of_life, _measured)
_OF_BARE_NUMBERS = (_abbreviated, _after_age, _apposed, _opening, _predicate, _of_person, _of_group)
