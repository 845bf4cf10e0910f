"""The check-first list: sentences of an article that hold claims to check, the most worthwhile first, with reasons.

A sentence's score is the sum of the weights of its reasons; a sentence without a reason is not listed. The weights are
set by what is checkable (a figure before a superlative, a claim that somebody makes before one that nobody does), not
fitted to annotated texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

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
_QUANTITIES: Final = frozenset({"money", "percent", "percentage_point", "measure", "cardinal", "fraction", "ratio"})
"""Kinds of numbers that are quantities; a bare count up to ten ("two men") is none."""
_SMALL: Final = 10

_HEDGED: Final = rf"(?!\s(?:[\d$£€]|(?:an?|half|likely|ever|{alternatives('pronouns')}|{alternatives('small')})\b))"
"""No figure follows, and no turn of phrase: "more than 40 people", "as much as I can", "more than likely" compare nothing."""
_COMPARISON: Final = re.compile(rf"\b(?:{alternatives('comparisons')})\b{_HEDGED}", re.IGNORECASE)
_SUPERLATIVE: Final = re.compile(rf"\b(?:{alternatives('superlatives')})\b", re.IGNORECASE)
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

_Reason = tuple[re.Pattern[str], str, float]
"""Words that are a reason, its name and its weight."""
_COMPARED_BY: Final[_Reason] = (_COMPARISON, "a comparison", _COMPARED)
_HIGHEST_OF: Final[_Reason] = (_SUPERLATIVE, "a superlative", _HIGHEST)
_OPINION_OF: Final[_Reason] = (_OPINION, "a superlative", _SAID)


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
        reasons = dict(evidence.reasons(index, sentence))
        if reasons:
            score = round(sum(reasons.values()), 2)
            ranked.append((score, sentence, text, list(reasons)))
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
        self._names: Mapping[str, str] = {entity.id: entity.name for entity in analysis.entities}
        self._numbers: dict[str, list[Number]] = {}
        for number in analysis.numbers:
            if number.id not in rejected:
                self._numbers.setdefault(number.sentence, []).append(number)
        self._quotes: dict[str, Quote] = {}
        for quote in analysis.quotes:
            if quote.id not in rejected and not quote.aside and quote.speaker is not None:
                for sentence in quote.sentences:
                    self._quotes.setdefault(sentence, quote)
        self._findings: dict[int, Finding] = {}
        for finding in findings:
            index = analysis.article.sentence_index(finding.places[0].start)
            if finding.level in _FINDINGS and finding.id not in rejected and index is not None:
                before = self._findings.get(index)
                if before is None or _FINDINGS[finding.level][1] > _FINDINGS[before.level][1]:
                    self._findings[index] = finding

    def reasons(self, index: int, sentence: Sentence) -> Iterator[tuple[str, float]]:
        """The reasons to check a sentence, each with its weight; who says it is none alone."""
        found = [*self._of_facts(index, sentence), *self._of_words(sentence, (_COMPARED_BY, _HIGHEST_OF))]
        yield from found
        if found:
            yield from self._of_words(sentence, (_OPINION_OF,))
        quote = self._quotes.get(sentence.id)
        name = self._speaker(quote) if quote is not None else None
        if found and name is not None:
            yield f"said by {name}", _SAID

    def _speaker(self, quote: Quote) -> str | None:
        """Name of the speaker of *quote*, or the article's words for it; None for a pronoun that nobody is known for."""
        if quote.speaker is None:
            return None
        said = quote.speaker.text
        return self._names.get(quote.speaker.entity or "", said if said.lower() not in _PRONOUNS else None)

    def _of_facts(self, index: int, sentence: Sentence) -> Iterator[tuple[str, float]]:
        finding = self._findings.get(index)
        if finding is not None:
            words, weight = _FINDINGS[finding.level]
            yield f"{words}: {finding.message}", weight
        numbers = self._numbers.get(sentence.id, ())
        quantities = [number for number in numbers if _is_quantity(number)][:FIGURES]
        if quantities:
            shown = ", ".join(dict.fromkeys(number.text for number in quantities))
            yield f"a quantity ({shown})", _QUANTITY + _FURTHER * (len(quantities) - 1)
        changed = next((number for number in numbers if number.trend is not None and _is_quantity(number)), None)
        if changed is not None:
            yield f"a change ({changed.text} {changed.trend})", _CHANGE

    def _of_words(self, sentence: Sentence, reasons: Sequence[_Reason]) -> Iterator[tuple[str, float]]:
        end = min(sentence.end, sentence.start + REACH)
        for pattern, name, weight in reasons:
            match = pattern.search(self._text, sentence.start, end)
            if match is not None:
                yield f"{name} (“{match[0].lower()}”)", weight


def _is_quantity(number: Number) -> bool:
    """Whether a number says how much or how many there is: not a date, an age, a score, a name, "two men"."""
    if number.kind not in _QUANTITIES or number.aside:
        return False
    if number.kind == "fraction" and _OF_A_FEW.match(number.text):
        return False
    return number.kind != "cardinal" or number.vague or (number.value or 0) > _SMALL
