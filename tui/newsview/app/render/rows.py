"""Facts as lines of a given width in cells: a row in a pane, a line of status; and their words and values in the strip.

The wording is that of ``newsview.describe``. A line is a list of pieces: a text and the name of its look, which the
widgets turn into a style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from rich.cells import cell_len

from newsview import describe
from newsview.app.render.layers import FINDINGS
from newsview.app.render.wrapping import pad, truncate, wrap
from newsview.app.state.fact_index import FactIndex, Row
from newsview.describe import (
    VERDICTS,
    decision_words,
    entity_type,
    fact_words,
    flat,
    number_about,
    number_kind,
    number_words,
    quote_kind,
    quote_lead,
    quote_phrase,
    quote_words,
    speaker_words,
    value_words,
    was_words,
)
from newsview.model.facts import Decision, Entity, Fact, Number, Quote, kind_name
from newsview.model.kinds import PerKind
from newsview.terminal.printable import printable


class Piece(NamedTuple):
    """A text with one look: ``plain``, ``strong``, ``dim``, ``accepted`` or ``rejected``."""

    text: str
    look: str = "plain"


MARKS: Final = {status: Piece(mark, status or "dim") for status, mark in describe.MARKS.items()}

_SPEAKER: Final = 8
"""Minimum width of a speaker next to a long verb, in cells."""
_NAME: Final = 40
_WORDS: Final = 60
"""Maximum widths of a quote's speaker and of its words in the status line or a prompt, in cells."""
_BESIDE: Final = 80
"""Width of a row, in cells, from which a quote's words stand beside its speaker."""
_CLOSING: Final = frozenset("”\"’'»")


def lines(
    index: FactIndex, row: Row, decision: Decision | None, width: int, finding: str = "", height: int = 0
) -> list[list[Piece]]:
    """The lines of *row* at *width* cells, as many as its pane's ``HEIGHT``. *finding* is the mark of its findings.

    A row of several lines has *height* of them if that is more.
    """
    fact = index.by_id[row.fact]
    if isinstance(fact, Entity) and row.part >= 0:
        return [_mention_line(fact, row.part, width)]
    mark = [MARKS[decision.status if decision else None], Piece(finding or " ", FINDINGS.get(finding, "plain"))]
    first, *others = _LINES[kind_name(fact)](index, fact, decision, max(0, width - 2), height)
    return [[*mark, *first], *([Piece("  "), *line] for line in others)]


def _words_on_lines(words: str, width: int, count: int) -> list[str]:
    """*words* on *count* lines of *width* cells, cut on the last one; lines that are not needed are empty."""
    stretches = list(wrap(words, 0, len(words), width))
    texts = [words[start:end].rstrip() for start, end in stretches[:count]]
    if len(stretches) > count:
        texts[-1] = truncate(words[stretches[count - 1][0] :], width)
    return texts + [""] * (count - len(texts))


