"""Sentence boundaries inside a paragraph, by rule: without a model, deterministic.

A candidate is a run of ``.``, ``!``, ``?`` or ``…`` with the closing quote marks and brackets after it; the rules in
``sentence_ends`` decide; this module finds the candidates and splits the text.
"""

from __future__ import annotations

import re

from newsview.reading.missing_spaces import glued_end
from newsview.reading.sentence_ends import Stop, ends_sentence

Span = tuple[int, int]

_MARK = re.compile(
    r"([.!?…。！？]+(?:[ \u00a0][.…]+)*)"  # ". . ." is one ellipsis
    r"[\"”’'»)\]}]*"
    r"(?:\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})*"  # the number of a footnote belongs to its sentence
)
_SPACE = re.compile(r"\s*")
_LATE_QUOTE = re.compile(r"[\"”](?=\s)")
_WORDLESS = re.compile(r"[\W_]*\Z")


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of the paragraph ``text[start:end]`` as (start, end) in code points of *text*, in order.

    Spans are trimmed of white space, do not overlap, and together contain every other character of the
    paragraph. Linear in the length of the paragraph.
    """
    cuts = [(start, start)]
    quotes, counted = 0, start
    for mark in _MARK.finditer(text, start, end):
        here = mark.start()
        quotes += text.count('"', counted, here)
        counted = here
        cut = _cut(text, mark, cuts[-1][1], end, quotes)
        if cut is not None:
            cuts.append(cut)
    spans = [
        (begin, stop)
        for begin, stop in zip((cut[1] for cut in cuts), [*(cut[0] for cut in cuts[1:]), end], strict=True)
    ]
    return _joined(text, [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]])


def _cut(text: str, mark: re.Match[str], begin: int, end: int, quotes: int) -> Span | None:
    """(end of the sentence, start of the next) at *mark*; None if the sentence continues."""
    here, stop = mark.span()
    closed = mark.end(1)
    following = _next_character(text, stop, end)
    if following == end:
        return None
    if following == stop:
        at = glued_end(text, begin, here, closed, stop, end, quotes % 2 == 1)
        return None if at is None else (at, at)
    late = _LATE_QUOTE.match(text, following, end)
    if late and (late[0] == "”" or (quotes + text.count('"', here, stop)) % 2 == 1):
        stop = late.end()  # "It is over. ” He left": misplaced space before the closing quote mark
        following = _next_character(text, stop, end)
        if following == end:
            return None
    return (stop, following) if ends_sentence(Stop(text, begin, here, closed, stop, following, end)) else None


def _next_character(text: str, at: int, end: int) -> int:
    """Offset of the first character from *at* that is not white space, or *end*."""
    space = _SPACE.match(text, at, end)
    return space.end() if space else at


def _trimmed(text: str, start: int, end: int) -> Span:
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    piece = text[start:end]
    bare = piece.lstrip()
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip())


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Spans with those without a letter or digit ("* * *") joined to the previous sentence, or to the first."""
    kept: list[Span] = []
    pending: int | None = None
    for start, end in spans:
        wordless = _WORDLESS.match(text, start, end) is not None
        if wordless and kept:
            kept[-1] = (kept[-1][0], end)
        elif wordless:
            pending = start if pending is None else pending
        else:
            kept.append((start if pending is None else pending, end))
            pending = None
    if pending is not None:
        kept.append((pending, spans[-1][1]))
    return kept
