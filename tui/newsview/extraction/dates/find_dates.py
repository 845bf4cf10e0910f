"""Extraction of dates and times from a parsed Doc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.date_ranges import with_ranges
from newsview.extraction.dates.expression_reader import ExpressionReader
from newsview.extraction.dates.hedges import hedged
from newsview.extraction.dates.utc_restatement import with_day_from_utc, with_week_of_previous
from newsview.extraction.lexical.lexemes import Lexemes
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.provenance import Trace
from newsview.model.facts import Number

TERSE = {"headline", "caption", "subhead"}
"""Roles of paragraphs whose present tense has past meaning: "Bridge opens on Friday"."""


def find_dates(tokens: Tokens, published: str | None, trace: Trace | None = None) -> list[Number]:
    """The dates and times in text order; *published* (``YYYY-MM-DD``) anchors the relative ones.

    A range of dates ("from May 3 to June 4") is a record, and so is each of its ends. *trace* receives the rules of each.
    """
    scene = Scene(tokens)
    lex = scene.lex
    terse = [(block.start, block.end) for block in tokens.blocks if block.role in TERSE]
    reader = ExpressionReader(scene, _anchor(published), terse)
    dates = [hedged(lex, each) for each in reader.expressions()]
    dates = with_ranges(scene, dates, reader.reread)
    dates = with_week_of_previous(lex, _with_days(scene, dates))
    numbers = [each.number(lex) for each in dates]
    if trace is not None:
        trace.update(((number.start, number.end), each.rules) for number, each in zip(numbers, dates, strict=True))
    return numbers


def _anchor(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _with_days(scene: Scene, dates: Sequence[Dated]) -> list[Dated]:
    """Clock times with the day of their sentence, if it names exactly one: "On Friday polls close at 8 p.m."."""
    if all(each.reading is not None for each in dates):
        return list(dates)
    days: dict[int, set[date]] = {}
    owner: dict[int, Dated] = {}
    for each in dates:
        if each.is_day and each.period is not None:
            sentence = scene.sentence(each.start)
            days.setdefault(sentence, set()).add(each.period.first)
            owner[sentence] = each
    return [_on_day(scene.lex, each, scene.sentence(each.start), days, owner) for each in dates]


def _on_day(lex: Lexemes, dated: Dated, sentence: int, days: dict[int, set[date]], owner: dict[int, Dated]) -> Dated:
    if dated.reading is not None or dated.iso is not None or len(days.get(sentence, ())) != 1:
        return dated
    return with_day_from_utc(lex, dated, owner[sentence]) or replace(dated, reading=owner[sentence].reading)
