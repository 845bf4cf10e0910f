"""Pairs of sentences of two versions: equal ones wherever they stand, then similar ones, then those split or joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsview.compare.version import Version

SIMILAR: Final = 0.5
"""Share of common tokens from which two sentences are versions of each other."""
SIMILAR_BESIDE: Final = 0.3
"""The same where the sentences before or behind them are paired."""
CONTAINED: Final = 0.7
"""Share of a sentence's tokens in another from which it is a part of it."""
_FREQUENT: Final = 25
"""Sentences with one token from which it does not propose pairs: linear time."""


class Pair(NamedTuple):
    """Neighbouring sentences of the old version and those of the new one that they became, by index, in order."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    equal: bool = False


class Pairs(NamedTuple):
    """The pairs in the order of the new version, and the sentences that have no counterpart."""

    pairs: Sequence[Pair]
    removed: Sequence[int]
    added: Sequence[int]


def paired(old: Version, new: Version) -> Pairs:
    """The sentences of *old* and *new* in pairs. Sentences without a token are left out. Linear in the texts."""
    return _Pairing(old, new).result()


class _Pairing:
    def __init__(self, old: Version, new: Version) -> None:
        self._old = [old.forms(span) for span in old.sentences]
        self._new = [new.forms(span) for span in new.sentences]
        self._to_new: dict[int, int] = {}
        self._to_old: dict[int, int] = {}

    def result(self) -> Pairs:
        """Pair all sentences."""
        equal = self._pair_equal()
        self._pair_similar()
        pairs = [Pair((each,), (self._to_new[each],), each in equal) for each in self._to_new]
        pairs = self._with_parts(pairs)
        olds = {each for pair in pairs for each in pair.old}
        news = {each for pair in pairs for each in pair.new}
        return Pairs(
            sorted(pairs, key=lambda pair: pair.new),
            [index for index, forms in enumerate(self._old) if forms and index not in olds],
            [index for index, forms in enumerate(self._new) if forms and index not in news],
        )

    def _pair(self, old: int, new: int) -> None:
        self._to_new[old], self._to_old[new] = new, old

    def _pair_equal(self) -> set[int]:
        """Pair equal sentences, the first with the first; returns those of the old version."""
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index in reversed(range(len(self._new))):
            if self._new[index]:
                places[self._new[index]].append(index)
        for index, forms in enumerate(self._old):
            if places[forms]:
                self._pair(index, places[forms].pop())
        return set(self._to_new)

    def _pair_similar(self) -> None:
        """Pair what is left by common tokens, the most similar first."""
        scored = sorted(self._candidates(), key=lambda each: (-each[0], each[1], each[2]))
        for _, old, new in scored:
            if old not in self._to_new and new not in self._to_old:
                self._pair(old, new)
        for old, new in self._neighbours():  # the sentences beside these are paired by now
            free = old not in self._to_new and new not in self._to_old
            if free and similarity(self._old[old], self._new[new]) >= SIMILAR_BESIDE:
                self._pair(old, new)

    def _candidates(self) -> Iterator[tuple[float, int, int]]:
        """(similarity, old, new) of sentences without a counterpart that are similar enough."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, forms in enumerate(self._new):
            if index not in self._to_old:
                for form in set(forms):
                    places[form].append(index)
        for index, forms in enumerate(self._old):
            if index in self._to_new or not forms:
                continue
            shared = Counter(new for form in set(forms) if len(places[form]) <= _FREQUENT for new in places[form])
            proposed = {new for new, _ in shared.most_common(6)}
            for new in proposed | self._beside(index):
                score = similarity(forms, self._new[new])
                if score >= SIMILAR:
                    yield score, index, new

    def _beside(self, old: int) -> set[int]:
        """New sentences without a counterpart behind or before the counterparts of the neighbours of *old*."""
        found = set()
        for step in (-1, 1):
            there = self._to_new.get(old + step)
            if there is not None and 0 <= there - step < len(self._new) and there - step not in self._to_old:
                found.add(there - step)
        return {each for each in found if self._new[each]}

    def _neighbours(self) -> Iterator[tuple[int, int]]:
        for old, forms in enumerate(self._old):
            if forms and old not in self._to_new:
                yield from ((old, new) for new in sorted(self._beside(old)))

    def _with_parts(self, pairs: Sequence[Pair]) -> list[Pair]:
        """*pairs* with sentences without a counterpart joined to a neighbour's pair if they are a part of the other side."""
        by_old = {pair.old[0]: pair for pair in pairs}
        for old, forms in enumerate(self._old):
            if forms and old not in self._to_new:
                self._join(by_old, old, forms, is_old=True)
        by_new = {pair.new[0]: pair for pair in by_old.values()}
        for new, forms in enumerate(self._new):
            if forms and new not in self._to_old:
                self._join(by_new, new, forms, is_old=False)
        return list({id(pair): pair for pair in by_new.values()}.values())

    def _join(self, pairs: dict[int, Pair], index: int, forms: tuple[str, ...], *, is_old: bool) -> None:
        """Join the sentence *index* to the pair of the sentence before or behind it, in *pairs* by their sentence."""
        for beside in (index - 1, index + 1):
            pair = pairs.get(beside)
            if pair is None or pair.equal:
                continue
            mine, others = (pair.old, pair.new) if is_old else (pair.new, pair.old)
            if index not in (mine[0] - 1, mine[-1] + 1):
                continue
            own, theirs = (self._old, self._new) if is_old else (self._new, self._old)
            left = Counter(form for each in others for form in theirs[each])
            left -= Counter(form for each in mine for form in own[each])
            if (Counter(forms) & left).total() >= CONTAINED * len(forms):
                mine = tuple(sorted((*mine, index)))
                joined = Pair(mine, others) if is_old else Pair(others, mine)
                for each in mine:
                    pairs[each] = joined
                return


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the tokens of both that they have in common, 0 to 1."""
    total = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / total if total else 0.0
