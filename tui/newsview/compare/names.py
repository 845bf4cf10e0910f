"""Names of two versions: those whose words changed, and those that are in one version only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsview.compare.alignment import Alignment
from newsview.compare.version import TokenRange, Version
from newsview.describe import entity_type, flat
from newsview.model.differences import Change, Side
from newsview.model.facts import Entity, Mention

_MOST_TOKENS: Final = 8
"""Tokens of the longest stretch that is taken for a name."""


class _Place(NamedTuple):
    entity: Entity
    mention: Mention
    span: TokenRange


def name_changes(alignment: Alignment) -> Iterator[Change]:
    """The changes of entities, in no order; the same change of several mentions once."""
    told: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    olds, news = _places(alignment.old), _places(alignment.new)
    for change, key in [*_from_old(alignment, olds, news), *_from_new(alignment, olds, news)]:
        if key not in told:
            told.add(key)
            yield change


_Keyed = tuple[Change, tuple[tuple[str, ...], tuple[str, ...]]]
"""A change with the words of both sides."""


def _places(version: Version) -> list[_Place]:
    found = []
    for entity in version.facts.entities:
        for mention in entity.mentions:
            span = version.token_range(mention.start, mention.end)
            if span[0] < span[1] and not version.is_boilerplate(mention.start):
                found.append(_Place(entity, mention, span))
    return found


def _from_old(alignment: Alignment, olds: list[_Place], news: list[_Place]) -> Iterator[_Keyed]:
    """Old names with other words in their place, and those that the new version does not have."""
    there = {each.span: each for each in news}
    for place in olds:
        if alignment.is_kept(place.span):
            continue
        image = alignment.image(place.span)
        was = alignment.old.forms(place.span)
        if image is not None and _is_name(alignment.new, image) and _are_others(was, alignment.new.forms(image)):
            other = there.get(image)
            now = _side(alignment.new, other) if other else _unfound(alignment.new, place, image)
            yield (
                Change("entity", "changed", _side(alignment.old, place), now),
                (was, alignment.new.forms(image)),
            )
        elif was[-1] not in alignment.new.vocabulary:
            yield Change("entity", "removed", _side(alignment.old, place), None), (was[-1:], ())


def _from_new(alignment: Alignment, olds: list[_Place], news: list[_Place]) -> Iterator[_Keyed]:
    """New names with other words in their place, and those that the old version does not have."""
    there = {each.span: each for each in olds}
    for place in news:
        if alignment.was_there(place.span):
            continue
        origin = alignment.origin(place.span)
        now = alignment.new.forms(place.span)
        if origin is not None and _is_name(alignment.old, origin) and _are_others(alignment.old.forms(origin), now):
            other = there.get(origin)
            was = _side(alignment.old, other) if other else _unfound(alignment.old, place, origin)
            yield Change("entity", "changed", was, _side(alignment.new, place)), (alignment.old.forms(origin), now)
        elif now[-1] not in alignment.old.vocabulary:
            yield Change("entity", "added", None, _side(alignment.new, place)), ((), now[-1:])


def _is_name(version: Version, span: TokenRange) -> bool:
    """Whether the tokens may be a name: a few, the first and the last with a capital."""
    if not 0 < span[1] - span[0] <= _MOST_TOKENS:
        return False
    ends = (version.tokens[span[0]], version.tokens[span[1] - 1])
    return all(version.text[token.start].isupper() for token in ends)


def _are_others(was: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether neither name has all words of the other."""
    return Counter(was) - Counter(now) != Counter() and Counter(now) - Counter(was) != Counter()


def _side(version: Version, place: _Place) -> Side:
    mention = place.mention
    sentence = version.sentence_text(mention.start)
    title = f"{flat(mention.text)} · {entity_type(place.entity)}"
    return Side(place.entity, mention.text, mention.start, mention.end, sentence, title)


def _unfound(version: Version, like: _Place, span: TokenRange) -> Side:
    """A name that the extraction did not find in this version, as an entity like that of the other one."""
    start, end = version.offsets(span)
    text = version.text[start:end]
    entity = Entity(id="", name=text, type=like.entity.type, role=None, mentions=())
    return Side(entity, text, start, end, version.sentence_text(start), flat(text))
