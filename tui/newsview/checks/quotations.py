"""Quotations: the same words quoted twice, and quote marks that do not pair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from newsview.checks.evidence import Evidence, Found, Quotation
from newsview.checks.words import alternatives, words
from newsview.model.facts import Speaker

LEAST_WORDS: Final = 7
MOST_WORDS: Final = 120
"""Words of the shortest and of the longest quotation that are compared."""
ALIKE: Final = 0.8
_SHINGLE: Final = 3
_CANDIDATES: Final = 3
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CUT = re.compile(r"…|\.\.|[\[\]]")
_FUNCTION = words("function_words")
_NEGATIONS = words("negations")
_PRONOUNS = words("pronouns")
_VERSION = re.compile(
    rf"\b(?:(?-i:In) (?:{alternatives('months')}|(?:19|20)\d\d)|{alternatives('versions')})\b", re.IGNORECASE
)
_REACH: Final = 100


def quoted_twice(evidence: Evidence) -> Iterator[Found]:
    """Two quotations of nearly the same words: "we will enter the small car market", "we will enter the big car market".

    Not one inside the other, one with a mark of a cut, two that only begin alike, those of two speakers, or two
    versions of one text ("The draft read …", "In 2021 it said …").
    """
    seen: dict[tuple[str, ...], list[tuple[Quotation, list[str]]]] = defaultdict(list)
    for quotation in evidence.quotations:
        mine = [word.lower().replace("’", "'") for word in _WORD.findall(quotation.text)]
        if not LEAST_WORDS <= len(mine) <= MOST_WORDS or _CUT.search(quotation.text) or quotation.start < evidence.body:
            continue
        shingles = [tuple(mine[index : index + _SHINGLE]) for index in range(len(mine) - _SHINGLE + 1)]
        counts: dict[int, int] = defaultdict(int)
        near: dict[int, tuple[Quotation, list[str]]] = {}
        for shingle in shingles:
            for earlier in seen[shingle]:
                counts[earlier[0].start] += 1
                near[earlier[0].start] = earlier
        for which in sorted(counts, key=lambda each: -counts[each])[:_CANDIDATES]:
            other, theirs = near[which]
            if _differ_slightly(mine, theirs) and _may_be_one(evidence, quotation, other):
                yield Found(
                    message="nearly, but not quite, what is quoted in another place",
                    places=[evidence.place(quotation.start, quotation.end), evidence.place(other.start, other.end)],
                )
                break
        for shingle in set(shingles):
            seen[shingle] = [*seen[shingle][-_CANDIDATES + 1 :], (quotation, mine)]


def _differ_slightly(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words are nearly the same, neither holds the other, and they differ between words that are equal."""
    joined, others = f" {' '.join(mine)} ", f" {' '.join(theirs)} "
    if joined in others or others in joined:
        return False
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.ratio() < ALIKE:
        return False
    codes = matcher.get_opcodes()
    inner = [code for code in codes[1:-1] if code[0] != "equal"]
    return codes[0][0] == "equal" and codes[-1][0] == "equal" and len(inner) == 1


def _may_be_one(evidence: Evidence, one: Quotation, other: Quotation) -> bool:
    """Whether two quotations may be of the same words: not of two speakers, and the text sets no versions against each other."""
    speakers = [_speaker(evidence, each) for each in (one, other)]
    entities = [each.entity for each in speakers if each is not None and each.entity is not None]
    if len(entities) == 2:
        if entities[0] != entities[1]:
            return False
    elif not entities and all(each is not None and each.text.lower() not in _PRONOUNS for each in speakers):
        first, second = ({*each.text.lower().split()} - _FUNCTION for each in speakers if each is not None)
        if not first & second:
            return False
    return not any(_VERSION.search(_around(evidence, each)) for each in (one, other))


def _speaker(evidence: Evidence, quotation: Quotation) -> Speaker | None:
    """The speaker of the quote that *quotation* is part of."""
    start = quotation.start + 1
    for quote in evidence.quotes:
        if any(part.start <= start < part.end for part in quote.content):
            return quote.speaker
    return None


def _around(evidence: Evidence, quotation: Quotation) -> str:
    """The words of the sentence of *quotation* outside it, at most ``_REACH`` on each side, without other quotations."""
    low, _ = evidence.sentence(max(0, quotation.start - 1))
    _, high = evidence.sentence(max(quotation.start, quotation.end - 1))
    text = evidence.text
    before = re.split(r"[“”\"]", text[max(low, quotation.start - 1 - _REACH) : max(0, quotation.start - 1)])[-1]
    after = re.split(r"[“”\"]", text[quotation.end + 1 : min(max(high, quotation.end), quotation.end + _REACH)])[0]
    return f"{before} {after}"


_MARK = re.compile(r"[“”\"]|''|’’")
_TURNED = re.compile(r"(?<=[\w.,!?…—–-])“(?![\w‘’'$£€])|“\s*$")
"""An opening mark where a closing one belongs: “no,“ he said."""


def quote_mark(evidence: Evidence) -> Iterator[Found]:
    """A curly opening mark without its closing one: "“Rain all through the year, he said".

    Not a speech that goes on in the next paragraph, not where straight marks close curly ones, and not in a paragraph
    with German marks („…“), where the mark closes. A quotation may hold another one with the same marks ("“a “very”
    good day”"), and an opening mark behind a word closes ("“no,“ he said").
    """
    paragraphs = evidence.article.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role == "boilerplate":
            continue
        start, end = _open_mark(evidence.text, paragraph.start, paragraph.end) or (0, 0)
        if end and (end < paragraph.end or (index + 1 < len(paragraphs) and not _goes_on(evidence, index + 1))):
            yield _unclosed(evidence, start, end)


def _open_mark(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The place of an opening mark that is not closed in ``text[low:high]``, and where the next one opens or the text ends.

    None if all are closed.
    """
    if "„" in text[low:high]:
        return None
    turned = {match.start() for match in _TURNED.finditer(text[low:high])}
    opened: list[int] = []
    again: tuple[int, int] | None = None
    for match in _MARK.finditer(text, low, high):
        if match[0] == "“" and match.start() - low not in turned:
            if opened and again is None:
                again = opened[-1], match.start()
            opened.append(match.start())
        elif opened:
            opened.pop()
            again = again if opened else None
    if not opened:
        return None
    return again or (opened[-1], high)


def _goes_on(evidence: Evidence, index: int) -> bool:
    """Whether a speech goes on in the paragraph: it begins with a mark, or has a closing one first."""
    following = evidence.article.paragraphs[index]
    text = evidence.text[following.start : following.end].lstrip()
    first = _MARK.search(text)
    return text[:1] in "“\"'‘" or (first is not None and first[0] != "“")


def _unclosed(evidence: Evidence, start: int, end: int) -> Found:
    words_after = min(end, start + 60)
    return Found(
        message="this quotation is never closed",
        places=[evidence.place(start, words_after), evidence.place(end - 1, end)],
    )
