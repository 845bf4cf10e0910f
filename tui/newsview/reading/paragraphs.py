"""Where paragraphs begin and end: blank lines, one paragraph a line, hard-wrapped lines. What they are is ``roles``' matter.

A blank line always separates. Between two lines without a blank one, the text's own lines say what a line end means:
in a hard-wrapped text the next line's first word would not have fitted, and lines end in the middle of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Span = tuple[int, int]

NARROWEST, WIDEST = 40, 132
"""Widths, in characters, to which text is wrapped: a narrow newspaper column to an old printer's line."""

_SLACK = 0.12
"""Share of the width by which a wrapped line may fall short although the next word would have fitted, where lines are ragged."""

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S+")
_FINISHED = re.compile(r"[.!?:…][\"”’')\]]{0,3}\Z")
_NEW = re.compile(
    r"(?:[•●▪◦‣·*–—-]|\d{1,3}[.)]|\([a-z\d]\))\s"  # a list item
    r"|(?:By|BY)\s[A-Z]"  # a byline right below its headline
    r"|[A-Z][A-Z .'’-]{1,30}:\s|[QA][.:]\s"  # a speaker's label
)


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs of cleaned *text* as (start, end) in code points, in order, without white space at their edges.

    A hard-wrapped paragraph has its line ends inside. Linear in the length of *text*.
    """
    blocks = _blocks(text)
    width = _common_width(blocks)
    paragraphs: list[Span] = []
    for block in blocks:
        own = width or _width(block)
        fill = None if len(block) == 1 or own is None else _fill_width(text, block, own)
        paragraphs.extend(block if fill is None else _unwrapped(text, block, fill))
    return [_trimmed(text, span) for span in paragraphs]


def _blocks(text: str) -> list[list[Span]]:
    """Lines with something on them, as (start, end without trailing space), in groups that blank lines separate."""
    blocks: list[list[Span]] = []
    last = -2
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        if not line:
            continue
        start = match.start()
        if start != last + 1:
            blocks.append([])
        blocks[-1].append((start, start + len(line)))
        last = match.end()
    return blocks


def _length(line: Span) -> int:
    return line[1] - line[0]


def _common_width(blocks: Sequence[Sequence[Span]]) -> int | None:
    """The longest line of a text all of whose lines are short enough to have been wrapped, else None."""
    longest = max((_length(line) for block in blocks for line in block), default=0)
    return longest if NARROWEST <= longest <= WIDEST else None


def _width(block: Sequence[Span]) -> int | None:
    """The same for one block of a text that has longer lines elsewhere; three lines are needed to tell."""
    longest = max(map(_length, block))
    return longest if len(block) > 2 and NARROWEST <= longest <= WIDEST else None


def _is_full(text: str, line: Span, following: Span, width: float) -> bool:
    """Whether the first word of *following* would not have fitted on *line*."""
    word = _FIRST_WORD.search(text, *following)
    first = len(word[0]) if word else 0
    return _length(line) + 1 + first > width


def _fill_width(text: str, block: Sequence[Span], width: int) -> float | None:
    """The width to which *block* was wrapped, a little less than *width* where it is ragged; None if it was not wrapped.

    The full lines of wrapped text mostly end in the middle of a sentence, as one paragraph a line never does.
    """
    unfinished = [pair for pair in pairwise(block) if not _is_finished(text, pair[0])]
    exact = sum(1 for pair in unfinished if _is_full(text, *pair, width))
    fill = width if exact * 10 >= len(unfinished) * 9 else width * (1 - _SLACK)
    full = [pair[0] for pair in pairwise(block) if _is_full(text, *pair, fill)]
    middle = sum(1 for line in full if not _is_finished(text, line))
    return fill if middle * 2 > len(full) else None


def _is_finished(text: str, line: Span) -> bool:
    return _FINISHED.search(text, max(line[0], line[1] - 4), line[1]) is not None


def _indent(text: str, line: Span) -> int:
    piece = text[line[0] : min(line[1], line[0] + WIDEST)]
    return len(piece) - len(piece.lstrip())


def _unwrapped(text: str, block: Sequence[Span], width: float) -> list[Span]:
    """The lines of *block* joined to paragraphs; a short line, a deeper indent, a list item or a label begins a new one."""
    joined = [block[0]]
    for line, following in pairwise(block):
        indent = _indent(text, following)
        fresh = indent > _indent(text, line) or _NEW.match(text, following[0] + indent, following[1])
        if fresh or not _is_full(text, line, following, width):
            joined.append(following)
        else:
            joined[-1] = (joined[-1][0], following[1])
    return joined


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end
