"""Span repair: the recognizer's mentions split and trimmed to bare names, by the rules in their order.

The rules are in ``span_trim``, ``office_titles`` and ``false_names``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.false_names import drop_end_of_award, drop_what_is_no_name, shouted
from newsview.extraction.entities.lexicon import (
    BODIES,
    COLLECTIVES,
    JUNK,
    NAMES,
    ORGANISATIONS,
    PLACE_WORDS,
    TITLES,
    person_nouns,
    title_words,
)
from newsview.extraction.entities.office_titles import (
    POST_NOMINALS,
    cut_letters_after_name,
    cut_occupation,
    cut_office_at_end,
    cut_titles,
    drop_letters_after_name,
    drop_portfolio,
)
from newsview.extraction.entities.span_trim import (
    COMMON_TAGS,
    cut_at_address,
    cut_at_bracket,
    cut_at_score,
    cut_common_words,
    cut_person_at_of,
    drop_articles,
    drop_common_of,
    drop_first_word,
    drop_junk_at_edges,
    drop_possessive,
    drop_prefix,
    drop_trailing_number,
    drop_trailing_words,
)

Rule = Callable[[Words, Name], Name | None]
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
"""Initials with full stops, such as "U.S.", which no rule cuts."""
_COMPASS = PLACE_WORDS.compass
SHRINK: tuple[Rule, ...] = (
    drop_articles,
    drop_possessive,
    drop_prefix,
    cut_at_address,
    drop_trailing_words,
    cut_at_bracket,
    cut_at_score,
    drop_junk_at_edges,
    drop_trailing_number,
    cut_common_words,
    drop_articles,
    drop_common_of,
    drop_first_word,
    cut_person_at_of,
    drop_end_of_award,
    cut_titles,
    cut_occupation,
    cut_office_at_end,
    drop_portfolio,
    drop_trailing_words,
    cut_letters_after_name,
    drop_letters_after_name,
    drop_what_is_no_name,
)


def shrink(words: Words, name: Name) -> Name | None:
    """*name* after all the rules that cut, or None."""
    bare = _without_article_and_possessive(words, name)
    if _plain(words, bare):
        return bare if bare == name else words.by(_without_article_and_possessive, bare, name)
    current = name
    for rule in SHRINK:
        shorter = rule(words, current)
        if shorter is None:
            return None
        if shorter != current:
            words.by(rule, shorter, current)
        current = shorter
    return current


def _without_article_and_possessive(words: Words, name: Name) -> Name:
    """*name* as the first two rules return it in most cases."""
    start, end, label = name
    while start < end - 1 and words.lower[start] in NAMES.determiners:
        start += 1
    while end > start + 1 and words.possessive(end - 1):
        end -= 1
    return name if end - start == name.end - name.start else Name(start, end, label)


@cache
def _suspects() -> frozenset[str]:
    """Words, in lower case, that any of the rules looks for in a name."""
    roles = title_words()
    letters = {word.lower() for word in POST_NOMINALS | ORGANISATIONS.creeds}
    phrases = {word for phrase in JUNK.whole for word in phrase.split()}
    return (
        roles
        | letters
        | TITLES.occupations
        | person_nouns()
        | JUNK.edges
        | phrases
        | NAMES.months
        | NAMES.determiners
        | NAMES.trailing
    )


@lru_cache(maxsize=4_000)
def _ordinary(word: str) -> bool:
    """Whether *word* is capitalised and no rule applies to it, apart from those for words in capitals."""
    capital = len(word) > 1 and word[0].isupper() and (word.isalpha() or _INITIALS.fullmatch(word) is not None)
    return capital and word.lower() not in _suspects() and word.lower().rstrip(".") not in _suspects()


def _plain(words: Words, name: Name) -> bool:
    """Whether *name* consists of ordinary words, so that no rule applies."""
    start, end, _ = name
    written = words.words[start:end]
    if not all(map(_ordinary, written)) or "POS" in words.tags[start:end]:
        return False
    if end - start > 1 and words.tags[start] in COMMON_TAGS and words.opens_sentence(start):
        return False
    if any(map(str.isupper, written)):
        return end - start == 1 and not shouted(words, name)
    return end - start > 1 or words.before(start) != "the" or words.words[start - 2] != "of"


def split(words: Words, name: Name) -> Iterable[Name]:
    """Names in one span: "Jane Doe/Pool" has two, "North and South Freedonia" two, "Zorb, Real Nauli" two, others one.

    A position splits team and player: "Fulda QB Jane Doe" has two.
    """
    position = next((token for token in range(name.start, name.end) if words.words[token] in TITLES.positions), None)
    if position is not None:
        if position > name.start:
            yield Name(name.start, position, "ORG")
        if position + 1 < name.end:
            yield Name(position + 1, name.end, "PERSON" if name.end - position > 2 else name.label)
        return
    for token in range(name.start + 1, name.end - 1):
        if words.words[token] in {"/", "|", "•", "·"} and len(words.words[token - 1]) > 1:
            yield Name(name.start, token, name.label)
            yield from split(words, Name(token + 1, name.end, "ORG" if name.label == "PERSON" else name.label))
            return
        if (
            name.label in {"GPE", "LOC"}
            and words.lower[token] == "and"
            and token == name.start + 1
            and (words.lower[name.start] in _COMPASS and words.lower[token + 1] in _COMPASS)
        ):
            yield Name(name.start, token, name.label)
            yield Name(token + 1, name.end, name.label)
            return
    if _two_places(words, name):
        yield Name(name.start, name.start + 1, "GPE")
        yield Name(name.end - 1, name.end, "GPE")
        return
    comma = _list_mark(words, name)
    if comma is not None:
        yield Name(name.start, comma, name.label)
        yield from split(words, Name(comma + 1, name.end, name.label))
        return
    for token in range(name.start + 1, name.end - 1) if name.label == "PERSON" else ():
        if words.lower[token] == "and" and words.capital(token + 1) and words.capital(token - 1):
            yield Name(name.start, token, name.label)  # "Jane Doe and John Roe" are two
            yield from split(words, Name(token + 1, name.end, name.label))
            return
    yield name


def _list_mark(words: Words, name: Name) -> int | None:
    """Comma or "or" between organisations: "Zorb, Real Nauli", "Zorb or Sable"; None in "Sable, Roe & Co" and "Ministry of Trade, Industry"."""
    lower = words.lower[name.start : name.end]
    if (
        name.label != "ORG"
        or not BODIES.links.isdisjoint(lower[1:])
        or lower[-1].rstrip(".") in ORGANISATIONS.legal_forms
    ):
        return None
    marks = (
        token for token in range(name.start + 1, name.end - 1) if words.lower[token] in NAMES.between_organisations
    )
    return next((token for token in marks if words.capital(token - 1) and words.capital(token + 1)), None)


def _two_places(words: Words, name: Name) -> bool:
    """Two places labelled as one organisation: "Pankow and Wedding" after "people in"."""
    if name.end - name.start != 3 or name.label not in {"ORG", "PERSON", "FAC"} or words.lower[name.start + 1] != "and":
        return False
    if name.end < words.size and words.capital(name.end):
        return False  # "in Family and Medical Leave Act benefits"
    resident = words.before(name.start) in PLACE_WORDS.in_or_near and words.tags[max(name.start - 2, 0)] in {
        "NNS",
        "VBN",
    }
    return resident and words.before(name.start - 1) not in COLLECTIVES.held_in
