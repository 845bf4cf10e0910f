"""Paragraph boundaries: blank lines, one paragraph a line, or hard-wrapped lines.

A blank line always separates. Between two lines without a blank one, the text's other lines show what a line end means:
in a hard-wrapped text the next line's first word would not have fitted, and lines end in the middle of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newsview.reading.sentence_ends import is_abbreviated, last_word

Span = tuple[int, int]

NARROWEST, WIDEST = 40, 132
"""Widths, in characters, to which text is wrapped: a narrow newspaper column to an old printer's line."""

_SLACK = 0.12
"""Share of the width by which a wrapped line may fall short although the next word would have fitted, where lines are ragged."""

_EVIDENCE = 3
"""Lines that must end in the middle of a sentence, each counted twice when the next one begins with a small letter."""

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S+")
_FINISHED = re.compile(r"[.!?:…][\"”’')\]]{0,3}\Z")


@cache
def _new() -> re.Pattern[str]:
    """What begins a paragraph wherever it stands; like ``_item`` only asked for in hard-wrapped text."""
    return re.compile(
        r"[•●▪◦‣·]\s"  # a list item
        r"|(?:By|BY)\s[A-Z]"  # a byline right below its headline
    )


@cache
def _item() -> re.Pattern[str]:
    """What begins a paragraph only below a line that ends like a sentence."""
    return re.compile(
        r"(?:[*–-]|\d{1,2}[.)])\s"  # dashes and numbers may also stand inside a sentence,
        r"|[A-Z][A-Z .'’-]{1,30}:\s|[QA][.:]\s"  # as may what looks like a speaker's label
    )


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs of cleaned *text* as (start, end) in code points, in order, without white space at their edges.

    A hard-wrapped paragraph has its line ends inside. Linear in the length of *text*.
    """
    blocks = _blocks(text)
    narrow = max((_length(line) for block in blocks for line in block), default=0) <= WIDEST
    common = _fill_width(text, [pair for block in blocks for pair in pairwise(block)]) if narrow else None
    paragraphs: list[Span] = []
    for block in blocks:
        # where some lines are too long to have been wrapped, each block is judged by itself
        fill = common if narrow or len(block) == 1 else _fill_width(text, list(pairwise(block)))
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


def _is_full(text: str, line: Span, following: Span, width: float) -> bool:
    """Whether the first word of *following* would not have fitted on *line*."""
    word = _FIRST_WORD.search(text, *following)
    first = len(word[0]) if word else 0
    return _length(line) + 1 + first > width


def _fill_width(text: str, pairs: Sequence[tuple[Span, Span]]) -> float | None:
    """The width to which the lines of *pairs* (one and the one below) were wrapped, less where they are ragged; None if they were not.

    Lines of wrapped text that end in the middle of a sentence are full, and most full lines do end there; lines that
    are paragraphs end their sentences, and headlines below one another are of all lengths.
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
    """Whether *line* ends in "Aug." or the like: a number below it is a day and not a list's."""
    return is_abbreviated(last_word(text, line[0], line[1] - 1))


def _indent(text: str, line: Span) -> int:
    piece = text[line[0] : min(line[1], line[0] + WIDEST)]
    return len(piece) - len(piece.lstrip())


def _unwrapped(text: str, block: Sequence[Span], width: float) -> list[Span]:
    """The lines of *block* joined to paragraphs; a short line, a deeper indent, a list item or a label begins a new one."""
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
