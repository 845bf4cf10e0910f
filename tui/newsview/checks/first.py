"""The check-first list: sentences of an article that hold claims to check, the most worthwhile first, with reasons.

A sentence's score is the sum of the weights of its reasons; a sentence without a reason is not listed. The weights are
set by what is checkable (a figure before a superlative, a claim that somebody makes before one that nobody does), not
fitted to annotated texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsview.checks.words import alternatives, words
from newsview.model.article import Sentence
from newsview.model.facts import Analysis, Number, Quote
from newsview.model.finding import Finding, Level, Ranked

COUNT: Final = 10
"""Sentences of the list where no other number is wanted."""

REACH: Final = 2000
"""Code points of a sentence in which words are looked for: longer ones are no sentences of prose."""

FIGURES: Final = 3
"""Figures of a sentence that count, and are named among its reasons."""

_PRONOUNS: Final = words("pronouns")
_POSSESSIVES: Final = words("possessives")
_QUANTITIES: Final = frozenset({"money", "percent", "percentage_point", "measure", "cardinal", "fraction", "ratio"})
"""Kinds of numbers that are quantities; a bare count up to ten ("two men") is none."""
_SMALL: Final = 10

_HEDGED: Final = rf"(?!\s(?:[\d$£€]|(?:an?|half|likely|ever|{alternatives('pronouns')}|{alternatives('small')})\b))"
"""No figure follows, and no turn of phrase: "more than 40 people", "as much as I can", "more than likely" compare nothing."""
_COMPARISON: Final = re.compile(rf"\b(?:{alternatives('comparisons')})\b{_HEDGED}", re.IGNORECASE)
_SUPERLATIVE: Final = re.compile(
    rf"\b(?:{alternatives('superlatives')})\b(?! (?:{alternatives('of_opinion')})\b)", re.IGNORECASE
)
"""Not "the only way", which is a judgement."""
_OPINION: Final = re.compile(rf"\b(?:{alternatives('opinions')})\b", re.IGNORECASE)
"""Superlatives that are no reason alone: "her greatest strength" is nothing to check."""
_OF_A_FEW: Final = re.compile(r"\w+ of (?:the|these|its|his|her|their)\b", re.IGNORECASE)
"""What is counted out of a few is no quantity: "one of the two"."""

_FINDINGS: Final[Mapping[Level, tuple[str, float]]] = {
    "contradiction": ("does not fit", 3.0),
    "look": ("deserves a look", 1.0),
}
"""Findings as reasons, with their weights."""
_QUANTITY, _FURTHER, _CHANGE, _COMPARED, _HIGHEST, _SAID = 1.0, 0.25, 0.5, 0.5, 0.5, 0.25
"""Weights: a quantity, each further one, a change, a comparison, a superlative, a speaker."""


class _Reason(NamedTuple):
    """A reason to check a sentence: its words and weight, and the offset at which the sentence gives it."""

    words: str
    weight: float
    start: int


_Words = tuple[re.Pattern[str], str, float]
"""Words that are a reason, its name and its weight."""
_COMPARED_BY: Final[_Words] = (_COMPARISON, "a comparison", _COMPARED)
_HIGHEST_OF: Final[_Words] = (_SUPERLATIVE, "a superlative", _HIGHEST)
_OPINION_OF: Final[_Words] = (_OPINION, "a superlative", _SAID)


def check_first(analysis: Analysis, findings: Sequence[Finding] = (), count: int = COUNT) -> list[Ranked]:
    """The *count* sentences of the body of an article that are to be checked first; those of equal score in text order.

    Questions are left out, and facts and *findings* that the review rejects. The facts are corrected already.
    """
    article = analysis.article
    body = {paragraph.id for paragraph in article.paragraphs if paragraph.role == "body"}
    evidence = _Evidence(analysis, findings)
    ranked = []
    for index, sentence in enumerate(article.sentences):
        text = article.text[sentence.start : sentence.end]
        if sentence.paragraph not in body or text.rstrip("”\"'’ ").endswith("?"):
            continue
        reasons = evidence.reasons(index, sentence)
        if reasons:
            score = round(sum(reason.weight for reason in reasons), 2)
            ranked.append((score, sentence, text, [reason.words for reason in reasons]))
    ranked.sort(key=lambda each: -each[0])
    return [
        Ranked(sentence=each.id, text=text, start=each.start, end=each.end, score=score, reasons=reasons)
        for score, each, text, reasons in ranked[:count]
    ]


class _Evidence:
    """The facts and findings of an article by sentence."""

    def __init__(self, analysis: Analysis, findings: Sequence[Finding]) -> None:
        review = analysis.review
        rejected = {id_ for id_, decision in review.items() if decision.status == "rejected"}
        self._text = analysis.article.text
        self._people: Mapping[str, str] = {each.id: each.name for each in analysis.entities if each.type == "PERSON"}
        self._numbers: dict[str, list[Number]] = {}
        for number in analysis.numbers:
            if number.id not in rejected:
                self._numbers.setdefault(number.sentence, []).append(number)
        self._quotes: dict[str, list[Quote]] = {}
        for quote in analysis.quotes:
            if quote.id not in rejected and not quote.aside and quote.speaker is not None:
                for sentence in quote.sentences:
                    self._quotes.setdefault(sentence, []).append(quote)
        self._findings: dict[int, Finding] = {}
        for finding in findings:
            index = analysis.article.sentence_index(finding.places[0].start)
            if finding.level in _FINDINGS and finding.id not in rejected and index is not None:
                before = self._findings.get(index)
                if before is None or _FINDINGS[finding.level][1] > _FINDINGS[before.level][1]:
                    self._findings[index] = finding

    def reasons(self, index: int, sentence: Sentence) -> Sequence[_Reason]:
        """The reasons to check a sentence; an opinion and who says it are none alone."""
        found = [*self._of_facts(index, sentence), *self._of_words(sentence, (_COMPARED_BY, _HIGHEST_OF))]
        if not found:
            return found
        found += self._of_words(sentence, (_OPINION_OF,))
        name = self._said_by(sentence, found)
        return [*found, _Reason(f"said by {name}", _SAID, sentence.start)] if name is not None else found

    def _said_by(self, sentence: Sentence, reasons: Sequence[_Reason]) -> str | None:
        """Whose words one of the *reasons* is in: not those of whom only another part of the sentence reports."""
        speakers = (
            self._speaker(quote)
            for quote in self._quotes.get(sentence.id, ())
            if any(part.start <= each.start < part.end for part in quote.content for each in reasons)
        )
        return next((name for name in speakers if name is not None), None)

    def _speaker(self, quote: Quote) -> str | None:
        """The name of a person who is surely the speaker of *quote*, else the article's words, if they are no pronoun.

        A guess is not named: "the minister" is said by the minister. Neither is "their figures" anybody.
        """
        speaker = quote.speaker
        if speaker is None:
            return None
        if speaker.sure and speaker.entity is not None and speaker.entity in self._people:
            return self._people[speaker.entity]
        first, *others = speaker.text.lower().split() or [""]
        return None if first in (_PRONOUNS if not others else _POSSESSIVES) else speaker.text

    def _of_facts(self, index: int, sentence: Sentence) -> Iterator[_Reason]:
        finding = self._findings.get(index)
        if finding is not None:
            words, weight = _FINDINGS[finding.level]
            yield _Reason(f"{words}: {finding.message}", weight, finding.places[0].start)
        numbers = self._numbers.get(sentence.id, ())
        quantities = [number for number in numbers if _is_quantity(number)][:FIGURES]
        if quantities:
            shown = ", ".join(dict.fromkeys(number.text for number in quantities))
            yield _Reason(f"a quantity ({shown})", _QUANTITY + _FURTHER * (len(quantities) - 1), quantities[0].start)
        changed = next((number for number in numbers if number.trend is not None and _is_quantity(number)), None)
        if changed is not None:
            yield _Reason(f"a change ({changed.text} {changed.trend})", _CHANGE, changed.start)

    def _of_words(self, sentence: Sentence, wanted: Sequence[_Words]) -> Iterator[_Reason]:
        end = min(sentence.end, sentence.start + REACH)
        for pattern, name, weight in wanted:
            match = pattern.search(self._text, sentence.start, end)
            if match is not None:
                yield _Reason(f"{name} (“{match[0].lower()}”)", weight, match.start())


def _is_quantity(number: Number) -> bool:
    """Whether a number says how much or how many there is: not a date, an age, a score, a name, "two men"."""
    if number.kind not in _QUANTITIES or number.aside:
        return False
    if number.kind == "fraction" and _OF_A_FEW.match(number.text):
        return False
    return number.kind != "cardinal" or number.vague or (number.value or 0) > _SMALL
