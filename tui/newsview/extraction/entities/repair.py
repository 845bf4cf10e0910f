"""Span repairs: what the recognizer cut too long, too short or in two becomes the bare name. Types are not judged here.

A rule takes one name and gives it back, changed, or None if nothing of it is a name. Each does one construction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.labels import known_organisation
from newsview.extraction.entities.lexicon import junk, organisations, title_cut, titles
from newsview.extraction.entities.words import Name, Words

Rule = Callable[[Words, Name], Name | None]

_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "my", "your", "some", "any"}
)
_TRAILING = frozenset(
    {"and", "or", "of", "the", "for", "to", "in", "on", "at", "by", "with", "from", "a", "an", "as", "&", "but"}
)
_WEB = re.compile(r"(?:https?:|www\.|@|^#|\.(?:com?|org|net|gov|edu|info|io)(?:\.\w\w)?$|/$)", re.IGNORECASE)
_WORDLESS = re.compile(r"[\W\d_]*")
_HAS_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_PARTY_AND_STATE = re.compile(r"[DRIL](?:-[A-Z][\w.]*)?")
_AWARDED = frozenset(
    {"Man", "Woman", "Player", "Goal", "Save", "Manager", "Coach", "Rookie", "Person", "Driver", "Try"}
)
_POST_NOMINALS = frozenset({"SC", "QC", "KC", "MP", "MEP", "OBE", "MBE", "CBE", "PhD", "MD", "Jr", "Sr"})
MONTHS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
)
_COMPASS = frozenset({"north", "south", "east", "west"})


def drop_articles(words: Words, name: Name) -> Name | None:
    """E.g. "the Wall Street Journal" is Wall Street Journal."""
    start = name.start
    while start < name.end and (words.lower[start] in _ARTICLES or _WORDLESS.fullmatch(words.words[start])):
        if words.words[start][:1].isdigit():
            break
        start += 1
    return Name(start, name.end, name.label) if start < name.end else None


def drop_possessive(words: Words, name: Name) -> Name | None:
    """E.g. "Jane Doe's" is Jane Doe; one that is glued to its token is cut off when offsets are made."""
    end = name.end
    while end > name.start and words.tags[end - 1] == "POS":
        end -= 1
    return Name(name.start, end, name.label) if end > name.start else None


def drop_trailing_words(words: Words, name: Name) -> Name | None:
    """E.g. "Studio 9 and" is Studio 9; "University of Elbonia of the" ends before "of"."""
    end = name.end
    while end > name.start and (
        (words.lower[end - 1] in _TRAILING and words.words[end - 1] not in {"A", "I"})
        or _small_after_capital(words, name, end)
        or words.lower[end - 1] in {"'s", "’s"}
        or (
            _WORDLESS.fullmatch(words.words[end - 1])
            and not words.words[end - 1][0].isdigit()
            and words.words[end - 1] != "!"
        )
    ):
        end -= 1
    return Name(name.start, end, name.label) if end > name.start else None


def _small_after_capital(words: Words, name: Name, end: int) -> bool:
    """Is the last token a common word ("Fulda Town end"), and no second half of a hyphenated name?"""
    if (
        name.label not in {"PERSON", "ORG", "GPE", "FAC", "LOC"}
        or end - name.start < 2
        or not words.words[end - 1].isalpha()
    ):
        return False
    if words.words[end - 1] in organisations().divisions | organisations().agreements:
        return False
    return words.words[end - 1].islower() and words.words[end - 2] not in {"-", "–", "‑"} and words.capital(end - 2)


def cut_at_bracket(words: Words, name: Name) -> Name | None:
    """E.g. "Jeff [Drake" and "Jane Doe (pictured" end before the bracket."""
    for token in range(name.start + 1, name.end):
        if words.words[token] in "([{" and not any(mark in ")]}" for mark in words.words[token : name.end]):
            return Name(name.start, token, name.label)
    return name


def drop_junk_at_edges(words: Words, name: Name) -> Name | None:
    """E.g. "Jane Doe Image" is Jane Doe: a caption runs into its credit."""
    start, end = name.start, name.end
    while end - start > 1 and words.lower[end - 1] in junk().edges:
        end -= 1
    while end - start > 1 and words.lower[start] in junk().edges and words.after(start + 1) in {":", "by", "/"}:
        start += 2
    return Name(start, end, name.label) if start < end else None


def drop_trailing_number(words: Words, name: Name) -> Name | None:
    """E.g. "South Elbonia 1 – 0": the score is no part of the country."""
    end = name.end
    if name.label in {"GPE", "PERSON", "NORP", "LOC"}:
        while end - name.start > 1 and words.words[end - 1][0].isdigit():
            end -= 1
    return Name(name.start, end, name.label)


def cut_common_words(words: Words, name: Name) -> Name | None:
    """E.g. "Evolution paper Bos" is Bos; "Volunteer organization Comic Corps" is Comic Corps; "united Freedonia" is Freedonia."""
    start = name.start
    for token in range(name.start, name.end - 1):
        common = words.words[token].islower() and words.words[token].isalpha() and words.lower[token] not in _TRAILING
        if common and words.lower[token] not in titles().particles and words.capital(token + 1):
            if token > name.start and words.words[token - 1] in {"-", "–"}:
                continue
            start = token + 1
    if start > name.start and name.label not in {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"}:
        return name
    return Name(start, name.end, name.label)


def drop_common_of(words: Words, name: Name) -> Name | None:
    """E.g. "Critics of Initech" at the head of a sentence is Initech: a plural common noun is no name."""
    if name.end - name.start > 2 and words.tags[name.start] == "NNS" and words.lower[name.start + 1] == "of":
        return Name(name.start + 2, name.end, name.label)
    return name


def cut_person_at_of(words: Words, name: Name) -> Name | None:
    """E.g. "Jane Doe of Initech" is Jane Doe; "Catherine of Aragon" stays."""
    if name.label == "PERSON":
        for token in range(name.start + 2, name.end):
            if words.lower[token] in {"of", "at", "from"}:
                return Name(name.start, token, name.label)
    return name


def drop_end_of_award(words: Words, name: Name) -> Name | None:
    """E.g. "Match" in "Man of the Match" names nothing."""
    before = words.words[max(0, name.start - 3) : name.start]
    if name.end - name.start == 1 and len(before) == 3 and before[1:] == ["of", "the"] and before[0] in _AWARDED:
        return None
    return name


def drop_letters_after_name(words: Words, name: Name) -> Name | None:
    """E.g. "SC" in "Jane Doe, SC, said": letters after a person's name are no place."""
    bare = words.words[name.start] if name.end - name.start == 1 else ""
    enclosed = words.before(name.start) == "," and words.after(name.end) == "," and name.start > 1
    if bare in _POST_NOMINALS and enclosed and words.tags[name.start - 2] == "NNP":
        return None
    return name


