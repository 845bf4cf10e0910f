"""Alignment of two versions token by token: what stayed, and by what the rest was replaced."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from newsview.compare.opcodes import opcodes
from newsview.compare.sentences import Pair, paired
from newsview.compare.version import TokenRange, Version


class Edit(NamedTuple):
    """Tokens of the old version and those that stand in their place; one of the two may be empty."""

    old: TokenRange
    new: TokenRange


class Block(NamedTuple):
    """Tokens of a passage of both versions, ``same`` if they are equal."""

    old: TokenRange
    new: TokenRange
    same: bool


class Passage(NamedTuple):
    """A pair of sentences as ranges of tokens, with its blocks in order. ``equal``: without an edit."""

    old: TokenRange
    new: TokenRange
    blocks: Sequence[Block]
    equal: bool


class Alignment:
    """Both versions with their passages, and maps between their tokens."""

    def __init__(self, old: Version, new: Version) -> None:
        self.old = old
        self.new = new
        found = paired(old, new)
        self.removed: Sequence[TokenRange] = [old.sentences[index] for index in found.removed]
        self.added: Sequence[TokenRange] = [new.sentences[index] for index in found.added]
        self.passages: Sequence[Passage] = [self._passage(pair) for pair in found.pairs]

    def _passage(self, pair: Pair) -> Passage:
        old = (self.old.sentences[pair.old[0]][0], self.old.sentences[pair.old[-1]][1])
        new = (self.new.sentences[pair.new[0]][0], self.new.sentences[pair.new[-1]][1])
        if pair.equal:
            return Passage(old, new, [Block(old, new, same=True)], equal=True)
        blocks = list(_blocks(self.old.forms(old), self.new.forms(new), old[0], new[0]))
        return Passage(old, new, blocks, equal=all(block.same for block in blocks))

    @property
    def common(self) -> float:
        """Share of the tokens of the shorter version that are in both."""
        kept = sum(block.old[1] - block.old[0] for each in self.passages for block in each.blocks if block.same)
        return kept / max(1, min(len(self.old.tokens), len(self.new.tokens)))

    def image(self, span: TokenRange) -> TokenRange | None:
        """The tokens of the new version that stand in the place of the old tokens *span*, from the first to the last.

        An empty range where they were removed without replacement; None if their sentences were.
        """
        return _image(self._by_old, span, old=True)

    def origin(self, span: TokenRange) -> TokenRange | None:
        """The tokens of the old version in whose place the new tokens *span* stand, as ``image``."""
        return _image(self._by_new, span, old=False)

    def edits_in_old(self, span: TokenRange) -> Iterator[Edit]:
        """The edits that touch the old tokens *span*, insertions between them included."""
        return _edits(self._by_old, span, old=True)

    def edits_in_new(self, span: TokenRange) -> Iterator[Edit]:
        """The edits that touch the new tokens *span*, deletions between them included."""
        return _edits(self._by_new, span, old=False)

    def is_kept(self, span: TokenRange) -> bool:
        """Whether all old tokens in *span* stand in the new version, one behind the other."""
        return span[0] < span[1] and self.image(span) is not None and not any(self.edits_in_old(span))

    def was_there(self, span: TokenRange) -> bool:
        """Whether all new tokens in *span* stood in the old version, one behind the other."""
        return span[0] < span[1] and self.origin(span) is not None and not any(self.edits_in_new(span))

    def kept_tokens(self, span: TokenRange) -> int:
        """The number of old tokens in *span* that the new version has at their place."""
        return sum(
            min(span[1], block.old[1]) - max(span[0], block.old[0])
            for block in self._by_old.touching(span, old=True)
            if block.same
        )

    def tokens_from_old(self, span: TokenRange) -> int:
        """The number of new tokens in *span* that the old version had at their place."""
        return sum(
            min(span[1], block.new[1]) - max(span[0], block.new[0])
            for block in self._by_new.touching(span, old=False)
            if block.same
        )

    def before(self, token: int) -> int | None:
        """The token of the new version that stands in the place of the last old one before *token*; None at the beginning."""
        block = self._by_old.before(token)
        return max(0, block.new[1] - 1) if block is not None else None

    def offset_in_new(self, start: int) -> int:
        """The offset in the new text of what stands at *start* in the old one, or of the end of what stood before it."""
        token = self.old.token_range(start, start + 1)[0]
        index = self._by_old.before(token + 1)
        if index is None:
            return 0
        end = max(0, index.new[1] - 1)
        return self.new.tokens[end].start if end < len(self.new.tokens) else len(self.new.text)

    @cached_property
    def _by_old(self) -> _Sorted:
        return _Sorted([block for each in self.passages for block in each.blocks], old=True)

    @cached_property
    def _by_new(self) -> _Sorted:
        return _Sorted([block for each in self.passages for block in each.blocks], old=False)


class _Sorted:
    """Blocks in the order of one version, found by token."""

    def __init__(self, blocks: Sequence[Block], *, old: bool) -> None:
        def own(block: Block) -> TokenRange:
            return block.old if old else block.new

        self.blocks = sorted(blocks, key=lambda block: own(block))
        self._firsts = [own(block)[0] for block in self.blocks]
        self._ends = [own(block)[1] for block in self.blocks]

    def touching(self, span: TokenRange, *, old: bool) -> Iterator[Block]:
        """The blocks with a token in *span*, and the empty ones inside it."""
        index = bisect_right(self._ends, span[0])
        while index < len(self.blocks):
            block = self.blocks[index]
            first, end = block.old if old else block.new
            if first >= span[1]:
                return
            if first < end or first > span[0]:
                yield block
            index += 1

    def before(self, token: int) -> Block | None:
        """The last block that begins before *token*."""
        index = bisect_left(self._firsts, token) - 1
        return self.blocks[index] if index >= 0 else None


def _blocks(old: Sequence[str], new: Sequence[str], first: int, begin: int) -> Iterator[Block]:
    """The blocks of two sequences whose first tokens have the indexes *first* and *begin*."""
    for same, i, j, k, m in opcodes(old, new):
        yield Block((first + i, first + j), (begin + k, begin + m), same=same)


def _image(blocks: _Sorted, span: TokenRange, *, old: bool) -> TokenRange | None:
    found: list[TokenRange] = []
    for block in blocks.touching(span, old=old):
        own, other = (block.old, block.new) if old else (block.new, block.old)
        if block.same:
            begin = other[0] + max(0, span[0] - own[0])
            found.append((begin, begin + min(span[1], own[1]) - max(span[0], own[0])))
        else:
            found.append(other)
    if not found:
        return None
    return min(each[0] for each in found), max(each[1] for each in found)


def _edits(blocks: _Sorted, span: TokenRange, *, old: bool) -> Iterator[Edit]:
    for block in blocks.touching(span, old=old):
        if not block.same:
            yield Edit(block.old, block.new)
