"""The running text of a web page: what of it the extraction missed, and whether that belongs to the article.

Extraction takes one container for the article. Where a page spreads its article over several, the paragraphs of the
others are put back at their places; of what is still left out, the share is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsview.model.data_files import sections
from newsview.reading import boilerplate
from newsview.reading.page_blocks import LINKED, WHOLE, Block, blocks, is_outside, letters
from newsview.reading.page_parts import Dropped
from newsview.reading.page_tree import attribute_words, data_words, is_menu

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = frozenset(("h2", "h3", "h4"))
_LEAD = 6
"""Maximum number of paragraphs from the headline to the first of the article that was found."""
_ONLY_LINK = 0.9
"""Share from which on it is nothing but a link."""
_GRAM = 4
_KNOWN = 0.85
"""Share of a paragraph's sequences of four words from which on it is taken to be in the text already."""
_MOST = 0.7
"""Share of the words that were found which must stand outside of the parts named as no part of the article."""
_TOLD = 0.05
"""Share of the page's running text from which on it is told that it was left out."""


def completed(found: Sequence[str], tree: _Element, teasers: Sequence[Dropped]) -> tuple[list[str], float]:
    """The paragraphs *found* with those of *tree* that belong to the same article, and the share that is left out.

    The share is that of the running text around the article, in words. *teasers*, which are no longer in *tree*, count
    where they have more of it than the rest: then the page may be a round-up.
    """
    outside: list[_Element] = []
    page = list(blocks(tree, outside))
    links = {letters(block.text) for block in page if _is_only_link(block)}
    found = [text for text in found if letters(text) not in links and not boilerplate.is_furniture(text)]
    found = _without_outside(found, page, outside)
    page = [block for block in page if block.linked < LINKED]
    known = _Known(found)
    have = [block.text in known for block in page]
    homes = _homes([block for block, there in zip(page, have, strict=True) if there and block.running])
    wanted = _wanted(page, have, homes)
    _add_lead(page, have, wanted)
    return _inserted(found, page, have, wanted), _share_left(page, have, wanted, teasers)


def _without_outside(found: Sequence[str], page: Sequence[Block], outside: Sequence[_Element]) -> list[str]:
    """*found* without what stands only in parts of the page named as no part of the article, if that is not most of it."""
    certain = sections("newsview.reading", "pages")["apart"]
    named = [each for each in outside if is_menu(each) or not certain.isdisjoint(attribute_words(each))]
    apart = {letters(block.text) for each in named for block in blocks(each)} - {letters(block.text) for block in page}
    kept = [text for text in found if letters(text) not in apart]
    enough = sum(map(_words, kept)) >= _MOST * sum(map(_words, found))
    return kept if enough else [*found]


def _words(text: str) -> int:
    return len(text.split())


def _is_only_link(block: Block) -> bool:
    """A line that is a link to something else: "Read more: the mayor's plan", and no heading or sentence."""
    heading = block.element.tag in ("h1", "h2", "h3")
    return block.linked >= _ONLY_LINK and not heading and not boilerplate.ends_like_sentence(block.text)


