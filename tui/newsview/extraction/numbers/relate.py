"""Last stage: what every number is about."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from newsview.extraction.numbers.anaphora import counted_subject
from newsview.extraction.numbers.change_endpoints import other_level
from newsview.extraction.numbers.classify import aged, counted_in
from newsview.extraction.numbers.conversions import restates
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.shared_subjects import compared_with, is_restated, subject_before
from newsview.extraction.numbers.subject import Subjects
from newsview.model.facts import Reference

SUBJECTLESS = frozenset({"label", "ordinal", "score"})
OLDEST = 125
"""Highest age in years."""


def relate(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with their subjects; a level without a unit gets that of its subject."""
    subjects = Subjects(pieces, quantities)
    found = [
        each if each.kind in SUBJECTLESS else _with_subject(subjects, before, each)
        for before, each in zip((None, *quantities), quantities, strict=False)
    ]
    for position in range(1, len(found)):
        subject = subject_before(pieces, found[position - 1], found[position])
        if subject is not None:
            found[position] = _about(found[position], subject)
    for position in range(len(found)):
        _share(pieces, found, position)
    for position in range(1, len(found)):
        found[position] = _as_original(pieces, found[position - 1], found[position])
    return found


def _about(quantity: Quantity, subject: Reference | None) -> Quantity:
    return quantity._replace(subject=subject)


def _with_subject(subjects: Subjects, before: Quantity | None, quantity: Quantity) -> Quantity:
    found = subjects.subject_of(quantity, before)
    if found is None:
        return quantity
    head, subject = found
    quantity = _about(quantity, subject)
    bare = quantity.kind == "cardinal" and quantity.unit is None
    return _level(quantity, head) if quantity.trend_role is not None and (bare or quantity.inherited) else quantity


def _level(quantity: Quantity, head: Token) -> Quantity:
    """Unit from the subject: "the number of cases rose to 52", "lowered the age from 27 to 25"."""
    counted = counted_subject(head)
    if counted is not None:
        return counted_in(quantity, counted, _level)
    if quantity.unit is None and head.lemma_ == "age" and quantity.value <= OLDEST:
        return aged(quantity, "year", _level)
    return quantity


def _share(pieces: Pieces, quantities: list[Quantity], position: int) -> None:
    """Gives the number at *position* the subject of the one that it restates, is compared with, or is the other end of."""
    compared = compared_with(pieces, quantities, position)
    if compared is not None:
        quantities[position] = _about(quantities[position], compared.subject)
    if position and is_restated(pieces, quantities[position - 1], quantities[position]):
        quantities[position] = _about(quantities[position], quantities[position - 1].subject)
    other = other_level(pieces, quantities, position) if quantities[position].trend_role == "from" else None
    if other is not None:
        first, second = sorted((position, other))
        subject = quantities[first].subject or quantities[second].subject
        quantities[first], quantities[second] = _about(quantities[first], subject), _about(quantities[second], subject)


def _as_original(pieces: Pieces, original: Quantity, quantity: Quantity) -> Quantity:
    """*quantity* with the subject of *original* if it is a conversion of it, or its own change in other words without one."""
    if quantity.same_as is not None:
        return _about(quantity, original.subject)
    restated = quantity.subject is None and restates(pieces, original, quantity)
    return _about(quantity, original.subject) if restated else quantity
