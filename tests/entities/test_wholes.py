"""Names that the recognizer has in pieces or not at all: bodies, offices, clubs, places, employers, datelines."""

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
def test_a_name_grows_to_its_whole(text: str, name: tuple[str, str], expected: tuple[str, str]) -> None:
    built = Built(text, name)
    assert built.all(grow(built.words, built.names)) == [expected]


def test_an_office_takes_the_country_before_its_holder() -> None:
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
def test_a_body_is_joined_with_whom_or_what_it_is_named_after(
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
def test_one_span_is_split_where_it_holds_two_names(
    text: str, name: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    built = Built(text, name)
    assert built.all(list(span_repair.split(built.words, built.name))) == expected


def test_an_office_at_the_end_of_an_institutions_phrase_is_a_part_of_it() -> None:
    built = Built("the|DT Office of|IN the|DT State Auditor said|VBD", ("Office of the State Auditor", "ORG"))
    assert office_titles.cut_office_at_end(built.words, built.name) == built.name
    built = Built("the|DT Zorb Auditor said|VBD", ("Zorb Auditor", "ORG"))
    assert built.show(office_titles.cut_office_at_end(built.words, built.name)) == ("Zorb", "ORG")


def test_employers() -> None:
    built = Built("analysts|NNS at|IN Zorb said|VBD")
    assert built.all(names_by_neighbours.employers(built.words, [], built.taken)) == [("Zorb", "ORG")]
    built = Built("Ann Doe of|IN Zorb said|VBD", ("Ann Doe", "PERSON"))
    assert built.all(names_by_neighbours.employers(built.words, built.names, built.taken)) == [("Zorb", "ORG")]
    built = Built("looked|VBD at|IN Zorb , the|DT end of|IN Zorb")
    assert names_by_neighbours.employers(built.words, [], built.taken) == []


def test_towns_of_bodies() -> None:
    built = Built(
        "Nauli Borough Council met|VBD . // a|DT road through|IN Nauli today", ("Nauli Borough Council", "ORG")
    )
    assert built.all(names_by_neighbours.towns_of_bodies(built.words, built.names, built.taken)) == [("Nauli", "GPE")]
    built = Built("Nauli Bank met|VBD . // a|DT road through|IN Nauli today", ("Nauli Bank", "ORG"))
    assert names_by_neighbours.towns_of_bodies(built.words, built.names, built.taken) == []


def test_bodies_by_head() -> None:
    built = Built("then|RB the|DT Zorb High Court refused|VBD")
    assert built.all(names_by_neighbours.bodies_by_head(built.words, built.taken)) == [("Zorb High Court", "ORG")]
    built = Built("then|RB the|DT Court refused|VBD")
    assert names_by_neighbours.bodies_by_head(built.words, built.taken) == []


def test_dateline_agencies() -> None:
    built = Built("NAULI ( Zorb ) -- The|DT town")
    assert built.all(names_by_construction.dateline_agencies(built.words, built.taken)) == [("Zorb", "ORG")]
    built = Built("Nauli ( Zorb ) -- The|DT town")
    assert names_by_construction.dateline_agencies(built.words, built.taken) == []


def test_the_name_before_marriage_is_the_same_person() -> None:
    built = Built("Ann Doe , née|JJ Roe , left|VBD", ("Ann Doe", "PERSON"), ("Roe", "GPE"))
    (pair,) = introduced_names.also_known_as(built.words, built.names)
    assert built.all(pair) == [("Ann Doe", "PERSON"), ("Roe", "PERSON")]
    built = Built("Ann Doe , born|VBN in|IN Roe , left|VBD", ("Ann Doe", "PERSON"), ("Roe", "GPE"))
    assert introduced_names.also_known_as(built.words, built.names) == []


def test_an_acronym_by_which_a_body_is_known_is_the_body_whatever_the_recognizer_says() -> None:
    text = "the|DT Agency of|IN Sport , known|VBN as|IN ASP , left|VBD"
    built = Built(text, ("Agency of Sport", "ORG"), ("ASP", "GPE"))
    (pair,) = introduced_names.also_known_as(built.words, built.names)
    assert built.all(pair) == [("Agency of Sport", "ORG"), ("ASP", "ORG")]
    built = Built(text.replace("ASP", "Asp"), ("Agency of Sport", "ORG"), ("Asp", "GPE"))
    assert introduced_names.also_known_as(built.words, built.names) == []


def test_an_acronym_in_another_languages_order() -> None:
    built = Built("the|DT Save Elbonia Union ( USE ) won|VBD", ("Save Elbonia Union", "ORG"))
    (pair,) = introduced_names.bracketed_acronyms(built.words, built.names)
    assert built.all(pair) == [("Save Elbonia Union", "ORG"), ("USE", "ORG")]
    built = Built("the|DT Save Elbonia Union ( UNO ) won|VBD", ("Save Elbonia Union", "ORG"))
    assert introduced_names.bracketed_acronyms(built.words, built.names) == []


def test_a_state_and_its_abbreviation_are_one_place() -> None:
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
def test_long_and_short_names_of_a_body(spellings: list[str], together: bool) -> None:
    assert bool(list(organisation_matching.same_organisations(spellings))) is together


def test_clubs_and_firms() -> None:
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


def test_the_town_that_somebody_is_from() -> None:
    built = Built("a weaver from|IN Nauli said|VBD")
    assert built.all(names_by_neighbours.employers(built.words, [], built.taken)) == [("Nauli", "GPE")]
    built = Built("weavers|NNS from|IN Nauli said|VBD")
    assert names_by_neighbours.employers(built.words, [], built.taken) == []


def test_a_dateline_before_a_colon() -> None:
    text = "KOTA NAULI : The|DT town met|VBD again today"
    built = Built(f"Town meets|VBZ\n{text}")
    assert built.all(names_by_construction.dateline_before_colon(built.words)) == [("KOTA NAULI", "GPE")]
    built = Built(f"{text}\nDOE : We|PRP shall|MD see|VB it|PRP again today")
    assert names_by_construction.dateline_before_colon(built.words) == []


def test_a_firm_by_the_word_after_its_name() -> None:
    built = Built("then|RB Zorb|NNP|compound|1 Resources fell|VBD", ("Zorb", "PERSON"))
    assert built.all(grow(built.words, built.names)) == [("Zorb Resources", "ORG")]
    built = Built("then|RB Doe|NNP|compound|1 Steel fell|VBD", ("Doe", "PERSON"))
    assert ("Doe Steel", "ORG") not in built.all(grow(built.words, built.names))
