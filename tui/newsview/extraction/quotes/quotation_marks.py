"""Quotation marks of a paragraph: opening and closing marks paired, apostrophes and marks for feet and inches excluded.

Input is characters only. Types of quotation (speech, title, scare quote) and speakers are assigned by other modules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single"]
Act = Literal["open", "close", "none"]

_MARK = re.compile(r"``|''|‘‘|’’|,,(?=\w)|[\"“”„‟″«»‹›‘’‚'`]")
_ELISION = re.compile(r"['’‘](?:em|tis|twas|til|till|cause|bout|round|n|cos|\d0?\d?s)\b", re.IGNORECASE)
_HEIGHT = re.compile(r"\d\s?['’′]\s?\d{0,2}$")
_SINGLE_END = re.compile(r"(?<=[^\s(\[])['’](?![\w])")
_OPENERS = frozenset("([{—–-/:…“\"‘'«„")
_LOOK_AHEAD = 6
"""Maximum later marks examined to distinguish an apostrophe from a closing mark; the bound makes the cost linear."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks: ``text[start:end]`` without the marks, ``text[outer_start:outer_end]`` with them.

    ``closed`` is False if the closing mark is missing; ``carried`` is True if the quotation began in the previous
    paragraph. Offsets are code points of the text.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    family: Family
    closed: bool = True
    carried: bool = False


@dataclass(slots=True)
class _Open:
    """An opening mark without its closing mark: its offset, and the offset of the text after it."""

    family: Family
    mark: str
    at: int
    after: int


def quotations(text: str, blocks: Iterable[tuple[int, int]]) -> list[list[Quotation]]:
    """For each of the *blocks* (start and end of a paragraph) its outermost quotations, in text order.

    An unclosed quotation continues in the next paragraph if that begins with the same mark ("“One. ¶ “Two.”") or has a
    closing mark without an opening one ("“One. ¶ Two.”").
    """
    found: list[list[Quotation]] = []
    running = False
    for start, end in blocks:
        inside = _paragraph(text, start, end, running)
        found.append(inside)
        running = bool(inside) and not inside[-1].closed and inside[-1].family == "double"
    return found


def _paragraph(text: str, start: int, end: int, running: bool) -> list[Quotation]:
    marks = list(_MARK.finditer(text, start, end))
    reader = _Reader(text, start, end, marks, running)
    for index in range(len(marks)):
        reader.read(index)
    return reader.finish()


_DEEPEST = 30
"""Maximum nesting of quotations; more opening marks than that are none."""


