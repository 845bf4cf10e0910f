"""Canonical name of an entity: the fullest proper form among its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from newsview.extraction.entities.countries import countries, country
from newsview.extraction.entities.name_strings import given_name_first, is_acronym


@cache
def _official() -> Mapping[str, str]:
    return {each.code: each.name for each in countries()}


def canonical(texts: Sequence[str], label: str) -> str:
    """Canonical name of an entity of the type *label* whose mentions have the *texts*."""
    if label == "PERSON":
        texts = [given_name_first(text) for text in texts]
    if len(texts) == 1:
        return " ".join(texts[0].split())
    counts = Counter(" ".join(text.split()) for text in texts)  # a hard-wrapped line may break a name
    if label == "GPE":
        for text in counts:
            if text == _official().get(country(text) or ""):
                return text
    if label == "NORP":
        return min(counts, key=lambda text: (-len(text.split()), -counts[text], len(text), text))

    def rank(text: str) -> tuple[bool, bool, int, int, int, str]:
        """Sort key: full forms before abbreviations and capitals, then the longest, then the most frequent."""
        shouted = text.isupper() and len(text) > 6
        return is_acronym(text), shouted, -len(text.split()), -len(text), -counts[text], text

    return min(counts, key=rank)
