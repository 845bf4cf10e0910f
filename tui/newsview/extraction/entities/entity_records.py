"""Entity records of the saved file, from groups of names: offsets, sentences, stable ids, one mention per span."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsview.extraction.doc_text import Sentences
from newsview.model.facts import Entity, Mention
from newsview.model.ids import stable_ids

Place = tuple[int, int]
"""(start, end) of a mention in code points."""


class Thing(NamedTuple):
    """One entity: canonical *name*, *label*, *role*, and the *places* of its mentions in text order."""

    name: str
    label: str
    role: str | None
    places: Sequence[Place]


def records(things: Sequence[Thing], string: str, sentences: Sentences) -> list[Entity]:
    """Entity records of *things*, in the order of their first mentions; *string* is the text of the article.

    The id of an entity is derived from its first mention, that of a mention from its sentence.
    """
    things = _each_place_once(sorted(things, key=lambda thing: thing.places[0]))
    places = sorted(place for thing in things for place in thing.places)
    numbers = [sentences.number(start) for start, _ in places]
    keys = {
        place: (sentences.text(number), string[place[0] : place[1]])
        for place, number in zip(places, numbers, strict=True)
    }
    ids = stable_ids("m", keys.values(), sentences.words)
    mentions = {
        place: Mention(id=id_, text=keys[place][1], start=place[0], end=place[1], sentence=f"s{number}")
        for place, number, id_ in zip(places, numbers, ids, strict=True)
    }
    ids = stable_ids("e", [keys[thing.places[0]] for thing in things], sentences.words)
    return [
        Entity(
            id=id_,
            name=thing.name,
            type=thing.label,
            role=thing.role,
            mentions=[mentions[place] for place in thing.places],
        )
        for thing, id_ in zip(things, ids, strict=True)
    ]


def _each_place_once(things: Sequence[Thing]) -> Sequence[Thing]:
    """*things* without places that an earlier one has, and without things that have no place left."""
    places = [place for thing in things for place in thing.places]
    if len(set(places)) == len(places):
        return things
    taken: set[Place] = set()
    kept = []
    for thing in things:
        free = [place for place in dict.fromkeys(thing.places) if place not in taken]
        taken.update(free)
        if free:
            kept.append(thing._replace(places=free))
    return kept
