"""Alignment of two versions of an article: from offsets in the old text to offsets in the new one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from newsview.model.article import Article
from newsview.store.equal_pairs import equal_pairs


@dataclass(frozen=True, slots=True)
class _Block:
    """Aligned ranges of the two texts; ``same`` if their text is equal."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    same: bool


class Alignment:
    """Map from offsets of *old* to offsets of *new*: exact in equal paragraphs, else to the nearest equal words."""

    def __init__(self, old: Article, new: Article) -> None:
        self._old = old.text
        self._new = new.text
        self._blocks = _blocks(old, new)
        self._starts = [block.old_start for block in self._blocks]

    def offset(self, old: int) -> int:
        """The offset in the new text that corresponds to *old*, interpolated in changed paragraphs."""
        if not self._blocks:
            return min(old, len(self._new))
        block = self._blocks[max(0, bisect_right(self._starts, old) - 1)]
        if block.same:
            return min(block.new_start + old - block.old_start, block.new_end)
        length = max(1, block.old_end - block.old_start)
        share = min(1.0, (old - block.old_start) / length)
        return block.new_start + round(share * (block.new_end - block.new_start))

    def place(self, start: int, end: int) -> int:
        """The start of ``old[start:end]`` in the new text; if the words are not found, the aligned offset."""
        found = self.find(start, end)
        return found if found is not None else self.offset(start)

    def find(self, start: int, end: int, reach: int = 500) -> int | None:
        """The nearest offset of the words ``old[start:end]`` in the new text, within *reach*; None if not found."""
        return self.find_words(self._old[start:end], self.offset(start), reach)

    def find_words(self, words: str, about: int, reach: int = 500) -> int | None:
        """The offset of *words* in the new text that is nearest to *about*, within *reach*; None if not found."""
        if self._new.startswith(words, about):
            return about
        window = self._new[max(0, about - reach) : about + reach + len(words)]
        at, best = window.find(words), None
        while at != -1:
            found = max(0, about - reach) + at
            if best is None or abs(found - about) < abs(best - about):
                best = found
            at = window.find(words, at + 1)
        return best


_SHARED = 0.15
"""Share of the rows of words of a text that another version of it has at least."""

_ROW = 3
"""Words in a row that two articles share seldom by chance."""

_FEWEST = 8
"""Rows of words from which a text can be told from another version of it."""


def unrelated(old: str, new: str) -> bool:
    """Whether *new* shares next to nothing with *old*: another article, not another version of it."""
    if old == new:
        return False
    rows, others = _rows(old), _rows(new)
    return min(len(rows), len(others)) >= _FEWEST and len(rows & others) < _SHARED * min(len(rows), len(others))


def _rows(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return set(zip(*(words[first:] for first in range(_ROW)), strict=False))


def _blocks(old: Article, new: Article) -> list[_Block]:
    """The aligned blocks of whole paragraphs, in order of the old text."""
    if old.text == new.text:
        return [_Block(0, len(old.text), 0, len(new.text), same=True)]
    olds = [old.text[paragraph.start : paragraph.end] for paragraph in old.paragraphs]
    news = [new.text[paragraph.start : paragraph.end] for paragraph in new.paragraphs]
    blocks: list[_Block] = []
    next_old = next_new = 0
    for was, now in [*equal_pairs(olds, news), (len(olds), len(news))]:
        if next_old < was:
            new_start = new.paragraphs[next_new].start if next_new < len(news) else len(new.text)
            new_end = new.paragraphs[now - 1].end if now > next_new else new_start
            start, end = old.paragraphs[next_old].start, old.paragraphs[was - 1].end
            blocks.append(_Block(start, end, new_start, new_end, same=False))
        if was < len(olds):
            one, other = old.paragraphs[was], new.paragraphs[now]
            blocks.append(_Block(one.start, one.end, other.start, other.end, same=True))
        next_old, next_new = was + 1, now + 1
    return blocks
