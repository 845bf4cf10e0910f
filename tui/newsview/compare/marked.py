"""Stretches between quote marks that are no quotes of the extraction, as quotes without a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsview.compare.version import Version
from newsview.model.facts import Quote, Range

LEAST_TOKENS: Final = 4
"""Tokens of the shortest such stretch: shorter ones are titles and single words."""

_MARKED: Final = re.compile(r"“([^“”\"\n]{1,2000})[”\"]|\"([^“”\"\n]{1,2000})\"")
_LONGEST: Final = 2000
_FARTHEST: Final = 20_000
"""Characters before a place among which the beginning of its line is looked for: bounded time."""


def marked(version: Version, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The stretches between double quote marks of which no part belongs to one of *quotes* that are not indirect."""
    taken = sorted((part.start, part.end) for quote in quotes if quote.kind != "indirect" for part in quote.content)
    at = 0
    for match in _MARKED.finditer(version.text):
        start, end = match.span(1 if match[1] is not None else 2)
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        first, behind = version.token_range(start, end)
        if behind - first >= LEAST_TOKENS and not version.is_boilerplate(start):
            yield _quote(version, start, end)


def is_between_marks(version: Version, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands between double quote marks of one line."""
    line = version.text.rfind("\n", max(0, start - _FARTHEST), start) + 1 or max(0, start - _FARTHEST)
    return any(
        match.start() < start and end < match.end() for match in _MARKED.finditer(version.text, line, end + _LONGEST)
    )


def _quote(version: Version, start: int, end: int) -> Quote:
    sentences = tuple(version.article.sentences[index].id for index in version.article.sentences_between(start, end))
    return Quote(
        id="",
        kind="direct",
        text=version.text[start:end],
        start=start,
        end=end,
        content=(Range(start=start, end=end),),
        speaker=None,
        cue=None,
        sentence=sentences[0] if sentences else "",
        sentences=sentences,
    )
