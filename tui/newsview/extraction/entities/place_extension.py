"""Extension of place names that are the first or last word of a longer name: a province, an agreement, a team."""

from __future__ import annotations

from newsview.extraction.entities.countries import country
from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import ORGANISATIONS, PLACE_WORDS
from newsview.extraction.lexical.characters import JOINTS

_CLUBS = frozenset(
    {"Real", "Atlético", "Atletico", "Deportivo", "Sporting", "Racing", "Borussia", "Olympique", "Inter"}
)
"""Words before a town in the names of clubs."""


def division_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """Place with its division: "Kunar" before "province"."""
    end = name.end
    division = words.after(end) in ORGANISATIONS.divisions and words.tags[end] in {"NN", "NNP"} and taken.free(end)
    if division and country(words.bare(name)) is None:
        return Name(name.start, end + 1, "GPE")
    return name


def agreement_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """LAW of a place and an agreement: "Minsk" before "agreements"."""
    if words.after(name.end) in ORGANISATIONS.agreements and taken.free(name.end) and country(words.bare(name)) is None:
        after = words.after(name.end + 1) if name.end + 1 < words.size else ""
        if words.tags[name.end].startswith("NN") and after not in ORGANISATIONS.agreements:
            return Name(name.start, name.end + 1, "LAW")
    return name


def team_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """ORG of a country after "Team": "Team Elbonia"."""
    start = name.start
    if start and together(words, start) and words.words[start - 1] == "Team" and taken.free(start - 1):
        return Name(start - 1, name.end, "ORG")
    return name


def figure_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """PERSON of a country after a title: "America" after "Captain" or "Miss"."""
    start = name.start
    titled = (
        start > 0 and together(words, start) and words.words[start - 1] in {"Captain", "Miss"} and taken.free(start - 1)
    )
    if titled and country(words.bare(name)) is not None:
        return Name(start - 1, name.end, "PERSON")
    return name


def club_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """ORG of a town after a word of clubs: "Nauli" after "Real" or "Atlético"."""
    before = name.start - 1
    club = before >= 0 and words.words[before] in _CLUBS and together(words, name.start) and taken.free(before)
    single = name.end - name.start == 1 and not words.initial[max(before, 0)]
    return Name(before, name.end, "ORG") if club and single else name


def facility_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """FAC of a place and a facility: "Fulda" before "Castle"."""
    end = name.end
    head = end if words.after(end) in ORGANISATIONS.facility_heads else end + 1
    tokens = range(end, head + 1)
    if head >= words.size or words.lower[head] not in ORGANISATIONS.facility_heads or not together(words, head):
        return name
    free = all(taken.free(token) and words.tags[token] == "NNP" and words.capital(token) for token in tokens)
    return Name(name.start, head + 1, "FAC") if free and together(words, end) else name


def hyphenated_place(words: Words, name: Name, taken: Taken) -> Name:
    """Hyphenated place name: "Wells" before "-next-the-Sea"."""
    end, small = name.end, False
    while (
        end + 1 < words.size
        and words.words[end] in JOINTS
        and words.offsets[end] == words.ends[end - 1]
        and words.offsets[end + 1] == words.ends[end]
        and (words.capital(end + 1) or words.lower[end + 1] in PLACE_WORDS.within)
    ):
        small = small or words.lower[end + 1] in PLACE_WORDS.within
        end += 2
    return Name(name.start, end, "GPE") if small and words.capital(end - 1) and taken.free(name.end) else name
