"""Cues that are nouns or adjectives, which read badly behind a speaker: "denial by Jane Doe", not "Jane Doe denial"."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsview.model.data_files import sections
from newsview.model.facts import Quote, Speaker

POSSESSIVES: Final = frozenset({"my", "our", "your", "his", "her", "its", "their"})
"""Speakers that are possessive pronouns: "his claim"."""

_GENITIVE: Final = (2, 3)
"""Characters between a speaker and a noun behind "'" or "'s"."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The words of each section, which stand several to a line."""
    lines = sections("newsview.model", "cue_words")
    return {kind: frozenset(" ".join(listed).split()) for kind, listed in lines.items()}


def is_view(cue: str) -> bool:
    """Noun with the speaker in an of-phrase: "in the words of Jane Doe"."""
    return cue in _lists()["view"]


def is_adjective(cue: str) -> bool:
    """Adjective: "Jane Doe is adamant that"."""
    return cue in _lists()["adjective"]


def is_noun(cue: str, quote: Quote) -> bool:
    """Noun: "denial", "claims"; one that may be a verb ("claim") by its place: "Jane Doe's claim", "the claim by Jane Doe"."""
    forms = {cue, cue.removesuffix("s"), f"{cue[:-3]}y" if cue.endswith("ies") else cue}
    if forms & _lists()["noun"]:
        return True
    return bool(forms & _lists()["noun or verb"]) and _is_placed_as_noun(cue, quote)


def _is_placed_as_noun(cue: str, quote: Quote) -> bool:
    speaker = quote.speaker
    if speaker is None or quote.cue is None:
        return True
    if speaker.text.lower() in POSSESSIVES:
        return True
    if quote.cue.start < speaker.start:
        return speaker.start - quote.cue.end > 1  # "claim by Jane Doe"; not "claim analysts"
    return quote.cue.start - speaker.end in _GENITIVE or (not cue.endswith("s") and _is_one_name(speaker))


def _is_one_name(speaker: Speaker) -> bool:
    """One person or body by name, which takes no bare verb: "Jane Doe", not "Republicans"."""
    return speaker.link == "name" and not speaker.text.endswith("s") and " and " not in speaker.text
