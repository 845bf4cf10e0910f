"""Gender of persons: by titles, gendered nouns, pronouns in sentences with one person, and given names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from newsview.extraction.entities.lexicon import given_names, without_accents
from newsview.extraction.quotes.cue_lexicon import speaking_nouns, string_ids
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import PRONOUNS, SPEAKERS
from newsview.extraction.syntax import is_readable

Gender = Literal["man", "woman"]
_TITLE = 3
"""Votes per title; a pronoun has one vote."""
_NAME = 2
"""Votes of a given name."""
_MANY = 40
"""Maximum name tokens examined per sentence."""
_CLEAR = 2
"""Minimum ratio of the votes for the two genders."""


def genders(layout: Layout, owner: dict[int, str], names: Mapping[str, str]) -> dict[str, Gender]:
    """The gender of the persons in *names* (entity id to name) with evidence. *owner*: entity id by token."""
    people = frozenset(names)
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for at in layout.having("LEMMA", _gendered()):
        _title(layout, owner, people, at, votes)
    for at in layout.having("LOWER", _gendered()):
        _title(layout, owner, people, at, votes)
    _pronouns(layout, owner, people, votes)
    for person, name in names.items():
        _given_name(person, name, votes)
    return {person: gender for person, counts in votes.items() if (gender := _winner(counts)) is not None}


def _given_name(person: str, name: str, votes: dict[str, Counter[Gender]]) -> None:
    """Votes of a given name that only men or only women have: "Mary Stone"; not "Stone", "Robin Park"."""
    given, *rest = without_accents(name).lower().split() or [""]
    bearers = given_names().get(given) if rest else None
    if bearers == "men":
        votes[person]["man"] += _NAME
    elif bearers == "women":
        votes[person]["woman"] += _NAME


@cache
def _gendered() -> NDArray[np.uint64]:
    nouns = [noun for noun, kind in speaking_nouns().items() if kind in SPEAKERS.gendered]
    return string_ids((*nouns, *SPEAKERS.titles_man, *SPEAKERS.titles_woman))


def _winner(counts: Counter[Gender]) -> Gender | None:
    man, woman = counts["man"], counts["woman"]
    if man >= _CLEAR * woman and man > woman:
        return "man"
    return "woman" if woman >= _CLEAR * man and woman > man else None


def _title(
    layout: Layout, owner: dict[int, str], people: frozenset[str], at: int, votes: dict[str, Counter[Gender]]
) -> None:
    """Votes of a title or gendered noun: "Mr. Smith", "spokeswoman Ann Lee", "Ann Lee, an actress"."""
    token = layout.tokens[at]
    gender = _gender_of(token.lower_, token.lemma_.lower())
    if gender is None:
        return
    named: int | None = at + 1
    if owner.get(at + 1) not in people:
        if token.dep_ == "appos":
            named = token.head.i
        else:
            named = (
                next((child.i for child in token.rights if child.dep_ == "appos"), None) if is_readable(token) else None
            )
    if named is not None and owner.get(named) in people:
        votes[owner[named]][gender] += _TITLE


def _gender_of(word: str, lemma: str) -> Gender | None:
    if word in SPEAKERS.titles_man:
        return "man"
    if word in SPEAKERS.titles_woman:
        return "woman"
    kind = speaking_nouns().get(lemma)
    return "man" if kind == "man" else "woman" if kind == "woman" else None


def _pronouns(layout: Layout, owner: dict[int, str], people: frozenset[str], votes: dict[str, Counter[Gender]]) -> None:
    """Votes of a pronoun after the only person of its sentence: "Smith said he would stay".

    Not the second pronoun of "Her brother John Park came to her", whose antecedent is the first.
    """
    earlier: set[tuple[int, Gender]] = set()
    mentions = sorted(at for at, entity in owner.items() if entity in people)
    starts = [at for at, begins in enumerate(layout.sentence_start) if begins]
    for at in layout.having("LOWER", string_ids((*PRONOUNS.he, *PRONOUNS.she))):
        if layout.region_of[at] is not None:
            continue
        sentence = bisect_right(starts, at)
        first = starts[sentence - 1]
        last = starts[sentence] if sentence < len(starts) else len(layout.tokens)
        inside = mentions[
            bisect_left(mentions, first) : min(bisect_left(mentions, last), bisect_left(mentions, first) + _MANY)
        ]
        gender: Gender = "man" if layout.tokens[at].lower_ in PRONOUNS.he else "woman"
        if not inside or at < inside[0]:
            earlier.add((sentence, gender))
        elif len({owner[each] for each in inside}) == 1 and (sentence, gender) not in earlier:
            votes[owner[inside[0]]][gender] += 1
