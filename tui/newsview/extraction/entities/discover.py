"""Names that the recognizer missed: found by tables, by brackets, by titles, and by where the article has them elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from newsview.extraction.entities.countries import AMBIGUOUS, countries, demonym
from newsview.extraction.entities.growth import Taken, together
from newsview.extraction.entities.lexicon import given_names, junk, organisations, title_cut, titles
from newsview.extraction.entities.names import acronym_letters, is_acronym
from newsview.extraction.entities.words import Name, Words

_PIECES = re.compile(r"-|[^\s-]+")
_INITIALS = re.compile(r"[A-Z]\.|(?:[A-Z]\.){2,3}")
_NOT_INITIALS = frozenset(
    {"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "A.M.", "P.M.", "B.C.", "A.D.", "N.Y.", "L.A.", "U.S.A."}
)
_PLAIN_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "dame"})

_FUNCTION_TAGS = frozenset(
    {
        "CC",
        "CD",
        "DT",
        "EX",
        "IN",
        "MD",
        "PDT",
        "PRP",
        "PRP$",
        "RB",
        "RBR",
        "RBS",
        "RP",
        "TO",
        "UH",
        "WDT",
        "WP",
        "WP$",
        "WRB",
    }
)

_PASSED_OVER = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "de", "des", "du", "la", "et", "against", "a", "an"}
)

Table = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first word: (the words of a name, its label), longest first."""


def table(entries: Iterable[tuple[tuple[str, ...], str]]) -> Table:
    """A table of *entries* that ``look_up`` can use."""
    found: Table = defaultdict(list)
    for words, label in sorted(set(entries), key=lambda entry: (-len(entry[0]), entry)):
        found[words[0]].append((words, label))
    return dict(found)


@cache
def known_names() -> Table:
    """Countries and well-known organisations, as they are written."""
    entries = []
    for each in countries():
        for name in (each.name, *each.other_names):
            if name not in AMBIGUOUS:
                entries.append((tuple(_PIECES.findall(name.removeprefix("The "))), "GPE"))
    for label, places in organisations().known_places.items():
        entries.extend((tuple(_PIECES.findall(place)), label) for place in places)
    entries.extend((tuple(_PIECES.findall(creed)), "NORP") for creed in organisations().creeds if creed != "Christian")
    for names in organisations().known:
        entries.extend((tuple(_PIECES.findall(name)), "ORG") for name in names)
    return table(entries)


def look_up(words: Words, taken: Taken, names: Table, *, sure: bool = False) -> list[Name]:
    """Where a name of the table stands in free words that are written as proper nouns (*sure*: whatever the tagger says)."""
    found: list[Name] = []
    free = 0
    for token, word in enumerate(words.words):
        if word not in names or token < free:
            continue
        for pieces, label in names[word]:
            if _stands(words, taken, token, pieces, sure):
                free = token + len(pieces)
                found.append(Name(token, free, label))
                break
    return found


def _stands(words: Words, taken: Taken, start: int, pieces: tuple[str, ...], sure: bool) -> bool:
    end = start + len(pieces)
    if end > len(words) or words.block[start] != words.block[end - 1] or tuple(words.words[start:end]) != pieces:
        return False
    if not all(taken.free(token) for token in range(start, end)):
        return False
    if len(pieces) > 1:
        return words.capital(start) or words.capital(end - 1)
    if "-" in (words.before(start), words.after(end)):
        return False
    if sure:
        return words.tags[start] not in _FUNCTION_TAGS
    return words.tags[start].startswith("NNP") or (
        # at the head of a sentence the tagger is unsure; a word that the article writes small elsewhere is no name
        words.tags[start] not in _FUNCTION_TAGS
        and words.lower[start] not in words.small
        and words.lower[start] not in organisations().words
    )


def known(words: Words, taken: Taken) -> list[Name]:
    """Countries and well-known organisations that stand in free words."""
    return look_up(words, taken, known_names())