def cut_titles(words: Words, name: Name) -> Name:
    """E.g. "President Jane Doe" is Jane Doe, "Mr. Doe" is Doe, and "Defense Jane Doe" after "Secretary of" is Jane Doe."""
    start, table = name.start, titles()
    if name.label == "ORG" and words.before(start) == "of" and start > 1 and words.lower[start - 2] in table.offices:
        rest = start
        while rest < name.end and (words.lower[rest] in table.portfolios or words.lower[rest] in {"and", "of", "&"}):
            rest += 1
        if start < rest < name.end and name.end - rest in {2, 3} and all(map(words.proper, range(rest, name.end))):
            return Name(rest, name.end, "PERSON")
    if name.label != "PERSON":
        return name
    if words.before(start) == "of" and start > 1 and words.lower[start - 2].rstrip("s") in table.offices:
        while name.end - start > 1 and words.lower[start] in table.portfolios:
            start += 1
    return Name(_after_titles(words, start, name.end), name.end, name.label)


def _after_titles(words: Words, start: int, end: int) -> int:
    """The first token in ``[start, end)`` after every title at its beginning (never the last token)."""
    cut = start
    for token in range(start, end - 1):
        word = words.lower[token].rstrip(".")
        if word in title_cut() and not (word == "dean" and end - token == 2):
            cut = token + 1
        elif (
            word == "of"
            or word in titles().modifiers
            or word in titles().portfolios
            or word in {",", "-", "and"}
            or country(words.words[token])
            or demonym(words.words[token])
        ):
            continue
        else:
            break
    return min(cut, end - 1)


