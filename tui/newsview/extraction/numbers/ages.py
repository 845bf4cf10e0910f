"""Ages: "32-year-old", "aged 7", "29 years old", "three months of age", "the age of 21", "Maria, 10,", "87 yo"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import HYPHENS
from newsview.extraction.numbers.lexicon import AGES, HUMANS, AgeRow
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.surface import PatternTable, patterns
from newsview.extraction.provenance import Rule, TableRow
from newsview.extraction.syntax import NOUN_POS, STEPS, VERB_POS, climb, own_subject


class Age(NamedTuple):
    """An age: the end of its text, its unit with the pieces of it, the upper end of a range, and the rule."""

    end: int
    unit: str
    unit_pieces: tuple[int, int] | None
    high: Fraction | None
    rule: Rule


def find_age(pieces: Pieces, quantity: Quantity) -> Age | None:
    """The age that *quantity* is, with "old" or "of age"; else None."""
    if quantity.kind == "duration":
        if _decade_of_life(pieces, quantity):
            return Age(quantity.end, "year", None, quantity.value + 9, _decade_of_life)
    elif quantity.kind != "cardinal" or quantity.unit is not None or quantity.value > 130:
        return None
    for row, place in _constructions().around(pieces, quantity.first, quantity.end):
        if quantity.kind in row.kinds and (not row.guard or _GUARDS[row.guard](pieces, quantity)):
            end = place[1] if row.covers else quantity.end
            words = (quantity.end, end) if row.covers and quantity.unit is None else quantity.unit_pieces
            unit, words = (row.unit, None) if row.unit else (quantity.unit or "year", words)
            return Age(end, unit, words, None, TableRow(_TABLE, row.name))
    if quantity.kind == "duration":
        return None
    rule = next((rule for rule in _OF_BARE_NUMBERS if rule(pieces, quantity)), None)
    return None if rule is None else Age(quantity.end, "year", quantity.unit_pieces, None, rule)


@cache
def _constructions() -> PatternTable[AgeRow]:
    return PatternTable(
        [(row, each) for row in AGES.rows for written in row.patterns for each in patterns(written, vars(AGES))]
    )


def _is_new_age(pieces: Pieces, quantity: Quantity) -> bool:
    """Age after "turn": "she turns 60 in May"; not "turning dozens of homes into rubble"."""
    after = pieces.at(quantity.end)
    counts = after.shape == "word" and (
        after.lower == "of" or pieces.token(quantity.end).pos_ in ("NOUN", "ADJ", "PROPN")
    )
    return not counts and not quantity.vague and quantity.value >= 5


def _is_plural_age(pieces: Pieces, quantity: Quantity) -> bool:
    """Age in the plural, which looks like seconds: "65s"; in capitals, "Under 21s", it may be the name of a team."""
    ending, limit = pieces.at(quantity.numeral.end), pieces.at(quantity.first - 1)
    limit = pieces.at(quantity.first - 2) if limit.shape == "mark" else limit
    return ending.text == "s" and ending.glued and limit.text.islower() and _human(quantity)


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
    person = pieces.is_person(before) or (between_commas and before.pos_ in NOUN_POS and is_human(before))
    return person


def _opening(pieces: Pieces, quantity: Quantity) -> bool:
    """Age at the start of a sentence about a person: "Now 93, he is the last", "At 40, Ames went back"."""
    first, subject = quantity.first, pieces.at(quantity.end + 1)
    opens = pieces.word(first - 1) in AGES.adverbs and pieces.at(quantity.end).text == ","
    if not opens or subject.shape != "word" or not pieces.token(first - 1).is_sent_start or not _human(quantity):
        return False
    person = subject.lower in FUNCTION.he_or_she or pieces.is_person(pieces.token(quantity.end + 1))
    return person


def _of_person(pieces: Pieces, quantity: Quantity) -> bool:
    """Age after a noun of person and "of", or after a life event and "at": "a woman of 71", "retired at 65", "became king at 36"."""
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
        return before.tag_ == "NN" and is_human(before) and before.lemma_ not in AGES.no_people
    left = before.lower_ in AGES.left and before.head.lemma_ == "leave"
    ends = left or before.lemma_ in AGES.ends
    return pieces.word(first - 1) == "at" and (ends or _in_life(pieces, first - 1))


def _in_life(pieces: Pieces, at: int) -> bool:
    """Whether the preposition *at* is of an event in a person's life: "she became a minister at"; not "the shares became"."""
    for verb in climb(pieces.token(at), STEPS):
        if verb.pos_ in VERB_POS:
            subject = own_subject(verb) if verb.lemma_ in AGES.events else None
            return subject is not None and (subject.lower_ in FUNCTION.he_or_she or pieces.is_person(subject))
    return False


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
    named = people.tag_ in ("NNS", "NN") and (people.lemma_.lower() in AGES.people or is_human(people))
    return named or people.lower_ in AGES.pronouns


def _decade_of_life(pieces: Pieces, quantity: Quantity) -> bool:
    """Decade of life, as a range of ten years: "a woman in her 60s", "in their mid-20s"."""
    ending, text = pieces.at(quantity.numeral.end), pieces.at(quantity.numeral.first).text
    if not (ending.text == "s" and ending.glued and len(text) == 2 and text.endswith("0")):
        return False
    at = quantity.first - 1
    if pieces.at(at).text in HYPHENS:
        at -= 1
    at -= pieces.word(at) in AGES.parts_of_decade
    return pieces.word(at) in FUNCTION.possessives and pieces.word(at - 1) == "in"


def is_human(token: Token) -> bool:
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
        subject.lower_ in AGES.subjects or pieces.is_person(subject) or (subject.pos_ == "NOUN" and is_human(subject))
    )
    return human or (subject.pos_ == "PROPN" and after.lower == "when")


def _human(quantity: Quantity) -> bool:
    """Whether the value is a possible age: whole, below 125, and in words at least two ("one" may be a pronoun)."""
    return quantity.value.denominator == 1 and (2 if quantity.numeral.spelled else 0) <= quantity.value < 125


_OF_BARE_NUMBERS = (_apposed, _opening, _predicate, _of_person, _of_group)
_GUARDS = {"is_new_age": _is_new_age, "is_plural_age": _is_plural_age}
_TABLE = "extraction/numbers/data/ages.toml"
