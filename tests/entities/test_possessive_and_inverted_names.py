"""Companies whose name is a possessive, people by surname first, addresses beside names, indices."""

from __future__ import annotations

import pytest

from newsview.extraction.entities.canonical_name import canonical
from newsview.extraction.entities.inverted_names import surnames_first
from newsview.extraction.entities.name_strings import given_name_first, person
from newsview.extraction.entities.names_by_table import known
from newsview.extraction.entities.possessive_names import companies_in_s
from newsview.extraction.entities.span_repair import shrink
from tests.entities.built import Built


@pytest.mark.parametrize(
    "text",
    [
        "Quill|NNP|nsubj|2 's|POS|case|-1 said|VBD sales|NNS rose|VBD .",
        "shares|NNS of|IN Quill|NNP|pobj|-1 's|POS|case|-1 fell|VBD .",
        "the|DT retailer Quill|NNP|appos|-1 's|POS|case|-1 fell|VBD .",
        "at|IN Macy|NNP|pobj|-1 's|POS|case|-1 sales|NNS fell|VBD .",
    ],
)
def test_possessive_that_owns_nothing_is_part_of_company(text: str) -> None:
    built = Built(text)
    (name,) = companies_in_s(built.words, [])
    assert name.label == "ORG" and built.words.bare(name) in {"Quill's", "Macy's"}
    assert shrink(built.words, name) == name


@pytest.mark.parametrize(
    "text",
    [
        "Quill|NNP|poss|2 's|POS|case|-1 shares|NNS fell|VBD .",
        "she|PRP slept|VBD at|IN Milo|NNP|pobj|-1 's|POS|case|-1 .",
        "Quill|NNP|nsubj|2 's|POS|case|-1 fell|VBD . // then|RB Ada Quill left|VBD .",
        "Ada Quill|NNP|nsubj|2 's|POS|case|-1 fell|VBD .",
        "Wendy|NNP|poss|2 's|POS|case|-1 brother left|VBD .",
    ],
)
def test_possessive_of_owner_is_no_part_of_name(text: str) -> None:
    built = Built(text)
    assert companies_in_s(built.words, built.names) == built.names


def test_company_is_possessive_at_all_its_mentions() -> None:
    text = "Quill|NNP|nsubj|2 's|POS|case|-1 fell|VBD . // its|PRP$ rivals|NNS like|IN Quill|NNP|poss|2 's|POS|case|-1 stores|NNS ."
    built = Built(text, ("Quill", "PERSON"))
    assert built.all(companies_in_s(built.words, built.names)) == [("Quill's", "ORG"), ("Quill's", "ORG")]


def test_longer_name_with_possessive_is_whole() -> None:
    text = "Quill|NNP|nsubj|2 's|POS|case|-1 fell|VBD . // Quill|NNP|poss|2 's|POS|case|-1 Group rose|VBD ."
    built = Built(text, ("Quill 's Group", "ORG"))
    assert built.all(companies_in_s(built.words, built.names)) == [("Quill's", "ORG"), ("Quill's Group", "ORG")]


def test_surnames_first_in_list_are_people() -> None:
    for text in (
        "Quill , Ada , 41 , and|CC Sand-Roe , Ivo , 33 , died|VBD",
        "Quill , Ada , 41 ; Sand-Roe , Ivo , 33 .",
        "Quill , Ada , 41\nSand-Roe , Ivo , 33",
    ):
        built = Built(text)
        found = built.all(surnames_first(built.words))
        assert found == [("Quill, Ada", "PERSON"), ("Sand-Roe, Ivo", "PERSON")]


@pytest.mark.parametrize(
    "text",
    [
        "in|IN Nauli , Ada , 41 , met|VBD Ivo , 33 , a tailor",
        "Quill , Ada , 41 , died|VBD",
        "Germany , Ada , 41 , and|CC Quill , Ivo , 33 , died|VBD",
        "in|IN May , Ada , 41 , and|CC June , Ivo , 33 ,",
        "Quill , Ada , 1941 , and|CC Sand , Ivo , 1950 ,",
    ],
)
def test_place_or_month_before_name_and_age_is_no_surname(text: str) -> None:
    assert surnames_first(Built(text).words) == []


def test_inverted_name_is_read_and_shown_in_order() -> None:
    assert given_name_first("Quill, Ada") == "Ada Quill"
    assert given_name_first("Sam Doe, Jr.") == "Sam Doe, Jr."
    assert person("Quill, Ada") == person("Ada Quill")
    assert person("Sam Doe, Jr.").words == ("sam", "doe")
    assert canonical(["Quill, Ada"], "PERSON") == "Ada Quill"
    assert canonical(["Quill, Sand"], "ORG") == "Quill, Sand"


def test_mail_address_after_name_is_cut() -> None:
    built = Built("then|RB Ada Quill - ada@example.org left|VBD", ("Ada Quill - ada@example.org", "PERSON"))
    assert built.show(shrink(built.words, built.name)) == ("Ada Quill", "PERSON")
    built = Built("then|RB Dust @ Home left|VBD", ("Dust @ Home", "ORG"))
    assert built.show(shrink(built.words, built.name)) == ("Dust @ Home", "ORG")


def test_index_with_number_is_found() -> None:
    built = Built("the|DT S&P 500|CD fell|VBD and|CC the|DT FTSE 100|CD rose|VBD")
    assert built.all(known(built.words, built.taken)) == [("S&P 500", "ORG"), ("FTSE 100", "ORG")]
    built = Built("the|DT FTSE 90|CD fell|VBD")
    assert known(built.words, built.taken) == []
