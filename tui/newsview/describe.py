"""Facts in words that fit a line: who speaks, what a number counts, what a reviewer said. No widths, looks or markup.

The reader's rows, the exports and the plain text of ``newsview ARTICLE --text`` all speak in these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from newsview.model.facts import Decision, Entity, Fact, Mention, NameOf, Number, Part, Quote, Was, kind_name
from newsview.model.kinds import PerKind
from newsview.terminal.printable import printable

MARKS: Final = {"accepted": "✓", "rejected": "✗", None: "·"}
VERDICTS: Final = {"true": "= true", "false": "≠ false", "unclear": "? unclear"}

# OntoNotes types in a reader's words.
TYPES: Final = {
    "PERSON": "person",
    "ORG": "org",
    "GPE": "place",
    "LOC": "place",
    "FAC": "building",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "law",
    "PRODUCT": "product",
    "WORK_OF_ART": "work",
    "LANGUAGE": "language",
}
TYPE_CHOICES: Final = {
    "PERSON": "person",
    "ORG": "org: company, agency, club",
    "GPE": "place: country, state, city",
    "LOC": "place: mountain, river, region",
    "FAC": "building: also a road, an airport",
    "NORP": "group: nation, religion, party",
    "EVENT": "event: war, storm, games",
    "LAW": "law: also a treaty",
    "PRODUCT": "product: car, weapon, food",
    "WORK_OF_ART": "work: book, film, song",
    "LANGUAGE": "language",
}
"""The types to choose from; two of them are called a place elsewhere."""

NUMBER_KINDS: Final = {
    "cardinal": "count",
    "percent": "share",
    "percentage_point": "points",
    "ordinal": "rank",
    "label": "name",
}
MODIFIERS: Final = {"~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "up to "}
TRENDS: Final = {"up": "↑", "down": "↓"}
_VIEWS: Final = frozenset({"words", "view", "views", "opinion", "telling", "estimation", "phrase"})
"""Cues that are nouns of somebody's: "in the words of Jane Doe"."""


def flat(text: str) -> str:
    """*text* on one line and safe to show."""
    return printable(" ".join(text.split()))


def entity_type(entity: Entity) -> str:
    """The entity's type in a reader's word: ``person``, ``place``; one that OntoNotes does not know in small letters."""
    return TYPES.get(entity.type, flat(entity.type.lower()))


def speaker_words(name_of: NameOf, quote: Quote) -> str:
    """Who speaks, as the article says it and whom that is: ``he → John Smith``."""
    if quote.speaker is None:
        return "unknown speaker"
    said = flat(quote.speaker.text)
    name = name_of(quote.speaker.entity)
    if name is None or name in said:  # "the mayor, Jane Doe" says it itself
        return said
    if said in name.split():
        return printable(name)
    return f"{said} → {printable(name)}"


def quote_words(quote: Quote) -> str:
    """The words that were said, on one line, ``…`` for what stands between; in quote marks where the article has them."""
    parts = [flat(quote.text[part.start - quote.start : part.end - quote.start]) for part in quote.content]
    words = " … ".join(part for part in parts if part) or flat(quote.text)
    bare = quote.kind == "direct" and words[:1] not in "“\"‘'«„"
    return f"“{words}”" if bare and words else words


def quote_lead(name_of: NameOf, quote: Quote, speaker: str | None = None) -> str:
    """What stands before the words of *quote*, so that a denial is not read as an assertion: ``Jane Holt denied:``.

    ``Jane Holt:`` where the article has no verb, ``according to Jane Holt:`` for a phrase that precedes its speaker,
    empty where it has neither speaker nor verb. *speaker* stands in for the speaker's words where these are too long.
    """
    who = speaker or speaker_words(name_of, quote)
    cue = flat(quote.cue.text) if quote.cue is not None else ""
    if not any(letter.isalpha() for letter in cue):  # a colon or a dash did the work of a verb
        return f"{who}:" if quote.speaker is not None else ""
    cue = cue[:1].lower() + cue[1:]
    if cue == "according to":
        return f"{cue} {who}:"
    return f"in the {cue} of {who}:" if cue in _VIEWS else f"{who} {cue}:"


def quote_phrase(name_of: NameOf, quote: Quote, *, speaker: str | None = None, words: str | None = None) -> str:
    """The quote with speaker and verb: ``Doe told: “We cannot wait”``; without both ``the city lost — unknown speaker``.

    *speaker* and *words* stand in for the quote's own where these are too long.
    """
    lead, said = quote_lead(name_of, quote, speaker), words or quote_words(quote)
    return f"{lead} {said}" if lead else f"{said} — {speaker_words(name_of, quote)}"


def quote_kind(quote: Quote) -> str:
    """What kind of quote it is, in words: ``quote``, ``indirect quote``."""
    return "quote" if quote.kind == "direct" else f"{quote.kind} quote"


def number_words(number: Number) -> str:
    """The number as the article writes it, with the word that modifies it where the article has that."""
    text, cue = flat(number.text), number.cue
    if cue is not None:
        if number.start <= cue.start < number.end:  # "late February": part of the words already
            return text
        return f"{flat(cue.text)} {text}" if cue.start < number.start else f"{text} {flat(cue.text)}"
    return MODIFIERS.get(number.modifier, "") + text


def number_kind(number: Number) -> str:
    """What kind of number it is, in a word: ``money``, ``share``, ``change ↓``."""
    if number.trend is not None:
        role = f"{number.trend_role} " if number.trend_role in ("from", "to") else ""
        return f"{role or 'change '}{TRENDS[number.trend]}"
    return NUMBER_KINDS.get(number.kind, number.kind)