def demonyms(words: Words, taken: Taken) -> list[Name]:
    """E.g. "the Elbonian minister": a nationality that stands free is a NORP."""
    found = []
    for token in words.capitals:
        word = words.words[token]
        if taken.free(token) and demonym(word) and words.tags[token][:2] in {"NN", "JJ"}:
            start = token
            two = f"{words.words[token - 1]} {word}" if token else ""
            if two and taken.free(token - 1) and together(words, token) and demonym(two):
                start -= 1
            found.append(Name(start, token + 1, "NORP"))
    return found


def bracketed_acronyms(words: Words, names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """E.g. "the Elbonian Space Agency (ESA)": (the long name, its acronym) for each pair.

    The long name is the stretch of words whose initials the acronym has, whatever the recognizer made of it
    ("Movimento 5 Stelle (M5S)"), else the name before the bracket if it begins with one of the acronym's letters.
    """
    ending = {name.end: name for name in names}
    pairs = []
    for open_ in [token for token, word in enumerate(words.words) if word in {"(", "["}]:
        close = open_ + 2
        if open_ == 0 or close >= len(words) or words.words[close] not in ")]" or not together(words, open_):
            continue
        short = words.words[open_ + 1]
        if not is_acronym(short):
            continue
        before = ending.get(open_)
        start = _spelled_out(words, open_, acronym_letters(short))
        if start is not None:
            whole = before is not None and before.start <= start
            long = (
                before
                if before is not None and whole
                else Name(start, open_, before.label if before and before.label != "PERSON" else "ORG")
            )
        elif (
            before is not None
            and before.end - before.start > 1
            and before.label != "PERSON"
            and short[0] == words.words[before.start][0]
        ):
            long = before
        else:
            continue
        pairs.append((long, Name(open_ + 1, close, long.label)))
    return pairs


def _spelled_out(words: Words, end: int, letters: str) -> int | None:
    """The first of the tokens before *end* whose initials are *letters*; function words may be passed over."""
    token, left = end - 1, len(letters)
    while left and token >= 0 and words.block[token] == words.block[end]:
        word = words.words[token]
        if word[:1].isalnum() and word[0].lower() == letters[left - 1] and (not word.islower() or left < len(letters)):
            left -= 1
            if left == 0:
                return token if end - token > 1 else None
        elif word.lower() not in _PASSED_OVER and word not in {"-", "'s", "’s", "&", ","}:
            return None
        token -= 1
    return None


def after_honorific(words: Words, taken: Taken) -> list[Name]:
    """E.g. "Mr Doe", "Dr. Jane Doe": proper nouns after an honorific are a person."""
    found = []
    for token in words.capitals:
        if words.lower[token] in _PLAIN_HONORIFICS:
            end = token + 1
            while (
                end < len(words) and together(words, end) and taken.free(end) and words.proper(end) and end - token <= 3
            ):
                end += 1
            named = (
                end > token + 1 and words.words[token + 1][0].isalpha() and words.lower[token + 1] not in title_cut()
            )
            if named:
                found.append(Name(token + 1, end, "PERSON"))
    return found


def with_initials(words: Words, taken: Taken) -> list[Name]:
    """E.g. "K.C. Doe", "J. Doe": initials before a proper noun are a person."""
    found: list[Name] = []
    for token in words.capitals:
        if _INITIALS.fullmatch(words.words[token]) and words.words[token] not in _NOT_INITIALS and taken.free(token):
            end = token + 1
            while (
                end < len(words)
                and together(words, end)
                and taken.free(end)
                and words.tags[end] == "NNP"
                and end - token < 4
            ):
                end += 1
            surname = end > token + 1 and words.words[end - 1][-1].islower() and words.words[end - 1].isalpha()
            if surname and words.lower[end - 1] not in title_cut() and (not found or found[-1].end <= token):
                found.append(Name(token, end, "PERSON"))
    return found


def members_of_a_list(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """E.g. "Ann Doe, Walker Roe, and Bob Poe": two proper nouns between two people are a person."""
    found = []
    for before, after in pairwise(names):
        start, end = before.end + 1, after.start
        while end > start and words.lower[end - 1] in {",", "and", "or"}:
            end -= 1
        if before.label == after.label == "PERSON" and 2 <= end - start <= 3 and end < after.start:
            in_list = words.words[before.end] == "," and words.block[before.end] == words.block[after.start]
            if in_list and all(
                words.tags[i] == "NNP" and taken.free(i) and words.words[i].isalpha() for i in range(start, end)
            ):
                found.append(Name(start, end, "PERSON"))
    return found


def speaker_labels(words: Words, names: Sequence[Name]) -> list[Name]:
    """E.g. "JANE DOE: We shall see." at the head of a paragraph, where the article names Doe: a person."""
    people = {word.lower() for name in names if name.label == "PERSON" for word in words.tokens(name)}
    found = []
    for token in words.capitals:
        if words.before(token) or words.block[token] < 0 or not words.words[token].isupper():
            continue
        end = token
        while end < len(words) and end - token < 4 and words.words[end].isupper() and words.words[end].isalpha():
            end += 1
        if (
            end > token
            and words.after(end) == ":"
            and (words.lower[end - 1] in people or words.lower[token] in given_names())
        ):
            found.append(Name(token, end, "PERSON"))
    return found


def heads_alone(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """E.g. "the Forum" where the article has Open Rights Forum, and no other forum: an organisation by its last word."""
    heads: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.label == "ORG" and name.end - name.start > 1:
            heads[words.words[name.end - 1]].add(words.bare(name))
    found = []
    for token in words.capitals:
        only = len(heads.get(words.words[token], ())) == 1 and taken.free(token) and words.before(token) == "the"
        hyphen = words.after(token + 1) in {"-", "–"}
        if (
            only
            and not hyphen
            and words.tags[token].startswith("N")
            and not (together(words, token + 1) and words.capital(token + 1))
        ):
            found.append(Name(token, token + 1, "ORG"))
    return found


def dateline_places(words: Words) -> list[Name]:
    """E.g. "SPRINGFIELD, Ill. (AP) —" at the head of a paragraph: the capitals before the dash are a place."""
    found = []
    for token in words.capitals:
        if words.block[token] < 0 or (token and words.block[token] == words.block[token - 1]):
            continue
        end = token
        while end < len(words) and end - token < 3 and words.words[end].isupper() and words.words[end].isalpha():
            end += 1
        if end > token and len(words.words[token]) > 2 and _dash_follows(words, end):
            found.append(Name(token, end, "GPE"))
    return found


def _dash_follows(words: Words, token: int) -> bool:
    """Does a dash follow within what a dateline may hold: a state, a date, an agency in brackets?"""
    for ahead in range(token, min(token + 14, len(words))):
        if not together(words, ahead):
            return False
        word = words.words[ahead]
        if word in {"—", "–", "--", "-", "―", "−"}:
            return ahead > token or words.offsets[ahead] > words.end_of(ahead - 1) or word in {"—", "--", "―"}
        if not (word in {",", "(", ")", ".", "/"} or word[:1].isupper() or word[:1].isdigit()):
            return False
    return False


def elsewhere(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """Free words that are a name elsewhere in the article, and surnames of people whose full name the article gives."""
    return look_up(words, taken, table(name_entries(words, names)))


def name_entries(words: Words, names: Sequence[Name]) -> Iterable[tuple[tuple[str, ...], str]]:
    """What ``table`` needs of *names* and of the surnames in them."""
    for name in names:
        pieces = tuple(words.tokens(name))
        if name.label in {"WORK_OF_ART", "LAW", "LANGUAGE"} or not pieces[0][:1].isupper():
            continue
        if len(pieces) > 1 or _repeatable(pieces[0]):
            yield pieces, name.label
        surname = pieces[-1]
        if (
            name.label == "PERSON"
            and len(pieces) > 1
            and _repeatable(surname)
            and surname.lower() not in titles().suffixes
        ):
            yield (surname,), name.label


def _repeatable(word: str) -> bool:
    return len(word) > 2 and word[:1].isupper() and word.isalpha() and word.lower() not in junk().edges | junk().whole