def drop_portfolio(words: Words, name: Name) -> Name | None:
    """E.g. "Home" in "Home Secretary Jane Doe" and "US National Security" before "Spokesman" are no organisations (US stays)."""
    table = titles()
    rest = name.start
    while rest < name.end and (country(" ".join(words.words[name.start : rest + 1])) or demonym(words.words[rest])):
        rest += 1
    tokens = range(rest, name.end)
    titled = words.after(name.end).rstrip("s") in table.offices
    office_of = (
        words.before(name.start) == "of" and name.start > 1 and words.lower[name.start - 2].rstrip("s") in table.offices
    )
    if name.label in {"PERSON", "NORP", "EVENT"} or not (titled or office_of) or not tokens:
        return name
    if all(words.lower[i] in table.portfolios or words.lower[i] in {"and", "&", "of", "for"} for i in tokens):
        return (
            Name(name.start, rest, "GPE")
            if rest > name.start and country(" ".join(words.words[name.start : rest]))
            else None
        )
    return name


def cut_office_at_end(words: Words, name: Name) -> Name | None:
    """E.g. "State Department Spokesperson" is State Department; "US President" is US; "White House Press Secretary" is White House."""
    end, table = name.end, titles()
    if name.label in {"PERSON", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"} or end - name.start < 2:
        return name
    if words.lower[end - 1] not in table.offices or words.lower[end - 1] in {"head", "chair", "chief"}:
        return name
    end -= 1
    while end - name.start > 1 and words.lower[end - 1] in table.portfolios | table.modifiers | {"of", "and"}:
        end -= 1
    left = Name(name.start, end, name.label)
    if words.lower[name.start] in table.portfolios | table.modifiers | table.cut and end - name.start == 1:
        return None
    return left


def drop_what_is_no_name(words: Words, name: Name) -> Name | None:
    """Web addresses, numbers, words without a capital letter, "Slideshow", "SHARE THIS ARTICLE"."""
    text = words.bare(name)
    lower = text.lower()
    if not text or _WORDLESS.fullmatch(text) or (_WEB.search(text) and not text[:1].isupper()) or lower in junk().whole:
        return None
    if not _HAS_CAPITAL.search(text) and name.label != "NORP":
        return None
    if lower.split()[0] in MONTHS and all(word[0].isdigit() for word in lower.split()[1:]) and name.label != "PERSON":
        return None
    if _PARTY_AND_STATE.fullmatch(text) or _shouted(words, name):
        return None
    if all(words.lower[i] in junk().edges for i in range(name.start, name.end)):
        return None
    if name.label == "PERSON" and words.lower[name.end - 1].rstrip(".") in title_cut() and name.end - name.start == 1:
        return None
    return name


SHRINK: tuple[Rule, ...] = (
    drop_articles,
    drop_possessive,
    drop_trailing_words,
    cut_at_bracket,
    drop_junk_at_edges,
    drop_trailing_number,
    cut_common_words,
    drop_articles,
    drop_common_of,
    cut_person_at_of,
    drop_end_of_award,
    cut_titles,
    cut_office_at_end,
    drop_portfolio,
    drop_trailing_words,
    drop_letters_after_name,
    drop_what_is_no_name,
)


@cache
def _suspects() -> frozenset[str]:
    """Every word, in small letters, that a rule looks for in a name of one word."""
    table = titles()
    roles = table.cut | table.portfolios | table.modifiers
    letters = {word.lower() for word in _POST_NOMINALS}
    return roles | letters | junk().edges | junk().whole | MONTHS | _ARTICLES | _TRAILING


def _plain(words: Words, name: Name) -> bool:
    """Is *name* one ordinary word with a capital, at which no rule could take offence?"""
    word = words.words[name.start]
    return (
        name.end - name.start == 1
        and len(word) > 1
        and word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and words.tags[name.start] != "POS"
        and words.lower[name.start] not in _suspects()
        and words.before(name.start) != "the"
    )


def shrink(words: Words, name: Name) -> Name | None:
    """*name* after all the rules that cut, or None."""
    if _plain(words, name):
        return name
    current: Name | None = name
    for rule in SHRINK:
        if current is None:
            return None
        current = rule(words, current)
    return current


def _shouted(words: Words, name: Name) -> bool:
    """Is *name* an ordinary word in capitals for loudness ("we LOSE", "SHARE THIS STORY")?"""
    tokens = range(name.start, name.end)
    if name.label not in {"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"} or not all(
        words.words[i].isupper() for i in tokens
    ):
        return False
    if any(words.tags[i] in {"PRP", "VBP", "VBZ", "VBD", "PRP$", "MD"} for i in tokens):
        return True
    return len(tokens) == 1 and len(words.words[name.start]) > 3 and words.lower[name.start] in words.small


def without_common_nouns(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* without those that have their capital from the head of a sentence only: "Homeopathy is … homeopathy"."""
    proper = {words.lower[name.start] for name in names if not words.opens_sentence(name.start)}

    def common(name: Name) -> bool:
        word = words.lower[name.start]
        if (
            name.end - name.start > 1
            or not words.opens_sentence(name.start)
            or word in proper
            or words.words[name.start].isupper()
        ):
            return False
        return word in words.small or (
            words.tags[name.start] in {"NN", "NNS", "VB", "VBG", "RB", "JJ"} and name.label == "ORG"
        )

    return [name for name in names if not common(name) or known_organisation(words.words[name.start]) is not None]


def without_scores(words: Words, names: Sequence[Name]) -> list[Name]:
    """E.g. "Fulda Town 3 Marfleet 2": a result is no part of a name that stands without it elsewhere in the article."""
    plain = {tuple(words.tokens(name)) for name in names}

    def cut(name: Name) -> Name:
        scored = name.end - name.start > 1 and words.words[name.end - 1].isdigit()
        return (
            Name(name.start, name.end - 1, name.label) if scored and tuple(words.tokens(name))[:-1] in plain else name
        )

    return [cut(name) if name.label in {"ORG", "FAC"} else name for name in names]


def without_verbs(words: Words, names: Sequence[Name]) -> list[Name]:
    """E.g. "Jane Doe Backs" in a headline is Jane Doe where the article has her without the verb, and the verb small."""
    plain = {tuple(words.tokens(name)) for name in names if name.label == "PERSON" and name.end - name.start > 1}

    def cut(name: Name) -> Name:
        tokens = tuple(words.tokens(name))
        common = len(tokens) > 2 and tokens[:-1] in plain and tokens[-1].lower() not in titles().suffixes
        if common and (words.lower[name.end - 1] in words.small or name.start < words.blocks[0].end):
            return Name(name.start, name.end - 1, name.label)
        return name

    return [cut(name) if name.label == "PERSON" else name for name in names]


def split(words: Words, name: Name) -> Iterable[Name]:
    """The names that one span holds: "Jane Doe/Pool" two, "North and South Freedonia" two, others one."""
    for token in range(name.start + 1, name.end - 1):
        if words.words[token] in {"/", "|", "•", "·"}:
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
    yield name
