"""Missed names found by their own construction: titles, initials, lists, speaker labels, datelines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import (
    HONORIFICS,
    NAMES,
    given_names,
    junk_words,
    kinds,
    short_heads,
    title_cut,
)
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import CLAUSE_DASHES, JOINTS, MINUS_SIGNS

_INITIALS = re.compile(r"[A-Z]\.|(?:[A-Z]\.){2,3}")
_NOT_INITIALS = frozenset(
    {"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "A.M.", "P.M.", "B.C.", "A.D.", "N.Y.", "L.A.", "U.S.A."}
)
_HEAD = 4
"""Paragraphs at the start of an article that may have a dateline."""


def after_honorific(words: Words, taken: Taken) -> list[Name]:
    """PERSON after an honorific: "Mr Doe", "Dr. Jane Doe"."""
    found = []
    for token in words.capitals:
        if words.lower[token] in HONORIFICS.plain:
            end = token + 1
            while (
                end < words.size and together(words, end) and taken.free(end) and words.proper(end) and end - token <= 3
            ):
                end += 1
            named = (
                end > token + 1 and words.words[token + 1][0].isalpha() and words.lower[token + 1] not in title_cut()
            )
            if named:
                found.append(Name(token + 1, end, "PERSON"))
    return found


def with_initials(words: Words, taken: Taken) -> list[Name]:
    """PERSON with initials: "K.C. Doe", "J. Doe"."""
    found: list[Name] = []
    for token in words.capitals:
        if _INITIALS.fullmatch(words.words[token]) and words.words[token] not in _NOT_INITIALS and taken.free(token):
            end = token + 1
            while (
                end < words.size
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


def after_capital_article(words: Words, taken: Taken) -> list[Name]:
    """ORG after a capitalised article within a sentence: "used to write for The Gleaner"; not "call him The Birdman".

    Nor in a headline, nor where a sentence begins behind a mark: "He was clear: The Gleaner is closed".
    """
    found = []
    for token in words.indexes_of({"The"}):
        before, end = words.before(token), token + 1
        if words.initial[token] or not (before.isalpha() and words.words[token - 1].islower()):
            continue
        if words.tags[token - 1] == "PRP" or not taken.free(token):
            continue
        while end < words.size and together(words, end) and taken.free(end) and words.capital(end) and end - token < 5:
            if words.tags[end][:2] != "NN" or words.lower[end] in junk_words():
                break
            end += 1
        titled = end < words.size and words.lower[end] in FUNCTION.and_or_ampersand and words.capital(end + 1)
        if end > token + 1 and not titled and words.blocks[words.block[token]].role == "body":
            found.append(Name(token + 1, end, "ORG"))
    return found


def members_of_a_list(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """PERSON between two people in a list: "Ann Doe, Walker Roe, and Bob Poe"."""
    found = []
    for before, after in pairwise(names):
        start, end = before.end + 1, after.start
        while end > start and words.lower[end - 1] in NAMES.joints:
            end -= 1
        if before.label == after.label == "PERSON" and 2 <= end - start <= 3 and end < after.start:
            in_list = words.words[before.end] == "," and words.block[before.end] == words.block[after.start]
            if in_list and all(
                words.tags[i] == "NNP" and taken.free(i) and words.words[i].isalpha() for i in range(start, end)
            ):
                found.append(Name(start, end, "PERSON"))
    return found


def speaker_labels(words: Words, names: Sequence[Name]) -> list[Name]:
    """PERSON in a speaker label, if the article names one of its words: "JANE DOE: We shall see."."""
    people = {word.lower() for name in names if name.label == "PERSON" for word in words.tokens(name)}
    found = []
    for token in words.capitals:
        if words.before(token) or words.block[token] < 0 or not words.words[token].isupper():
            continue
        end = _end_of_capitals(words, token, 4)
        if (
            end > token
            and words.after(end) == ":"
            and (words.lower[end - 1] in people or words.lower[token] in given_names())
        ):
            found.append(Name(token, end, "PERSON"))
    return found


def heads_alone(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """ORG by its last word, if only one name has it: "the Forum" for Open Rights Forum."""
    heads: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.label == "ORG" and name.end - name.start > 1 and _stands_for_body(words, name.end - 1):
            heads[words.words[name.end - 1]].add(words.bare(name))
    found = []
    for token in words.indexes_of(heads.keys()):
        only = len(heads.get(words.words[token], ())) == 1 and taken.free(token) and words.before(token) == "the"
        hyphen = words.after(token + 1) in JOINTS
        if (
            only
            and not hyphen
            and words.tags[token].startswith("N")
            and not (together(words, token + 1) and words.capital(token + 1))
        ):
            found.append(Name(token, token + 1, "ORG"))
    return found


def _stands_for_body(words: Words, token: int) -> bool:
    """Whether the last word of a name may refer to the organisation: "Forum", or no common word, as "Hornets"."""
    word = words.lower[token]
    return word in short_heads() or (
        len(word) > 4 and words.capital(token) and word not in kinds() and not words.has_lowercase(word)
    )


def dateline_agencies(words: Words, taken: Taken) -> list[Name]:
    """ORG in the brackets of a dateline: "FULDA (Zorb) --"."""
    found = []
    for open_ in words.indexes_of({"("}):
        block = words.block[open_]
        if block < 0 or not words.words[words.blocks[block].start].isupper() or open_ - words.blocks[block].start > 6:
            continue
        close = open_ + 2
        named = taken.free(open_ + 1) and words.capital(open_ + 1) and words.lower[open_ + 1] not in junk_words()
        if named and words.after(close) == ")" and _dash_follows(words, close + 1):
            found.append(Name(open_ + 1, close, "ORG"))
    return found


def dateline_places(words: Words) -> list[Name]:
    """GPE in capitals in a dateline: "SPRINGFIELD, Ill. (AP) —"."""
    found = []
    for token in words.capitals:
        if words.block[token] < 0 or (token and words.block[token] == words.block[token - 1]):
            continue
        end = _end_of_capitals(words, token, 3)
        if end > token and len(words.words[token]) > 2 and _dash_follows(words, end):
            found.append(Name(token, end, "GPE"))
    return found


def dateline_before_colon(words: Words) -> list[Name]:
    """GPE in capitals before a colon: "KOTA FULDA: The town …". Several such paragraphs have speaker labels."""
    found: list[Name] = []
    first = 0
    for number, block in enumerate(words.blocks):
        end = _end_of_capitals(words, block.start, 3) if block.end > block.start else block.start
        if end > block.start and end < block.end - 5 and words.words[end] == ":":
            found.append(Name(block.start, end, "GPE"))
            first = number if len(found) == 1 else first
    plain = (
        len(found) == 1
        and first < _HEAD
        and len(words.words[found[0].start]) > 2
        and words.lower[found[0].start] not in NAMES.sections
    )
    return found if plain else []


def _end_of_capitals(words: Words, token: int, most: int) -> int:
    """End of the words in capitals from *token* in its paragraph, at most *most* of them."""
    end = token
    while end < words.size and words.block[end] == words.block[token] and end - token < most:
        if not (words.words[end].isupper() and words.words[end].isalpha()):
            break
        end += 1
    return end


def _dash_follows(words: Words, token: int) -> bool:
    """Whether only parts of a dateline (state, date, agency) are between *token* and a dash."""
    for ahead in range(token, min(token + 14, words.size)):
        if not together(words, ahead):
            return False
        word = words.words[ahead]
        if word in CLAUSE_DASHES | MINUS_SIGNS:
            return ahead > token or words.offsets[ahead] > words.ends[ahead - 1] or word in CLAUSE_DASHES - {"–"}
        if not (word in {",", "(", ")", ".", "/"} or word[:1].isupper() or word[:1].isdigit()):
            return False
    return False
