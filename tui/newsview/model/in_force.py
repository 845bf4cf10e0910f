"""Whether a decision still holds of a fact that has changed, and what is left of it where it does not. Pure data.

A decision is about a quote's words and whose they are, a number's value with all that belongs to it, an entity's name
and type. Where one of these changes, status and verdict are out of force; note and edits stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final
from unicodedata import normalize

from newsview.model.facts import Decision, Entity, Mention, NameOf, Number, Part, Quote, Was, kind_name
from newsview.model.ids import words
from newsview.model.kinds import PerKind


def changed(was: Part, now: Part, old_names: NameOf, new_names: NameOf) -> bool:
    """Whether *now* says something else than *was*, so that a decision on the one does not hold of the other.

    Each has the names of its own entities.
    """
    if isinstance(was, Mention) or isinstance(now, Mention):
        return type(was) is not type(now)  # a decision on a mention only says which entity it belongs to
    name = kind_name(was)
    return kind_name(now) != name or not _SAME[name](was, now, old_names, new_names)


def _same_entity(was: Entity, now: Entity, old_names: NameOf, new_names: NameOf) -> bool:
    return (was.name, was.type) == (now.name, now.type)


def _same_quote(was: Quote, now: Quote, old_names: NameOf, new_names: NameOf) -> bool:
    return _said(was) == _said(now) and _same_speaker(was, now, old_names, new_names)


def _same_number(was: Number, now: Number, old_names: NameOf, new_names: NameOf) -> bool:
    return _quantity(was) == _quantity(now)


_SAME: Final[PerKind[Callable[[Any, Any, NameOf, NameOf], bool]]] = {
    "entities": _same_entity,
    "quotes": _same_quote,
    "numbers": _same_number,
}
"""Whether two facts of a kind say the same."""


def _quantity(number: Number) -> tuple[object, ...]:
    """What the number says. Of one without a value and a date, such as a flight's, its words are all there is."""
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


def _said(quote: Quote) -> str:
    """The words said, without what differs by layout only: spacing, and the mark before the closing quote mark."""
    return normalize("NFC", " ".join(_content(quote).split())).rstrip(",.;")


def _content(quote: Quote) -> str:
    parts = (quote.text[part.start - quote.start : part.end - quote.start] for part in quote.content)
    return " … ".join(part for part in parts if part) or quote.text


def _same_speaker(was: Quote, now: Quote, old_names: NameOf, new_names: NameOf) -> bool:
    """Whether both are said by the same: the same entity, or one of the same name, whose id may have changed."""
    if was.speaker is None or now.speaker is None:
        return was.speaker is now.speaker
    if was.speaker.entity is not None and was.speaker.entity == now.speaker.entity:
        return True
    return words(_speaker(was, old_names) or "") == words(_speaker(now, new_names) or "")


def _speaker(quote: Quote, names: NameOf) -> str | None:
    """The speaker's name, or the article's words for one who is no entity."""
    return (names(quote.speaker.entity) or quote.speaker.text) if quote.speaker else None


def out_of_force(decision: Decision, fact: Part, names: NameOf) -> Decision:
    """*decision*, which was made on *fact* as it was, without its status and verdict: ``was`` has them.

    The same object where neither is in force.
    """
    if not (decision.status or decision.verdict):
        return decision
    was = _was(decision, fact, names)
    if decision.was is not None and decision.verdict is None:  # its verdict went before: of that it is still to be said
        was = replace(decision.was, status=decision.status)
    return replace(decision, status=None, verdict=None, source=None, was=was)


def without_verdict(decision: Decision, fact: Part, names: NameOf) -> Decision:
    """*decision* on *fact* as it was before the reviewer corrected it: only the verdict is out of force by that."""
    if decision.verdict is None:
        return decision
    return replace(decision, verdict=None, source=None, was=_was(decision, fact, names))


def _was(decision: Decision, fact: Part, names: NameOf) -> Was:
    text, value = _told(fact, names)
    return Was(
        text=text,
        value=value,
        status=decision.status,
        verdict=decision.verdict,
        source=decision.source,
        at=decision.at,
    )


def _told(fact: Part, names: NameOf) -> Told:
    """A fact's words, and what else a decision on it was about."""
    return (fact.text, None) if isinstance(fact, Mention) else _TOLD[kind_name(fact)](fact, names)


Told = tuple[str, int | float | str | None]

_TOLD: Final[PerKind[Callable[[Any, NameOf], Told]]] = {
    "entities": lambda entity, names: (entity.name, entity.type),
    "quotes": lambda quote, names: (_content(quote), _speaker(quote, names)),
    "numbers": lambda number, names: (number.text, number.value if number.value is not None else number.iso),
}
