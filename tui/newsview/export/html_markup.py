"""HTML of the article's paragraphs with (possibly overlapping) facts marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from newsview.terminal.printable import printable


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup of ``text[start:end]``: *look* is its CSS class, *name* its id, *target* the id that it links to."""

    start: int
    end: int
    name: str
    target: str
    look: str


def marked(text: str, paragraphs: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[str]:
    """The HTML of each paragraph of *text*, in order, with *marks* applied.

    Marks become nested elements: a mark that crosses the end of another, or of its paragraph, continues in a second
    element; only the first has the id. Marked words are links, to the target of the innermost mark.
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
    """The HTML of ``text[start:end]`` with *marks*, which are sorted and inside the paragraph."""
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
                _insert(waiting, replace(mark, start=opened[-1].end, name=""))
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


def _insert(waiting: list[Mark], rest: Mark) -> None:
    """Insert the *rest* of a cut mark into the stack *waiting*, whose last item is the next mark."""
    index = len(waiting)
    while index and (waiting[index - 1].start, -waiting[index - 1].end) < (rest.start, -rest.end):
        index -= 1
    waiting.insert(index, rest)


def _words(text: str, opened: Sequence[Mark], named: set[str]) -> str:
    """*text*, as a link inside a mark. Only the first link to a target is in the tab order."""
    if not text:
        return ""
    words = escape(printable(text))
    if not opened or not text.strip():
        return words
    target = opened[-1].target
    further = ' tabindex="-1"' if opened[-1].name in named else ""
    named.add(opened[-1].name)
    return f'<a href="#{target}"{further}>{words}</a>'
