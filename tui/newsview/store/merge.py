"""A review carried over to a new extraction of its article, whose text may have been edited since.

A decision stays with its id. Where that is gone, it goes to the fact of the same kind at the same place, or with the
same words nearby; else it is kept, and listed, with the fact that it was about. Nothing that a reviewer did is dropped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from operator import itemgetter
from typing import Any, TypeVar

from newsview.article import Article
from newsview.codec import FormatError, decode, encode
from newsview.facts import Analysis, Decision, Entity, Fact, Mention, Number, Quote, start_of
from newsview.ids import words
from newsview.store.alignment import Alignment
from newsview.store.merged import Merged
from newsview.store.orphans import orphans_of, with_orphans

_NEARBY = 200
"""Code points between two facts with the same words that may still be one."""

E = TypeVar("E", Entity, Quote, Number)
F = TypeVar("F", Quote, Number)

Part = Fact | Mention
"""Whatever has an id that a decision may be about."""


def merge(old: Analysis, new: Analysis) -> Merged:
    """*new* with the review of *old*, the facts that the reviewer added to it, and its unknown keys."""
    alignment = Alignment(old.article, new.article)
    carried, lost = _carry(old, new.article, alignment)
    facts = with_added(_with_unknown_keys(new, _parts(old)), carried)
    moved, orphaned = _Matcher(old, facts, alignment).match()
    facts = _with_references(facts, moved)
    carrier = _Carrier(_Shift(old.article, new.article, alignment), facts, moved)
    review = {moved.get(key, key): carrier.decision(decision) for key, decision in old.review.items()}
    known = {**orphans_of(old), **_plain_parts(old)}
    kept = {key: known[key] for key in [*orphaned, *lost] if key in known}
    return Merged(
        with_orphans(replace(facts, review=review, extra={**old.extra, **new.extra}), kept),
        moved,
        tuple(dict.fromkeys([*orphaned, *lost])),
        carrier.decision,
        lambda fact: _placed(fact, old.article, new.article, alignment),
        alignment.place,
    )


def _facts(analysis: Analysis) -> Iterable[Fact]:
    return (*analysis.entities, *analysis.quotes, *analysis.numbers)


def _parts(analysis: Analysis) -> dict[str, Part]:
    """Every fact and every mention by its id."""
    parts: dict[str, Part] = {fact.id: fact for fact in _facts(analysis)}
    parts.update((mention.id, mention) for entity in analysis.entities for mention in entity.mentions)
    return parts


def part_ids(analysis: Analysis) -> Set[str]:
    """The ids that a decision may be about."""
    return _parts(analysis).keys()


def _plain_parts(analysis: Analysis) -> dict[str, Any]:
    wanted = {*analysis.review, *(fact.id for fact in _facts(analysis) if fact.origin == "reviewer")}
    return {key: encode(part) for key, part in _parts(analysis).items() if key in wanted}


def _carry(old: Analysis, article: Article, alignment: Alignment) -> tuple[list[Fact], list[str]]:
    """The reviewer's own facts at their places in the new text, and the ids of those whose words are gone from it."""
    carried: list[Fact] = []
    lost: list[str] = []
    for fact in _facts(old):
        if fact.origin == "reviewer":
            placed = _placed(fact, old.article, article, alignment)
            if placed is None:
                lost.append(fact.id)
            else:
                carried.append(placed)
    return carried, lost


def _placed(fact: Fact, old: Article, new: Article, alignment: Alignment) -> Fact | None:
    try:
        return decode(type(fact), _Shift(old, new, alignment).record(encode(fact)))
    except (FormatError, LookupError):
        return None


class _Shift:
    """Moves the spans of a plain record from one text of an article to another."""

    def __init__(self, old: Article, new: Article, alignment: Alignment) -> None:
        self._old = old
        self._new = new
        self._alignment = alignment

    def record(self, plain: dict[str, Any]) -> dict[str, Any]:
        """*plain* with its spans, also the nested ones, in the new text. Raises ``LookupError`` if one is not there."""
        shifted = {key: self._value(value) for key, value in plain.items()}
        if "start" in plain:
            at = self._find(plain.get("text"), plain["start"], plain["end"])
            if at is None:
                raise LookupError("its words are not in the text any more")
            shifted["start"], shifted["end"] = at, at + plain["end"] - plain["start"]
            if "sentence" in plain:
                names = [self._new.sentences[i].id for i in self._new.sentences_between(at, shifted["end"])]
                shifted["sentence"] = names[0]
                if "sentences" in plain:
                    shifted["sentences"] = names
        return shifted

    def _find(self, words: str | None, start: int, end: int) -> int | None:
        if words in (None, self._old.text[start:end]):
            return self._alignment.find(start, end)
        # of an even earlier text, or of the new one already: a journal does not say of which
        return self._alignment.find_words(words, start) if isinstance(words, str) and words else None

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self.record(value)
        if isinstance(value, list):
            return [self._value(each) for each in value]
        return value

    def offset(self, start: int) -> int:
        """About where the offset of the old text is in the new one."""
        return self._alignment.offset(start)


def with_added(analysis: Analysis, facts: list[Fact]) -> Analysis:
    """*analysis* with those of *facts* that it does not have yet, each kind in text order."""
    present = {fact.id for fact in _facts(analysis)}
    added = [fact for fact in facts if fact.id not in present]
    if not added:
        return analysis
    entities = [*analysis.entities, *(fact for fact in added if isinstance(fact, Entity))]
    quotes = [*analysis.quotes, *(fact for fact in added if isinstance(fact, Quote))]
    numbers = [*analysis.numbers, *(fact for fact in added if isinstance(fact, Number))]
    return replace(
        analysis,
        entities=sorted(entities, key=start_of),
        quotes=sorted(quotes, key=lambda quote: quote.start),
        numbers=sorted(numbers, key=lambda number: number.start),
    )


