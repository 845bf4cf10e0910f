"""Parts of a web page that are no article and have no name that says so: lists of teasers, threads of comments.

They are recognized by their form. A teaser is a linked headline with a few words; several of one form stand together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from newsview.model.data_files import sections
from newsview.reading.page_tree import attribute_words, drop

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LONGEST_TEASER = 100
"""Words of a teaser with its headline."""
_TITLE = 3
"""Minimum words of a linked headline that is no heading."""
_TEASERS = 3
"""Minimum teasers of one form in a list; two are enough where they are articles in an article or named as teasers."""
_ARTICLE = 20
"""Minimum words outside of the teasers without which they are what the page is about."""
_THREAD = 10
"""Minimum words of what stands below the heading of a thread of comments."""
_NEAR = 20
"""Number of elements below a heading among which the thread begins."""
_ABOVE = 4
"""Maximum number of elements between a heading and the thread of comments that it is part of."""

_RUNNING = 12
"""Minimum words of a paragraph beside teasers that makes them items of an article."""

_SPACES = re.compile(r"\s+")
_COMMENTS = re.compile(
    r"\W*(?:\d[\d,.]*\s+)?(?:reader |your |latest |all |top )?(?:comments?|responses|replies|reactions)\W*(?:\d[\d,.]*)?\W*"
    r"|(?:\d+|one|\w+) (?:thoughts|comments|responses|replies) (?:on|to) .{3,200}|join the (?:discussion|conversation)\W*"
    r"|leave a (?:reply|comment)\W*|discussion about this (?:post|article)\W*",
    re.I,
)


class Dropped(NamedTuple):
    """A teaser that was removed from its page, and the element that it was part of."""

    teaser: _Element
    around: _Element


def drop_other_parts(tree: _Element) -> list[Dropped]:
    """Remove teasers and comments from *tree*. Items of a round-up stay: they link to other sites, or have text beside them.

    Returns the teasers, because items of a round-up can look like them.
    """
    for part in [*_threads(tree), *_other_articles(tree)]:
        drop(part)
    teasers = _listed(_teasers(tree))
    if not _is_beside_article(tree, teasers):
        return []
    found = [Dropped(each, around) for each in teasers if (around := each.getparent()) is not None]
    for teaser in teasers:
        drop(teaser)
    return found


def _words(element: _Element) -> int:
    return len(element.xpath("string()").split())


def _text(element: _Element) -> str:
    return _SPACES.sub(" ", element.xpath("string()")).strip()


def _threads(tree: _Element) -> Iterator[_Element]:
    """What stands below a heading such as "12 comments", to the end of its part of the page."""
    done: set[_Element | None] = set()
    for heading in tree.iter(*_HEADINGS):
        head = _above_others(heading) if _COMMENTS.fullmatch(_text(heading)[:240]) else None
        if head is not None and head.getparent() not in done:
            done.add(head.getparent())
            yield from (
                each for each in head.itersiblings() if isinstance(each.tag, str) and each.find(".//h1") is None
            )


def _above_others(heading: _Element) -> _Element | None:
    """*heading*, or the nearest element around it behind which text stands in the same part of the page."""
    head: _Element | None = heading
    for _ in range(_ABOVE):
        if head is None or head.tag in ("body", "main", "article"):
            return None
        below = islice(head.itersiblings(), _NEAR)
        if any(isinstance(each.tag, str) and _words(each) >= _THREAD for each in below):
            return head
        head = head.getparent()
    return None


def _other_articles(tree: _Element) -> Iterator[_Element]:
    """Whole articles behind the page's own, in elements of its form: they begin with a linked headline."""
    heads = [*tree.iter("h1")]
    if not heads:
        return
    own = _own_address(tree)
    for around in (heads[0], *heads[0].iterancestors()):
        if _words(around) - _words(heads[0]) - sum(map(_words, around.iter("a"))) < _ARTICLE:
            continue
        names = set(around.get("class", "").split())
        for other in around.itersiblings(around.tag):
            like = around.tag == "article" or not names.isdisjoint(other.get("class", "").split())
            title = next(other.iter("h1", *_HEADINGS), None) if like else None
            if title is not None and _is_linked_title(title, own):
                yield other


