"""Names that the recognizer missed and that a construction gives away: titles, initials, lists, labels, datelines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from newsview.extraction.entities.countries import demonym
from newsview.extraction.entities.lexicon import (
    given_names,
    junk_words,
    kinds,
    organisations,
    person_nouns,
    role_nouns,
    short_heads,
    title_cut,
    title_words,
)
from newsview.extraction.entities.words import Name, Taken, Words, together

_INSTITUTIONS = frozenset(
    {
        *("agency", "assembly", "association", "authority", "board", "bureau", "commission", "committee", "conference"),
        *(
            "council",
            "court",
            "department",
            "federation",
            "foundation",
            "institute",
            "ministry",
            "parliament",
            "society",
        ),
        *("tribunal", "university"),
    }
)
_INITIALS = re.compile(r"[A-Z]\.|(?:[A-Z]\.){2,3}")
_NOT_INITIALS = frozenset(
    {"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "A.M.", "P.M.", "B.C.", "A.D.", "N.Y.", "L.A.", "U.S.A."}
)
_PLAIN_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "dame"})


def after_honorific(words: Words, taken: Taken) -> list[Name]:
    """E.g. "Mr Doe", "Dr. Jane Doe": proper nouns after an honorific are a person."""
    found = []
    for token in words.capitals:
        if words.lower[token] in _PLAIN_HONORIFICS:
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
    """E.g. "K.C. Doe", "J. Doe": initials before a proper noun are a person."""
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
        end = _end_of_capitals(words, token, 4)
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
        if name.label == "ORG" and name.end - name.start > 1 and _stands_for_body(words, name.end - 1):
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


def _stands_for_body(words: Words, token: int) -> bool:
    """May the last word of a body's name stand for it: "Forum", or any that is no common word: "Samiti", "Hornets"?"""
    word = words.lower[token]
    return word in short_heads() or (
        len(word) > 4 and words.capital(token) and word not in kinds() and not words.small(word)
    )


def towns_of_bodies(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """E.g. "Fulda" where the article has Fulda Borough Council, and no other word for the town: a place."""
    towns = {
        words.words[name.start]
        for name in names
        if name.label == "ORG"
        and name.end - name.start > 1
        and words.lower[name.end - 1] in {"council", "police", "constabulary"}
        and words.lower[name.end - 2] not in {"security", "general", "national", "advisory"}
        and words.lower[name.start] not in kinds() | organisations().kind_nouns["GPE"] | title_words()
        and words.words[name.start].isalpha()
        and demonym(words.words[name.start]) is None
        and words.lower[name.start] not in {"north", "south", "east", "west", "great", "new", "greater", "metropolitan"}
    }
    found = []
    for token in words.standing(towns):
        alone = taken.free(token) and words.proper(token) and not words.small(words.lower[token])
        if alone and not (together(words, token + 1) and words.proper(token + 1)):
            found.append(Name(token, token + 1, "GPE"))
    return found


def employers(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """E.g. "analysts at Zorb", "Jane Doe of Zorb", "the think-tank Zorb": a proper noun that no name has is an organisation."""
    people = {name.end for name in names if name.label == "PERSON" and name.end - name.start > 1}
    found = []
    for token in words.capitals:
        if (
            not taken.free(token)
            or words.tags[token] not in {"NNP", "NNPS", "NNS"}
            or words.words[token].isupper()
            or words.initial[token]
        ):
            continue
        link, noun = words.before(token), words.before(token - 1) if token > 1 else ""
        single = noun.removesuffix("s")
        employed = link == "at" and (single in role_nouns() or single in person_nouns())
        of = link == "of" and token - 1 in people
        kind = _kind_noun(words, token)
        alone = not (together(words, token + 1) and (words.proper(token + 1) or words.words[token + 1] == "-"))
        plain = words.words[token].isalpha() and len(words.words[token]) > 2 and words.lower[token] not in title_cut()
        if (employed or of or kind) and alone and plain:
            found.append(Name(token, token + 1, "ORG"))
    return found


def bodies_by_head(words: Words, taken: Taken) -> list[Name]:
    """E.g. "the MP High Court": proper nouns of no name that end in the noun of an institution are one."""
    found: list[Name] = []
    for token in words.capitals:
        if words.lower[token] not in _INSTITUTIONS or not taken.free(token) or words.tags[token] != "NNP":
            continue
        start = token
        while together(words, start) and taken.free(start - 1) and words.proper(start - 1) and not words.initial[start]:
            start -= 1
        if token - start > 0 and words.lower[start] not in title_cut() and words.before(start) == "the":
            found.append(Name(start, token + 1, "ORG"))
    return found


def _kind_noun(words: Words, token: int) -> bool:
    """Does the noun of a kind of organisation stand before *token*, which the parse makes a part of its phrase?"""
    before = words.before(token)
    tank = before == "tank" and words.before(token - 1) in {"-", "think"}
    if not tank and before not in organisations().kind_nouns["ORG"]:
        return False
    return words.heads[token] == token - 1 or words.heads[token - 1] == token


def dateline_agencies(words: Words, taken: Taken) -> list[Name]:
    """E.g. "FULDA (Zorb) --" at the head of a paragraph: the word in brackets before the dash is an agency."""
    found = []
    for open_ in words.standing({"("}):
        block = words.block[open_]
        if block < 0 or not words.words[words.blocks[block].start].isupper() or open_ - words.blocks[block].start > 6:
            continue
        close = open_ + 2
        named = taken.free(open_ + 1) and words.capital(open_ + 1) and words.lower[open_ + 1] not in junk_words()
        if named and words.after(close) == ")" and _dash_follows(words, close + 1):
            found.append(Name(open_ + 1, close, "ORG"))
    return found


def dateline_places(words: Words) -> list[Name]:
    """E.g. "SPRINGFIELD, Ill. (AP) —" at the head of a paragraph: the capitals before the dash are a place."""
    found = []
    for token in words.capitals:
        if words.block[token] < 0 or (token and words.block[token] == words.block[token - 1]):
            continue
        end = _end_of_capitals(words, token, 3)
        if end > token and len(words.words[token]) > 2 and _dash_follows(words, end):
            found.append(Name(token, end, "GPE"))
    return found


def _end_of_capitals(words: Words, token: int, most: int) -> int:
    """The end of the words in capitals that begin at *token*, *most* of them, in its paragraph."""
    end = token
    while end < words.size and words.block[end] == words.block[token] and end - token < most:
        if not (words.words[end].isupper() and words.words[end].isalpha()):
            break
        end += 1
    return end


def _dash_follows(words: Words, token: int) -> bool:
    """Does a dash follow within what a dateline may hold: a state, a date, an agency in brackets?"""
    for ahead in range(token, min(token + 14, words.size)):
        if not together(words, ahead):
            return False
        word = words.words[ahead]
        if word in {"—", "–", "--", "-", "―", "−"}:
            return ahead > token or words.offsets[ahead] > words.end_of(ahead - 1) or word in {"—", "--", "―"}
        if not (word in {",", "(", ")", ".", "/"} or word[:1].isupper() or word[:1].isdigit()):
            return False
    return False
