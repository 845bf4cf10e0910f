"""Times and spans of time without a figure, hidden by default: "now", "recently", "for years", "several months"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.lexicon import UNSET, lexicon
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.provenance import Trace
from newsview.model.facts import Number

TIMES = {"", "DATE", "TIME"}
"""Labels of named entities in which such a word is itself: not "Fashion Now", the name of a shop."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The lexemes ``[start:end]``; ``side`` of a time near the day of publication, ``unit`` of a span."""

    start: int
    end: int
    rule: Callable[[Scene, int], _Found | None]
    side: str | None = None
    unit: str | None = None

    def number(self, scene: Scene) -> Number:
        """The record; the component sets its id and sentence."""
        lex = scene.lex
        start, end = lex.starts[self.start], lex.ends[self.end - 1]
        return Number(
            id="",
            sentence="",
            text=lex.text[start:end],
            start=start,
            end=end,
            kind="date" if self.unit is None else "duration",
            vague=True,
            unit=self.unit,
            granularity=self.side,
            relative=self.unit is None,
            aside=True,
        )


def find_unset_times(tokens: Tokens, taken: Sequence[Number], trace: Trace | None = None) -> list[Number]:
    """The times and spans without a figure outside *taken*, in text order; *trace* receives the rule of each."""
    scene = Scene(tokens)
    starts = sorted((number.start, number.end) for number in taken)
    found = []
    for each in _all(scene):
        number = each.number(scene)
        index = bisect_right(starts, (number.end, -1)) - 1
        if index >= 0 and starts[index][1] > number.start:
            continue
        found.append(number)
        if trace is not None:
            trace[number.start, number.end] = (each.rule,)
    return found


def _all(scene: Scene) -> Iterator[_Found]:
    following, end, keys = _following(), 0, scene.lex.keys
    for at, key in enumerate(keys[: len(scene.lex)]):
        if key not in following or at < end:
            continue
        second = following[key]
        if second is not None and keys[at + 1] not in second:
            continue
        found = near_time(scene, at) or span_of_units(scene, at)
        if found is not None:
            end = found.end
            yield found


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """The phrases and their sides by first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, side in sorted(UNSET.near.items(), key=lambda each: -each[0].count(" ")):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, side))
    return found


@cache
def _following() -> Mapping[str, frozenset[str] | None]:
    """{first word of a time or span: its second words}; None where one word can be all of it."""
    plurals = {word for word, unit in lexicon().units.items() if _is_plural(word, unit)}
    found: dict[str, frozenset[str] | None] = {}
    for first, phrases in _phrases().items():
        alone = any(len(words) == 1 for words, _ in phrases)
        found[first] = None if alone else frozenset(words[1] for words, _ in phrases)
    for word in FUNCTION.indefinite:
        found[word] = (found.get(word) or frozenset()) | UNSET.words.several | plurals
    return found | dict.fromkeys(UNSET.words.several | plurals)


def _is_plural(word: str, unit: str) -> bool:
    """Whether *word* is the plural of *unit* itself: "years"; not "nights" of days, "in some quarters"."""
    return word in {unit + "s", unit[:-1] + "ies"} and unit not in {"weekend", "quarter"}


def near_time(scene: Scene, at: int) -> _Found | None:
    """Time near the day of publication: "now", "recently"; not "now that", "as soon as", "the future of"."""
    lex, words = scene.lex, UNSET.words
    for phrase, side in _phrases().get(lex.low[at], ()):
        end = at + len(phrase)
        if any(lex.low[at + index] != word for index, word in enumerate(phrase)) or BARRIER in lex.joins[at + 1 : end]:
            continue
        if scene.before(at) in words.other_before or scene.after(end) in words.other_after:
            return None
        titled = lex.word(end - 1)[0].isupper() and scene.before(at) != ""
        return None if titled or scene.entity(at) not in TIMES else _Found(at, end, near_time, side=side)
    return None


def span_of_units(scene: Scene, at: int) -> _Found | None:
    """Span of units without a figure: "for years", "several months"; not "ten years", "two of several months ago"."""
    lex, words = scene.lex, UNSET.words
    end = at + (lex.low[at] in FUNCTION.indefinite and lex.low[at + 1] in words.several)
    end += lex.low[end] in words.several and lex.joins[end + 1] != BARRIER
    unit = lexicon().units.get(lex.low[end])
    if unit is None or not _is_plural(lex.low[end], unit) or BARRIER in lex.joins[at + 1 : end + 1]:
        return None
    following = scene.after(end + 1)
    if following in words.points or (following == "-" and lex.joins[end + 1] == ADJACENT):
        return None
    if end > at:
        return _Found(at, end + 1, span_of_units, unit=unit)
    before = scene.before(at)
    article = before == "the" and scene.before(at, 2) in words.before_the
    if (before not in words.before_units and not article) or (following == "of" and unit in words.other_units):
        return None
    return _Found(at, end + 1, span_of_units, unit=unit)
