"""brat standoff: facts as text-bound annotations of ``article.text``, with relations, attributes and notes.

A line of the text is never crossed: a fact over several lines, or in several parts, is one discontinuous annotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsview.describe import fact_words, flat
from newsview.export.reviewed import Reviewed
from newsview.model.facts import Entity, Fact, Quote, kind_name, reference_of, stretches, subtype
from newsview.model.kinds import BY_NAME

_OTHER: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")

Place = tuple[int, int]


def standoff(reviewed: Reviewed) -> str:
    """The lines of the ``.ann`` file; the text that belongs to it is ``article.text``."""
    return "".join(f"{line}\n" for line in _Standoff(reviewed).lines())


class _Standoff:
    def __init__(self, reviewed: Reviewed) -> None:
        self._reviewed = reviewed
        self._spans = self._relations = self._attributes = self._notes = 0
        self._first: dict[str, str] = {}
        """The first annotation of each fact, by the fact's id."""

    def lines(self) -> Iterator[str]:
        """All annotations, then what relates them: relations need both ends."""
        facts = self._reviewed.in_order()
        for fact in facts:
            yield from self._fact(fact)
        for fact in facts:
            yield from self._relation(fact)

    def _fact(self, fact: Fact) -> Iterator[str]:
        parts = [[place] for place in stretches(fact)] if isinstance(fact, Entity) else [list(stretches(fact))]
        names = []
        for places in parts:
            fragments = [line for place in places for line in _lines_of(self._reviewed.article.text, place)]
            if fragments:
                names.append(f"T{self._spans + 1}")
                yield self._span(_label(fact), fragments)
        if not names:
            return
        self._first[fact.id] = names[0]
        if len(names) > 1:
            yield f"*\tEquiv {' '.join(names)}"
        yield from self._describe(fact, names[0])

    def _span(self, label: str, fragments: Sequence[Place]) -> str:
        self._spans += 1
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(self._reviewed.article.text[start:end] for start, end in fragments)
        return f"T{self._spans}\t{label} {offsets}\t{words}"

    def _describe(self, fact: Fact, name: str) -> Iterator[str]:
        decision = self._reviewed.decision(fact)
        values: dict[str, str] = {"Stance": fact.stance} if isinstance(fact, Quote) else {}
        if decision is not None:
            values |= {"Status": decision.status or "", "Verdict": decision.verdict or ""}
        for attribute, value in values.items():
            if value:
                self._attributes += 1
                yield f"A{self._attributes}\t{attribute} {name} {value}"
        note = decision.note if decision is not None else None
        words = fact_words(self._reviewed.name_of, fact)
        self._notes += 1
        yield f"#{self._notes}\tAnnotatorNotes {name}\t{words}{f' · note: {flat(note)}' if note else ''}"

    def _relation(self, fact: Fact) -> Iterator[str]:
        """The relation of a quote to its speaker, of a number to its subject."""
        reference = reference_of(fact)
        entity = self._first.get(reference.entity or "") if reference is not None else None
        if entity is not None and fact.id in self._first:
            self._relations += 1
            label = "Speaker" if isinstance(fact, Quote) else "Subject"
            yield f"R{self._relations}\t{label} Arg1:{self._first[fact.id]} Arg2:{entity}"


def _label(fact: Fact) -> str:
    """The type of the annotation: ``PERSON``, ``Quote-direct``, ``Number-money``."""
    found = subtype(fact) if isinstance(fact, Entity) else f"{BY_NAME[kind_name(fact)].label}-{subtype(fact)}"
    return _OTHER.sub("_", found) or "Fact"


def _lines_of(text: str, place: Place) -> Iterator[Place]:
    """The parts of ``text[start:end]`` on its lines, without the blanks around them."""
    yield from (match.span() for match in _LINE.finditer(text, *place))
