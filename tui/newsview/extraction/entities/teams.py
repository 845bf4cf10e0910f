"""Teams by what they do in a game: "the Otters trailed", "beat the Badgers"; and by the full name of the club."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.entities.lexicon import TEAMS

_LABELS = frozenset({"GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "NORP"})
"""Labels that the recognizer gives to teams by mistake."""
_ROLES = frozenset({"nsubj", "dobj"})
_SURE = 9
"""Votes of an unambiguous construction."""

Vote = tuple[Literal["ORG"], int] | None


def in_play(words: Words, name: Name) -> Vote:
    """ORG after "the", as subject or object of a verb of games: "the Otters trailed"; not "the Elbonians won", "the ferry beat"."""
    if name.label not in _LABELS or words.before(name.start) != "the":
        return None
    plural = words.lower[name.end - 1].endswith("s")
    verbs = TEAMS.verbs if name.label == "NORP" or not plural else TEAMS.verbs | TEAMS.verbs_of_contests
    return ("ORG", _SURE) if _plays(words, words.head(name), verbs) else None


def _plays(words: Words, head: int, verbs: frozenset[str]) -> bool:
    return words.deps[head] in _ROLES and words.lower[words.heads[head]] in verbs


def teams_in_play(words: Words, taken: Taken) -> list[Name]:
    """ORG of a missed word after "the": "The Wild beat the Otters"; not "the Senate beat", a word in lower case elsewhere."""
    found = []
    for token in words.indexes_of(TEAMS.verbs):
        for near in range(max(token - 3, 0), min(token + 4, words.size)):
            free = taken.free(near) and words.proper(near) and words.before(near) == "the"
            if free and words.heads[near] == token and _plays(words, near, TEAMS.verbs):
                found.append(Name(near, near + 1, "ORG"))
    return found


def nicknames(labels: Mapping[str, str], context: Mapping[str, Mapping[str, int]]) -> Mapping[str, str]:
    """New labels of plural words that are the last of a club's name: "Islanders", given New York Islanders."""
    clubs = {
        key.rpartition(" ")[2]
        for key, label in labels.items()
        if label == "ORG" and " " in key and context.get(key, {}).get("ORG", 0) >= _SURE
    }
    return {key: "ORG" for key, label in labels.items() if label in _LABELS and key in clubs and key.endswith("s")}
