"""Paragraphs of a web page that line breaks part: ``p`` elements are made of them before the article is taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsview.reading.boilerplate import ends_like_sentence

if TYPE_CHECKING:
    from lxml.etree import _Element

_AROUND = ("div", "p", "td", "section", "article", "main", "body", "font", "span", "center", "blockquote", "li")
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "wbr", "img")
)  # fmt: skip
_LINES = 3
"""Minimum lines that are paragraphs without a blank line between them."""
_MEAN = 12
"""Mean words of a line from which on lines that end like sentences are paragraphs."""


def part_lines(tree: _Element) -> None:
    """Make ``p`` elements of the text in *tree* that ``br`` elements part.

    Two in a row are the end of a paragraph; so is a single one where all lines around are long and end like sentences.
    """
    for element in [*tree.iter(*_AROUND)]:
        if sum(child.tag == "br" for child in element) >= 2:
            runs = [*_runs(element)]
            parted = [_paragraphs(run) for run in runs]
            if any(len(paragraphs) > 1 for paragraphs in parted):
                _refill(element, runs, parted)


def _runs(element: _Element) -> Iterator[list[str | _Element]]:
    """What is in *element*, in order: texts and inline elements in one run, each block alone in one."""
    run: list[str | _Element] = [element.text or ""]
    for child in element:
        if child.tag in _INLINE or child.tag == "br" or not isinstance(child.tag, str):
            run += [child, child.tail or ""]
        else:
            yield from (run, [child])
            run = [child.tail or ""]
    yield run


def _paragraphs(run: Sequence[str | _Element]) -> list[list[str | _Element]]:
    """The paragraphs of *run*; one that is as it was if no line break ends a paragraph."""
    lines: list[list[str | _Element]] = [[]]
    for item in run:
        if _is_break(item):
            lines.append([])
        else:
            lines[-1].append(item)
    texts = [_text(line) for line in lines]
    shown = [text for text in texts if text]
    words = sum(len(text.split()) for text in shown)
    if len(shown) >= _LINES and all(map(ends_like_sentence, shown)) and words >= _MEAN * len(shown):
        return [line for line, text in zip(lines, texts, strict=True) if text]
    paragraphs: list[list[str | _Element]] = [[]]
    for item, blank in zip(run, _blank(run), strict=True):
        if blank:
            paragraphs.append([])
        else:
            paragraphs[-1].append(item)
    return [each for each in paragraphs if _text(each)]


def _blank(run: Sequence[str | _Element]) -> Iterator[bool]:
    """For each item, whether it is one of several line breaks in a row."""
    near = [index for index, item in enumerate(run) if not isinstance(item, str) or item.strip()]
    breaks = [_is_break(run[index]) for index in near]
    double = {
        near[place]
        for place, found in enumerate(breaks)
        if found and (True in breaks[max(0, place - 1) : place] or True in breaks[place + 1 : place + 2])
    }
    return (index in double for index in range(len(run)))


def _is_break(item: str | _Element) -> bool:
    return not isinstance(item, str) and item.tag == "br"


def _text(items: Sequence[str | _Element]) -> str:
    return "".join(
        item if isinstance(item, str) else item.xpath("string()") if isinstance(item.tag, str) else "" for item in items
    ).strip()


def _refill(
    element: _Element, runs: Sequence[Sequence[str | _Element]], parted: Sequence[list[list[str | _Element]]]
) -> None:
    """Put the paragraphs of each run into *element*, as ``p`` elements where there are several, and blocks as they were."""
    for child in [*element]:
        element.remove(child)
    element.text = None
    for around in (element, *element.iterancestors()):
        if around.tag != "p" and around.tag not in _INLINE:
            break
        around.tag = "div"
    for run, paragraphs in zip(runs, parted, strict=True):
        if len(paragraphs) > 1:
            for items in paragraphs:
                paragraph = element.makeelement("p")
                element.append(paragraph)
                _append(paragraph, items)
        else:
            _append(element, run)


def _append(element: _Element, items: Sequence[str | _Element]) -> None:
    """Add *items* at the end of *element*."""
    last = element[-1] if len(element) else None
    for item in items:
        if not isinstance(item, str):
            item.tail = None
            element.append(item)
            last = item
        elif last is None:
            element.text = (element.text or "") + item
        else:
            last.tail = (last.tail or "") + item