def _with_unknown_keys(new: Analysis, old: Mapping[str, Part]) -> Analysis:
    """*new* with the keys that other programs gave to the facts that it still has."""

    def kept(fact: E) -> E:
        was = old.get(fact.id)
        return replace(fact, extra=was.extra) if was is not None and was.extra else fact

    return replace(
        new,
        entities=list(map(kept, new.entities)),
        quotes=list(map(kept, new.quotes)),
        numbers=list(map(kept, new.numbers)),
    )


def _with_references(analysis: Analysis, moved: Mapping[str, str]) -> Analysis:
    """*analysis* whose reviewer's facts point to the entities by their present ids."""

    def mended(fact: F) -> F:
        if fact.origin == "extracted" or not moved:
            return fact
        return decode(type(fact), _renamed(encode(fact), moved))

    return replace(analysis, quotes=list(map(mended, analysis.quotes)), numbers=list(map(mended, analysis.numbers)))


class _Carrier:
    """Makes decisions on the old facts say the same of the new ones: ids and places in their edits are others now."""

    def __init__(self, shift: _Shift, facts: Analysis, moved: Mapping[str, str]) -> None:
        self._shift = shift
        self._facts = facts
        self._moved = moved

    def decision(self, decision: Decision) -> Decision:
        """*decision* with the ids in its edits (``merged_into``, ``entity``, a speaker's entity) and its spans as now."""
        if not decision.edits:
            return decision
        edits = {key: self._edit(_renamed(value, self._moved)) for key, value in decision.edits.items()}
        return replace(decision, edits=edits) if edits != decision.edits else decision

    def _edit(self, value: Any) -> Any:
        if not isinstance(value, dict) or not all(type(value.get(end)) is int for end in ("start", "end")):
            return value
        try:
            return self._shift.record(value)
        except LookupError:
            return self._by_entity(value)

    def _by_entity(self, value: dict[str, Any]) -> dict[str, Any]:
        """The nearest mention of the entity; without one, words without a place: kept, but applied to nothing."""
        named = (entity for entity in self._facts.entities if entity.id == value.get("entity"))
        about = self._shift.offset(value["start"])
        mentions = [mention for entity in named for mention in entity.mentions]
        if not mentions:
            return {key: each for key, each in value.items() if key not in ("start", "end")}
        nearest = min(mentions, key=lambda mention: abs(mention.start - about))
        return {**value, "text": nearest.text, "start": nearest.start, "end": nearest.end}


def _renamed(value: Any, moved: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return moved.get(value, value)
    if isinstance(value, Mapping):
        return {key: _renamed(each, moved) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_renamed(each, moved) for each in value]
    return value


class _Matcher:
    """Finds, for decisions whose fact is gone, the fact that took its place."""

    def __init__(self, old: Analysis, new: Analysis, alignment: Alignment) -> None:
        self._review = old.review
        self._old = _parts(old)
        self._alignment = alignment
        self._new = _parts(new)
        # a decision goes to no fact that has one of its own
        free = [part for part in self._new.values() if part.id not in old.review]
        self._places = sorted(((start, part.id) for part in free for start in _starts(part)), key=itemgetter(0))

    def _needed(self) -> list[str]:
        """The ids that the review is about or refers to, in its order."""
        ids: dict[str, None] = dict.fromkeys(self._review)
        for decision in self._review.values():
            ids.update(dict.fromkeys(text for text in _strings(decision.edits) if text in self._old))
        return list(ids)

    def match(self) -> tuple[dict[str, str], list[str]]:
        """New ids by old ones, and the ids of decisions that are about nothing any more."""
        moved: dict[str, str] = {}
        orphaned: list[str] = []
        for key in self._needed():
            if key in self._new:
                continue
            was = self._old.get(key)
            now = self._best(was, set(moved.values())) if was is not None else None
            if now is not None:
                moved[key] = now.id
            elif key in self._review:
                orphaned.append(key)
        return moved, orphaned

    def _best(self, was: Part, taken: set[str]) -> Part | None:
        near = [part for part in self._near(was) if type(part) is type(was) and part.id not in taken]
        best = max(near, key=lambda part: self._likeness(was, part), default=None)
        return best if best is not None and self._likeness(was, best) > 0 else None

    def _near(self, was: Part) -> list[Part]:
        """The facts that could be *was*: those that begin near where one of its mentions or itself must be now."""
        near: dict[str, Part] = {}
        reach = _NEARBY if isinstance(was, Entity) else max(_NEARBY, was.end - was.start)
        for start in map(self._alignment.offset, _starts(was)):
            first = bisect_left(self._places, start - reach, key=itemgetter(0))
            last = bisect_right(self._places, start + reach, key=itemgetter(0))
            near.update((id_, self._new[id_]) for _, id_ in self._places[first:last])
        return list(near.values())

    def _likeness(self, was: Part, now: Part) -> float:
        """Above 0 for two facts that are one: the share of their places that they have in common, else their nearness."""
        if isinstance(was, Entity) and isinstance(now, Entity):
            shared = sum(max((self._span(a, b) for b in now.mentions), default=0.0) for a in was.mentions)
            return shared / max(len(was.mentions), len(now.mentions))
        if isinstance(was, Entity) or isinstance(now, Entity):
            return 0.0
        return self._span(was, now)

    def _span(self, was: Mention | Quote | Number, now: Mention | Quote | Number) -> float:
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
    return [mention.start for mention in part.mentions] if isinstance(part, Entity) else [part.start]


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _strings(each)
