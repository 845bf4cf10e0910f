"""Sources: who has no name, and articles in which one person says everything."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from newsview.checks.evidence import Evidence, Found, Stretches
from newsview.model.facts import Quote

_UNNAMED = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|(?:asked|declined|refused|did not want|wished) (?:not )?to be (?:named|identified)"
    r"|sources? (?:close to|familiar with)|(?:people|persons?|officials?) (?:familiar with|with knowledge of)|spoke anonymously)\b",
    re.IGNORECASE,
)


def unnamed_source(evidence: Evidence) -> Iterator[Found]:
    """A source without a name: "on condition of anonymity", "two people familiar with the matter"."""
    for match in _UNNAMED.finditer(evidence.text):
        start, end = evidence.sentence(match.start())
        yield Found(
            message="who says this has no name",
            places=[evidence.place(*match.span()), evidence.place(start, min(end, start + 80))],
        )


FEWEST: Final = 4
"""Quotes of the shortest article in which one voice is remarkable."""

FEWEST_WORDS: Final = 3
"""Words of the shortest quotation that is another voice, if it has no speaker."""


def one_voice(evidence: Evidence) -> Iterator[Found]:
    """An article with at least four quotes, all of one person; not with a quotation that has no speaker.

    Not of a firm or body, which speaks through its filings and reports as well. Not where another person is named beside a
    quotation ("“No,” was the answer of Ben Marlow").
    """
    quotes = evidence.quotes
    if len(quotes) < FEWEST:
        return
    speakers = {_speaker(quote) for quote in quotes}
    if len(speakers) != 1:
        return
    voice = next((each for each in evidence.entities if each.id in speakers), None)
    if voice is not None and voice.type == "PERSON" and not _has_another(evidence, voice.id):
        yield Found(
            message=f"everything quoted is said by {voice.name}",
            places=[evidence.place(each.start, each.end, each.id) for each in (quotes[0], quotes[-1])],
        )


def _has_another(evidence: Evidence, speaker: str | None) -> bool:
    """Whether somebody else may be quoted: words outside the quotes, or another person named beside one of them."""
    others = sorted(
        mention.start
        for entity in evidence.entities
        if entity.type == "PERSON" and entity.id != speaker
        for mention in entity.mentions
        if not evidence.is_quoted(mention.start)
    )
    if any(_names_one_of(others, evidence, quote) for quote in evidence.quotes):
        return True
    attributed = Stretches((part.start, part.end) for quote in evidence.facts.quotes for part in quote.content)
    return any(
        each.start >= evidence.body and len(each.text.split()) >= FEWEST_WORDS and not attributed.has(each.start + 1)
        for each in evidence.quotations
    )


def _names_one_of(others: Sequence[int], evidence: Evidence, quote: Quote) -> bool:
    """Whether the sentences of *quote* have one of the mentions that start at *others*, behind its own start."""
    _, end = evidence.sentence(quote.end - 1)
    after = evidence.text[quote.end + 1 : quote.end + 3].strip(' ”"')
    if after[:1] in ("–", "—"):
        end = max(end, evidence.sentence(quote.end + 4)[1])
    first = bisect_left(others, quote.start)
    return first < len(others) and others[first] < end


def _speaker(quote: Quote) -> str | None:
    return quote.speaker.entity if quote.speaker is not None else None
