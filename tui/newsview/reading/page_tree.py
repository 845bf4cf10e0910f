"""Repairs of a web page's tree before the article is taken out of it: layout tables, large first letters, menus' links, notes of editors."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsview.model.data_files import sections

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = re.compile(r"[A-Za-z0-9]+")
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_PROGRAM = re.compile(r"(?:css|sc|jsx|svelte|astro)-")
_MADE_UP = re.compile(r"[0-9][A-Za-z]|[a-z][A-Z]{2}|[A-Z]{2}[a-z]+[A-Z]")
"""Part of a name that a program made, whose letters say nothing: "1ad0e", "dlWCEZ"; so do names behind "css-"."""
_LONG_CELL = 30
"""Words; a table with a longer cell lays out the page, it does not hold data."""

_MENU_LINKS = 3
"""Minimum links of a menu."""

_NOTE = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z*†‡])\s*[\])]?\s*")
"""Mark of a note, which links to it."""

_CAPITAL = re.compile(r"[\"“‘']?[A-ZÀ-ÖØ-Þ]")
_WORD_BEHIND = re.compile(r"[^\W\d_]+")
_INLINE = frozenset(("span", "b", "strong", "em", "i", "font", "big", "a", "u", "sup", "small"))
_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "iframe"))


def mend(tree: _Element) -> None:
    """Change *tree*, so that its text reads as a browser shows it and its menus name no author."""
    for table in [*tree.iter("table")]:
        if _lays_out(table):
            for row in table.iter("tr"):
                _drop_side_cells(row)
            _unfold(table)
    for element in [*tree.iter(*_INLINE, "div", "p")]:
        if _is_capital(element):
            _join_capital(element)
    for element in [*tree.iter("span", "div", "sup", "table", "ol")]:
        if not sections("newsview.reading", "pages")["apparatus"].isdisjoint(attribute_words(element)):
            drop(element)
    for link in [*tree.iter("a")]:
        if link.get("href", "").startswith("#") and _NOTE.fullmatch(link.xpath("string()")):
            drop(link)
        if "author" in link.get("rel", "").split() and any(is_menu(each) for each in link.iterancestors()):
            link.attrib.pop("rel")


def attribute_words(element: _Element) -> frozenset[str]:
    """The words of *element*'s class and id, in lower case: "related", "stories" for ``relatedStories``."""
    return _words(f"{element.get('class', '')} {element.get('id', '')}")


def data_words(element: _Element) -> frozenset[str]:
    """The words of the ``data-…`` attributes of *element*: "standfirst" for ``data-component="standfirst-block"``."""
    return _words(" ".join(value for name, value in element.items() if name.startswith("data-")))


@cache
def _words(names: str) -> frozenset[str]:
    builders = sections("newsview.reading", "pages")["builder"]
    told = (name for name in names.split() if name not in builders and not _PROGRAM.match(name))
    parts = (part for name in told for part in _NAME.findall(name))
    return frozenset(word.lower() for part in parts if not _MADE_UP.search(part) for word in _WORD.findall(part))


def is_menu(element: _Element) -> bool:
    """Whether *element* is the head, foot, side or a menu of the page rather than of an article."""
    if element.tag == "nav" or element.get("role") in ("navigation", "banner"):
        return True
    if element.tag not in ("header", "footer", "aside"):
        return False
    return element.find(".//h1") is None and not any(
        each.tag in ("article", "main") for each in element.iterancestors()
    )


def _lays_out(table: _Element) -> bool:
    cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table"), None) is table]
    if not cells:
        return False
    if any(cell.find(".//table") is not None or cell.find(".//h1") is not None for cell in cells):
        return True
    if any(cell.tag == "th" for cell in cells):
        return False
    return any(len(cell.xpath("string()").split()) > _LONG_CELL for cell in cells)


def _drop_side_cells(row: _Element) -> None:
    """Remove cells of menus and teasers beside the cell that holds most text outside of links."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    plain = [_words_outside_links(cell) for cell in cells]
    for cell, words in zip(cells, plain, strict=True):
        if words * 2 < max(plain) and len(cell.findall(".//a")) >= _MENU_LINKS and cell.find(".//h1") is None:
            drop(cell)


def _words_outside_links(element: _Element) -> int:
    links = sum(len(link.xpath("string()").split()) for link in element.iter("a"))
    return len(element.xpath("string()").split()) - links


def _unfold(table: _Element) -> None:
    """Make *table* and its own parts ``div`` elements: paragraphs, with spaces between cells."""
    for element in [table, *table.iter("tbody", "thead", "tfoot", "tr", "td", "th", "caption")]:
        if element is table or next(element.iterancestors("table"), None) is None or _belongs(element, table):
            element.tag = "div"


def _belongs(element: _Element, table: _Element) -> bool:
    """Whether *element* is part of *table* itself, not of a table inside it (*table* is no ``table`` any more)."""
    for each in element.iterancestors():
        if each is table:
            return True
        if each.tag == "table":
            return False
    return False


def _is_capital(element: _Element) -> bool:
    text = (element.text or "").strip()
    return len(text) in (1, 2) and len(element) == 0 and _CAPITAL.fullmatch(text) is not None


def _join_capital(element: _Element) -> None:
    """Move the letter in *element* to the beginning of the text behind it, where that is the rest of its word."""
    letter, tail = (element.text or "").strip(), element.tail or ""
    block = element.tag in ("div", "p")
    if tail.strip():
        if _continues(letter, tail, not block, element):
            element.tail = letter + tail
            drop(element)
        return
    following = _next_text(element) if block or _is_named_capital(element) else None
    if following is not None and _continues(
        letter, (following.text or "").lstrip(), _is_named_capital(element), element
    ):
        following.text = letter + (following.text or "").lstrip()
        drop(element)


def _is_named_capital(element: _Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return any(name in names for name in sections("newsview.reading", "pages")["capital"])


def _continues(letter: str, rest: str, inline: bool, element: _Element) -> bool:
    """Whether *rest* begins with the rest of a word: "ayor Lena Sorel", "AYOR Lena"; not "man" behind "A"."""
    word = _WORD_BEHIND.match(rest)
    if word is None or not (word[0].islower() or (inline and word[0].isupper() and len(word[0]) > 1)):
        return False
    if letter[-1] not in "AIO":
        return True
    page = element.getroottree().getroot().xpath("string()")
    return len(re.findall(rf"(?<![^\W_]){re.escape(word[0])}(?![^\W_])", page)) < 2


def _next_text(element: _Element) -> _Element | None:
    """The element whose text comes next in the document, within the same parent or its next siblings."""
    for sibling in element.itersiblings():
        for each in sibling.iter():
            if isinstance(each.tag, str) and each.tag not in _SKIPPED and each.text and each.text.strip():
                return each
        if sibling.tail and sibling.tail.strip():
            return None
    return None


def drop(element: _Element) -> None:
    """Remove *element* from its tree, but keep the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
