"""Titles and offices attached to names: "President Jane Doe", "Home" of "Home Secretary", post-nominal letters.

Each rule takes a name and returns it, cut or unchanged, or None if nothing of it remains.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import (
    NAMES,
    ORGANISATIONS,
    ROLES,
    TITLES,
    given_names,
    institution_heads,
    kinds,
    person_nouns,
    title_cut,
    title_words,
)

_HONOURS = frozenset({"SC", "QC", "KC", "MP", "MEP", "MSP", "OBE", "MBE", "CBE", "DBE", "KBE", "PhD", "MD", "FRS"})
"""Post-nominal letters that are not part of a name; "Jr" is part of it."""
POST_NOMINALS = _HONOURS | frozenset({"SC", "QC", "KC", "MP", "MEP", "OBE", "MBE", "CBE", "PhD", "MD", "Jr", "Sr"})


def cut_titles(words: Words, name: Name) -> Name:
    """Title or office before a person: "President Jane Doe" gives Jane Doe; "Mr. Doe" and "Democrat Doe" give Doe."""
    start, table = name.start, TITLES
    if name.label == "ORG" and words.before(start) == "of" and start > 1 and words.lower[start - 2] in table.offices:
        rest = start
        while rest < name.end and (words.lower[rest] in table.portfolios or words.lower[rest] in ROLES.portfolio_links):
            rest += 1
        if start < rest < name.end and name.end - rest in {2, 3} and all(map(words.proper, range(rest, name.end))):
            return Name(rest, name.end, "PERSON")
    if name.label != "PERSON":
        return name
    if words.before(start) == "of" and start > 1 and words.lower[start - 2].rstrip("s") in table.offices:
        while name.end - start > 1 and words.lower[start] in table.portfolios:
            start += 1
    return Name(_after_titles(words, start, name.end), name.end, name.label)


def cut_occupation(words: Words, name: Name) -> Name:
    """Capitalised occupation before a full name: "Podcaster Ann Doe" gives Ann Doe; not "Baker Doe", "Baker Hughes Doe"."""
    start = name.start
    if name.label not in {"PERSON", "ORG"} or not 3 <= name.end - start <= 4:
        return name
    noun, given = words.lower[start], words.lower[start + 1]
    if given not in given_names() or not (noun in TITLES.occupations or noun in person_nouns()):
        return name
    full = all(map(words.proper, range(start + 1, name.end))) and words.lower[name.end - 1] not in kinds()
    return Name(start + 1, name.end, "PERSON") if full and noun not in given_names() else name


def without_titles(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with the titles cut off from each."""
    bare = []
    for name in names:
        cut = cut_titles(words, name)
        bare.append(cut if cut == name else words.by(cut_titles, cut, name))
    return bare


def _after_titles(words: Words, start: int, end: int) -> int:
    """First token in ``[start, end)`` after all leading titles, at most the last token."""
    cut = start
    for token in range(start, end - 1):
        word = words.lower[token].rstrip(".")
        if (word in title_cut() and not (word == "dean" and end - token == 2)) or (
            token == cut and words.words[token] in ORGANISATIONS.creeds
        ):
            cut = token + 1
        elif (
            word == "of"
            or word in TITLES.modifiers
            or word in TITLES.portfolios
            or word in ROLES.before_office
            or country(words.words[token])
            or demonym(words.words[token])
        ):
            continue
        else:
            break
    while start < cut < end - 1 and words.lower[cut] in NAMES.determiners:
        cut += 1
    return min(cut, end - 1)


def drop_portfolio(words: Words, name: Name) -> Name | None:
    """Portfolio before or after an office: "Home" in "Home Secretary"; "US National Security" Spokesman gives US."""
    table = TITLES
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
    if all(words.lower[i] in table.portfolios or words.lower[i] in ROLES.portfolio_prepositions for i in tokens):
        return (
            Name(name.start, rest, "GPE")
            if rest > name.start and country(" ".join(words.words[name.start : rest]))
            else None
        )
    return name


def cut_office_at_end(words: Words, name: Name) -> Name | None:
    """Office after an organisation: "State Department Spokesperson" gives State Department."""
    end, table = name.end, TITLES
    if name.label in {"PERSON", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"} or end - name.start < 2:
        return name
    if words.lower[name.start] in institution_heads() and "of" in words.lower[name.start + 1 : end]:
        return name  # "Office of the State Auditor"
    if words.lower[end - 1] not in table.offices or words.lower[end - 1] in ROLES.heads:
        return name
    end -= 1
    while end - name.start > 1 and (
        words.lower[end - 1] in table.portfolios
        or words.lower[end - 1] in table.modifiers
        or words.lower[end - 1] in ROLES.unfinished
    ):
        end -= 1
    left = Name(name.start, end, name.label)
    if words.lower[name.start] in title_words() and end - name.start == 1:
        return None
    return left


def cut_letters_after_name(words: Words, name: Name) -> Name | None:
    """Post-nominal letters: "Jane Doe KC" and "Jane Doe, MBE" give Jane Doe."""
    end = name.end
    while name.label == "PERSON" and end - name.start > 2 and words.words[end - 1] in _HONOURS:
        end -= 2 if words.words[end - 2] == "," else 1
    return name if end == name.end else Name(name.start, end, name.label)


def drop_letters_after_name(words: Words, name: Name) -> Name | None:
    """Post-nominal letters as a name of their own: "SC" in "Jane Doe, SC, said"."""
    bare = words.words[name.start] if name.end - name.start == 1 else ""
    enclosed = words.before(name.start) == "," and words.after(name.end) == "," and name.start > 1
    if bare in POST_NOMINALS and enclosed and words.tags[name.start - 2] == "NNP":
        return None
    return name
