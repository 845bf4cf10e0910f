"""The headline and the text below it: figures and quotations of the one that the other does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from newsview.checks.evidence import Evidence, Found, Quotation, place_of
from newsview.checks.intervals import of_number
from newsview.checks.words import words
from newsview.model.facts import Number
from newsview.model.finding import Sum

_KINDS: Final = frozenset({"cardinal", "money", "percent", "measure", "age"})
LEAST_DIGITS: Final = 2
"""Digits of a figure that is compared: of "3 killed", every other small number is one digit away."""
SHARED: Final = 2
"""Words of the headline that the sentence of the other figure has at least."""
_AROUND: Final = 250
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def headline_number(evidence: Evidence) -> Iterator[Found]:
    """A figure of the headline that the text has with another digit: "Bank to lay off 2,450", 2,850 in the text.

    Not a rounded figure, a sum or difference of two figures of the text, or a figure of another thing: the sentence of
    the text has two words of the headline. An age, only where the text has one alone and no birthday.
    """
    head = evidence.headline
    if head is None:
        return
    mine = [
        number for number in evidence.numbers_between(head.start, head.end) if number.kind in _KINDS and number.value
    ]
    body = [number for number in evidence.numbers if number.start >= evidence.body]
    intervals = [each for each in map(of_number, body) if each is not None]
    for number in mine:
        interval = of_number(number)
        if interval is None or any(interval.meets(other) for other in intervals):
            continue
        alike = [each for each in body if each.kind == number.kind and each.unit == number.unit and each.value]
        near = [each for each in alike if _is_digit_away(number.text, each.text)]
        if (
            len({each.value for each in near}) != 1
            or _is_combined(number, alike)
            or not _is_of_same(evidence, number, alike, near)
        ):
            continue
        other = near[0]
        yield Found(
            message=f"the headline has {number.text}, the text {other.text}",
            places=[place_of(number), place_of(other)],
            sum=Sum(stated=number.value, expected=[other.value or 0], unit=number.unit, rule="figure of the text"),
        )


def _is_of_same(evidence: Evidence, number: Number, alike: Sequence[Number], near: Sequence[Number]) -> bool:
    """Whether the figure of the text is probably that of the headline."""
    if number.kind == "age":
        return len({each.value for each in alike}) == 1 and "birthday" not in evidence.text
    head = evidence.headline
    title = _stems(evidence.text[head.start : head.end]) if head is not None else set()
    for each in near:
        start, end = evidence.sentence(each.start)
        text = evidence.text[max(start, each.start - _AROUND) : min(end, each.end + _AROUND)]
        if len(title & _stems(text)) >= SHARED:
            return True
    return False


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of *text*, in lower case."""
    return {word[:5] for word in _words(text) if len(word) > 3 and word not in _FUNCTION}


def _digits(text: str) -> str:
    match = _DIGITS.search(text)
    return match[0].replace(",", "") if match else ""


def _is_digit_away(one: str, other: str) -> bool:
    """Whether the figures differ in one digit, or in two that are swapped; both have at least two digits that count."""
    a, b = _digits(one), _digits(other)
    if len(a) != len(b) or len(a) < LEAST_DIGITS:
        return False
    differing = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(differing) == 1:
        return a[differing[0]] != "." != b[differing[0]]
    return (
        len(a) > LEAST_DIGITS
        and len(differing) == 2
        and differing[1] == differing[0] + 1
        and a[differing[0]] == b[differing[1]]
        and a[differing[1]] == b[differing[0]]
    )


def _is_combined(number: Number, alike: Sequence[Number]) -> bool:
    """Whether the figure is the sum or the difference of two of *alike*."""
    values = {each.value for each in alike if each.value is not None}
    value = number.value or 0
    return any(value - each in values or value + each in values for each in values)


LEAST_WORDS: Final = 4
LEAST_CONTENT: Final = 3
"""Words of a headline's quotation, and of those how many that are no function words, at least."""
ALIKE: Final = 0.75
"""Share of the words of a headline's quotation that one quotation of the text must have."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FUNCTION = words("function_words")
_NEGATIONS = words("negations")
_MARKS = re.compile(r"[“‘'\"]([^“”‘\"\n]{12,160}?)[”’'\"](?!\w)")
MOST_LEFT_OUT: Final = 3
"""Words that a headline leaves out of a quotation at one place, where it is not another sentence."""
MOST_WORDS: Final = 80
"""Words of the longest quotation of the text that is compared."""


def headline_quotation(evidence: Evidence) -> Iterator[Found]:
    """Words in quote marks in the headline that the quotation in the text has otherwise: “Three good years, never two bad ones”.

    Not a shortened quotation, one whose small words differ, or one of fewer than four words.
    """
    head = evidence.headline
    if head is None:
        return
    title = evidence.text[head.start : head.end]
    for match in _MARKS.finditer(title):
        mine = _words(match[1])
        if len(mine) < LEAST_WORDS:
            continue
        wanted = {word for word in mine if word not in _FUNCTION}
        if len(wanted) < LEAST_CONTENT:
            continue
        best: tuple[float, Quotation, list[str]] | None = None
        for quotation in _below(evidence):
            theirs = _words(quotation.text)
            if len(wanted & set(theirs)) < ALIKE * len(wanted) or len(theirs) > MOST_WORDS:
                continue
            if _contains(theirs, mine):
                best = None
                break
            score, changed = _compared(mine, theirs)
            if best is None or score > best[0]:
                best = (score, quotation, changed)
        if best is None or best[0] < ALIKE or not 1 <= len(best[2]) <= 2:
            continue
        start = head.start + match.start(1)
        yield Found(
            message=f"the quotation in the text has not “{' '.join(best[2])}”"
            if best[2][0] in mine
            else f"the quotation in the text has “{' '.join(best[2])}”",
            places=[evidence.place(start, head.start + match.end(1)), evidence.place(best[1].start, best[1].end)],
        )


def _below(evidence: Evidence) -> Iterator[Quotation]:
    yield from (each for each in evidence.quotations if each.start >= evidence.body)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _contains(theirs: Sequence[str], mine: Sequence[str]) -> bool:
    return f" {' '.join(mine)} " in f" {' '.join(theirs)} "


def _compared(mine: Sequence[str], theirs: Sequence[str]) -> tuple[float, list[str]]:
    """The share of *mine* that *theirs* has in the same order, and the words that change the meaning."""
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / len(mine)
    if not blocks:
        return share, []
    changed: list[str] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        added = [word for word in mine[a:b] if word not in _FUNCTION or word in _NEGATIONS]
        inside = blocks[0].b < c and d <= blocks[-1].b
        lost = [word for word in theirs[c:d] if word in _NEGATIONS] if inside else []
        if tag == "equal":
            continue
        if (added and not inside) or (inside and d - c > MOST_LEFT_OUT):
            return 0.0, []
        changed += added or lost
    return share, changed
