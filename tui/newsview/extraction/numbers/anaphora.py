"""Units of counts whose noun is elsewhere: "two of them", "the remaining four", "the number of jobs fell to 1,410"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.numbers.counts import noun_phrase, unit_name
from newsview.extraction.numbers.lexicon import ANAPHORA, COUNTS, HUMANS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.syntax import SUBJECT_DEPS, VERB_POS

FARTHEST = 60
"""Tokens between a number and its elided noun, at most."""
PLURALS = frozenset({"NNS", "NNPS"})


def recall_units(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Sets the unit of counts without one from the number, or the noun after "number of", that they refer to."""
    for position, quantity in enumerate(quantities):
        if quantity.kind not in ("cardinal", "fraction") or quantity.unit is not None:
            continue
        of = pieces.word(quantity.end) == "of"
        following = pieces.word(quantity.end + 1)
        if of and following in ANAPHORA.pronouns | ANAPHORA.relatives:
            _inherit_unit(quantity, _counted_before(pieces, quantities, position, int(following in ANAPHORA.pronouns)))
        elif pieces.word(quantity.first - 1) in ANAPHORA.rest and pieces.at(quantity.end).shape != "word":
            _inherit_unit(quantity, _counted_before(pieces, quantities, position, 1))
        elif pieces.word(quantity.first - 1) in ANAPHORA.relatives and pieces.word(quantity.first - 2) == "of":
            _inherit_unit(quantity, _counted_before(pieces, quantities, position, 0))
        elif quantity.kind == "cardinal" and _counts_people(pieces, quantity):
            quantity.unit, quantity.inherited = "people", True
            quantity.by(_counts_people)
        elif _out_of(pieces, quantities, position):
            pass
        elif _corrects(pieces, quantity):
            quantity.unit = _number_of_before(pieces, quantity)
            quantity.by(_corrects)


def _counts_people(pieces: Pieces, quantity: Quantity) -> bool:
    """People as an implied unit: "a town of 16,000", "a crowd of 45,000", "with 189 aboard", "all 234 on board"."""
    behind = [pieces.word(quantity.end), pieces.word(quantity.end + 1)]
    if behind[0] == "aboard" or behind == ["on", "board"]:
        return True
    at = quantity.first - 1
    while pieces.word(at) in ANAPHORA.hedges:
        at -= 1
    return pieces.word(at) == "of" and pieces.word(at - 1) in COUNTS.peopled


def _inherit_unit(quantity: Quantity, giver: Quantity | None) -> None:
    if giver is not None:
        quantity.unit, quantity.inherited = giver.unit, True
        quantity.by(recall_units)


def _counted_before(pieces: Pieces, quantities: list[Quantity], position: int, sentences: int) -> Quantity | None:
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


def _out_of(pieces: Pieces, quantities: list[Quantity], position: int) -> bool:
    """Parts of a whole named at the start of the sentence: "Of the 43 forces, 26 saw it rise and 17 saw it fall"."""
    part, following = quantities[position], pieces.at(quantities[position].end)
    if following.shape != "word" or pieces.token(part.end).pos_ not in VERB_POS:
        return False
    for whole in reversed(quantities[max(0, position - 3) : position]):
        opening = [pieces.word(at) for at in (whole.first - 2, whole.first - 1)]
        if "of" in opening and pieces.at(whole.first - 1 - opening[::-1].index("of") - 1).shape == "edge":
            if whole.kind == "cardinal" and whole.unit is not None and whole.value > part.value:
                _inherit_unit(part, whole)
            return True
    return False


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
