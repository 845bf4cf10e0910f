"""Where sentences begin and end inside a paragraph, by rule: no model, the same every time. Paragraphs are found elsewhere.

A candidate is a run of ``.``, ``!``, ``?`` or ``…`` with the closing quote marks and brackets behind it. Whether it
ends a sentence is asked of the rules in ``boundaries``; this module knows only how to walk and how to cut.
"""

from __future__ import annotations

import re

from newsview.reading.boundaries import Stop, ends_sentence, glued_end

Span = tuple[int, int]

_MARK = re.compile(
    r"[.!?…。！？]+(?:[ \u00a0][.…]+)*"  # ". . ." is one ellipsis
    r"[\"”’'»)\]}]*"
    r"(?:\[\d{1,3}\])*"  # a footnote's number stays with its sentence
)
_CLOSING = re.compile(r"[\"”’'»)\]}\[\d]*\Z")
_SPACE = re.compile(r"\s*")
_LATE_QUOTE = re.compile(r"[\"”](?=\s)")
_WORDLESS = re.compile(r"[\W_]*\Z")


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of the paragraph ``text[start:end]`` as (start, end) in code points of *text*, in order.

    No span begins or ends in white space, none overlap, and together they hold every other character of the
    paragraph. Linear in the length of the paragraph.
    """
    cuts = [(start, start)]
    quotes, counted = 0, start
    for mark in _MARK.finditer(text, start, end):
        quotes += text.count('"', counted, mark.start())
        counted = mark.start()
        cut = _cut(text, mark, cuts[-1][1], end, quotes)
        if cut is not None:
            cuts.append(cut)
    spans = [
        (begin, stop)
        for begin, stop in zip((cut[1] for cut in cuts), [*(cut[0] for cut in cuts[1:]), end], strict=True)
    ]
    return _joined(text, [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]])


def _cut(text: str, mark: re.Match[str], begin: int, end: int, quotes: int) -> Span | None:
    """(end of the sentence, begin of the next) at *mark*, None when the sentence goes on."""
    stop = mark.end()
    space = _SPACE.match(text, stop, end)
    following = space.end() if space else stop
    if following == end:
        return None
    closing = _CLOSING.search(text, mark.start(), stop)
    closed = closing.start() if closing else stop
    if following == stop:
        at = glued_end(text, begin, mark.start(), closed, stop, end, quotes % 2 == 1)
        return None if at is None else (at, at)
    late = _LATE_QUOTE.match(text, following, end)
    if late and (late[0] == "”" or (quotes + text.count('"', mark.start(), stop)) % 2 == 1):
        stop = late.end()  # "It is over. ” He left": the space is on the wrong side
        after = _SPACE.match(text, stop, end)
        following = after.end() if after else stop
        if following == end:
            return None
    candidate = Stop(text, begin, mark.start(), closed, stop, following, end)
    return (stop, following) if ends_sentence(candidate) else None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Spans without a letter or figure ("* * *", a stray quote mark) go to the sentence before, at first to the one after."""
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
