"""Marks in the article's margin: what the review says of the facts of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsview.app.render.rows import Piece
from newsview.app.state.fact_index import FactIndex
from newsview.model.decisions import Decisions

WIDTH: Final = 2
"""The marks of a line: as many sentences may begin on it before some are left out."""

_VERDICTS: Final = (("false", "≠"), ("unclear", "?"), ("true", "="))
"""Verdicts and their marks, the most important first."""


def marks(index: FactIndex, decisions: Decisions, start: int, end: int) -> list[Piece]:
    """The marks of the sentences that begin in ``start:end``, a line of the article; ``WIDTH`` cells."""
    found = []
    for number in index.article.sentences_between(start, end):
        if start <= index.article.sentences[number].start < end:
            mark = sentence_mark(decisions, _visible_in(index, number))
            if mark.text != " ":
                found.append(mark)
    kept = found if len(found) <= WIDTH else sorted(found, key=_importance)[:WIDTH]
    return [*kept, Piece(" " * (WIDTH - len(kept)))]


def _importance(mark: Piece) -> int:
    return "≠?=✗✓".find(mark.text)


def _visible_in(index: FactIndex, sentence: int) -> Iterator[str]:
    return (fact.id for fact in index.facts_in(sentence) if index.is_visible(fact.id))


def sentence_mark(decisions: Decisions, facts: Iterable[str]) -> Piece:
    """The mark of a sentence with *facts* (ids): its gravest verdict, else ✓ or ✗ once all are reviewed, else a blank.

    ✗ if all are rejected.
    """
    accepted = rejected = left = 0
    verdicts: set[str] = set()
    for fact in facts:
        decision = decisions.get(fact)
        if decision is not None and decision.verdict:
            verdicts.add(decision.verdict)
        accepted += decision is not None and decision.status == "accepted"
        rejected += decision is not None and decision.status == "rejected"
        left += decisions.is_open(fact)
    for verdict, sign in _VERDICTS:
        if verdict in verdicts:
            return Piece(sign, verdict)
    if left or not (accepted or rejected):
        return Piece(" ")
    return Piece("✓", "accepted") if accepted else Piece("✗", "rejected")
