"""Application of a reviewer's edits to extracted facts.

An edit maps a fact's field names to new values in the form of the saved file: ``{"unit": "mile"}`` on a number,
``{"speaker": {"text", "start", "end", "entity"}}`` on a quote, ``{"name": "Jane Doe"}`` on an entity. Two more keys
relate facts: ``merged_into`` on an entity (an entity's id) and ``entity`` on a mention (the id of its entity, or null
for an entity of its own). The extracted facts are not modified, so that every edit can be undone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from newsview.model.codec import FormatError, decode, encode
from newsview.model.facts import (
    REFERENCES,
    Decision,
    Entity,
    Fact,
    Facts,
    Mention,
    changed,
    kind_name,
    reference_of,
    with_reference,
)
from newsview.model.kinds import BY_NAME, KindName
from newsview.model.speakers import with_names

F = TypeVar("F", bound=Fact)

MERGED_INTO = "merged_into"
ENTITY = "entity"

_MERGE_STEPS = 64
"""Longest chain of merged entities that is followed: a longer one is a cycle in a hand-edited file."""


def corrected(fact: F, edits: Mapping[str, Any]) -> F:
    """*fact* with the fields in *edits*; an edit of the wrong type leaves its field unchanged."""
    for field in sorted(BY_NAME[kind_name(fact)].editable & edits.keys()):
        try:
            fact = decode(type(fact), {**encode(fact), field: edits[field]})
        except FormatError:
            continue
    return fact


def apply(facts: Facts, review: Mapping[str, Decision]) -> Facts:
    """*facts* with all edits of *review* applied: fields, moved mentions, merged entities, what refers to them.

    An entity without mentions is left out; edits of missing facts are ignored.
    """
    edits = edits_of(review)
    if not edits:
        return facts
    whole = replace(facts, entities=[*facts.entities, *_split_off(facts, edits)])
    target = _merge_targets({entity.id for entity in whole.entities}, edits)
    moved = _moved_mentions(whole.entities, edits)

    def edited(name: KindName, records: Sequence[Fact]) -> Sequence[Fact]:
        """The facts of one kind with their edits applied."""
        if name == "entities":
            return _entities(whole.entities, edits, target)
        return [_followed(fact, edits.get(fact.id, {}), moved, target) for fact in records]

    return with_names(changed(whole, edited))


def edits_of(review: Mapping[str, Decision]) -> dict[str, Mapping[str, Any]]:
    """The edits of a review by fact or mention id."""
    return {id_: decision.edits for id_, decision in review.items() if decision.edits}


def own_entity(mention: str) -> str:
    """The id of the entity made of the mention with this id when it is split off."""
    return f"e-{mention}"


def _split_off(facts: Facts, edits: Mapping[str, Mapping[str, Any]]) -> list[Entity]:
    """An entity for every mention that was split off; ``_entities`` adds the mentions."""
    return [
        replace(entity, id=own_entity(mention.id), name=mention.text, role=None, mentions=(), origin="reviewer")
        for entity in facts.entities
        for mention in entity.mentions
        if edits.get(mention.id, {}).get(ENTITY, "") is None
    ]


def _merge_targets(known: Collection[str], edits: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """For every entity that was merged into another: the id at the end of its chain of merges."""
    step = {id_: each[MERGED_INTO] for id_, each in edits.items() if id_ in known and each.get(MERGED_INTO) in known}
    targets = {}
    for id_ in step:
        end = id_
        for _ in range(_MERGE_STEPS):
            end = step.get(end, end)
        if end not in step:
            targets[id_] = end
    return targets


@dataclass(frozen=True, slots=True)
class _Moved:
    """A mention that an edit moved from one entity to another, by their ids."""

    mention: Mention
    source: str
    target: str


def _moved_mentions(entities: Sequence[Entity], edits: Mapping[str, Mapping[str, Any]]) -> list[_Moved]:
    known = {entity.id for entity in entities}
    return [
        _Moved(mention, entity.id, home)
        for entity in entities
        for mention in entity.mentions
        if (home := _home(mention, entity.id, edits)) != entity.id and home in known
    ]


def _home(mention: Mention, owner: str, edits: Mapping[str, Mapping[str, Any]]) -> str:
    """The id of the entity that an edit assigns *mention* to; *owner* without one."""
    home = edits.get(mention.id, {}).get(ENTITY, owner)
    return own_entity(mention.id) if home is None else str(home)


def _entities(
    entities: Sequence[Entity], edits: Mapping[str, Mapping[str, Any]], target: Mapping[str, str]
) -> list[Entity]:
    mentions: dict[str, list[Mention]] = {entity.id: [] for entity in entities}
    for entity in entities:
        for mention in entity.mentions:
            home = _home(mention, entity.id, edits)
            if home not in mentions:
                home = entity.id
            mentions[target.get(home, home)].append(mention)
    return [
        replace(
            corrected(entity, edits.get(entity.id, {})),
            mentions=tuple(sorted(mentions[entity.id], key=lambda mention: (mention.start, mention.end))),
        )
        for entity in entities
        if mentions[entity.id]
    ]


def _followed(fact: Fact, edits: Mapping[str, Any], moved: Sequence[_Moved], target: Mapping[str, str]) -> Fact:
    """*fact* corrected, its reference changed with the entities that were merged and the mentions that were moved.

    A reference that was itself corrected does not follow a mention.
    """
    fact = corrected(fact, edits)
    reference = reference_of(fact)
    if reference is None or reference.entity is None:
        return fact
    owner = reference.entity
    if REFERENCES[kind_name(fact)] not in edits:
        for each in moved:
            if each.source == owner and reference.start <= each.mention.start and each.mention.end <= reference.end:
                owner = each.target
                break
    owner = target.get(owner, owner)
    return fact if owner == reference.entity else with_reference(fact, replace(reference, entity=owner))
