"""Rules for when a decision on a changed fact stays in force, and the decision that remains if it does not.

A decision refers to a quote's content, speaker and stance, a number's value with its attributes, an entity's name and type.
If one of these changes, status and verdict are out of force; note and edits remain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final
from unicodedata import normalize

from newsview.model.facts import Decision, Entity, Mention, NameOf, Number, Part, Quote, Was, content_texts, kind_name
from newsview.model.ids import words
from newsview.model.kinds import PerKind


def changed(was: Part, now: Part, old_names: NameOf, new_names: NameOf) -> bool:
    """Whether *now* differs from *was* in a way that puts a decision on *was* out of force.

    *old_names* and *new_names* give the names of their entities.
    """
    if isinstance(was, Mention) or isinstance(now, Mention):
        return type(was) is not type(now)  # a decision on a mention only assigns it to an entity
    name = kind_name(was)
    return kind_name(now) != name or not _SAME[name](was, now, old_names, new_names)


def _same_entity(was: Entity, now: Entity, old_names: NameOf, new_names: NameOf) -> bool:
    return (was.name, was.type) == (now.name, now.type)


def _same_quote(was: Quote, now: Quote, old_names: NameOf, new_names: NameOf) -> bool:
    same_words = _normalized_content(was) == _normalized_content(now)
    return same_words and was.stance == now.stance and _same_speaker(was, now, old_names, new_names)


def _same_number(was: Number, now: Number, old_names: NameOf, new_names: NameOf) -> bool:
    return _quantity(was) == _quantity(now)


_SAME: Final[PerKind[Callable[[Any, Any, NameOf, NameOf], bool]]] = {
    "entities": _same_entity,
    "quotes": _same_quote,
    "numbers": _same_number,
}
"""Equality of two facts of a kind in what a decision refers to."""


def _quantity(number: Number) -> tuple[object, ...]:
    """The number's value and attributes; its words if it has neither value nor date, as a flight number."""
    bare = number.value is None and number.iso is None
    return (
        number.value,
        number.value_max,
        number.unit,
        number.per,
        number.modifier,
        number.trend,
        number.iso,
        words(number.text) if bare else "",
    )


def _normalized_content(quote: Quote) -> str:
    """The quote's content without layout: spacing, and punctuation before the closing quote mark."""
    return normalize("NFC", " ".join(_content(quote).split())).rstrip(",.;")


def _content(quote: Quote) -> str:
    return " … ".join(filter(None, content_texts(quote))) or quote.text


def _same_speaker(was: Quote, now: Quote, old_names: NameOf, new_names: NameOf) -> bool:
    """Whether both have the same speaker: the same entity, or one of the same name (ids may change)."""
    if was.speaker is None or now.speaker is None:
        return was.speaker is now.speaker
    if was.speaker.entity is not None and was.speaker.entity == now.speaker.entity:
        return True
    return words(_speaker(was, old_names) or "") == words(_speaker(now, new_names) or "")


def _speaker(quote: Quote, names: NameOf) -> str | None:
    """The speaker's name, or the article's words for a speaker that is not an entity."""
    return (names(quote.speaker.entity) or quote.speaker.text) if quote.speaker else None


def out_of_force(decision: Decision, fact: Part, names: NameOf) -> Decision:
    """*decision*, made on the old *fact*, with status and verdict moved into ``was``.

    The same object if neither is in force.
    """
    if not (decision.status or decision.verdict):
        return decision
    was = _earlier_decision(decision, fact, names)
    if decision.was is not None and decision.verdict is None:  # keep the earlier record of the verdict
        was = replace(decision.was, status=decision.status)
    return replace(decision, status=None, verdict=None, source=None, was=was)


def without_verdict(decision: Decision, fact: Part, names: NameOf) -> Decision:
    """*decision*, made on *fact* before its correction, with the verdict moved into ``was``: the status stays in force."""
    if decision.verdict is None:
        return decision
    return replace(decision, verdict=None, source=None, was=_earlier_decision(decision, fact, names))


def _earlier_decision(decision: Decision, fact: Part, names: NameOf) -> Was:
    text, value = _summary(fact, names)
    return Was(
        text=text,
        value=value,
        status=decision.status,
        verdict=decision.verdict,
        source=decision.source,
        at=decision.at,
    )


def _summary(fact: Part, names: NameOf) -> Summary:
    """A fact's words and the value that a decision on it refers to, as ``Was`` records them."""
    return (fact.text, None) if isinstance(fact, Mention) else _SUMMARIES[kind_name(fact)](fact, names)


Summary = tuple[str, int | float | str | None]

_SUMMARIES: Final[PerKind[Callable[[Any, NameOf], Summary]]] = {
    "entities": lambda entity, names: (entity.name, entity.type),
    "quotes": lambda quote, names: (_content(quote), _speaker(quote, names)),
    "numbers": lambda number, names: (number.text, number.value if number.value is not None else number.iso),
}
