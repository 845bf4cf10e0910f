"""Scores of quantities and days against the hand annotation.

quantities found: spans overlap; value: equal, both ends of a range; unit: equal value in an equal unit (currencies by code,
           counts by head noun, lengths and times also converted);
           of the pairs: modifier ("about", "up to"); trend (up, down by; from, to); subject, where one is annotated.
days       found: spans overlap; day: the same interval of days, over the gold dates whose day the article tells.

A gold record that is optional, or of a kind that a score is not about, is neither asked for nor counted against.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from tests.benchmarks.from_json import quantity
from tests.benchmarks.records import Day, JsonObject, Quantity
from tests.benchmarks.scoring import Score, Tally, pairs, shared

F = TypeVar("F", Quantity, Day)

FACTORS = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 7 * 86400.0),
    "month": ("months", 1.0),
    "year": ("months", 12.0),
    "decade": ("months", 120.0),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "millimetre": ("length", 0.001),
    "centimetre": ("length", 0.01),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
}
MEASURED = {"money", "percent", "percentage_point", "measure", "duration", "age"}
COUNTED = MEASURED | {"cardinal", "fraction", "ratio"}


def close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 2e-3 * max(abs(a), abs(b), 1e-9)


def same_value(gold: Quantity, given: Quantity) -> bool:
    """Equal values, both ends; a percentage may also be given as a share."""
    return close(gold.value, given.value) and close(gold.value_max, given.value_max)


def converted(value: float | None, unit: str | None) -> tuple[str, float] | None:
    if value is None or unit not in FACTORS:
        return None
    dimension, factor = FACTORS[unit]
    return dimension, value * factor


def same_quantity(gold: Quantity, also: str | None, given: Quantity) -> bool:
    """Equal value in an equal unit; a count's unit is right when its head noun is."""
    if same_value(gold, given):
        return any(same_unit(unit, given.unit) for unit in (gold.unit, also) if unit or unit is gold.unit)
    a, b = converted(gold.value, gold.unit), converted(given.value, given.unit)
    return a is not None and b is not None and a[0] == b[0] and close(a[1], b[1])


def same_unit(gold: str | None, given: str | None) -> bool:
    if gold is None or given is None:
        return gold is given
    return gold.casefold() == given.casefold() or head_noun(gold) == head_noun(given)


def head_noun(unit: str) -> str:
    noun = re.split(r"\s(?:of|and|in)\s", unit.casefold())[0].split()[-1]
    return "person" if noun == "people" else noun


def fit(gold: JsonObject, found: Quantity | Day) -> float:
    """How much of both spans is shared, up to 1."""
    common = shared((gold["start"], gold["end"]), (found.start, found.end))
    return common / (max(gold["end"], found.end) - min(gold["start"], found.start)) if common > 0 else 0.0


def matched(
    gold: Sequence[JsonObject],
    given: Sequence[F],
    asked: Callable[[JsonObject], bool],
    spare: Callable[[JsonObject], bool],
) -> tuple[list[JsonObject], list[F], list[tuple[JsonObject, F]]]:
    """The gold *asked* for, the found ones that count, and the pairs of both; what meets *spare* gold does not count."""
    wanted: list[JsonObject] = [n for n in gold if asked(n) and not n.get("optional")]
    ignored: list[JsonObject] = [n for n in gold if n.get("optional") or spare(n)]
    kept = [p for p in given if any(fit(n, p) for n in wanted) or not any(fit(n, p) for n in ignored)]
    met = pairs([*wanted, *ignored], kept, fit, 1e-9)
    spent = [p for g, p in met if any(g is n for n in ignored)]
    counted = [p for p in kept if not any(p is q for q in spent)]
    return wanted, counted, [(g, p) for g, p in met if any(g is n for n in wanted)]


def other_unit(gold: JsonObject) -> str | None:
    """A second unit that is right too: of a share of something that is not counted, that thing ("half of its value")."""
    subject = gold["subject"] if gold["kind"] == "fraction" and gold["unit"] is None else None
    also: str | None = gold.get("also") or (subject and subject["text"])
    return also


