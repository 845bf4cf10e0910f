"""Numbers and dates of two versions: those that changed, and those that are in one version only.

A number changed if its value, unit, modifier, period or direction did. A fact changed only if the words that carry it did: what the extraction makes of unchanged words is no change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsview.compare.alignment import Alignment, Edit
from newsview.compare.version import TokenRange, Version
from newsview.describe import number_about, number_words
from newsview.model.differences import Change, ChangeKind, Side
from newsview.model.facts import Number, Span

_REACH: Final = 4
"""Tokens behind a number among which its period ("a year") is looked for."""

_LONGEST: Final = 30
"""Tokens of the longest number."""
_FEW: Final = 10
_NO_VALUE: Final = (None, None, None)

Placed = tuple[Number, TokenRange]
"""A number with its tokens."""


class Numbers(NamedTuple):
    """The changes of numbers and dates, in no order, and the edits that only spell a value in another way."""

    changes: Sequence[Change]
    respelt: Sequence[Edit]


def number_changes(alignment: Alignment) -> Numbers:
    """What changed in the numbers and dates of two versions."""
    changes: list[Change] = []
    respelt: list[Edit] = []
    removed: list[Placed] = []
    added: list[Placed] = []
    olds, news = _numbers(alignment.old), _numbers(alignment.new)
    for passage in alignment.passages:
        if not passage.equal:
            comparison = _InPassage(alignment, within(olds, passage.old), within(news, passage.new))
            changes += comparison.changes()
            respelt += comparison.respelt
            removed += comparison.removed
            added += comparison.added
    for span in alignment.removed:
        removed += within(olds, span)
    for span in alignment.added:
        added += within(news, span)
    changes += _in_one_only(alignment, removed, added, olds, news)
    return Numbers(changes, respelt)


def _numbers(version: Version) -> list[Placed]:
    """The numbers with their tokens, in text order; page furniture and "now" or "for years" left out."""
    found = []
    for number in version.facts.numbers:
        span = version.token_range(number.start, number.end)
        if span[0] < span[1] and not _is_vague_time(number) and not version.is_boilerplate(number.start):
            found.append((number, span))
    return sorted(found, key=lambda placed: placed[1])


def _is_vague_time(number: Number) -> bool:
    """Whether it is a time without a figure: "now", "for years"."""
    timely = number.kind in ("date", "time", "duration") and number.value is None and number.iso is None
    return number.aside and timely and not any(map(str.isdigit, number.text))


def within(placed: Sequence[Placed], span: TokenRange) -> Sequence[Placed]:
    """Those of *placed*, in text order, that begin in the tokens *span*."""
    first = bisect_left(placed, span[0], key=_first)
    return placed[first : bisect_left(placed, span[1], key=_first)]


def _first(placed: Placed) -> int:
    return placed[1][0]


def _kind(number: Number) -> ChangeKind:
    return "date" if number.kind in ("date", "time") else "number"


def side(version: Version, number: Number) -> Side:
    """*number* as a side of a change."""
    about = number_about(number)
    title = f"{number_words(number)} · {about}" if about else number_words(number)
    return Side(number, number.text, number.start, number.end, version.sentence_text(number.start), title)


class _InPassage:
    """The numbers of one passage that has an edit."""

    def __init__(self, alignment: Alignment, olds: Sequence[Placed], news: Sequence[Placed]) -> None:
        self._alignment = alignment
        self._olds = olds
        self._news = news
        self.removed: list[Placed] = []
        self.added: list[Placed] = []
        self.respelt: list[Edit] = []

    def changes(self) -> Iterator[Change]:
        """Pair the numbers by their tokens, then by their values; ``removed`` and ``added`` are those left."""
        paired_old: set[str] = set()
        paired_new: set[str] = set()
        told: tuple[set[int], set[int]] = (set(), set())
        for old in self._olds:
            new = self._counterpart(old, paired_new)
            if new is None:
                continue
            paired_old.add(old[0].id)
            paired_new.add(new[0].id)
            if self._differs(old, new):
                told[0].update(range(*old[1]))
                told[1].update(range(*new[1]))
                yield self._changed(old, new)
        olds = [each for each in self._olds if each[0].id not in paired_old]
        news = [each for each in self._news if each[0].id not in paired_new]
        olds, news = _without_moved(olds, news)
        for old in olds:
            image = self._alignment.image(old[1])
            if not self._alignment.is_kept(old[1]) and not (image and told[1].intersection(range(*image))):
                self.removed.append(old)
        for new in news:
            origin = self._alignment.origin(new[1])
            if not self._alignment.was_there(new[1]) and not (origin and told[0].intersection(range(*origin))):
                self.added.append(new)

    def _counterpart(self, placed: Placed, taken: set[str]) -> Placed | None:
        """The new number that stands where the old one stood, of those the one most like it."""
        number, span = placed
        image = self._alignment.image(span)
        if image is None:
            return None
        near = within(self._news, (image[0] - _LONGEST, image[1]))
        there = [each for each in near if overlap(image, each[1]) and each[0].id not in taken]
        return max(there, key=lambda each: (_likeness(number, each[0]), overlap(image, each[1])), default=None)

    def _changed(self, old: Placed, new: Placed) -> Change:
        return Change(_kind(old[0]), "changed", side(self._alignment.old, old[0]), side(self._alignment.new, new[0]))

    def _differs(self, old: Placed, new: Placed) -> bool:
        """Whether the number says something else, and by words that changed."""
        was, now = old[0], new[0]
        edits = [*self._alignment.edits_in_old(old[1]), *self._alignment.edits_in_new(new[1])]
        if edits and not self._is_respelt(old, new):
            return True
        if self._attribute_differs(was, now, bool(edits)):
            return True
        self.respelt += (edit for edit in edits if _is_inside(edit.old, old[1]) and _is_inside(edit.new, new[1]))
        return False

    def _is_respelt(self, old: Placed, new: Placed) -> bool:
        """Whether different words give the same value: "12 March" and "March 12", "$5m" and "5 million dollars"."""
        was, now = old[0], new[0]
        if Counter(self._alignment.old.forms(old[1])) == Counter(self._alignment.new.forms(new[1])):
            return True
        if was.iso is not None or now.iso is not None:
            return was.iso == now.iso and was.value == now.value
        return was.value is not None and _same_value(was, now)

    def _attribute_differs(self, was: Number, now: Number, edited: bool) -> bool:
        if _differ(was.unit, now.unit) and (edited or self._is_edited(was.unit_text, now.unit_text)):
            return True
        if was.modifier != now.modifier and self._is_edited(was.cue, now.cue):
            return True
        if _differ(was.trend, now.trend) and was.trend_role == now.trend_role:
            return True
        return _differ(was.per, now.per) and self._is_edited_behind(was, now)

    def _is_edited(self, was: Span | None, now: Span | None) -> bool:
        """Whether one of the spans, None where there is none, has a word that the other version lacks."""
        old, new = self._alignment.old, self._alignment.new
        gone = was is not None and not self._alignment.is_kept(old.token_range(was.start, was.end))
        came = now is not None and not self._alignment.was_there(new.token_range(now.start, now.end))
        return gone or came

    def _is_edited_behind(self, was: Number, now: Number) -> bool:
        end = self._alignment.old.token_range(was.start, was.end)[1]
        return any(self._alignment.edits_in_old((end - 1, end + _REACH)))


def _without_moved(olds: Sequence[Placed], news: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Both without the numbers of equal value that stand in another place of the passage."""
    places: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for each in news:
        places[_value(each[0])].append(each)
    kept = []
    moved: set[str] = set()
    for old in olds:
        same = [each for each in places[_value(old[0])][:_FEW] if _same_unit(old[0], each[0])]
        if same and _value(old[0]) != _NO_VALUE:
            places[_value(old[0])].remove(same[0])
            moved.add(same[0][0].id)
        else:
            kept.append(old)
    return kept, [each for each in news if each[0].id not in moved]


