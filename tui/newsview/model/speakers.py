"""The names of speakers, and how sure their entities are in files that do not say it."""

from __future__ import annotations

from dataclasses import replace

from newsview.model.facts import Entity, Facts, Quote, Speaker


def with_names(facts: Facts) -> Facts:
    """*facts* with the name of each speaker: that of its entity, or its own words.

    A speaker without a name, as in files that do not have the key, also receives ``link`` and ``sure``: its entity is
    sure if the speaker's words name it.
    """
    owners = {entity.id: entity for entity in facts.entities}
    quotes = tuple(_with_name(quote, owners) for quote in facts.quotes)
    unchanged = all(one is other for one, other in zip(quotes, facts.quotes, strict=True))
    return facts if unchanged else replace(facts, quotes=quotes)


def _with_name(quote: Quote, owners: dict[str, Entity]) -> Quote:
    speaker = quote.speaker
    if speaker is None:
        return quote
    owner = owners.get(speaker.entity) if speaker.entity is not None else None
    name = owner.name if owner is not None else speaker.text
    if speaker.name == name:
        return quote
    older = not speaker.name and speaker.link is None
    if older and owner is not None and _is_named(speaker, owner):
        speaker = replace(speaker, link="name", sure=True)
    return replace(quote, speaker=replace(speaker, name=name))


def _is_named(speaker: Speaker, owner: Entity) -> bool:
    """Whether the speaker's words and a mention of the entity overlap."""
    return any(each.start < speaker.end and speaker.start < each.end for each in owner.mentions)
