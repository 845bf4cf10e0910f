"""One-line descriptions of facts and decisions in plain words: speakers, numbers with their subject, review status.

Used for the reader's rows, the exports and the plain text of ``newsview ARTICLE --text``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from newsview.model.facts import (
    Decision,
    Entity,
    Fact,
    Mention,
    NameOf,
    Number,
    Part,
    Quote,
    Was,
    content_texts,
    kind_name,
)
from newsview.model.kinds import PerKind
from newsview.terminal.printable import printable

MARKS: Final = {"accepted": "✓", "rejected": "✗", None: "·"}
VERDICTS: Final = {"true": "= true", "false": "≠ false", "unclear": "? unclear"}

# short names of the OntoNotes types
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
"""Descriptions of the types in a list of choices; in ``TYPES`` both GPE and LOC are "place"."""

NUMBER_KINDS: Final = {
    "cardinal": "count",
    "percent": "share",
    "percentage_point": "points",
    "ordinal": "rank",
    "label": "name",
}
MODIFIERS: Final = {
    "~": "about ",
    ">": "over ",
    ">=": "at least ",
    "<": "under ",
    "<=": "up to ",
    "±": "plus or minus ",
}
TRENDS: Final = {"up": "↑", "down": "↓"}


def flat(text: str) -> str:
    """*text* on one line, safe for a terminal."""
    return printable(" ".join(text.split()))


def entity_type(entity: Entity) -> str:
    """The short name of the entity's type: ``person``, ``place``; an unknown type in lower case."""
    return TYPES.get(entity.type, flat(entity.type.lower()))


def speaker_words(name_of: NameOf, quote: Quote) -> str:
    """The speaker as in the article, with the entity's name if it differs: ``he → John Smith``, a guess ``he →? John Smith``."""
    if quote.speaker is None:
        return "unknown speaker"
    said = flat(quote.speaker.text)
    name = name_of(quote.speaker.entity)
    if name is not None and not quote.speaker.sure:
        return f"→? {printable(name)}" if said in name else f"{said} →? {printable(name)}"
    if name is None or name in said:  # "the mayor, Jane Doe" contains the name
        return said
    if said in name.split():
        return printable(name)
    return f"{said} → {printable(name)}"


def quote_words(quote: Quote) -> str:
    """The quote's content on one line, ``…`` between its spans; a direct quote in quote marks."""
    words = " … ".join(filter(None, map(flat, content_texts(quote)))) or flat(quote.text)
    bare = quote.kind == "direct" and words[:1] not in "“\"‘'«„"
    return f"“{words}”" if bare and words else words


def quote_lead(name_of: NameOf, quote: Quote, speaker: str | None = None) -> str:
    """The speaker and cue of *quote*, so that a denial is not read as an assertion: ``Jane Holt denied:``, ``denial by Jane Holt:``.

    ``Jane Holt:`` without a verb, ``according to Jane Holt:`` for a phrase before its speaker, empty without speaker
    and verb. *speaker* replaces the speaker's words, if these are too long.
    """
    who = speaker or speaker_words(name_of, quote)
    cue = flat(quote.cue.text) if quote.cue is not None else ""
    if not any(letter.isalpha() for letter in cue):  # a colon or a dash instead of a verb
        return f"{who}:" if quote.speaker is not None else ""
    from newsview.model.cue_words import is_adjective, is_noun, is_view  # the panes need them after the first screen

    cue = cue[:1].lower() + cue[1:]
    if cue == "according to":
        return f"{cue} {who}:"
    if is_view(cue):
        return f"in the {cue} of {who}:"
    if is_noun(cue, quote):
        return _noun_lead(name_of, quote, cue, who)
    return f"{who}, {cue}:" if is_adjective(cue) else f"{who} {cue}:"


def _noun_lead(name_of: NameOf, quote: Quote, cue: str, who: str) -> str:
    """``denial by Jane Holt:``, ``his denial:``, ``denial by Jane Holt:`` for "his" if it is known who he is."""
    from newsview.model.cue_words import POSSESSIVES

    speaker = quote.speaker
    if speaker is None or speaker.text.lower() not in POSSESSIVES:
        return f"{cue} by {who}:"
    name = name_of(speaker.entity)
    if name is None:
        return f"{flat(speaker.text).lower()} {cue}:"
    return f"{cue} by {'' if speaker.sure else '→? '}{printable(name)}:"


