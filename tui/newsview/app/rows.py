"""Facts in words: the one or two lines of a row, and the sentence of the status line. No widgets, no colours.

A line is a list of pieces, a text with the name of its look; looks become styles in the widgets.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.cells import cell_len

from newsview.app.linking import FactIndex, Pane, Row
from newsview.app.wrapping import pad, truncate
from newsview.facts import Decision, Entity, Fact, Number, Quote
from newsview.printable import printable


class Piece(NamedTuple):
    """Some text with one look: ``plain``, ``strong``, ``dim``, ``accepted`` or ``rejected``."""

    text: str
    look: str = "plain"


def flat(text: str) -> str:
    """*text* on one line and safe to show."""
    return printable(" ".join(text.split()))


HEIGHT: Final[dict[Pane, int]] = {"entities": 1, "quotes": 2, "numbers": 1}
"""Lines of a row, the same for every row of a pane, so that a row's place is arithmetic."""

MARKS: Final = {"accepted": Piece("✓", "accepted"), "rejected": Piece("✗", "rejected"), None: Piece("·", "dim")}
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
KINDS: Final = {
    "cardinal": "count",
    "percent": "share",
    "percentage_point": "points",
    "ordinal": "rank",
    "label": "name",
}
MODIFIERS: Final = {"~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "up to "}
TRENDS: Final = {"up": "↑", "down": "↓"}


def lines(index: FactIndex, row: Row, decision: Decision | None, width: int) -> list[list[Piece]]:
    """The lines of *row* at *width* cells, as many as its pane's ``HEIGHT``."""
    fact = index.by_id[row.fact]
    mark = MARKS[decision.status if decision else None]
    if isinstance(fact, Entity):
        if row.part >= 0:
            return [_mention_line(fact, row.part, width)]
        return [[mark, Piece(" "), *_entity_line(fact, decision, width - 2)]]
    if isinstance(fact, Quote):
        return _quote_lines(index, fact, mark, decision, width)
    return [[mark, Piece(" "), *_number_line(fact, decision, width - 2)]]


def _tail(decision: Decision | None) -> str:
    """What the reviewer added to a decision, in few words: a verdict, a note."""
    if decision is None:
        return ""
    verdict = VERDICTS.get(decision.verdict or "", "")
    return " ".join(part for part in (verdict, "✎" if decision.note or decision.edits else "") if part)


def _entity_line(entity: Entity, decision: Decision | None, width: int) -> list[Piece]:
    count = f"{len(entity.mentions)}×" if len(entity.mentions) > 1 else ""
    right = f"{pad(TYPES.get(entity.type, entity.type.lower()), 9)}{count:>4}"
    tail = _tail(decision)
    room = max(0, width - len(right) - 1)
    if tail:
        room = max(0, room - cell_len(tail) - 1)
    name = truncate(printable(entity.name), room)
    left = room - cell_len(name)
    role = ""
    if entity.role and left > 5:
        role = truncate(", " + printable(entity.role), left)
    filled = [Piece(name, "strong"), Piece(role, "dim"), Piece(" " * (left - cell_len(role) + 1))]
    return [*filled, *([Piece(tail + " ", "plain")] if tail else []), Piece(right, "dim")]


def _mention_line(entity: Entity, part: int, width: int) -> list[Piece]:
    place = f"{part + 1} of {len(entity.mentions)}"
    room = max(0, width - 5 - len(place))
    return [Piece("    "), Piece(pad(flat(entity.mentions[part].text), room)), Piece(f" {place}", "dim")]


def speaker_words(index: FactIndex, quote: Quote) -> str:
    """Who speaks, as the article says it and whom that is: ``he → John Smith``."""
    if quote.speaker is None:
        return "unknown speaker"
    said = flat(quote.speaker.text)
    name = index.name_of(quote.speaker.entity)
    if name is None or name == said or said in name.split():
        return printable(name or said)
    return f"{said} → {printable(name)}"


def quote_words(quote: Quote) -> str:
    """The quote's words on one line, in quote marks where the article has them."""
    words = flat(quote.text)
    bare = quote.kind == "direct" and words[:1] not in "“\"‘'«„"
    return f"“{words}”" if bare and words else words


def _quote_lines(
    index: FactIndex, quote: Quote, mark: Piece, decision: Decision | None, width: int
) -> list[list[Piece]]:
    right = " ".join(part for part in (_tail(decision), "" if quote.kind == "direct" else quote.kind) if part)
    room = max(0, width - 2 - (cell_len(right) + 1 if right else 0))
    speaker = truncate(speaker_words(index, quote), room)
    left = room - cell_len(speaker)
    cue = truncate("  " + flat(quote.cue.text), left) if quote.cue and left > 4 else ""
    first = [mark, Piece(" "), Piece(speaker, "strong"), Piece(cue, "dim"), Piece(" " * (left - cell_len(cue)))]
    if right:
        first.append(Piece(" " + right, "dim"))
    return [first, [Piece("    "), Piece(truncate(quote_words(quote), max(0, width - 4)))]]


def number_words(number: Number) -> str:
    """The number as the article writes it, with the word that modifies it."""
    text = flat(number.text)
    if number.cue is not None:
        return f"{flat(number.cue.text)} {text}"
    return MODIFIERS.get(number.modifier, "") + text


def number_kind(number: Number) -> str:
    """What kind of number it is, in a word: ``money``, ``share``, ``change ↓``."""
    if number.trend is not None:
        role = f"{number.trend_role} " if number.trend_role in ("from", "to") else ""
        return f"{role or 'change '}{TRENDS[number.trend]}"
    return KINDS.get(number.kind, number.kind)


def number_about(number: Number) -> str:
    """What the number counts or measures: ``new buses``, ``people a day``; of a date that is relative, the day."""
    if number.kind in ("date", "time", "duration"):
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
    if number.iso and (number.relative or number.iso != number.text):
        parts.append(printable(number.iso))
    if number.subject:
        parts.append(flat(number.subject.text))
    return " · ".join(parts)


def _number_line(number: Number, decision: Decision | None, width: int) -> list[Piece]:
    tail = _tail(decision)
    width = max(0, width - (cell_len(tail) + 1 if tail else 0))
    first = min(22, max(8, width * 2 // 5))
    words, kind, about = number_words(number), number_kind(number), number_about(number)
    if cell_len(words) > first and not about:
        first = max(first, width - 10)
    text = [Piece(pad(words, first), "strong"), Piece("  "), Piece(pad(kind, 8), "dim"), Piece("  ")]
    used = first + 12
    if used > width:
        return [Piece(pad(words, max(0, width)), "strong"), *([Piece(" " + tail)] if tail else [])]
    return [*text, Piece(pad(about, width - used)), *([Piece(" " + tail)] if tail else [])]


def headline(index: FactIndex, fact: Fact) -> str:
    """The fact in a few words, as the status line begins: ``“We cannot wait” · quote by Jane Doe (was “Doe”)``."""
    if isinstance(fact, Entity):
        kind = TYPES.get(fact.type, fact.type.lower())
        role = f", {printable(fact.role)}" if fact.role else ""
        return f"{printable(fact.name)} · {kind}{role}"
    if isinstance(fact, Quote):
        return f"{truncate(quote_words(fact), 60)} · {quote_origin(index, fact)}"
    about = number_about(fact)
    return f"{number_words(fact)} · {number_kind(fact)}{f' · {about}' if about else ''}"


def quote_origin(index: FactIndex, quote: Quote) -> str:
    """Whose words they are: ``quote by Jane Doe (was “Doe”)``, ``indirect quote, unknown speaker``."""
    kind = "quote" if quote.kind == "direct" else f"{quote.kind} quote"
    if quote.speaker is None:
        return f"{kind}, unknown speaker"
    said = flat(quote.speaker.text)
    name = index.name_of(quote.speaker.entity)
    return f"{kind} by {printable(name)} (was “{said}”)" if name and name != said else f"{kind} by {said}"


def status(index: FactIndex, row: Row, decision: Decision | None) -> str:
    """What is known of the fact's review, in words: ``accepted · claim false · note``."""
    fact = index.by_id[row.fact]
    parts = []
    if isinstance(fact, Entity) and len(fact.mentions) > 1:
        parts.append(f"mention {max(row.part, 0) + 1} of {len(fact.mentions)}")
    parts.append((decision.status if decision else None) or "not reviewed")
    if decision and decision.verdict:
        source = f" ({flat(decision.source)})" if decision.source else ""
        parts.append(f"claim {decision.verdict}{source}")
    if decision and decision.note:
        parts.append(f"note: {flat(decision.note)}")
    return " · ".join(parts)