def _decision_summary(decision: Decision | None, width: int) -> str:
    """The verdict and note of a decision, and the decision before the fact changed, in short.

    The last is cut to three fifths of the row, which is *width* cells wide.
    """
    if decision is None:
        return ""
    was = truncate(was_words(decision.was), max(12, width * 3 // 5)) if decision.was else ""
    verdict = VERDICTS.get(decision.verdict or "", "") or was
    signs = (verdict, "†" if decision.note else "", "✎" if decision.edits else "")
    return " ".join(part for part in signs if part)


def _entity_lines(
    index: FactIndex, entity: Entity, decision: Decision | None, width: int, height: int
) -> list[list[Piece]]:
    count = f"{len(entity.mentions)}×" if len(entity.mentions) > 1 else ""
    right = f"{pad(entity_type(entity), 9)}{count:>4}"
    tail = _decision_summary(decision, width - len(right))
    room = max(0, width - len(right) - 1)
    if tail:
        room = max(0, room - cell_len(tail) - 1)
    name = truncate(printable(entity.name), room)
    left = room - cell_len(name)
    role = ""
    if entity.role and left > 5:
        role = truncate(", " + printable(entity.role), left)
    filled = [Piece(name, "strong"), Piece(role, "dim"), Piece(" " * (left - cell_len(role) + 1))]
    return [[*filled, *([Piece(tail + " ", "plain")] if tail else []), Piece(right, "dim")]]


def _mention_line(entity: Entity, part: int, width: int) -> list[Piece]:
    place = f"{part + 1} of {len(entity.mentions)}"
    room = max(0, width - 5 - len(place))
    return [Piece("    "), Piece(pad(flat(entity.mentions[part].text), room)), Piece(f" {place}", "dim")]


def _quote_lines(
    index: FactIndex, quote: Quote, decision: Decision | None, width: int, height: int
) -> list[list[Piece]]:
    """Speaker and verb above the words or, where there is room, beside them: so all lines of the row have some."""
    tail, kind = _decision_summary(decision, width + 2), "" if quote.kind == "direct" else quote.kind
    words, height = quote_words(quote), max(2, height)
    if width >= _BESIDE:
        left, end = min(_NAME, width * 2 // 5), [Piece(f" {tail}", "dim")] if tail else []
        said = [[*_said_by(index, quote, left - 2), Piece("  ")], [Piece(pad(kind, left), "dim")]]
        said += [[Piece(" " * left)] for _ in range(height - 2)]
        room = width - left - sum(cell_len(piece.text) for piece in end)
        top, *others = _words_on_lines(words, room, height)
        texts = [[Piece(pad(top, room)), *end], *([Piece(text)] for text in others)]
        return [[*one, *other] for one, other in zip(said, texts, strict=True)]
    speaker, cue = speaker_words(index.name_of, quote), flat(quote.cue.text) if quote.cue else ""
    right = " ".join(part for part in (tail, kind) if part)
    needed = cell_len(speaker) + (cell_len(cue) + 2 if cue else 0)
    if needed > width - 1 - cell_len(right):  # drop the kind, visible from the quote marks, rather than the verb
        right = tail
    room = max(0, width - (cell_len(right) + 1 if right else 0))
    if room <= _SPEAKER + 4 and quote.stance != "states":  # the words alone would read as a claim
        right, room = "", width
    first = [*_said_by(index, quote, room), *([Piece(" " + right, "dim")] if right else [])]
    return [first, *([Piece("  "), Piece(text)] for text in _words_on_lines(words, max(0, width - 2), height - 1))]


def _said_by(index: FactIndex, quote: Quote, room: int) -> list[Piece]:
    """The speaker and the verb in *room* cells; of a long name the end goes rather than the verb."""
    speaker, cue = speaker_words(index.name_of, quote), flat(quote.cue.text) if quote.cue else ""
    cue = truncate(cue, room - 2 - min(cell_len(speaker), _SPEAKER)) if room > _SPEAKER + 4 else ""
    cue = f"  {cue}" if cue else ""
    speaker = truncate(speaker, room - cell_len(cue))
    return [
        Piece(speaker, "strong"),
        Piece(cue, "dim"),
        Piece(" " * (room - cell_len(speaker) - cell_len(cue))),
    ]


def _number_lines(
    index: FactIndex, number: Number, decision: Decision | None, width: int, height: int
) -> list[list[Piece]]:
    tail, whole = _decision_summary(decision, width), width
    width = max(0, width - (cell_len(tail) + 1 if tail else 0))
    first = min(28, max(8, whole * 2 // 5))  # the same in every row: long words are whole in the detail strip
    words, kind, about = number_words(number), number_kind(number), number_about(number)
    text = [Piece(pad(words, first), "strong"), Piece("  "), Piece(pad(kind, 8), "dim"), Piece("  ")]
    used = first + 12
    if used > width:
        return [[Piece(pad(words, max(0, width)), "strong"), *([Piece(" " + tail)] if tail else [])]]
    return [[*text, Piece(pad(about, width - used)), *([Piece(" " + tail)] if tail else [])]]


_LINES: Final[PerKind[Callable[[FactIndex, Any, Decision | None, int, int], list[list[Piece]]]]] = {
    "entities": _entity_lines,
    "quotes": _quote_lines,
    "numbers": _number_lines,
}
"""The lines of a fact's row after its mark, of a width in cells; those of kinds with several may be given more."""


def short_phrase(index: FactIndex, quote: Quote) -> str:
    """The quote with speaker and verb, truncated: ``Jane Doe told: “We cannot wait for…”``."""
    words = quote_words(quote)
    cut = truncate(words, _WORDS)
    if cut != words and words[-1:] in _CLOSING:
        cut = truncate(words, _WORDS - 1) + words[-1]
    speaker = truncate(speaker_words(index.name_of, quote), _NAME)
    return quote_phrase(index.name_of, quote, speaker=speaker, words=cut)


def headline(index: FactIndex, fact: Fact) -> str:
    """A short description of the fact, for the status line: ``Jane Doe told: “We cannot wait” · quote``."""
    if isinstance(fact, Quote):
        return f"{short_phrase(index, fact)} · {quote_kind(fact)}"
    return truncate(fact_words(index.name_of, fact), 80)


def status(index: FactIndex, row: Row, decision: Decision | None) -> str:
    """The decision on the fact in words: ``accepted · claim false · note``."""
    fact = index.by_id[row.fact]
    if isinstance(fact, Entity) and len(fact.mentions) > 1:
        return f"mention {max(row.part, 0) + 1} of {len(fact.mentions)} · {decision_words(decision)}"
    return decision_words(decision)


# The detail strip

NUMBERS_IN_QUOTE: Final = 4
"""As many numbers of a quote are listed with their values."""


def words(index: FactIndex, fact: Fact) -> list[Piece]:
    """The words of the fact: a quote with speaker and cue, a number with its modifier and subject, a name with its role."""
    return _OWN_WORDS[kind_name(fact)](index, fact)


def _name_and_role(index: FactIndex, entity: Entity) -> list[Piece]:
    role = f", {flat(entity.role)}" if entity.role else ""
    return [Piece(flat(entity.name), "strong"), *([Piece(role)] if role else [])]


def _words_said(index: FactIndex, quote: Quote) -> list[Piece]:
    lead, said = quote_lead(index.name_of, quote), quote_words(quote)
    if lead:
        return [Piece(f"{lead} ", "strong"), Piece(said)]
    return [Piece(said), Piece(f" — {speaker_words(index.name_of, quote)}", "dim")]


def _number_and_subject(index: FactIndex, number: Number) -> list[Piece]:
    about = number_about(number)
    return [Piece(number_words(number), "strong"), *([Piece(f" · {about}")] if about else [])]


_OWN_WORDS: Final[PerKind[Callable[[FactIndex, Any], list[Piece]]]] = {
    "entities": _name_and_role,
    "quotes": _words_said,
    "numbers": _number_and_subject,
}


def _entity_values(index: FactIndex, entity: Entity) -> Iterator[Piece]:
    names = list(dict.fromkeys(flat(mention.text) for mention in entity.mentions))
    if names[0] != flat(entity.name) or len(names) > 1:
        yield Piece("in the article: " + ", ".join(f"“{name}”" for name in names[:6]), "dim")


def _quote_values(index: FactIndex, quote: Quote) -> Iterator[Piece]:
    speaker = quote.speaker
    name = index.name_of(speaker.entity) if speaker is not None else None
    if speaker is not None and name is not None and not speaker.sure:
        yield Piece(f"that “{flat(speaker.text)}” is {flat(name)} is a guess", "unclear")
    inside = [fact for fact in _facts_around(index, quote) if isinstance(fact, Number)]
    stated = [fact for fact in inside if quote.start <= fact.start and fact.end <= quote.end]
    for number in sorted(stated, key=lambda each: each.start)[:NUMBERS_IN_QUOTE]:
        value = value_words(number)
        if value:
            yield Piece(f"{number_words(number)} = {value}", "dim")


def _number_values(index: FactIndex, number: Number) -> Iterator[Piece]:
    value = value_words(number)
    if value:
        yield Piece(f"= {value}")
    name = index.name_of(number.subject.entity) if number.subject else None
    if number.subject and name and name not in number.subject.text:
        yield Piece(f"{flat(number.subject.text)} → {flat(name)}")
    for fact in _facts_around(index, number):
        if isinstance(fact, Quote) and fact.start <= number.start and number.end <= fact.end:
            lead = quote_lead(index.name_of, fact).removesuffix(":")
            yield Piece(f"said in a quote: {lead}" if lead else "said in a quote", "dim")


def _facts_around(index: FactIndex, fact: Quote | Number) -> Iterator[Fact]:
    """The facts in the sentences of *fact*, each once."""
    seen: set[str] = set()
    for sentence in index.article.sentences_between(fact.start, fact.end):
        for each in index.facts_in(sentence):
            if each.id not in seen:
                seen.add(each.id)
                yield each


VALUES: Final[PerKind[Callable[[FactIndex, Any], Iterator[Piece]]]] = {
    "entities": _entity_values,
    "quotes": _quote_values,
    "numbers": _number_values,
}
"""What is known of a fact besides its words, by its kind."""

KIND_WORDS: Final[PerKind[Callable[[Any], str]]] = {
    "entities": entity_type,
    "quotes": quote_kind,
    "numbers": number_kind,
}
"""What stands first in the strip, by the kind of fact."""
