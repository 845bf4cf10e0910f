"""Units of counts whose noun is elsewhere: "two of them", "the remaining four", "the number of jobs fell to 1,410"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from newsview.extraction.numbers.counts import noun_phrase, unit_name
from newsview.extraction.numbers.lexicon import ANAPHORA, COUNTS, HUMANS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.provenance import Rule
from newsview.extraction.syntax import SUBJECT_DEPS, VERB_POS

FARTHEST = 60
"""Tokens between a number and its elided noun, at most."""
PLURALS = frozenset({"NNS", "NNPS"})


class Recalled(NamedTuple):
    """The unit of a count whose noun is elsewhere, whether it is that of another number, and the rule."""

    unit: str | None
    inherited: bool
    rule: Rule


def recall_unit(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Recalled | None:
    """The unit of the count at *position* from the number, or the noun after "number of", that it refers to; else None."""
    quantity = quantities[position]
    sentences = _refers_back(pieces, quantity)
    if sentences is not None:
        return _of(_counted_before(pieces, quantities, position, sentences))
    if quantity.kind == "cardinal" and _counts_people(pieces, quantity):
        return Recalled("people", True, _counts_people)
    whole = _out_of(pieces, quantities, position)
    if whole is not None:
        return _of(whole if whole.kind == "cardinal" and whole.unit and whole.value > quantity.value else None)
    if _corrects(pieces, quantity):
        return Recalled(_number_of_before(pieces, quantity), False, _corrects)
    return None


def _of(giver: Quantity | None) -> Recalled | None:
    return None if giver is None else Recalled(giver.unit, True, recall_unit)


def _refers_back(pieces: Pieces, quantity: Quantity) -> int | None:
    """How many sentences back the counted things may be: of "two of them", "the other four", "of which 12"; else None."""
    following, before = pieces.word(quantity.end + 1), pieces.word(quantity.first - 1)
    if pieces.word(quantity.end) == "of" and following in ANAPHORA.pronouns | ANAPHORA.relatives:
        return int(following in ANAPHORA.pronouns)
    if before in ANAPHORA.rest and pieces.at(quantity.end).shape != "word":
        return 1
    return 0 if before in ANAPHORA.relatives and pieces.word(quantity.first - 2) == "of" else None


def _counts_people(pieces: Pieces, quantity: Quantity) -> bool:
    """People as an implied unit: "a town of 16,000", "a crowd of 45,000", "with 189 aboard", "all 234 on board"."""
    behind = pieces.words(quantity.end, quantity.end + 2)
    if behind[0] == "aboard" or behind == ("on", "board"):
        return True
    at = quantity.first - 1
    while pieces.word(at) in ANAPHORA.hedges:
        at -= 1
    return pieces.word(at) == "of" and pieces.word(at - 1) in COUNTS.peopled


def _counted_before(pieces: Pieces, quantities: Sequence[Quantity], position: int, sentences: int) -> Quantity | None:
    """Nearest preceding count above one, at most *sentences* back; across sentences, subjects first."""
    here = pieces.tokens(quantities[position].first, quantities[position].end)[0]
    found: Quantity | None = None
    for other in reversed(quantities[max(0, position - 6) : position]):
        there = pieces.tokens(other.first, other.end)[1]
        back = _sentences(pieces, there, here)
        if here - there > FARTHEST or back > sentences:
            break
        if other.kind != "cardinal" or other.unit in (None, "time", "point") or other.value <= 1:
            continue
        if not back or _is_subject(pieces, other):
            return other
        found = found or other
    return found


def _is_subject(pieces: Pieces, counted: Quantity) -> bool:
    """Whether the *counted* things are the subject of their clause, the preferred antecedent of a later pronoun."""
    if counted.unit_pieces is None:
        return False
    noun = pieces.token(counted.unit_pieces[1] - 1)
    return noun.dep_ in SUBJECT_DEPS


def _sentences(pieces: Pieces, first: int, end: int) -> int:
    return sum(1 for token in pieces.doc[first : end + 1] if token.is_sent_start)


def _out_of(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """Whole named at the start of the sentence: "Of the 43 forces, 26 saw it rise and 17 saw it fall"."""
    part, following = quantities[position], pieces.at(quantities[position].end)
    if following.shape != "word" or pieces.token(part.end).pos_ not in VERB_POS:
        return None
    for whole in reversed(quantities[max(0, position - 3) : position]):
        opening = pieces.words(whole.first - 2, whole.first)
        if "of" in opening and pieces.at(whole.first - 1 - opening[::-1].index("of") - 1).shape == "edge":
            return whole
    return None


def _corrects(pieces: Pieces, quantity: Quantity) -> bool:
    """Corrected number: "It was 412, not 421"."""
    before = quantity.first - 1
    if pieces.word(before) == "not":
        before -= 2 if pieces.word(before - 1) == "," else 1
        before -= 1 if pieces.at(before).shape == "digits" else 0
    return (
        pieces.word(before) in ANAPHORA.copulas
        and pieces.word(before - 1) in ANAPHORA.subjects
        and pieces.at(quantity.end).text in ",."
    )


def _number_of_before(pieces: Pieces, quantity: Quantity) -> str | None:
    """Unit from the nearest "number of …" before *quantity*, in the same or the previous sentence."""
    doc = pieces.doc
    here = pieces.tokens(quantity.first, quantity.end)[0]
    starts = 0
    for at in range(here - 1, max(here - FARTHEST, 0), -1):
        counted = number_of(doc[at])
        if counted:
            return unit_name(counted)
        starts += bool(doc[at].is_sent_start)
        if starts > 1:
            return None
    return None


def number_of(token: Token) -> list[Token]:
    """Noun phrase after "number of", whose "number" is *token*: "drivers" in "the number of drivers"; else empty."""
    if token.lemma_.lower() != "number" or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "of":
        return []
    phrase = noun_phrase(token.doc, token.i + 2)
    return phrase if phrase and (phrase[-1].tag_ in PLURALS or phrase[-1].lower_ == "people") else []


def counted_subject(subject: Token) -> str | None:
    """Unit of a level by its *subject*: for "the number of drivers" or "deaths" that noun; for "shares" None."""
    lemma = subject.lemma_.lower()
    if subject.tag_ in PLURALS and (lemma in COUNTS.events or lemma in HUMANS.nouns):
        return lemma
    return unit_name(number_of(subject)) or None