class _Reader:
    """Reader of the marks of one paragraph from left to right, with a stack of open marks."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[re.Match[str]], running: bool) -> None:
        self.text, self.start, self.end, self.marks, self.running = text, start, end, marks, running
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []
        curly = [match[0] for match in marks]
        self.straight = [index for index, match in enumerate(marks) if match[0] in {'"', "''"}]
        self.balanced = curly.count("“") == curly.count("”")
        ends = [match.start() for match in _SINGLE_END.finditer(text, start, end)]
        self.last_single_end = ends[-1] if ends else -1

    def read(self, index: int) -> None:
        """Open or close a quotation at the mark *index*."""
        match = self.marks[index]
        mark = match[0]
        if mark in "‘’'‚`‹›":
            act, family = self._single(index), "single"
        else:
            act, family = self._double(index), "double"
        if act == "open":
            self._push(_Open("single" if family == "single" else "double", mark, match.start(), match.end()))
        elif act == "close":
            self._close("single" if family == "single" else "double", match.start(), match.end())

    def finish(self) -> list[Quotation]:
        """The outermost quotations; one without a closing mark ends with the paragraph."""
        outer = next((each for each in self.stack if each.family == "double"), None)
        if outer is not None:
            self._add(outer, self.end, self.end, closed=False)
        return _outermost(self.found)

    def _around(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[start - 1] if start > self.start else " "
        after = self.text[end] if end < self.end else " "
        return before, after

    def _is_open(self, family: Family) -> bool:
        return any(each.family == family for each in self.stack)

    def _double(self, index: int) -> Act:
        match = self.marks[index]
        mark = match[0]
        before, after = self._around(*match.span())
        opened = self._is_open("double")
        if mark in {"”", "’’"}:
            if _HEIGHT.search(self.text, max(self.start, match.start() - 4), match.start()):
                return "none"
            inverted = (
                mark == "”" and not opened and before.isspace() and after.isalnum() and not self._closes_carried()
            )
            return "open" if inverted else "close"
        if mark in {"„", ",,", "``", "‘‘", "‟"}:
            return "open"
        if mark == "“":
            low = opened and any(each.mark in {"„", ",,"} for each in self.stack)
            backwards = opened and not before.isspace() and before not in _OPENERS and not after.isalnum()
            return "close" if low or backwards else "open"
        if mark in "«»":
            return self._guillemet(mark, before, after, opened)
        return self._straight(index, before, after, opened)

    def _guillemet(self, mark: str, before: str, after: str, opened: bool) -> Act:
        """French (« A ») and German (»A«) guillemets, distinguished by the side of the adjacent word."""
        if opened:
            return "close"
        return "open" if mark == "«" or (before.isspace() and not after.isspace()) else "none"

    def _straight(self, index: int, before: str, after: str, opened: bool) -> Act:
        """Straight mark (" or ''), the same on both sides; not inches (6'2", 12")."""
        at = self.marks[index].start()
        if _HEIGHT.search(self.text, max(self.start, at - 4), at):
            return "none"
        if not opened:
            if before.isdigit() and not after.isalnum():
                return "close" if self._closes_carried() else "none"
            opens = not after.isspace() and after not in ",.;:!?)" and not before.isalnum()
            if opens or (before.isspace() and after.isspace() and self._opens_apart(index)):
                return "open"
            return "close" if self._closes_carried() and not before.isspace() else "none"
        if (before.isspace() or before in "(") and not after.isspace():
            return "close" if after in ".,;:!?)" else "open"  # "too late ", she said
        return "close"

    def _opens_apart(self, index: int) -> bool:
        """Opening mark with a blank behind it: 'said. " I like it."'; not the inches of '12 " wide'.

        The next straight mark is a closing one, or also has a blank on both sides.
        """
        if self.text[max(self.start, self.marks[index].start() - 2) : self.marks[index].start()].strip().isdigit():
            return False
        place = bisect_right(self.straight, index)
        if place == len(self.straight):
            return False
        before, after = self._around(*self.marks[self.straight[place]].span())
        return not after.isalnum() and (after.isspace() or not before.isspace() or after in ".,;:!?)")

    def _closes_carried(self) -> bool:
        """Whether a closing mark without an opening one closes a quotation of the previous paragraph."""
        return self.running and not self.found

    def _single(self, index: int) -> Act:
        match = self.marks[index]
        mark, (before, after) = match[0], self._around(*match.span())
        opened = self._is_open("single")
        if mark in "‹›":
            return "close" if opened else "open" if mark == "‹" else "none"
        starts = not before.isalnum() and not after.isspace() and (before.isspace() or before in _OPENERS)
        if starts and mark != "’" and not opened:
            if _ELISION.match(self.text, match.start()) or not (after.isalnum() or after in '“"$£€.…['):
                return "none"
            return "open" if self.last_single_end > match.start() + 1 else "none"
        if not opened or mark in "‘‚`" or after.isalnum() or before.isspace():
            return "none"
        return "none" if before in "sS" and self._is_possessive(index, after) else "close"

    def _is_possessive(self, index: int, after: str) -> bool:
        """Apostrophe of a plural possessive before a closing mark: "‘The voters’ choice is clear,’ she said"."""
        if not after.isspace():
            return False
        at = self.marks[index].end()
        if not re.match(r"\s+[a-z]", self.text[at : at + 3]):
            return False
        for later in self.marks[index + 1 : index + 1 + _LOOK_AHEAD]:
            if later[0] in '‘“”"':
                return False
            if later[0] in "’'" and _SINGLE_END.match(self.text, later.start()):
                return True
        return False

    def _push(self, opening: _Open) -> None:
        same = next((each for each in self.stack if each.family == opening.family), None)
        if same is not None and not (opening.mark == "“" and self.balanced):
            # a new opening mark: the earlier quotation was never closed
            if opening.family == "double":
                self._add(same, opening.at, opening.at, closed=False)
            self.stack = self.stack[: self.stack.index(same)]
        if len(self.stack) < _DEEPEST:  # every mark looks through the open ones
            self.stack.append(opening)

    def _close(self, family: Family, at: int, after: int) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family == family:
                opening = self.stack[depth]
                del self.stack[depth:]
                self._add(opening, at, after, closed=True)
                return
        if family == "double" and self._closes_carried():
            self._add(_Open("double", "", self.start, self.start), at, after, closed=True)

    def _add(self, opening: _Open, at: int, after: int, *, closed: bool) -> None:
        carried = self.running and opening.at == self.start
        start, end = _strip(self.text, opening.after, at)
        if start < end:
            self.found.append(Quotation(opening.at, start, end, after, opening.family, closed, carried))


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _outermost(found: list[Quotation]) -> list[Quotation]:
    """The quotations that are not inside another one; *found* has inner ones before the one around them."""
    kept: list[Quotation] = []
    for each in sorted(found, key=lambda quotation: (quotation.outer_start, -quotation.outer_end)):
        if not kept or each.outer_start >= kept[-1].outer_end:
            kept.append(each)
    return kept