def quote_phrase(name_of: NameOf, quote: Quote, *, speaker: str | None = None, words: str | None = None) -> str:
    """The quote with speaker and verb: ``Doe told: “We cannot wait”``; without both ``the city lost — unknown speaker``.

    *speaker* and *words* replace the quote's own, if these are too long.
    """
    lead, said = quote_lead(name_of, quote, speaker), words or quote_words(quote)
    return f"{lead} {said}" if lead else f"{said} — {speaker_words(name_of, quote)}"


def quote_kind(quote: Quote) -> str:
    """The kind of *quote* in words: ``quote``, ``indirect quote``."""
    return "quote" if quote.kind == "direct" else f"{quote.kind} quote"


def number_words(number: Number) -> str:
    """The number as in the article, with its modifier."""
    text, cue = flat(number.text), number.cue
    if cue is not None:
        if number.start <= cue.start < number.end:  # "late February": the cue is part of the number
            return text
        return f"{flat(cue.text)} {text}" if cue.start < number.start else f"{text} {flat(cue.text)}"
    return MODIFIERS.get(number.modifier, "") + text


def number_kind(number: Number) -> str:
    """The kind of *number* in a word: ``money``, ``share``, ``change ↓``."""
    if number.trend is not None:
        role = f"{number.trend_role} " if number.trend_role in ("from", "to") else ""
        return f"{role or 'change '}{TRENDS[number.trend]}"
    return NUMBER_KINDS.get(number.kind, number.kind)


def number_about(number: Number) -> str:
    """The unit and subject of *number*: ``new buses``, ``people a day``; for a relative date, the day."""
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


def value_words(number: Number) -> str:
    """The value of *number* with its unit: ``4,200,000 USD``, ``5 to 10 mile``; empty if the words are the value."""
    ends = [f"{_integral(value):,}" for value in (number.value, number.value_max) if value is not None]
    if not ends:
        return ""
    per = f"per {number.per}" if number.per else ""
    words = flat(" ".join(part for part in (" to ".join(ends), number.unit, per) if part))
    said = flat(number.text)
    return "" if words in (said, said.removesuffix("s")) else words  # "45 minutes" is 45 minute


def _integral(value: float) -> float:
    """*value* as an integer if it is whole, without the ``.0`` from JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _date_about(number: Number) -> str:
    parts = []
    recurring = (number.iso or "").startswith("R/")  # the article's "each day" is clearer than the ISO form
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
    """The fact as copied into a text: a name with its role, a quote with its speaker, a number with its subject."""
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
    """The decision before the fact changed, with the earlier fact: ``was true for $9.8 billion``."""
    value = f" ({flat(TYPES.get(was.value, was.value))})" if isinstance(was.value, str) else ""
    return f"was {was.verdict or was.status or 'reviewed'} for {flat(was.text)}{value}"


def was_with_source(was: Was) -> str:
    """The decision before the fact changed, with its source: ``was true for $9.8 billion, by annual report``."""
    return was_words(was) + (f", by {flat(was.source)}" if was.source else "")


def decision_words(decision: Decision | None) -> str:
    """A decision in words: ``accepted · claim false (city budget) · note: page 4``."""
    parts: list[str] = [(decision.status if decision else None) or "not reviewed"]
    if decision and decision.was:
        parts.append(was_with_source(decision.was))
    if decision and decision.verdict:
        source = f" ({flat(decision.source)})" if decision.source else ""
        parts.append(f"claim {decision.verdict}{source}")
    elif decision and decision.source:
        parts.append(f"source: {flat(decision.source)}")
    if decision and decision.note:
        parts.append(f"note: {flat(decision.note)}")
    return " · ".join(parts)


def part_words(name_of: NameOf, part: Part) -> str:
    """A fact or a single mention in one line: ``Doe · mention``."""
    return f"{flat(part.text)} · mention" if isinstance(part, Mention) else fact_words(name_of, part)


def edit_words(decision: Decision) -> str:
    """The edits of a decision in words: ``corrected: name “Jane Doe”, speaker “Smith”``; empty without edits."""
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
    """All searchable words of *fact*, in one line."""
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
