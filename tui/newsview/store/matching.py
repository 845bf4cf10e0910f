"""Matching of old facts to those of a new extraction, by place and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from newsview.model.facts import Analysis, Entity, Mention, Occurrence, Part, occurrences, parts_by_id
from newsview.model.ids import words
from newsview.store.alignment import Alignment

_NEARBY = 200
"""Maximum distance in code points between two facts with the same words that may match."""


class Matcher:
    """Matches decisions whose fact id is missing in the new extraction to facts of the new extraction."""

    def __init__(self, old: Analysis, new: Analysis, alignment: Alignment) -> None:
        self._review = old.review
        self._old = parts_by_id(old)
        self._alignment = alignment
        self._new = parts_by_id(new)
        # a decision does not move to a fact that has its own decision
        free = [part for part in self._new.values() if part.id not in old.review]
        self._places = sorted(((start, part.id) for part in free for start in _starts(part)), key=itemgetter(0))

    def _referenced_ids(self) -> list[str]:
        """The ids that the review decides on or refers to, in its order."""
        ids: dict[str, None] = dict.fromkeys(self._review)
        for decision in self._review.values():
            ids.update(dict.fromkeys(text for text in _strings(decision.edits) if text in self._old))
        return list(ids)

    def match(self) -> tuple[dict[str, str], list[str]]:
        """New ids by old ids, and the ids of decisions without a matching fact."""
        moved: dict[str, str] = {}
        taken: set[str] = set()
        orphaned: list[str] = []
        for key in self._referenced_ids():
            if key in self._new:
                continue
            was = self._old.get(key)
            now = self._best(was, taken) if was is not None else None
            if now is not None:
                moved[key] = now.id
                taken.add(now.id)
            elif key in self._review:
                orphaned.append(key)
        return moved, orphaned

    def _best(self, was: Part, taken: set[str]) -> Part | None:
        near = [part for part in self._candidates(was) if type(part) is type(was) and part.id not in taken]
        best = max(near, key=lambda part: self._similarity(was, part), default=None)
        return best if best is not None and self._similarity(was, best) > 0 else None

    def _candidates(self, was: Part) -> list[Part]:
        """The candidates for *was*: the facts that start near the aligned place of it or of one of its mentions."""
        near: dict[str, Part] = {}
        reach = _NEARBY if isinstance(was, Entity) else max(_NEARBY, was.end - was.start)
        for start in map(self._alignment.offset, _starts(was)):
            first = bisect_left(self._places, start - reach, key=itemgetter(0))
            last = bisect_right(self._places, start + reach, key=itemgetter(0))
            near.update((id_, self._new[id_]) for _, id_ in self._places[first:last])
        return list(near.values())

    def _similarity(self, was: Part, now: Part) -> float:
        """Similarity of two facts, above 0 for a match: the share of their common places, else their proximity."""
        if isinstance(was, Entity) and isinstance(now, Entity):
            shared = sum(max((self._span(a, b) for b in now.mentions), default=0.0) for a in was.mentions)
            return shared / max(len(was.mentions), len(now.mentions))
        if isinstance(was, Entity) or isinstance(now, Entity):
            return 0.0
        return self._span(was, now)

    def _span(self, was: Occurrence, now: Occurrence) -> float:
        start, end = self._alignment.offset(was.start), self._alignment.offset(was.end)
        common = min(end, now.end) - max(start, now.start)
        if common > 0:
            share = common / max(end - start, now.end - now.start)
            if share >= 0.5:
                return 1 + share
        if words(was.text) != words(now.text):
            return 0.0
        away = abs(now.start - start)
        return 1 - away / _NEARBY if away < _NEARBY else 0.0


def _starts(part: Part) -> list[int]:
    return [part.start] if isinstance(part, Mention) else [place.start for place in occurrences(part)]


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _strings(each)