class _Known:
    """A text in which paragraphs are looked up, also those of which a word or a link is missing there."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._whole = set(map(letters, paragraphs))
        self._grams = set(_grams(" ".join(paragraphs)))

    def __contains__(self, text: str) -> bool:
        if letters(text) in self._whole:
            return True
        grams = _grams(text)
        return sum(gram in self._grams for gram in grams) > _KNOWN * max(1, len(grams))


def _grams(text: str) -> list[tuple[str, ...]]:
    words = [letters(word) for word in text.split()]
    return list(zip(*(words[start:] for start in range(_GRAM)), strict=False))


def share_told(share: float) -> str | None:
    """The notice for the *share* of the running text that is left out; None if it is small."""
    if share < _TOLD:
        return None
    return f"{share:.0%} of this page's running text was left out; compare with the page"


def _wanted(page: Sequence[Block], have: Sequence[bool], homes: set[tuple[object, ...]]) -> list[bool]:
    """Which blocks are to be put back: running text in a home of the article, and the short lines between it."""
    wanted = [
        block.running and not there and _home(block) in homes and not boilerplate.is_boilerplate(block.text)
        for block, there in zip(page, have, strict=True)
    ]
    for index in range(1, len(page) - 1):
        if page[index].running and not have[index] and not wanted[index]:
            wanted[index] = _is_inlaid(page, have, index) and not boilerplate.is_boilerplate(page[index].text)
    around = {block.element.getparent() for block, want in zip(page, wanted, strict=True) if want}
    kept = [index for index, block in enumerate(page) if block.running and (have[index] or wanted[index])]
    for index, block in enumerate(page):
        between = bool(kept) and kept[0] < index < kept[-1] and block.element.tag not in WHOLE
        if between and not have[index] and (block.element.getparent() in around or _heads(page, have, wanted, index)):
            wanted[index] = wanted[index] or not boilerplate.is_boilerplate(block.text)
    return wanted


def _is_inlaid(page: Sequence[Block], have: Sequence[bool], index: int) -> bool:
    """Whether block *index* stands alone in a box between two paragraphs of the article: a call-out."""
    around = _box(page[index]).getparent()
    return all(have[near] and page[near].element.getparent() is around for near in (index - 1, index + 1))


def _heads(page: Sequence[Block], have: Sequence[bool], wanted: Sequence[bool], index: int) -> bool:
    """Whether block *index* is a heading directly above running text of the article, beside it or in a box of its own."""
    if page[index].element.tag not in _HEADINGS or index + 1 == len(page):
        return False
    below = page[index + 1]
    beside = _box(page[index]).getparent()
    return below.running and (have[index + 1] or wanted[index + 1]) and beside in below.element.iterancestors()


def _box(block: Block) -> _Element:
    """The outermost element that holds nothing but *block*."""
    box, own = block.element, len(letters(block.text))
    for around in block.element.iterancestors():
        if not _has_at_most(around, own):
            break
        box = around
    return box


def _has_at_most(element: _Element, most: int) -> bool:
    """Whether *element* has *most* letters or fewer; no more text is read than that, because it may be the whole page."""
    found = 0
    for text in element.itertext():
        found += len(letters(text))
        if found > most:
            return False
    return True


def _add_lead(page: Sequence[Block], have: Sequence[bool], wanted: list[bool]) -> None:
    """Want the lead too: running text between the only heading of first rank and the article, in the same article."""
    heads = [index for index, block in enumerate(page) if block.element.tag == "h1"]
    first = next((index for index, block in enumerate(page) if block.running and (have[index] or wanted[index])), 0)
    if len(heads) != 1 or not heads[0] < first <= heads[0] + _LEAD:
        return
    article = _home(page[first])[0]
    for index in range(heads[0] + 1, first):
        block, home = page[index], _home(page[index])[0]
        named = _is_named_lead(block)
        lead = (block.running and home is article) or (named and home in (article, None))
        wanted[index] = wanted[index] or (lead and not have[index] and not boilerplate.is_boilerplate(block.text))


def _is_named_lead(block: Block) -> bool:
    """Whether the page calls *block* the lead, by a class, an id or an attribute of its own making, or its box is called so."""
    leads = sections("newsview.reading", "pages")["lead"]
    boxes = (block.element, _box(block))
    return any(not leads.isdisjoint(attribute_words(each) | data_words(each)) for each in boxes)


def _homes(shown: Sequence[Block]) -> set[tuple[object, ...]]:
    """The homes of *shown* within the article that has the most of its words; a page may hold several."""
    words: Counter[object] = Counter()
    for block in shown:
        words[_home(block)[0]] += block.words()
    article = words.most_common(1)[0][0] if words else None
    return {home for home in map(_home, shown) if home[0] is article}


def _home(block: Block) -> tuple[object, ...]:
    """Names of the elements around a paragraph, and its article: equal for the containers that an article is spread over."""
    around = [each for each in block.element.iterancestors() if each.tag not in ("body", "html")]
    article = next((each for each in around if each.tag == "article" or each.get("role") == "article"), None)
    return (article, *(_name(each) for each in (block.element, *around)))


def _name(element: _Element) -> str:
    words = (word.rstrip("0123456789-_") for word in element.get("class", "").split())
    return " ".join((element.tag, *sorted(words)))


def _share_left(
    page: Sequence[Block], have: Sequence[bool], wanted: Sequence[bool], teasers: Sequence[Dropped]
) -> float:
    """The share of running text that is left out of what stands together with the article and its only heading."""
    shown = [block for block, there in zip(page, have, strict=True) if there and block.running]
    if not shown:
        return 0.0
    heads = [block for block in page if block.element.tag == "h1"]
    shown += heads if len(heads) == 1 else []
    around = _common(shown)
    running = left = 0
    for block, there, want in zip(page, have, wanted, strict=True):
        if block.running and (there or want or around is None or around in block.element.iterancestors()):
            running += block.words()
            left += 0 if there or want else block.words()
    beside = sum(_running_words(each) for each in teasers if around in (each.around, *each.around.iterancestors()))
    return (left + beside) / (running + beside) if beside > running else left / running


def _running_words(dropped: Dropped) -> int:
    """Words of running text of a teaser that is in no part of the page named as no part of the article."""
    if any(map(is_outside, (dropped.teaser, dropped.around, *dropped.around.iterancestors()))):
        return 0
    return sum(block.words() for block in blocks(dropped.teaser) if block.running)


def _common(shown: Sequence[Block]) -> _Element | None:
    """The innermost element around all blocks *shown*."""
    paths = [[*block.element.iterancestors()][::-1] for block in shown]
    common = None
    for level in zip(*paths, strict=False):
        if any(each is not level[0] for each in level):
            break
        common = level[0]
    return common


def _inserted(found: Sequence[str], page: Sequence[Block], have: Sequence[bool], wanted: Sequence[bool]) -> list[str]:
    done = list(found)
    if not any(wanted):
        return done
    known = [_Known([paragraph]) for paragraph in done]
    at = 0
    for block, there, want in zip(page, have, wanted, strict=True):
        if want:
            done.insert(at, block.text)
            known.insert(at, _Known([block.text]))
            at += 1
        elif there:
            at = next((index + 1 for index in range(at, len(done)) if block.text in known[index]), at)
    return done
