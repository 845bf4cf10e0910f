"""From a parsed Doc to its dates and times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from newsview.extraction import document
from newsview.extraction.dates import absolute, referring, relative
from newsview.extraction.dates.constructions import Match, matches_at
from newsview.extraction.dates.guards import Scene, is_date
from newsview.extraction.dates.lexemes import BARRIER, Lexemes
from newsview.extraction.dates.lexicon import lexicon
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting, Tense
from newsview.extraction.dates.periods import Period
from newsview.extraction.dates.tense import tense_at
from newsview.facts import Number, Span

MEANINGS: dict[str, Meaning] = absolute.MEANINGS | relative.MEANINGS | referring.MEANINGS


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of the text, the lexemes ``[start:end]``, with what it means; ``edge`` is a lexeme like "late"."""

    start: int
    end: int
    reading: Reading
    edge: int | None = None


def find_dates(doc: Doc, published: str | None) -> list[Number]:
    """The dates and times of *doc*; *published* (``YYYY-MM-DD``) anchors the relative ones."""
    blocks = document.paragraphs(doc)
    lex = Lexemes(doc.text, [doc[block.start].idx for block in blocks])
    scene = Scene(doc, lex)
    terse = [(block.start, block.end) for block in blocks if block.role in {"headline", "caption", "subhead"}]
    reader = _Reader(scene, _anchor(published), terse)
    return [_number(lex, each) for each in reader.dates()]


def _anchor(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


class _Reader:
    """Reads the expressions of one article in text order, each in the light of those before it."""

    def __init__(self, scene: Scene, published: date | None, terse: Sequence[tuple[int, int]]) -> None:
        self._scene = scene
        self._published = published
        self._terse = terse
        self._last: tuple[int, Period] | None = None

    def dates(self) -> Iterator[Dated]:
        lex, at = self._scene.lex, 0
        while at < len(lex):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            period = found.reading.period
            if period is not None:
                self._last = (found.end, period)
            yield found
            at = found.end

    def _at(self, at: int) -> Dated | None:
        """The longest expression that begins at the lexeme *at* and stands as a date there."""
        lex = self._scene.lex
        if lex.low[at] in lexicon().edges:
            found = self._plain(self._past_edge(at))
            if found is not None and found.reading.granularity not in {"day", "recurring"}:
                return Dated(at, found.end, found.reading, at)
        return self._plain(at)

    def _past_edge(self, at: int) -> int:
        lex = self._scene.lex
        after = at + 1
        if lex.low[after] == "-" or (lex.low[after] in {"in", "on"} and lex.joins[after] != BARRIER):
            after += 1
        return after

    def _plain(self, at: int) -> Dated | None:
        if at >= len(self._scene.lex):
            return None
        for match in matches_at(self._scene.lex, at):
            if not is_date(self._scene, match):
                continue
            name = match.construction.meaning or match.construction.name
            reading = MEANINGS[name](Parts(match.parts), self._setting(match))
            if reading is not None:
                return Dated(match.start, self._with_part_of_day(match.end, reading), reading)
        return None

    def _with_part_of_day(self, end: int, reading: Reading) -> int:
        """Past the part of the day that follows a day: "Friday afternoon"."""
        lex = self._scene.lex
        fits = reading.granularity == "day" and lex.joins[end] != BARRIER and lex.low[end] in lexicon().parts
        return end + 1 if fits else end

    def _setting(self, match: Match) -> Setting:
        scene = self._scene
        first, last = scene.tokens[match.start], scene.tokens[match.end - 1] + 1
        terse = any(start <= first < end for start, end in self._terse)

        def tense() -> Tense | None:
            return tense_at(scene.doc, first, last, terse)

        def reference() -> Period | None:
            return self._reference(match.start)

        return Setting(self._published, tense, reference)

    def _reference(self, at: int) -> Period | None:
        """The last date before the lexeme *at*, if no paragraph begins between them."""
        if self._last is None:
            return None
        end, period = self._last
        lex = self._scene.lex
        return None if BARRIER in lex.joins[end : at + 1] else period


def _number(lex: Lexemes, dated: Dated) -> Number:
    reading = dated.reading
    start, end = lex.starts[dated.start], lex.ends[dated.end - 1]
    cue = None
    if dated.edge is not None:
        begin, stop = lex.starts[dated.edge], lex.ends[dated.edge]
        cue = Span(text=lex.text[begin:stop], start=begin, end=stop)
    return Number(
        id="",
        sentence="",
        text=lex.text[start:end],
        start=start,
        end=end,
        kind="date",
        vague=reading.vague,
        modifier="~" if cue else "=",
        cue=cue,
        iso=reading.period.iso if reading.period else (reading.recurring or None),
        granularity=reading.granularity,
        relative=reading.anchored,
    )
