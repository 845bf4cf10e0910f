"""Layers of highlighted ranges over the article, their division into runs of one style, and marks in its margin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsview.app.state.fact_index import FactIndex
    from newsview.model.decisions import Decisions

_SIGN = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(f"{_SIGN}[@-_]?")
"""A cleaned control code: its symbol, and the second character of an ESC sequence (ECMA-48, 5.3)."""


def control_signs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of cleaned control codes in *text* that overlap ``start:end``, to be shown apart from words."""
    if text.find(_SIGN, max(0, start - 1), end) < 0:
        return []
    return [match.span() for match in _CONTROL.finditer(text, max(0, start - 1), end)]


class Layer:
    """Ranges of one style, such as all entity mentions; overlapping ranges are merged."""

    __slots__ = ("_ends", "_starts", "name")

    def __init__(self, name: str, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self.name = name
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if start >= end:
                continue
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._ends, strict=True)

    def __len__(self) -> int:
        return len(self._starts)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges cut to ``start:end``, in order."""
        first = bisect_right(self._ends, start)
        found = []
        for index in range(first, len(self._starts)):
            if self._starts[index] >= end:
                break
            found.append((max(start, self._starts[index]), min(end, self._ends[index])))
        return found


Run = tuple[int, int, tuple[str, ...]]
"""(start, end, names of the layers that cover it, lowest first)."""


def runs(start: int, end: int, layers: Sequence[Layer]) -> list[Run]:
    """``start:end`` divided at each start and end of a range of *layers*."""
    parts = [(layer.name, layer.within(start, end)) for layer in layers]
    cuts = {start, end}
    for _, stretches in parts:
        for stretch in stretches:
            cuts.update(stretch)
    return [
        (low, high, tuple(name for name, stretches in parts if any(a <= low < b for a, b in stretches)))
        for low, high in pairwise(sorted(cuts))
    ]


Mark = tuple[str, str]
"""A text in the margin and the name of its look."""

MARKS: Final = 2
"""The marks of a line: as many sentences may begin on it before some are left out."""

FINDINGS: Final = {"!": "contradiction", "*": "look", "~": "changed"}
"""The looks of the marks of findings: a contradiction, something to look at; and of what an older version has otherwise."""

_VERDICTS: Final = (("false", "≠"), ("unclear", "?"), ("true", "="))
"""Verdicts and their marks, the most important first."""


def margin_marks(
    index: FactIndex, decisions: Decisions, start: int, end: int, finding: Callable[[int], str] = lambda _: ""
) -> list[Mark]:
    """The marks of the sentences that begin in ``start:end``, a line of the article; ``MARKS`` cells.

    *finding* gives the mark of the findings in a sentence (its index), empty where there are none.
    """
    found = []
    for number in index.article.sentences_between(start, end):
        if start <= index.article.sentences[number].start < end:
            sign = finding(number)
            if sign:
                found.append((sign, FINDINGS[sign]))
            mark = sentence_mark(decisions, _visible_in(index, number))
            if mark[0] != " ":
                found.append(mark)
    kept = found if len(found) <= MARKS else sorted(found, key=_importance)[:MARKS]
    return [*kept, (" " * (MARKS - len(kept)), "plain")]


def _importance(mark: Mark) -> int:
    return "!*~≠?=✗✓".find(mark[0])


def _visible_in(index: FactIndex, sentence: int) -> Iterator[str]:
    return (fact.id for fact in index.facts_in(sentence) if index.is_visible(fact.id))


def sentence_mark(decisions: Decisions, facts: Iterable[str]) -> Mark:
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
            return (sign, verdict)
    if left or not (accepted or rejected):
        return (" ", "plain")
    return ("✓", "accepted") if accepted else ("✗", "rejected")
