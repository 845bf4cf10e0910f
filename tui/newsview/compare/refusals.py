"""Refusals to speak: "Acme declined to comment". They state nothing, so that no quote is made of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsview.model.article import Article, Sentence
from newsview.model.data_files import word_lists
from newsview.model.facts import Entity, Facts, Mention, Quote

NOT_SPEAKERS: Final = frozenset({"EVENT", "LAW", "LANGUAGE", "PRODUCT", "LOC"})
"""Types of entities that refuse nothing."""

REACH: Final = 300
"""Characters before the verb in which its subject is looked for."""

LONGEST_NAME: Final = 8
"""Words of a subject that is no entity; a longer one is more than a subject."""


class Refusal(NamedTuple):
    """A place where somebody says nothing. ``entity`` is the id of who refuses, else their words are the ``name``."""

    start: int
    end: int
    name: str
    entity: str | None


_WORDS: Final = word_lists("newsview.compare", "refusals")
_LISTS: Final = {name: "|".join(words).replace(" ", r"\s+") for name, words in _WORDS.items()}
PRONOUNS: Final = frozenset(_WORDS["pronouns"])
"""Words that stand for a speaker named elsewhere."""

_REFUSAL: Final = re.compile(
    r"\b(?:(?:{refusing})\s+to\s+(?:{speaking})|(?:{negated})\s+(?:{commenting})|(?:{having})\s+no\s+comment)\b".format(
        **_LISTS
    ),
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:^|\s)(?:{between}|[a-z]+ly),?\s*$".format(**_LISTS))
_REVERSED: Final = re.compile(r"(?:^|\s)(?:{reversing})\s*$".format(**_LISTS))
_APPOSITION: Final = re.compile(r",[^,;:.“”\"]*,\s*$")
_OPENING: Final = re.compile(r"(?:[,;:—–()“”\"]|\b(?i:{openings})\b)\s*(?=[^,;:—–()“”\"]*$)".format(**_LISTS))
_OF: Final = re.compile(r"\b(?:{of})\b|[’']s\b|[a-z](?:ing|ed)\b".format(**_LISTS))
"""What makes a name part of a description of somebody else: "the voters for Acme", "Acme's lawyer", "people backing Acme"."""
_RELATIVE: Final = re.compile(r"(?:{relatives})\b".format(**_LISTS))
_GOES_ON: Final = re.compile(r"\b(?:{joining})\s+$".format(**_LISTS))
_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def refusals(article: Article, facts: Facts) -> list[Refusal]:
    """The refusals in *article*, in text order: "Jane Holt declined to comment", "Acme, which refused to comment".

    Those whose words are the cue of a quote are left out ("declined to say whether"), and those whose subject cannot
    be read from the words before: "He declined to comment".
    """
    mentions = sorted(
        ((each, entity) for entity in facts.entities if entity.type not in NOT_SPEAKERS for each in entity.mentions),
        key=_start,
    )
    cues = sorted((quote.cue.start, quote.cue.end) for quote in facts.quotes if quote.cue is not None)
    quotes: dict[str, list[Quote]] = {}
    for quote in facts.quotes:
        quotes.setdefault(quote.sentence, []).append(quote)
    found = []
    for sentence, match in _matches(article):
        last = bisect_left(cues, (match.end(), 0)) - 1
        if last >= 0 and cues[last][1] > match.start():
            continue
        low = bisect_left(mentions, max(sentence.start, match.start() - REACH), key=_start)
        here = mentions[low : bisect_left(mentions, match.start(), key=_start)]
        before = quotes.get(sentence.id, [])
        subject = _subject(article.text, sentence.start, match.start(), here) or _speaker_before(before, match)
        if subject is not None:
            found.append(Refusal(match.start(), match.end(), *subject))
    return found


def _start(pair: tuple[Mention, Entity]) -> int:
    return pair[0].start


def _matches(article: Article) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """The words of refusal with their sentences; not those of boilerplate."""
    for match in _REFUSAL.finditer(article.text):
        index, paragraph = article.sentence_index(match.start()), article.paragraph_index(match.start())
        if index is not None and (paragraph is None or article.paragraphs[paragraph].role != "boilerplate"):
            yield article.sentences[index], match


def _subject(
    text: str, begins: int, verb: int, mentions: Sequence[tuple[Mention, Entity]]
) -> tuple[str, str | None] | None:
    """The subject of the verb at *verb* in the sentence that *begins* there: its words and the id of its entity."""
    begins = max(begins, verb - REACH)
    before = text[begins:verb]
    while (shorter := _BETWEEN.sub("", before)) != before:
        before = shorter
    if _REVERSED.search(before):
        return None
    before = _APPOSITION.sub("", before.rstrip() if before.rstrip().endswith(",") else before)
    before = before.rstrip(" ,\n")
    openings = list(_OPENING.finditer(before))
    start = openings[-1].end() if openings else 0
    words = before[start:].strip()
    if not words or words.lower() in PRONOUNS or _RELATIVE.match(words) or len(words.split()) > LONGEST_NAME:
        return None
    end = begins + start + len(before[start:].rstrip())
    for mention, owner in reversed(mentions):
        if mention.end == end and not _OF.search(text[begins + start : mention.start]):
            return owner.name, owner.id
    return words, None


def _speaker_before(quotes: Sequence[Quote], match: re.Match[str]) -> tuple[str, str | None] | None:
    """The speaker of a quote before, of the same subject: "Holt said that it was sold but declined to comment".

    *quotes* are those of the sentence.
    """
    if not _GOES_ON.search(match.string[max(0, match.start() - 8) : match.start()]):
        return None
    for quote in reversed(quotes):
        if quote.speaker is not None and quote.speaker.start < match.start():
            return quote.speaker.name or quote.speaker.text, quote.speaker.entity
    return None


def key_of_name(name: str) -> str:
    """*name* without article and case, by which speakers that are no entities are the same within an article."""
    return _ARTICLE.sub("", " ".join(name.split())).casefold()