def number_about(number: Number) -> str:
    """What the number counts or measures: ``new buses``, ``people a day``; of a date that is relative, the day."""
    if number.kind in ("date", "time"):
        return _date_about(number)
    subject = flat(number.subject.text) if number.subject else ""
    unit = ""
    if number.kind in ("cardinal", "fraction", "ratio", "ordinal"):
        unit = (number.unit_text.text if number.unit_text else number.unit) or ""
    unit = flat(unit)
    if subject.lower().startswith(unit.lower()):
        unit = ""
    counted = " ".join(word for word in (unit, f"per {printable(number.per)}" if number.per else "") if word)
    return " · ".join(part for part in (counted, subject) if part)


def _date_about(number: Number) -> str:
    parts = []
    recurring = (number.iso or "").startswith("R/")  # its own words, "each day", say it better
    if number.iso and not recurring and (number.relative or number.iso != number.text):
        parts.append(printable(number.iso.removeprefix("T")))  # ISO 8601 writes a time of day as T06:15
    if number.subject:
        parts.append(flat(number.subject.text))
    return " · ".join(parts)


def fact_words(name_of: NameOf, fact: Fact) -> str:
    """The fact in one line: ``Jane Doe told: “We cannot wait” · quote``, ``$4.2 million · money · new buses``."""
    return _FACT_WORDS[kind_name(fact)](name_of, fact)


def _entity_words(name_of: NameOf, entity: Entity) -> str:
    role = f", {printable(entity.role)}" if entity.role else ""
    return f"{printable(entity.name)} · {entity_type(entity)}{role}"


def _quote_words(name_of: NameOf, quote: Quote) -> str:
    return f"{quote_phrase(name_of, quote)} · {quote_kind(quote)}"


def _number_words(name_of: NameOf, number: Number) -> str:
    about = number_about(number)
    return f"{number_words(number)} · {number_kind(number)}{f' · {about}' if about else ''}"


_FACT_WORDS: Final[PerKind[Callable[[NameOf, Any], str]]] = {
    "entities": _entity_words,
    "quotes": _quote_words,
    "numbers": _number_words,
}


def copied_words(name_of: NameOf, fact: Fact) -> str:
    """The fact as it is copied into a text: a name with its role, a quote with its speaker, a number with what it counts."""
    return _COPIED_WORDS[kind_name(fact)](name_of, fact)


def _copied_entity(name_of: NameOf, entity: Entity) -> str:
    return f"{entity.name}, {entity.role}" if entity.role else entity.name


def _copied_number(name_of: NameOf, number: Number) -> str:
    about = number_about(number)
    return f"{number_words(number)} · {about}" if about else number_words(number)


_COPIED_WORDS: Final[PerKind[Callable[[NameOf, Any], str]]] = {
    "entities": _copied_entity,
    "quotes": quote_phrase,
    "numbers": _copied_number,
}


def was_words(was: Was) -> str:
    """What was decided before the fact changed, and of what: ``was true for $9.8 billion``."""
    value = f" ({flat(TYPES.get(was.value, was.value))})" if isinstance(was.value, str) else ""
    return f"was {was.verdict or was.status or 'reviewed'} for {flat(was.text)}{value}"


def decision_words(decision: Decision | None) -> str:
    """What a reviewer said of a fact: ``accepted · claim false (city budget) · note: page 4``."""
    parts: list[str] = [(decision.status if decision else None) or "not reviewed"]
    if decision and decision.was:
        source = f", by {flat(decision.was.source)}" if decision.was.source else ""
        parts.append(f"{was_words(decision.was)}{source}")
    if decision and decision.verdict:
        source = f" ({flat(decision.source)})" if decision.source else ""
        parts.append(f"claim {decision.verdict}{source}")
    if decision and decision.note:
        parts.append(f"note: {flat(decision.note)}")
    return " · ".join(parts)


def part_words(name_of: NameOf, part: Part) -> str:
    """A fact, or a mention apart from its entity, in one line: ``Doe · mention``."""
    return f"{flat(part.text)} · mention" if isinstance(part, Mention) else fact_words(name_of, part)


def edit_words(decision: Decision) -> str:
    """What a reviewer corrected, in words: ``corrected: name “Jane Doe”, speaker “Smith”``; empty when nothing was."""
    fields = ", ".join(_edit_words(field, value) for field, value in decision.edits.items())
    return f"corrected: {fields}" if fields else ""


def _edit_words(field: str, value: object) -> str:
    if field == "merged_into":
        return "merged into another entity"
    if field == "entity":
        return "split off" if value is None else "moved to another entity"
    words = value.get("text") if isinstance(value, Mapping) else value
    shown = "none" if words is None else f"“{flat(str(words))}”"
    return f"{flat(field.replace('_', ' '))} {shown}"


def words_of(name_of: NameOf, fact: Fact) -> str:
    """Everything by which a reader may look for *fact*, in one line."""
    return " ".join(part for part in _SEARCHED[kind_name(fact)](name_of, fact) if part)


def _searched_of_entity(name_of: NameOf, entity: Entity) -> list[str | None]:
    return [entity.name, entity.role, entity.type, *{mention.text for mention in entity.mentions}]


def _searched_of_quote(name_of: NameOf, quote: Quote) -> list[str | None]:
    speaker = quote.speaker
    who = [speaker.text, name_of(speaker.entity)] if speaker else []
    return [*who, quote.cue.text if quote.cue else None, quote.text]


def _searched_of_number(name_of: NameOf, number: Number) -> list[str | None]:
    return [number.text, number.unit, number.kind, number.iso, number.subject.text if number.subject else None]


_SEARCHED: Final[PerKind[Callable[[NameOf, Any], list[str | None]]]] = {
    "entities": _searched_of_entity,
    "quotes": _searched_of_quote,
    "numbers": _searched_of_number,
}