def score_quantities(text: str, gold: Sequence[JsonObject], given: Sequence[Quantity], score: Score) -> None:
    """Add the article to ``value``, ``measured`` (units of money, percent, measures) and ``all units`` (of counts too)."""
    quantities = [p for p in given if p.kind in COUNTED or not p.kind]
    wanted, offered, met = matched(gold, quantities, lambda n: n["kind"] in COUNTED, lambda n: n["kind"] not in COUNTED)
    rows = [(quantity(g), other_unit(g), p) for g, p in met]
    values = sum(same_value(g, p) or same_quantity(g, also, p) for g, also, p in rows)
    tally = score.setdefault("value", Tally())
    tally.add(values, len(wanted), len(offered))
    for n in wanted:
        if not any(g is n for g, _ in met):
            tally.note("missed", text, n["start"], n["end"], f" ({n['kind']})")
    for p in offered:
        if not any(p is q for _, q in met):
            tally.note("extra", text, p.start, p.end, f" ({p.kind} {p.value} {p.unit})")
    units = sum(same_quantity(g, also, p) for g, also, p in rows)
    tally = score.setdefault("all units", Tally())
    tally.add(units, len(wanted), len(offered))
    for g, also, p in rows:
        if not same_quantity(g, also, p):
            is_, was = (g.value, g.value_max, g.unit), (p.value, p.value_max, p.unit)
            tally.note("wrong", text, g.start, g.end, f" is {is_}, not {was}")
    measured = sum(same_quantity(g, also, p) for g, also, p in rows if g.kind in MEASURED)
    counts = sum(g.kind not in MEASURED for g, _, _ in rows)
    asked = sum(n["kind"] in MEASURED for n in wanted)
    score.setdefault("measured", Tally()).add(measured, asked, len(offered) - counts)
    score_context(text, [(g, p) for g, _, p in rows], score)


def score_context(text: str, rows: Sequence[tuple[Quantity, Quantity]], score: Score) -> None:
    """Add ``modifier``, ``trend`` and ``subject`` of the pairs whose found side has a context."""
    for gold, given in rows:
        if gold.context is None or given.context is None:
            continue
        for name, one, other in (
            ("modifier", gold.context.modifier.strip("="), given.context.modifier.strip("=")),
            ("trend", gold.context.trend, given.context.trend),
        ):
            tally = score.setdefault(name, Tally())
            tally.add(bool(one) and one == other, bool(one), bool(other))
            if (one or other) and one != other:
                tally.note("wrong", text, gold.start, gold.end, f" is {one or 'plain'}, not {other or 'plain'}")
        if gold.kind in MEASURED:
            score_subject(text, gold, gold.context.subject, given.context.subject, score)


def score_subject(text: str, quantity: Quantity, gold: str | None, given: str | None, score: Score) -> None:
    """Right when a word is shared; asked only where the annotation has a subject, for it does not name every one."""
    if gold is None:
        return
    tally = score.setdefault("subject", Tally())
    right = not content_words(gold).isdisjoint(content_words(given or ""))
    tally.add(right, 1, 1)
    if not right:
        tally.note("wrong", text, quantity.start, quantity.end, f" is of {gold}, not {given}")


def content_words(phrase: str) -> set[str]:
    return set(re.findall(r"\w+", phrase.casefold())) - {"the", "a", "an", "of", "in", "its", "their"}


# Days


def interval(iso: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date, month, year, week or ``A/B``; None for anything else."""
    if iso is None:
        return None
    if "/" in iso:
        first, last = (interval(part) for part in iso.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(6)
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", iso)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def score_days(text: str, gold: Sequence[JsonObject], given: Sequence[Day], score: Score) -> None:
    """Add the article to ``dates`` (spans) and ``day`` (the right interval, of the dates whose day is known)."""
    timed = {"duration", "age", "time"}
    wanted, offered, met = matched(gold, given, lambda n: n["kind"] == "date", lambda n: n["kind"] in timed)
    tally = score.setdefault("dates", Tally())
    tally.add(len(met), len(wanted), len(offered))
    for n in wanted:
        if not any(g is n for g, _ in met):
            tally.note("missed", text, n["start"], n["end"])
    for p in offered:
        if not any(p is q for _, q in met):
            tally.note("extra", text, p.start, p.end, f" ({p.iso})")
    known = [n for n in wanted if n["iso"]]
    right = sum(interval(g["iso"]) == interval(p.iso) for g, p in met if g["iso"])
    resolved = sum(p.iso is not None for p in offered)
    tally = score.setdefault("day", Tally())
    tally.add(right, len(known), resolved)
    for g, p in met:
        if interval(g["iso"]) != interval(p.iso):
            tally.note("wrong", text, p.start, p.end, f" is {g['iso']}, not {p.iso}")
