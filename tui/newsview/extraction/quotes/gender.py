"""Gender as the text itself shows it: titles, gendered nouns, and pronouns beside the only person of a sentence.

No list of first names: a name says too little, and a wrong guess credits words to the wrong person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Literal

from newsview.extraction.quotes.cues import speaking_nouns, words
from newsview.extraction.quotes.layout import Layout

Gender = Literal["man", "woman"]
_CLEAR = 2
"""A gender must have this many times the votes of the other."""


def genders(layout: Layout, owner: dict[int, str], people: frozenset[str]) -> dict[str, Gender]:
    """The gender of those of *people* (entity ids) for whom the text shows it. *owner*: entity id by token."""
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for first, last in _sentences(layout):
        inside = {owner[at] for at in range(first, last) if owner.get(at) in people}
        _titles(layout, owner, people, first, last, votes)
        if len(inside) == 1:
            _pronouns(layout, owner, next(iter(inside)), first, last, votes)
    return {person: gender for person, counts in votes.items() if (gender := _winner(counts)) is not None}


def _sentences(layout: Layout) -> list[tuple[int, int]]:
    starts = [at for at, begins in enumerate(layout.sentence_start) if begins]
    return list(zip(starts, [*starts[1:], len(layout.tokens)], strict=True))


def _winner(counts: Counter[Gender]) -> Gender | None:
    man, woman = counts["man"], counts["woman"]
    if man >= _CLEAR * woman and man > woman:
        return "man"
    return "woman" if woman >= _CLEAR * man and woman > man else None


def _titles(
    layout: Layout,
    owner: dict[int, str],
    people: frozenset[str],
    first: int,
    last: int,
    votes: dict[str, Counter[Gender]],
) -> None:
    """As in "Mr. Smith", "spokeswoman Ann Lee" and "Ann Lee, an actress"."""
    for at in range(first, last):
        token = layout.tokens[at]
        gender = _gender_of(token.lower_, token.lemma_.lower())
        if gender is None:
            continue
        neighbour = owner.get(at + 1)
        if neighbour in people and neighbour is not None:
            votes[neighbour][gender] += 3
        elif token.dep_ == "appos" and owner.get(token.head.i) in people:
            votes[owner[token.head.i]][gender] += 3
        else:
            named = next((child for child in token.rights if child.dep_ == "appos"), None)
            if named is not None and owner.get(named.i) in people:
                votes[owner[named.i]][gender] += 3


def _gender_of(word: str, lemma: str) -> Gender | None:
    if word in words("titles_man"):
        return "man"
    if word in words("titles_woman"):
        return "woman"
    kind = speaking_nouns().get(lemma)
    return "man" if kind == "man" else "woman" if kind == "woman" else None


def _pronouns(
    layout: Layout,
    owner: dict[int, str],
    person: str,
    first: int,
    last: int,
    votes: dict[str, Counter[Gender]],
) -> None:
    """As in "Smith said he would stay": a pronoun behind the only person of its sentence."""
    seen = False
    for at in range(first, last):
        if owner.get(at) == person:
            seen = True
        elif seen and layout.region_of[at] is None:
            word = layout.tokens[at].lower_
            if word in words("he"):
                votes[person]["man"] += 1
            elif word in words("she"):
                votes[person]["woman"] += 1
