"""A place that is only the first or last word of a name: of a province, an agreement, a team, a figure."""

from __future__ import annotations

from newsview.extraction.entities.countries import country
from newsview.extraction.entities.lexicon import organisations
from newsview.extraction.entities.words import Name, Taken, Words, together


def division_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Kunar" before "province" is Kunar province."""
    end = name.end
    division = words.after(end) in organisations().divisions and words.tags[end] in {"NN", "NNP"} and taken.free(end)
    if division and country(words.bare(name)) is None:
        return Name(name.start, end + 1, "GPE")
    return name


def agreement_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Minsk" before "agreements" is a law: Minsk agreements."""
    if (
        words.after(name.end) in organisations().agreements
        and taken.free(name.end)
        and country(words.bare(name)) is None
    ):
        after = words.after(name.end + 1) if name.end + 1 < words.size else ""
        if words.tags[name.end].startswith("NN") and after not in organisations().agreements:
            return Name(name.start, name.end + 1, "LAW")
    return name


def team_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Elbonia" after "Team" is an organisation: Team Elbonia."""
    start = name.start
    if start and together(words, start) and words.words[start - 1] == "Team" and taken.free(start - 1):
        return Name(start - 1, name.end, "ORG")
    return name


def figure_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "America" after "Captain" or "Miss" is a figure, no country: Captain America."""
    start = name.start
    titled = (
        start > 0 and together(words, start) and words.words[start - 1] in {"Captain", "Miss"} and taken.free(start - 1)
    )
    if titled and country(words.bare(name)) is not None:
        return Name(start - 1, name.end, "PERSON")
    return name