def _teasers(tree: _Element) -> list[_Element]:
    """The outermost elements that hold one linked headline each, and little else."""
    own = _own_address(tree)
    titles = [each for each in tree.iter(*_HEADINGS, "div", "p", "span", "strong", "b") if _is_linked_title(each, own)]
    held: Counter[_Element] = Counter()
    for title in {*titles, *tree.iter("h1", *_HEADINGS)}:
        for around in title.iterancestors():
            held[around] += 1
    found = []
    for title in titles:
        teaser = None
        for around in title.iterancestors():
            if held[around] != 1 or around.tag in ("body", "html") or _words(around) > _LONGEST_TEASER:
                break
            teaser = around
        if teaser is not None and teaser.tag != "a":
            found.append(teaser)
    return list(dict.fromkeys(found))


def _own_address(tree: _Element) -> str:
    """The address that the page declares for itself; empty if it declares none."""
    declared = (
        *(each.get("href", "") for each in tree.iter("link") if each.get("rel") == "canonical"),
        *(each.get("content", "") for each in tree.iter("meta") if each.get("property") == "og:url"),
    )
    return next(filter(None, declared), "")


def _is_linked_title(element: _Element, own: str) -> bool:
    """Whether all words of *element* are a link to another page of the site; one that is no heading has some words.

    *own* is the address of the page.
    """
    heading = element.tag in _HEADINGS
    links = [*element.iter("a")] or [*element.iterancestors("a")][:1]
    if len(links) != 1 or not _is_other_page(links[0].get("href", "#"), own):
        return False
    if not heading and (links[0].getparent() is not element or len(element) != 1):
        return False
    words = _text(element)
    return bool(words) and words in _text(links[0]) and (heading or words.count(" ") >= _TITLE)


def _is_other_page(link: str, own: str) -> bool:
    try:
        target, page = urlsplit(urljoin(own, link.strip())), urlsplit(own)
    except ValueError:
        return False
    if link.startswith("#") or target.scheme not in ("", "http", "https"):
        return False
    same_site = not target.netloc or not page.netloc or _site(target.netloc) == _site(page.netloc)
    return same_site and (target.netloc, target.path) != (page.netloc, page.path)


def _site(host: str) -> str:
    """The last two labels of *host*: pages of "sport.example.org" and "www.example.org" are one site's."""
    return ".".join(host.lower().split(":")[0].split(".")[-2:])


def _listed(teasers: Sequence[_Element]) -> list[_Element]:
    """Those of *teasers* that stand in a list of their like, or as an article in another article."""
    groups = defaultdict(list)
    for teaser in teasers:
        groups[teaser.getparent(), teaser.tag, teaser.get("class", "")].append(teaser)
    return [each for group in groups.values() if _is_list(group) for each in group]


def _is_list(group: Sequence[_Element]) -> bool:
    nested = group[0].tag == "article" and next(group[0].iterancestors("article"), None) is not None
    named = not sections("newsview.reading", "pages")["apart"].isdisjoint(attribute_words(group[0]))
    parent = group[0].getparent()
    beside = [] if parent is None or nested or named else [each for each in parent if each.tag == "p"]
    items = any(len(each.xpath("string()").split()) >= _RUNNING and each not in group for each in beside)
    return not items and len(group) >= (1 if nested else 2 if named else _TEASERS)


def _is_beside_article(tree: _Element, teasers: Iterable[_Element]) -> bool:
    """Whether the page has an article beside its *teasers*: a heading of first rank, some text."""
    inside = {each for teaser in teasers for each in teaser.iter()}
    texts = [
        len(each.xpath("string()").split())
        for each in tree.iter("p", "div", "td", "h1")
        if each not in inside and each.find("p") is None and each.find("div") is None
    ]
    return sum(words for words in texts if words >= _ARTICLE / 2) >= _ARTICLE
