"""Refusals to speak: "Acme declined to comment". They state nothing, so that no quote is made of them."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsview.model.article import Article, Sentence
from newsview.model.facts import Entity, Facts, Mention

NOT_SPEAKERS: Final = frozenset({"EVENT", "LAW", "LANGUAGE", "PRODUCT", "LOC"})
"""Types of entities that refuse nothing."""

LONGEST_NAME: Final = 8
"""Words of a subject that is no entity; a longer one is more than a subject."""


class Refusal(NamedTuple):
    """A place where somebody says nothing. ``entity`` is the id of who refuses, else their words are the ``name``."""

    start: int
    end: int
    name: str
    entity: str | None


def _lists() -> Mapping[str, str]:
    raw = pkgutil.get_data("newsview.compare", "data/refusals.toml")
    if raw is None:
        raise FileNotFoundError("refusals.toml")
    return {name: str(words).replace("_", r"\s+") for name, words in tomllib.loads(raw.decode()).items()}


_LISTS: Final = {name: "|".join(words.split()) for name, words in _lists().items()}
PRONOUNS: Final = frozenset(_LISTS["pronouns"].split("|"))
"""Words that stand for a speaker named elsewhere."""

_REFUSAL: Final = re.compile(
    r"\b(?:(?:{refusing})\s+to\s+(?:{speaking})|(?:{negated})\s+(?:{commenting})|(?:{having})\s+no\s+comment)\b".format(
        **_LISTS
    ),
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:^|\s)(?:{between}),?\s*$".format(**_LISTS))
_REVERSED: Final = re.compile(r"(?:^|\s)(?:{reversing})\s*$".format(**_LISTS))
_APPOSITION: Final = re.compile(r",[^,;:.“”\"]*,\s*$")
_OPENING: Final = re.compile(r"(?:[,;:—–()“”\"]|\b(?:{openings})\b)\s*(?=[^,;:—–()“”\"]*$)".format(**_LISTS))
_OF: Final = re.compile(r"\b(?:{of})\b|[’']s\b".format(**_LISTS))
_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def refusals(article: Article, facts: Facts) -> list[Refusal]:
    """The refusals in *article*, in text order: "Jane Holt declined to comment", "Acme, which refused to comment".

    Those whose words are the cue of a quote are left out ("declined to say whether"), and those whose subject cannot
    be read from the words before: "He declined to comment".
    """
    mentions = sorted(
        ((each, entity) for entity in facts.entities if entity.type not in NOT_SPEAKERS for each in entity.mentions),
        key=lambda pair: pair[0].start,
    )
    cues = [(quote.cue.start, quote.cue.end) for quote in facts.quotes if quote.cue is not None]
    found = []
    for sentence, match in _matches(article):
        if any(start < match.end() and match.start() < end for start, end in cues):
            continue
        here = [(each, owner) for each, owner in mentions if sentence.start <= each.start and each.end <= match.start()]
        subject = _subject(article.text, sentence, match.start(), here) or _speaker_before(facts, sentence, match)
        if subject is not None:
            found.append(Refusal(match.start(), match.end(), *subject))
    return found


def _matches(article: Article) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """The words of refusal with their sentences; not those of boilerplate."""
    for match in _REFUSAL.finditer(article.text):
        index, paragraph = article.sentence_index(match.start()), article.paragraph_index(match.start())
        if index is not None and (paragraph is None or article.paragraphs[paragraph].role != "boilerplate"):
            yield article.sentences[index], match


def _subject(
    text: str, sentence: Sentence, verb: int, mentions: Sequence[tuple[Mention, Entity]]
) -> tuple[str, str | None] | None:
    """The subject of the verb at the offset *verb*: its words and the id of its entity."""
    before = text[sentence.start : verb]
    while (shorter := _BETWEEN.sub("", before)) != before:
        before = shorter
    if _REVERSED.search(before):
        return None
    before = _APPOSITION.sub("", before.rstrip() if before.rstrip().endswith(",") else before)
    before = before.rstrip(" ,\n")
    openings = list(_OPENING.finditer(before))
    start = openings[-1].end() if openings else 0
    words = before[start:].strip()
    if not words or words.lower() in PRONOUNS or len(words.split()) > LONGEST_NAME:
        return None
    end = sentence.start + start + len(before[start:].rstrip())
    for mention, owner in reversed(mentions):
        if mention.end == end and not _OF.search(text[sentence.start + start : mention.start]):
            return owner.name, owner.id
    return words, None


def _speaker_before(facts: Facts, sentence: Sentence, match: re.Match[str]) -> tuple[str, str | None] | None:
    """The speaker of a quote before, of the same subject: "Holt said that it was sold but declined to comment"."""
    before = match.string[sentence.start : match.start()].rstrip()
    if not re.search(r"\b(?:and|but)$", before):
        return None
    for quote in reversed(facts.quotes):
        speaker = quote.speaker
        if speaker is not None and sentence.start <= speaker.start < match.start():
            return speaker.name or speaker.text, speaker.entity
    return None


def key_of_name(name: str) -> str:
    """*name* without article and case, by which speakers that are no entities are the same within an article."""
    return _ARTICLE.sub("", " ".join(name.split())).casefold()
