"""Joining of two adjacent names that are parts of one."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Words, together
from newsview.extraction.entities.lexicon import BODIES, ORGANISATIONS, PLACE_WORDS, TITLES, given_names
from newsview.extraction.entities.type_from_name import known_organisation
from newsview.extraction.function_words import FUNCTION


def join(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with adjacent parts of one name joined."""
    joined: list[Name] = []
    for name in names:
        if joined:
            before = joined[-1]
            if halves_of_person(words, before, name):
                joined[-1] = words.by(halves_of_person, Name(before.start, name.end, "PERSON"))
                continue
            if parts_of_person(words, before, name):
                joined[-1] = words.by(parts_of_person, Name(before.start, name.end, "PERSON"))
                continue
            if people_in_two_words(words, before, name):
                joined[-1] = words.by(people_in_two_words, Name(before.start, name.end, "NORP"))
                continue
            if capital_district(words, before, name):
                joined[-1] = words.by(capital_district, Name(before.start, name.end, "GPE"))
                continue
            body = next((rule for rule in (club_of_town, rest_of_body) if rule(words, before, name)), None)
            if body is not None:
                joined[-1] = words.by(body, Name(before.start, name.end, "ORG"))
                continue
            if law_by_its_subject(words, before, name):
                joined[-1] = words.by(law_by_its_subject, Name(before.start, name.end, "LAW"))
                continue
            if two_subjects(words, before, name):
                joined[-1] = words.by(two_subjects, Name(before.start, name.end, "ORG"))
                continue
            if body_named_after(words, before, name):
                joined[-1] = words.by(body_named_after, Name(before.start, name.end, name.label))
                continue
        joined.append(name)
    return joined


def halves_of_person(words: Words, first: Name, second: Name) -> bool:
    """Given name and surname, one token each, one the head of the other: "Jane" and "Doe"."""
    if first.end != second.start or not together(words, second.start) or second.end - second.start != 1:
        return False
    if first.end - first.start != 1 or not {"PERSON"} & {first.label, second.label}:
        return False
    if words.initial[second.start] or not (words.proper(first.start) and words.proper(second.start)):
        return False
    texts = words.words[first.start], words.words[second.start]
    if any(country(text) or demonym(text) for text in texts) or any(len(text) > 2 and text.isupper() for text in texts):
        return False
    return bool(words.heads[first.start] == second.start or words.heads[second.start] == first.start)


def parts_of_person(words: Words, first: Name, second: Name) -> bool:
    """Given names and two surnames ("Andrés Manuel", "López Doe"), or parts around particles ("Ann", "Doe" in "Ann van der Doe").

    Not the last words of a caption or list: "Ann Doe Bob Roe".
    """
    between = range(first.end, second.start)
    if not together(words, second.start) or words.initial[second.start] or first.label != "PERSON":
        return False
    if words.block[first.start] != words.block[second.start] or len(between) > 3:
        return False
    if not between:
        linked = first.start <= words.heads[second.end - 1] < second.end or words.heads[first.end - 1] >= second.start
        double = second.label == "PERSON" and first.end - first.start == 2 == second.end - second.start
        return double and linked and words.lower[second.start] not in given_names() and words.proper(second.start)
    surname = second.end - second.start == 1 and second.label in {"PERSON", "ORG", "GPE"}
    return surname and first.end - first.start == 1 and all(words.words[token] in TITLES.particles for token in between)


def club_of_town(words: Words, first: Name, second: Name) -> bool:
    """Town and plural noun of a club: "Fulda" and "Hornets"."""
    if first.end != second.start or not together(words, second.start) or words.initial[second.start]:
        return False
    if first.label != "GPE" or second.label not in {"GPE", "PERSON", "ORG"} or second.end - second.start != 1:
        return False
    plural = words.words[second.start].endswith("s") and words.tags[second.start].startswith("NNP")
    town = country(words.bare(first)) is None and country(words.bare(second)) is None
    return plural and town and words.heads[first.end - 1] == second.start


def rest_of_body(words: Words, first: Name, second: Name) -> bool:
    """Parts of one organisation: "Fulda Agency for the Protection" and "of Health"; a country and its court."""
    if first.end != second.start or not together(words, second.start) or second.label != "ORG":
        return False
    if first.label == "ORG":
        return words.words[second.start] in FUNCTION.of_or_for and second.end - second.start > 1
    court = words.lower[second.end - 1] == "court" and second.end - second.start > 1
    return court and first.label == "GPE" and words.heads[words.head(first)] == second.end - 1


def body_named_after(words: Words, first: Name, second: Name) -> bool:
    """Person or town and the rest of an organisation: "Ahmad Roe" and "Specialist Hospital"."""
    if first.end != second.start or not together(words, second.start) or words.initial[second.start]:
        return False
    if second.label not in {"ORG", "FAC"} or known_organisation(words.bare(second)) is not None:
        return False
    named = words.lower[second.end - 1] in BODIES.named_after_people
    inside = second.start <= words.heads[words.head(first)] < second.end
    if first.label == "PERSON":
        return named and inside
    town = first.label == "GPE" and country(words.bare(first)) is None and words.before(first.start) == "the"
    return town and inside and second.end - second.start > 1


def law_by_its_subject(words: Words, first: Name, second: Name) -> bool:
    """Subject and kind of a law: "the Harbour and Bridge Safety" and "Bill"; not "the Navy's Bill Roe", "Zorb Bill"."""
    if first.end != second.start or not together(words, second.start) or words.initial[second.start]:
        return False
    kind = second.end - second.start == 1 and words.lower[second.start] in ORGANISATIONS.laws | ORGANISATIONS.drafts
    alone = second.end >= words.size or not words.proper(second.end)
    return kind and alone and first.label in {"ORG", "LAW"} and words.before(first.start) == "the"


def two_subjects(words: Words, first: Name, second: Name) -> bool:
    """Halves of a body for two subjects or of a firm in two trades: "Fulda Air and Marine Branch", "Zorb Hotels and Resorts".

    Not two bodies: "the Fulda Bank and Zorb Shipping", "the Navy and the Marine Branch".
    """
    if second.start - first.end != 1 or not together(words, second.start) or not together(words, first.end):
        return False
    if words.lower[first.end] not in FUNCTION.and_or_ampersand or first.end - first.start < 2:
        return False
    subject, last = words.lower[first.end - 1], words.lower[second.end - 1]
    trades = subject in ORGANISATIONS.business and last in BODIES.second_trades
    return trades or (subject in BODIES.subjects and last in BODIES.of_two_subjects and second.end - second.start == 2)


def people_in_two_words(words: Words, first: Name, second: Name) -> bool:
    """Halves of a nationality: "Sri" and "Lankan"; not "Elbonian" and "Freedonian"."""
    if first.end != second.start or not together(words, second.start) or second.label != "NORP":
        return False
    return demonym(f"{words.bare(first)} {words.bare(second)}") is not None


def capital_district(words: Words, first: Name, second: Name) -> bool:
    """Capital and district: "Washington" and "D.C."."""
    between = words.words[first.end : second.start]
    return (
        words.lower[first.end - 1] == "washington"
        and words.lower[second.start] in PLACE_WORDS.capital_district
        and between in ([], [","])
    )