def _value(number: Number) -> tuple[object, ...]:
    return number.value, number.value_max, number.iso


def _likeness(one: Number, other: Number) -> int:
    return 2 * (one.kind == other.kind) + 2 * (one.unit == other.unit) + _same_value(one, other)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _same_value(one: Number, other: Number) -> bool:
    return _value(one) == _value(other) != _NO_VALUE


def _same_unit(one: Number, other: Number) -> bool:
    return one.unit == other.unit or one.unit is None or other.unit is None


def _is_inside(inner: TokenRange, outer: TokenRange) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: TokenRange, other: TokenRange) -> int:
    """The number of tokens that are in both."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _in_one_only(
    alignment: Alignment,
    removed: Sequence[Placed],
    added: Sequence[Placed],
    olds: Sequence[Placed],
    news: Sequence[Placed],
) -> Iterator[Change]:
    """Numbers that the other version does not state anywhere."""
    said_before = {_key(alignment.old, each) for each in olds}
    said_now = {_key(alignment.new, each) for each in news}
    for each in removed:
        if _key(alignment.old, each) not in said_now:
            yield Change(_kind(each[0]), "removed", side(alignment.old, each[0]), None)
    for each in added:
        if _key(alignment.new, each) not in said_before:
            yield Change(_kind(each[0]), "added", None, side(alignment.new, each[0]))


def _key(version: Version, placed: Placed) -> tuple[object, ...]:
    """What a number says: its value with its unit, or its words."""
    number, span = placed
    if number.iso is not None and not number.relative:
        return ("date", number.iso)
    if number.value is not None:
        return (number.value, number.value_max, number.unit)
    return version.forms(span)
