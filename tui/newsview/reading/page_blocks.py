"""The paragraphs of a web page's tree, and which parts of the page are no part of its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from newsview.model.data_files import sections
from newsview.reading import boilerplate
from newsview.reading.page_tree import attribute_words, is_menu

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    ("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "dd", "dt", "pre", "div", "td", "section", "article", "main", "body")
)  # fmt: skip
_BOUNDS = _BLOCKS | {"ul", "ol", "dl", "table", "tbody", "tr", "th", "header", "footer"}
_OUTSIDE = frozenset(
    ("nav", "aside", "form", "button", "select", "figure", "figcaption", "script", "style", "noscript", "template", "svg",
     "iframe", "dialog", "label", "title", "head")
)  # fmt: skip
WHOLE = frozenset(("html", "body", "article", "main"))
"""Elements around a whole article."""
_RUNNING = 12
"""Minimum words of a paragraph of running text that ends like a sentence."""
_LONG = 30
"""Minimum words of one that does not."""
LINKED = 0.4
"""Share of the letters in links from which on a paragraph is a list of links."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph of the page: its text, the element whose text it is, whether it runs on in sentences.

    *linked* is the share of its characters that stand in links.
    """

    text: str
    element: _Element
    running: bool
    linked: float

    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def blocks(tree: _Element, outside: list[_Element] | None = None) -> Iterator[Block]:
    """The paragraphs of *tree*, in order, without menus, forms, captions and what is named as no part of the article.

    The elements that are passed over are added to *outside*.
    """
    stack = [tree]
    run = _Run()
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, each in walk:
        bound = each.tag in _BOUNDS
        if event != "start":
            if bound:
                yield from run.block(stack.pop() if len(stack) > 1 else tree)
            run.add(each.tail, closed=each.tag)
        elif each is not tree and is_outside(each):
            walk.skip_subtree()
            if outside is not None:
                outside.append(each)
            if bound:
                yield from run.block(stack[-1])
                stack.append(each)
        else:
            if bound:
                yield from run.block(stack[-1])
                stack.append(each)
            elif each.tag == "br" and run.breaks():
                yield from run.block(stack[-1])
            run.add(each.text, opened=each.tag)


class _Run:
    """The text of a paragraph while the tree is walked."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = self._links = self._breaks = 0

    def add(self, text: str | None, *, opened: object = None, closed: object = None) -> None:
        """Add the text behind a tag that has *opened* or *closed*."""
        self._links += (opened == "a") - (closed == "a" and self._links > 0)
        if text and text.strip():
            self._breaks = 0
            self._linked += len(text.strip()) if self._links else 0
        self._pieces.append(text or "")

    def breaks(self) -> bool:
        """Count a line break; whether it is the second in a row, which ends a paragraph."""
        self._breaks += 1
        self._pieces.append("\n")
        return self._breaks == 2

    def block(self, element: _Element) -> Iterator[Block]:
        """The paragraph so far as a block of *element*, unless it is empty; then begin the next."""
        text, linked = " ".join("".join(self._pieces).split()), self._linked
        self._pieces, self._linked, self._breaks = [], 0, 0
        if text and element.tag in _BLOCKS:
            count, share = len(text.split()), linked / len(text)
            whole = count >= _LONG or (count >= _RUNNING and boilerplate.ends_like_sentence(text))
            yield Block(text, element, whole and share < LINKED, share)


def letters(text: str) -> str:
    """The letters and digits of *text* in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def is_outside(element: _Element) -> bool:
    """Whether *element* is hidden, or named as no part of the article."""
    if element.tag in _OUTSIDE or is_menu(element):
        return True
    style = element.get("style", "").replace(" ", "")
    if "hidden" in element.attrib or "display:none" in style or element.get("aria-hidden") == "true":
        return True
    if element.tag in WHOLE or _outside_words().isdisjoint(attribute_words(element)):
        return False
    return element.find(".//h1") is None


@cache
def _outside_words() -> frozenset[str]:
    return sections("newsview.reading", "pages")["outside"] | sections("newsview.reading", "pages")["apart"]
