"""Quotations: the same words quoted twice, and quote marks that do not pair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from newsview.checks.evidence import Evidence, Found, Quotation
from newsview.checks.words import words

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


def quoted_twice(evidence: Evidence) -> Iterator[Found]:
    """Two quotations of nearly the same words: "we will enter the small car market", "we will enter the big car market".

    Not one inside the other, one with a mark of a cut, or two that only begin alike.
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
            if _differ_slightly(mine, theirs):
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


_MARK = re.compile(r"[“”\"]|''|’’")


def quote_mark(evidence: Evidence) -> Iterator[Found]:
    """A curly opening mark without its closing one: "“Rain all through the year, he said".

    Not a speech that goes on in the next paragraph, and not where straight marks close curly ones.
    """
    paragraphs = evidence.article.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role == "boilerplate":
            continue
        opened: int | None = None
        for match in _MARK.finditer(evidence.text, paragraph.start, paragraph.end):
            if match[0] == "“":
                if opened is not None:
                    yield _unclosed(evidence, opened, match.start())
                opened = match.start()
            else:
                opened = None
        if opened is not None and index + 1 < len(paragraphs) and not _goes_on(evidence, index + 1):
            yield _unclosed(evidence, opened, paragraph.end)


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
