"""False names: web addresses, words in capitals, sentence-initial common words, scores, verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import JUNK, NAMES, TITLES, title_cut
from newsview.extraction.entities.span_trim import WORDLESS
from newsview.extraction.entities.type_from_name import known_organisation

_WEB = re.compile(r"(?:https?:|www\.|@|^#|\.(?:com?|org|net|gov|edu|info|io)(?:\.\w\w)?$|/$)", re.IGNORECASE)
_HAS_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_PARTY_AND_STATE = re.compile(r"[DRIL](?:-[A-Z][\w.]*)?")
_AWARDED = frozenset(
    {"Man", "Woman", "Player", "Goal", "Save", "Manager", "Coach", "Rookie", "Person", "Driver", "Try"}
)


def drop_end_of_award(words: Words, name: Name) -> Name | None:
    """End of the name of an award: "Match" in "Man of the Match"."""
    before = words.words[max(0, name.start - 3) : name.start]
    if name.end - name.start == 1 and len(before) == 3 and before[1:] == ["of", "the"] and before[0] in _AWARDED:
        return None
    return name


_AMOUNT = re.compile(r"[$£€]\d")


def drop_what_is_no_name(words: Words, name: Name) -> Name | None:
    """Web address, number, amount ("HK$6.3bn"), word without a capital letter, web page residue: "Slideshow", "SHARE THIS ARTICLE"."""
    text = words.bare(name)
    lower = text.lower()
    if (
        not text
        or WORDLESS.fullmatch(text)
        or _AMOUNT.search(text)
        or (_WEB.search(text) and not text[:1].isupper())
        or lower in JUNK.whole
    ):
        return None
    if (not _HAS_CAPITAL.search(text) and name.label != "NORP") or not _LATIN.search(text):
        return None
    if (
        lower.split()[0] in NAMES.months
        and all(word[0].isdigit() for word in lower.split()[1:])
        and name.label != "PERSON"
    ):
        return None
    if _PARTY_AND_STATE.fullmatch(text) or shouted(words, name):
        return None
    if all(words.lower[i] in JUNK.edges for i in range(name.start, name.end)):
        return None
    if name.label == "PERSON" and words.lower[name.end - 1].rstrip(".") in title_cut() and name.end - name.start == 1:
        return None
    return name


def shouted(words: Words, name: Name) -> bool:
    """Whether *name* is an ordinary word in capitals: "we LOSE", "SHARE THIS STORY"."""
    tokens = range(name.start, name.end)
    if name.label not in {"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"} or not all(
        words.words[i].isupper() for i in tokens
    ):
        return False
    if any(words.tags[i] in {"PRP", "VBP", "VBZ", "VBD", "PRP$", "MD"} for i in tokens):
        return True
    return len(tokens) == 1 and len(words.words[name.start]) > 3 and words.has_lowercase(words.lower[name.start])


def without_common_nouns(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* without common nouns capitalised at the start of a sentence: "Homeopathy is … homeopathy"."""
    proper = {words.lower[name.start] for name in names if not words.opens_sentence(name.start)}

    def common(name: Name) -> bool:
        """Whether *name* is a sentence-initial word that is elsewhere in lower case or no proper noun."""
        word = words.lower[name.start]
        if (
            name.end - name.start > 1
            or not words.opens_sentence(name.start)
            or word in proper
            or words.words[name.start].isupper()
        ):
            return False
        return words.has_lowercase(word) or (
            words.tags[name.start] in {"NN", "NNS", "VB", "VBG", "RB", "JJ"} and name.label == "ORG"
        )

    return [name for name in names if not common(name) or known_organisation(words.words[name.start]) is not None]


def without_scores(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* without a final score if the article has the name without it: "Fulda Town 3 Marfleet 2"."""
    plain = {tuple(words.tokens(name)) for name in names}

    def cut(name: Name) -> Name:
        """*name* without a final score."""
        scored = name.end - name.start > 1 and words.words[name.end - 1].isdigit()
        return (
            Name(name.start, name.end - 1, name.label) if scored and tuple(words.tokens(name))[:-1] in plain else name
        )

    return [cut(name) if name.label in {"ORG", "FAC"} else name for name in names]


def without_verbs(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* without a final verb if the article has the name without it: "Jane Doe Backs" in a headline."""
    plain = {tuple(words.tokens(name)) for name in names if name.label == "PERSON" and name.end - name.start > 1}

    def cut(name: Name) -> Name:
        """*name* without a final verb."""
        tokens = tuple(words.tokens(name))
        common = len(tokens) > 2 and tokens[:-1] in plain and tokens[-1].lower() not in TITLES.suffixes
        if common and (words.has_lowercase(words.lower[name.end - 1]) or name.start < words.blocks[0].end):
            return Name(name.start, name.end - 1, name.label)
        return name

    return [cut(name) if name.label == "PERSON" else name for name in names]
