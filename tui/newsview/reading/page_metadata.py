"""Who, when and what of a web page: headline without the site's name, byline, day of publication, other fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from htmldate import find_date

from newsview.model.data_files import sections
from newsview.reading import boilerplate
from newsview.reading.clean import one_line
from newsview.reading.page_blocks import letters
from newsview.reading.page_tree import is_menu

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEPARATOR = re.compile(r"\s+(?:\||[-–—]|::|»|›|·|•|~)\s+|\s*\|\s*")
_SURE_SEPARATORS = ("|", "::", "»", "›", "·", "•")
"""They stand between a headline and the names of section and site, never within a headline."""
_DOMAIN = re.compile(r"[\w-]+\.(?:com|net|org|info|co|news|tv|[a-z]{2})(?:\.[a-z]{2})?", re.I)
_LONGEST_NAME = 8
"""Words of a site's name with its motto."""
_WORD = re.compile(r"[^\W\d_]+")
_MONTH_BEHIND = re.compile(r"\A(\S+\s(?:.*\s)?[A-Z]\S*)\s(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\Z")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def headline(title: str | None, tree: _Element, names: Sequence[str]) -> str | None:
    """The headline of the page: *title* without the site's name, section or motto around it.

    *names* are the names of the site: as declared, and its domain. A heading of first rank that is a part of the title is
    the headline.
    """
    sites = {letters(name) for name in names} - {""}
    heads = list(dict.fromkeys(filter(None, (one_line(each.xpath("string()")) for each in tree.iter("h1")))))
    whole = _whole_title(title, tree)
    if not whole:
        return heads[0] if len(heads) == 1 else None
    for head in heads:
        if len(head.split()) > 2 and letters(head) and letters(head) in letters(whole) and not _names_site(head, sites):
            return head
    return _without_names(whole, sites)


def _whole_title(title: str | None, tree: _Element) -> str | None:
    """The title that the page declares, of which *title* may be a part."""
    declared = [
        *(
            each.get("content", "")
            for each in tree.iter("meta")
            if each.get("property", each.get("name")) == "og:title"
        ),
        *(each.xpath("string()") for each in tree.iter("title")),
    ]
    found = [one_line(each) for each in declared if each.strip()]
    if not title:
        return next(iter(found), None)
    return next((each for each in found if letters(title) in letters(each)), one_line(title))


def _without_names(title: str, names: set[str]) -> str:
    separators = [match[0].strip() for match in _SEPARATOR.finditer(title)]
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    keep = [True] * len(parts)
    for index, part in enumerate(parts):
        beside = separators[max(0, index - 1) : index + 1]
        sure = any(separator in _SURE_SEPARATORS for separator in beside)
        keep[index] = not (_names_site(part, names) or (sure and len(part.split()) <= 2))
    if not any(keep):
        return max(parts, key=len)
    longest = max((index for index, kept in enumerate(keep) if kept), key=lambda index: len(parts[index]))
    first = last = longest
    while first > 0 and keep[first - 1] and separators[first - 1] not in _SURE_SEPARATORS:
        first -= 1
    while last + 1 < len(parts) and keep[last + 1] and separators[last] not in _SURE_SEPARATORS:
        last += 1
    begin, end = _span(title, parts, first, last)
    return title[begin:end].strip()


def _span(title: str, parts: Sequence[str], first: int, last: int) -> tuple[int, int]:
    places = [0]
    for match in _SEPARATOR.finditer(title):
        places += [match.start(), match.end()]
    places.append(len(title))
    return places[2 * first], places[2 * last + 1]


def _names_site(part: str, names: set[str]) -> bool:
    """Whether *part* is the name of the site, with or without a motto: "Port Sable Times", "MoreBikes", "example.com"."""
    own = letters(part)
    if not own or any(
        own == name or (len(own) > 4 and own in name) or (len(name) > 4 and own.startswith(name)) for name in names
    ):
        return True
    words = part.split()
    if len(words) > _LONGEST_NAME or part[-1] in "?!.":
        return False
    if len(words) == 1 and _DOMAIN.fullmatch(part):
        return True
    capital = all(word[0].isupper() or word[0].isdigit() or not word[0].isalpha() or len(word) < 4 for word in words)
    pieces = {piece.lower() for word in _WORD.findall(part) for piece in _CAMEL.findall(word)}
    return capital and not sections("newsview.reading", "pages")["media"].isdisjoint(pieces)


def site_names(declared: str | None, address: str | None) -> list[str]:
    """The names of a site: as *declared*, and the domain of its *address* without its ending."""
    host = _host(address)
    labels = host.removeprefix("www.").split(".") if host else []
    return [name for name in (declared, labels[0] if labels else None, "".join(labels)) if name]


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def byline(declared: str | None, tree: _Element, names: Sequence[str]) -> str | None:
    """The writers' names: as *declared* by the page, if it is a name, else of a byline on the page."""
    sites = {letters(name) for name in names}
    found = [name for name in (_writer(each, sites) for each in (declared or "").split(";")) if name]
    if found:
        return ", ".join(dict.fromkeys(found))
    for text in _bylines(tree):
        name = boilerplate.byline_names(text) or (text if boilerplate.is_name(text) else None)
        if name and _writer(name, sites):
            return name
    return None


def _writer(text: str, sites: set[str]) -> str | None:
    """*text*, if it may be the name of a writer: no address, no menu item, not the site."""
    name = one_line(text)
    name = _without_rest(boilerplate.byline_names(name) or name)
    words = {word.lower() for word in _WORD.findall(name)}
    refused = not words or "@" in name or "/" in name or letters(name) in sites or len(name.split()) > 12
    return None if refused or not sections("newsview.reading", "pages")["nobody"].isdisjoint(words) else name


def _without_rest(name: str) -> str:
    """*name* without a day's month or an address behind it: "Ada Quill" for "Ada Quill Mar", "Ada Quill ada example"."""
    lead = boilerplate.leading_name(name)
    rest = name[len(lead) :]
    lead = _MONTH_BEHIND.sub(r"\1", lead)
    return lead if lead and (not rest or rest.islower()) else name


def _bylines(tree: _Element) -> Iterator[str]:
    for element in tree.iter("p", "div", "span", "a", "address", "li", "dd", "strong", "b", "cite", "h4", "h5", "h6"):
        marks = f"{element.get('class', '')} {element.get('rel', '')} {element.get('itemprop', '')}".lower()
        if "byline" not in marks and "author" not in marks:
            continue
        text = one_line(element.xpath("string()"))
        if 0 < len(text) <= 100 and not any(is_menu(each) for each in element.iterancestors()):
            yield text


def published(tree: _Element) -> str | None:
    """The day of publication that the page declares (``YYYY-MM-DD``), without a guess from its text or address."""
    found: str | None = find_date(tree, url="", extensive_search=False, original_date=True)
    return found


def other_fields(page: Any, address: str | None) -> dict[str, str]:
    """What else the page declares about itself: address, site, description, language."""
    fields = {"url": address, "site": page.sitename, "description": page.description, "language": page.language}
    return {name: one_line(value) for name, value in fields.items() if isinstance(value, str) and value.strip()}
