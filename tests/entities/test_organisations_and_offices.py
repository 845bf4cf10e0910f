"""Extension and discovery of organisations, offices, clubs, places, employers and datelines."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import (
    introduced_names,
    names_by_construction,
    names_by_neighbours,
    office_titles,
    organisation_matching,
    span_repair,
)
from newsview.extraction.entities.name_joining import join
from newsview.extraction.entities.span_extension import grow
from tests.entities.built import Built


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("the|DT Office of|IN the|DT State Auditor said|VBD", ("Office", "ORG"), ("Office of the State Auditor", "ORG")),
        ("the|DT Office of|IN the|DT firm said|VBD", ("Office", "ORG"), ("Office", "ORG")),
        ("the|DT Attorney 's|POS Office said|VBD", ("Office", "ORG"), ("Attorney's Office", "ORG")),
        ("Ann 's|POS Office said|VBD", ("Office", "ORG"), ("Office", "ORG")),
        ("the|DT Civic|NNP|compound|1 Democrats|NNPS won|VBD", ("Civic", "ORG"), ("Civic Democrats", "ORG")),
        ("the|DT Liberal|JJ Democrat leader|NN", ("Democrat", "NORP"), ("Liberal Democrat", "NORP")),
        ("the|DT young|JJ Democrat leader|NN", ("Democrat", "NORP"), ("Democrat", "NORP")),
        ("the|DT National|NNP|compound|1 Gallery said|VBD", ("National", "ORG"), ("National Gallery", "ORG")),
        ("back at|IN Nauli Castle today", ("Nauli", "GPE"), ("Nauli Castle", "FAC")),
        ("back at|IN Nauli castle today", ("Nauli", "GPE"), ("Nauli", "GPE")),
        ("to|TO join|VB Real|JJ Nauli today", ("Nauli", "GPE"), ("Real Nauli", "ORG")),
        ("to|TO join|VB real|JJ Nauli today", ("Nauli", "GPE"), ("Nauli", "GPE")),
    ],
)  # fmt: skip
def test_organisation_or_place_is_extended(text: str, name: tuple[str, str], expected: tuple[str, str]) -> None:
    built = Built(text, name)
    assert built.all(grow(built.words, built.names)) == [expected]


def test_office_includes_country_before_holder() -> None:
    built = Built("the|DT U.S. Attorney 's|POS Office said|VBD", ("U.S.", "GPE"), ("Office", "ORG"))
    assert built.all(grow(built.words, built.names)) == [("U.S. Attorney's Office", "ORG")]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "the|DT Ahmad|NNP|compound|3 Doe|NNP|compound|2 Specialist|NNP|compound|1 Hospital opened|VBD",
            [("Ahmad Doe", "PERSON"), ("Specialist Hospital", "ORG")],
            [("Ahmad Doe Specialist Hospital", "ORG")],
        ),
        (
            "the|DT Nauli|NNP|compound|2 Bachao|NNP|compound|1 Samiti sued|VBD",
            [("Nauli", "GPE"), ("Bachao Samiti", "ORG")],
            [("Nauli Bachao Samiti", "ORG")],
        ),
        (
            "then|RB Nauli|NNP|compound|1 Hornets|NNPS won|VBD",
            [("Nauli", "GPE"), ("Hornets", "GPE")],
            [("Nauli Hornets", "ORG")],
        ),
        (
            "then|RB Nauli|NNP|compound|1 Doon won|VBD",
            [("Nauli", "GPE"), ("Doon", "GPE")],
            [("Nauli", "GPE"), ("Doon", "GPE")],
        ),
        (
            "the|DT Fulda Agency of|IN Public Health said|VBD",
            [("Fulda Agency", "ORG"), ("of Public Health", "ORG")],
            [("Fulda Agency of Public Health", "ORG")],
        ),
        (
            "in|IN U.S.|NNP|compound|2 District|NNP|compound|1 Court today",
            [("U.S.", "GPE"), ("District Court", "ORG")],
            [("U.S. District Court", "ORG")],
        ),
        (
            "told|VBD Ann|NNP|dobj|-1 Zorb|NNP|compound|1 Bank fell|VBD",
            [("Ann", "PERSON"), ("Zorb Bank", "ORG")],
            [("Ann", "PERSON"), ("Zorb Bank", "ORG")],
        ),
    ],
)
def test_organisation_is_joined_with_its_eponym(
    text: str, names: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    built = Built(text, *names)
    assert built.all(join(built.words, built.names)) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("people|NNS in|IN Nauli and|CC Doon left|VBD", ("Nauli and Doon", "ORG"), [("Nauli", "GPE"), ("Doon", "GPE")]),
        ("aid|NNS in|IN Nauli and|CC Doon Act cases|NNS", ("Nauli and Doon", "ORG"), [("Nauli and Doon", "ORG")]),
        ("the|DT firm Nauli and|CC Doon left|VBD", ("Nauli and Doon", "ORG"), [("Nauli and Doon", "ORG")]),
        ("Ann Doe and|CC Jim Roe left|VBD", ("Ann Doe and Jim Roe", "PERSON"), [("Ann Doe", "PERSON"), ("Jim Roe", "PERSON")]),
        ("trains|NNS of|IN V / Line stopped|VBD", ("V / Line", "ORG"), [("V / Line", "ORG")]),
    ],
)  # fmt: skip
def test_span_with_two_names_is_split(text: str, name: tuple[str, str], expected: list[tuple[str, str]]) -> None:
    built = Built(text, name)
    assert built.all(list(span_repair.split(built.words, built.name))) == expected


def test_office_at_end_of_institution_is_in_name() -> None:
    built = Built("the|DT Office of|IN the|DT State Auditor said|VBD", ("Office of the State Auditor", "ORG"))
    assert office_titles.cut_office_at_end(built.words, built.name) == built.name
    built = Built("the|DT Zorb Auditor said|VBD", ("Zorb Auditor", "ORG"))
    assert built.show(office_titles.cut_office_at_end(built.words, built.name)) == ("Zorb", "ORG")


def test_employer_is_organisation() -> None:
    built = Built("analysts|NNS at|IN Zorb said|VBD")
    assert built.all(names_by_neighbours.employers(built.words, [], built.taken)) == [("Zorb", "ORG")]
    built = Built("Ann Doe of|IN Zorb said|VBD", ("Ann Doe", "PERSON"))
    assert built.all(names_by_neighbours.employers(built.words, built.names, built.taken)) == [("Zorb", "ORG")]
    built = Built("looked|VBD at|IN Zorb , the|DT end of|IN Zorb")
    assert names_by_neighbours.employers(built.words, [], built.taken) == []


def test_town_of_council_is_place() -> None:
    built = Built(
        "Nauli Borough Council met|VBD . // a|DT road through|IN Nauli today", ("Nauli Borough Council", "ORG")
    )
    assert built.all(names_by_neighbours.towns_of_bodies(built.words, built.names, built.taken)) == [("Nauli", "GPE")]
    built = Built("Nauli Bank met|VBD . // a|DT road through|IN Nauli today", ("Nauli Bank", "ORG"))
    assert names_by_neighbours.towns_of_bodies(built.words, built.names, built.taken) == []


def test_agency_in_dateline_is_organisation() -> None:
    built = Built("NAULI ( Zorb ) -- The|DT town")
    assert built.all(names_by_construction.dateline_agencies(built.words, built.taken)) == [("Zorb", "ORG")]
    built = Built("Nauli ( Zorb ) -- The|DT town")
    assert names_by_construction.dateline_agencies(built.words, built.taken) == []


def test_birth_name_is_same_person() -> None:
    built = Built("Ann Doe , née|JJ Roe , left|VBD", ("Ann Doe", "PERSON"), ("Roe", "GPE"))
    (pair,) = introduced_names.also_known_as(built.words, built.names)
    assert built.all(pair) == [("Ann Doe", "PERSON"), ("Roe", "PERSON")]
    built = Built("Ann Doe , born|VBN in|IN Roe , left|VBD", ("Ann Doe", "PERSON"), ("Roe", "GPE"))
    assert introduced_names.also_known_as(built.words, built.names) == []


def test_acronym_alias_has_label_of_organisation() -> None:
    text = "the|DT Agency of|IN Sport , known|VBN as|IN ASP , left|VBD"
    built = Built(text, ("Agency of Sport", "ORG"), ("ASP", "GPE"))
    (pair,) = introduced_names.also_known_as(built.words, built.names)
    assert built.all(pair) == [("Agency of Sport", "ORG"), ("ASP", "ORG")]
    built = Built(text.replace("ASP", "Asp"), ("Agency of Sport", "ORG"), ("Asp", "GPE"))
    assert introduced_names.also_known_as(built.words, built.names) == []


def test_acronym_with_letters_in_other_order_gives_pair() -> None:
    built = Built("the|DT Save Elbonia Union ( USE ) won|VBD", ("Save Elbonia Union", "ORG"))
    (pair,) = introduced_names.bracketed_acronyms(built.words, built.names)
    assert built.all(pair) == [("Save Elbonia Union", "ORG"), ("USE", "ORG")]
    built = Built("the|DT Save Elbonia Union ( UNO ) won|VBD", ("Save Elbonia Union", "ORG"))
    assert introduced_names.bracketed_acronyms(built.words, built.names) == []


def test_state_and_abbreviation_are_grouped() -> None:
    assert list(organisation_matching.same_places(["Mass.", "Massachusetts"])) == [("Mass.", "Massachusetts")]
    assert list(organisation_matching.same_places(["Mass.", "Minnesota"])) == []


@pytest.mark.parametrize(
    ("spellings", "together"),
    [
        (["Department for Transport", "DfT"], True),
        (["Fulda Hornets", "Hornets"], True),
        (["Fulda Hornets", "Marfleet Hornets", "Hornets"], False),
        (["Zorb Bank of Canada", "Canada"], False),
        (["Enera", "Enera SE"], True),
        (["Zorb Marine", "Zorb Records"], False),
    ],
)
def test_long_and_short_organisation_names(spellings: list[str], together: bool) -> None:
    assert bool(list(organisation_matching.same_organisations(spellings))) is together


def test_score_verb_or_staff_gives_organisation() -> None:
    for text in (
        "they beat|VBD Nauli 3 - 2 today",
        "then|RB Nauli|NNP|nsubj|2 have|VBP|aux|1 won|VBN",
    ):
        built = Built(text)
        assert built.all(names_by_neighbours.clubs_and_firms(built.words, [], built.taken)) == [("Nauli", "ORG")]
    built = Built("Nauli chairman Ann Doe left|VBD", ("Ann Doe", "PERSON"))
    assert built.all(names_by_neighbours.clubs_and_firms(built.words, built.names, built.taken)) == [("Nauli", "ORG")]
    built = Built("then|RB the|DT Hornets|NNPS have|VBP won|VBN")
    assert built.all(names_by_neighbours.clubs_and_firms(built.words, [], built.taken)) == [("Hornets", "ORG")]
    for text in ("Gunmen|NNP|nsubj|2 have|VBP|aux|1 won|VBN", "they beat|VBD Nauli 3 times"):
        built = Built(text)
        assert names_by_neighbours.clubs_and_firms(built.words, [], built.taken) == []


def test_town_of_origin_is_place() -> None:
    built = Built("a weaver from|IN Nauli said|VBD")
    assert built.all(names_by_neighbours.employers(built.words, [], built.taken)) == [("Nauli", "GPE")]
    built = Built("weavers|NNS from|IN Nauli said|VBD")
    assert names_by_neighbours.employers(built.words, [], built.taken) == []


def test_dateline_before_colon_gives_place() -> None:
    text = "KOTA NAULI : The|DT town met|VBD again today"
    built = Built(f"Town meets|VBZ\n{text}")
    assert built.all(names_by_construction.dateline_before_colon(built.words)) == [("KOTA NAULI", "GPE")]
    built = Built(f"{text}\nDOE : We|PRP shall|MD see|VB it|PRP again today")
    assert names_by_construction.dateline_before_colon(built.words) == []


def test_proper_noun_before_word_of_companies_is_organisation() -> None:
    built = Built("then|RB Zorb|NNP|compound|1 Resources fell|VBD", ("Zorb", "PERSON"))
    assert built.all(grow(built.words, built.names)) == [("Zorb Resources", "ORG")]
    built = Built("then|RB Doe|NNP|compound|1 Steel fell|VBD", ("Doe", "PERSON"))
    assert ("Doe Steel", "ORG") not in built.all(grow(built.words, built.names))
