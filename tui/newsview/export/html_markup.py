"""The article's text as HTML with every fact marked where it stands, however facts overlap. No page around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from newsview.terminal.printable import printable


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` stands out as *look*, is the page's place *name* and leads to the place *target*."""

    start: int
    end: int
    name: str
    target: str
    look: str


def marked(text: str, paragraphs: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[str]:
    """The HTML of each paragraph of *text*, in order, with *marks* on their words.

    Marks become nested elements: one that crosses the end of another, or of its paragraph, goes on in a second element,
    and the first alone bears the name. The words of a mark are links; where marks lie on each other, to the innermost.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    starts = [mark.start for mark in ordered]
    carried: list[Mark] = []
    for start, end in paragraphs:
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        going_on = [replace(mark, start=start, name="") for mark in carried if mark.end > start]
        own = sorted([*going_on, *inside], key=lambda mark: (mark.start, -mark.end))
        carried = [mark for mark in own if mark.end > end]
        yield "".join(_paragraph(text, start, end, [replace(mark, end=min(mark.end, end)) for mark in own]))


def _paragraph(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[str]:
    """*marks*, sorted and inside the paragraph, as elements around the words between *start* and *end*."""
    waiting = list(reversed(marks))
    opened: list[Mark] = []
    named = {""}
    at = start
    while waiting or opened:
        if waiting and (not opened or waiting[-1].start < opened[-1].end):
            mark = waiting.pop()
            yield _words(text[at : mark.start], opened, named)
            at = max(at, mark.start)
            if opened and mark.end > opened[-1].end:
                _put_back(waiting, replace(mark, start=opened[-1].end, name=""))
                mark = replace(mark, end=opened[-1].end)
            opened.append(mark)
            name = f' id="{mark.name}"' if mark.name else ""
            yield f'<span{name} class="{mark.look}">'
        else:
            mark = opened[-1]
            yield _words(text[at : mark.end], opened, named)
            at = max(at, mark.end)
            opened.pop()
            yield "</span>"
    yield _words(text[at:end], opened, named)


def _put_back(waiting: list[Mark], rest: Mark) -> None:
    """Enter the *rest* of a mark that was cut among those that are still to come, the next of which is the last."""
    index = len(waiting)
    while index and (waiting[index - 1].start, -waiting[index - 1].end) < (rest.start, -rest.end):
        index -= 1
    waiting.insert(index, rest)


def _words(text: str, opened: Sequence[Mark], named: set[str]) -> str:
    """*text*, a link where a mark is open. The first link to a place is reached with Tab, further ones by pointing."""
    if not text:
        return ""
    words = escape(printable(text))
    if not opened or not text.strip():
        return words
    target = opened[-1].target
    further = ' tabindex="-1"' if opened[-1].name in named else ""
    named.add(opened[-1].name)
    return f'<a href="#{target}"{further}>{words}</a>'
