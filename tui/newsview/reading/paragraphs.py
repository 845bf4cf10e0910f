"""Paragraph boundaries: blank lines, one paragraph a line, or hard-wrapped lines.

A blank line always separates paragraphs. Whether a single line end does depends on the lines of the whole text: it is
hard-wrapped if the next line's first word would not have fitted, and lines end in the middle of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newsview.reading.sentence_ends import is_abbreviated, last_word

Span = tuple[int, int]

NARROWEST, WIDEST = 40, 132
"""Range of widths of wrapped text in characters: a narrow newspaper column to a line printer's line."""

_SLACK = 0.12
"""Share of the width by which a wrapped line may be shorter than necessary, in text with ragged lines."""

_EVIDENCE = 3
"""Minimum lines that end in the middle of a sentence; a line counts twice if the next one begins in lower case."""

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S+")
_FINISHED = re.compile(r"[.!?:…][\"”’')\]]{0,3}\Z")


@cache
def _new() -> re.Pattern[str]:
    """Begins a paragraph in any position of hard-wrapped text: a bullet, a byline."""
    return re.compile(
        r"[•●▪◦‣·]\s"  # a list item
        r"|(?:By|BY)\s[A-Z]"  # a byline below its headline
    )


@cache
def _item() -> re.Pattern[str]:
    """Begins a paragraph of hard-wrapped text only after a line that ends like a sentence: "2. ", "Q: "."""
    return re.compile(
        r"(?:[*–-]|\d{1,2}[.)])\s"  # dashes and numbers also occur inside a sentence,
        r"|[A-Z][A-Z .'’-]{1,30}:\s|[QA][.:]\s"  # and so do words that look like a speaker's label
    )


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs of cleaned *text* as (start, end) in code points, in order, trimmed of white space.

    The span of a hard-wrapped paragraph includes its line ends. Linear in the length of *text*.
    """
    blocks = _blocks(text)
    narrow = max((_length(line) for block in blocks for line in block), default=0) <= WIDEST
    common = _fill_width(text, [pair for block in blocks for pair in pairwise(block)]) if narrow else None
    paragraphs: list[Span] = []
    for block in blocks:
        # if some lines are too long for wrapped text, each block is classified alone
        fill = common if narrow or len(block) == 1 else _fill_width(text, list(pairwise(block)))
        paragraphs.extend(block if fill is None else _unwrapped(text, block, fill))
    return [_trimmed(text, span) for span in paragraphs]


def _blocks(text: str) -> list[list[Span]]:
    """Non-blank lines as (start, end without trailing space), grouped by the blank lines between them."""
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


def _is_full(text: str, line: Span, following: Span, width: float) -> bool:
    """Whether the first word of *following* would not have fitted on *line*."""
    word = _FIRST_WORD.search(text, *following)
    first = len(word[0]) if word else 0
    return _length(line) + 1 + first > width


def _fill_width(text: str, pairs: Sequence[tuple[Span, Span]]) -> float | None:
    """Width to which *pairs* of consecutive lines are wrapped, less a slack for ragged lines; None if unwrapped.

    In wrapped text, lines that end in the middle of a sentence are full, and most full lines end there. Lines that are
    paragraphs end with a sentence; consecutive headlines have any length.
    """
    width = max((_length(line) for pair in pairs for line in pair), default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    unfinished = [pair for pair in pairs if not _is_finished(text, pair[0])]
    exact = sum(1 for pair in unfinished if _is_full(text, *pair, width))
    fill = width if exact * 10 >= len(unfinished) * 9 else width * (1 - _SLACK)
    middle = [pair for pair in unfinished if _is_full(text, *pair, fill)]
    full = sum(1 for pair in pairs if _is_full(text, *pair, fill))
    small = sum(1 for _, following in middle if text[following[0] : following[1]].lstrip()[:1].islower())
    mostly = len(middle) * 2 > full and len(middle) * 10 > len(unfinished) * 6
    return fill if mostly and len(middle) + small >= _EVIDENCE else None


def _is_finished(text: str, line: Span) -> bool:
    return _FINISHED.search(text, max(line[0], line[1] - 4), line[1]) is not None


def _abbreviated(text: str, line: Span) -> bool:
    """Whether *line* ends in an abbreviation such as "Aug.", after which a number is a day and not a list item."""
    return is_abbreviated(last_word(text, line[0], line[1] - 1))


def _indent(text: str, line: Span) -> int:
    piece = text[line[0] : min(line[1], line[0] + WIDEST)]
    return len(piece) - len(piece.lstrip())


def _unwrapped(text: str, block: Sequence[Span], width: float) -> list[Span]:
    """The lines of *block* joined to paragraphs, split after a short line and at an indent, list item or label."""
    joined = [block[0]]
    for line, following in pairwise(block):
        indent = _indent(text, following)
        begin = following[0] + indent
        item = _item().match(text, begin, following[1]) and _is_finished(text, line) and not _abbreviated(text, line)
        fresh = indent > _indent(text, line) or item or _new().match(text, begin, following[1])
        if fresh or not _is_full(text, line, following, width):
            joined.append(following)
        else:
            joined[-1] = (joined[-1][0], following[1])
    return joined


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end
