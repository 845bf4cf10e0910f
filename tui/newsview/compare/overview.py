"""Overview of an article: who speaks, what happened when, the figures by what they are of, and the state of the review.

Every line leads somewhere: its counts are sequences of ``Place``, in text order. Nothing is judged here: figures of one
subject stand side by side, whether they fit or not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import Final

from newsview.compare.overview_lines import STANCES, DateLine, Figure, FigureLine, Overview, Place, Places, SpeakerLine
from newsview.compare.refusals import PRONOUNS, key_of_name
from newsview.compare.speakers import Speech, is_guess, speeches
from newsview.describe import flat, number_words
from newsview.model.article import Article
from newsview.model.facts import Decision, Facts, Number, Quote, all_facts, start_of, without

NOT_FIGURES: Final = frozenset({"date", "time", "label", "ordinal", "age"})
"""Kinds of numbers that are no figures to compare."""

COUNTED: Final = frozenset({"cardinal", "fraction", "ratio"})
"""Kinds of numbers that are written with the noun that they count."""


def overview(article: Article, facts: Facts, review: Mapping[str, Decision]) -> Overview:
    """*article* in sum; *facts* are those to count, corrected. Rejected ones count in the state of the review only."""
    right = without(facts, {id_ for id_, decision in review.items() if decision.status == "rejected"})
    return Overview(
        [_speaker_line(speech, review) for speech in speeches(article, right)],
        list(_date_lines(article, right.numbers)),
        _figure_lines(right),
        _by_decision(facts, review),
        len(all_facts(facts)),
    )


# Speakers


def _speaker_line(speech: Speech, review: Mapping[str, Decision]) -> SpeakerLine:
    counts: dict[str, list[Place]] = {
        name: [Place(quote.start, quote.id) for quote in speech.quotes if quote.stance == stance]
        for name, stance in STANCES.items()
    }
    counts["refused"] = sorted([*counts["refused"], *(Place(refusal.start) for refusal in speech.refusals)])
    left = [Place(quote.start, quote.id) for quote in speech.quotes if _is_open(review.get(quote.id))]
    role = speech.entity.role if speech.entity is not None else None
    guessed = frozenset(quote.id for quote in speech.quotes if is_guess(quote))
    return SpeakerLine(flat(speech.name), flat(role) if role else None, counts, left, guessed)


def _is_open(decision: Decision | None) -> bool:
    return decision is None or (decision.status is None and decision.verdict is None)


# Dates

_DAY: Final = re.compile(r"(\d{4})(?:-W(\d\d)(?:-(\d))?|-(\d\d)(?:-(\d\d)(?:T([\d:]+))?)?)?")


def _beginning(iso: str) -> tuple[int, int, int, str] | None:
    """Where a date or period begins, for the order of dates; None for a time of day, a span, what recurs."""
    match = _DAY.match(iso)
    if match is None:
        return None
    year, week, weekday, month, day, time = match.groups()
    if week is None:
        return int(year), int(month or 0), int(day or 0), time or ""
    try:
        first = date.fromisocalendar(int(year), int(week), int(weekday or 1))
    except ValueError:  # from a file that was edited by hand
        return None
    return first.year, first.month, first.day, ""


def _date_lines(article: Article, numbers: Iterable[Number]) -> Iterator[DateLine]:
    """The dates, the earliest first; each day once in a sentence."""
    published = _beginning(article.published or "")
    dated = [(begins, number) for number in numbers if number.iso and (begins := _beginning(number.iso)) is not None]
    seen: set[tuple[str, str]] = set()
    for begins, number in sorted(dated, key=lambda pair: (pair[0], pair[1].start)):
        iso = number.iso or ""
        if number.kind != "date" or (iso, number.sentence) in seen:
            continue
        seen.add((iso, number.sentence))
        later = published is not None and begins[:3] > published[:3]
        place = Place(number.start, number.id)
        yield DateLine(_label(iso), number_words(number), _sentence(article, number.start), later, place)


def _label(iso: str) -> str:
    """A day or period in short: ``2023-07–09``, ``2023-10–2025-04``, ``2024-05-16 19:45``."""
    first, slash, last = flat(iso).replace("T", " ").partition("/")
    if slash and _are_whole_months(first, last):
        first, last = first[:7], last[:7]
    if slash and first[:5] == last[:5] and first != last:
        last = last[8:] if first[:8] == last[:8] and len(first) > 8 else last[5:]
    return f"{first}–{last}" if slash else first


def _are_whole_months(first: str, last: str) -> bool:
    """Whether a period from one day to another begins and ends with a month."""
    try:
        after = date.fromisoformat(last) + timedelta(days=1)
        return len(first) == len("2024-05-01") and date.fromisoformat(first).day == after.day == 1
    except (ValueError, OverflowError):  # a month, a year, what a hand-edited file has
        return False


def _sentence(article: Article, offset: int) -> str:
    index = article.sentence_index(offset)
    sentence = article.sentences[index] if index is not None else None
    return flat(article.text[sentence.start : sentence.end]) if sentence is not None else ""


# Figures


def _figure_lines(facts: Facts) -> list[FigureLine]:
    """Figures by subject, in text order; subjects with several figures first, those without a subject last."""
    names = {entity.id: entity.name for entity in facts.entities}
    groups: dict[str, list[Number]] = {}
    titles: dict[str, str] = {}
    for number in facts.numbers:
        title = _subject(number, names)
        if number.kind in NOT_FIGURES or (number.kind == "duration" and not title):
            continue
        key = key_of_name(title)
        titles.setdefault(key, title)
        groups.setdefault(key, []).append(number)
    said = _sayings(facts.quotes)
    lines = [FigureLine(titles[key], _figures(group, said, titles[key])) for key, group in groups.items() if key]
    lines.sort(key=lambda line: len(line.figures) < 2)
    rest = groups.get("", [])
    return [*lines, *([FigureLine("", _figures(rest, said, ""))] if rest else [])]


def _subject(number: Number, names: Mapping[str, str]) -> str:
    """What *number* is of: the name of an entity, its subject, or what it counts; empty if it does not say."""
    words = names.get(number.subject.entity or "") or number.subject.text if number.subject is not None else ""
    return flat(_noun(number) if not words or key_of_name(words) in PRONOUNS else words)


def _noun(number: Number) -> str:
    """The noun that *number* counts."""
    if number.kind not in COUNTED:
        return ""
    return (number.unit_text.text if number.unit_text is not None else number.unit) or ""


def _sayings(quotes: Sequence[Quote]) -> list[tuple[int, int, str]]:
    """Start and end of each quote with a speaker, and who says it; with the verb where they do not state it."""
    found = []
    for quote in quotes:
        if quote.speaker is None:
            continue
        name = flat(quote.speaker.name or quote.speaker.text)
        doubt = "?" if is_guess(quote) else ""
        verb = f" {flat(quote.cue.text)}" if quote.stance != "states" and quote.cue is not None else ""
        found.append((quote.start, quote.end, f"{name}{doubt}{verb}"))
    return sorted(found)


def _figures(numbers: Sequence[Number], said: Sequence[tuple[int, int, str]], title: str) -> list[Figure]:
    found: list[Figure] = []
    before: Number | None = None
    for number in numbers:
        by = _saying(said, number)
        joint = _joint(before, number)
        found.append(Figure(_words(number, title, joint), by, joint, Place(number.start, number.id)))
        before = number
    return found


_NESTED: Final = 4
"""Quotes before a number that may go on behind it."""


def _saying(said: Sequence[tuple[int, int, str]], number: Number) -> str:
    """Who says *number*; empty outside quotes."""
    last = bisect_right(said, number.start, key=itemgetter(0))
    around = (who for _, end, who in reversed(said[max(0, last - _NESTED) : last]) if number.end <= end)
    return next(around, "")


def _joint(before: Number | None, number: Number) -> str:
    """The sign between two figures: the ends of one change, one value in two units, or nothing in particular."""
    if before is None:
        return ""
    if before.range is not None and before.range == number.range:
        return "→"
    return "=" if before.id == number.same_as or number.id == before.same_as else "·"


_CHANGES: Final[Mapping[str | None, str]] = {"up": "↑ ", "down": "↓ ", None: ""}


def _words(number: Number, title: str, joint: str) -> str:
    """The figure with its modifier, its direction and what it counts: ``↓ 350 jobs``, ``from $307 million``.

    Behind an arrow or an equals sign the direction is not repeated.
    """
    words = number_words(number)
    per = f" per {flat(number.per)}" if number.per and number.per not in words else ""
    role = f"{number.trend_role} " if number.trend_role in ("from", "to") else ""
    lead = role or _CHANGES[number.trend]
    return f"{'' if joint in ('→', '=') else lead}{words}{_counted(number, title)}{per}"


def _counted(number: Number, title: str) -> str:
    """The noun that is counted, unless *title*, the subject, has it; in brackets where it is not as in the article."""
    noun = flat(_noun(number))
    if not noun or key_of_name(noun) in key_of_name(title):
        return ""
    return f" {noun}" if number.unit_text is not None else f" ({noun})"


# The review


def _by_decision(facts: Facts, review: Mapping[str, Decision]) -> dict[str, Places]:
    """The facts by what was decided on them, those without a decision last."""
    found: dict[str, list[Place]] = {
        name: []
        for name in ("accepted", "rejected", "true", "false", "unclear", "changed", "noted", "guessed", "not reviewed")
    }
    for fact in sorted(all_facts(facts), key=start_of):
        decision, place = review.get(fact.id), Place(start_of(fact), fact.id)
        for name in _decisions(decision):
            found[name].append(place)
        if isinstance(fact, Quote) and is_guess(fact):
            found["guessed"].append(place)
    return dict(found)


def _decisions(decision: Decision | None) -> Iterator[str]:
    """The names under which a fact with *decision* is counted."""
    if _is_open(decision):
        yield "not reviewed"
    if decision is None:
        return
    if decision.status is not None:
        yield decision.status
    if decision.verdict is not None:
        yield decision.verdict
    if decision.was is not None:
        yield "changed"
    if decision.note:
        yield "noted"
