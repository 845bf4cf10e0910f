"""Types by the words of the name, lists in one span, parts of a person, and what spreads over the article."""

from __future__ import annotations

import pytest

from newsview.extraction.entities.entity_types import choose_labels
from newsview.extraction.entities.name_joining import join
from newsview.extraction.entities.name_strings import parts_of, person
from newsview.extraction.entities.names_by_table import elsewhere
from newsview.extraction.entities.organisation_matching import same_places, same_storms, without_club
from newsview.extraction.entities.person_or_organisation import before_kind_of_place
from newsview.extraction.entities.span_extension import grow
from newsview.extraction.entities.span_repair import shrink, split
from newsview.extraction.entities.type_from_name import by_head, by_table, inner_capital, storms, titled
from tests.entities.built import Built


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Typhoon Nauli", "PERSON", "EVENT"),
        ("Storm Trading", "NORP", None),
        ("Zorb Prize", "PERSON", "WORK_OF_ART"),
        ("Ann Prizeman", "PERSON", None),
        ("Fair Rents Act", "ORG", "LAW"),
        ("Fair Rents Bill", "ORG", "LAW"),
        ("Nauli Bill", "PERSON", None),
        ("Nauli Light Festival", "ORG", "EVENT"),
        ("Nauli National Convention", "ORG", None),
        ("Zorb Games", "ORG", None),
    ],
)
def test_storms_awards_laws_and_festivals_have_their_type(text: str, label: str, expected: str | None) -> None:
    assert by_head(text, label) == expected


def test_creed_of_two_words_is_group() -> None:
    assert by_table("Roman Catholic", {"PERSON": 2}) == "NORP"
    assert by_table("Roman Doe", {"PERSON": 2}) is None


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("ZorbWork", "GPE", "ORG"),
        ("McNauli", "GPE", None),
        ("DeNauli", "GPE", None),
        ("Nauli", "GPE", None),
        ("ZorbWork", "PERSON", None),
    ],
)
def test_place_with_inner_capital_is_organisation(text: str, label: str, expected: str | None) -> None:
    assert inner_capital(text, label) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Prince Edward", "GPE", "PERSON"),
        ("Princess Sorella", "ORG", "PERSON"),
        ("Prince Nauli", "GPE", None),
        ("King Street", "FAC", None),
        ("Prince Edward Island", "GPE", None),
        ("Guy Mansell QC", "ORG", "PERSON"),
        ("Sand University MD", "ORG", None),
        ("Zorb MD", "ORG", None),
    ],
)
def test_royal_title_or_letters_make_person(text: str, label: str, expected: str | None) -> None:
    assert titled(text, label) == expected


def test_storm_without_its_kind_is_the_storm() -> None:
    assert storms({"typhoon nauli": "EVENT", "nauli": "PERSON", "doe": "PERSON"}, {}) == {"nauli": "EVENT"}
    assert storms({"nauli": "PERSON"}, {}) == {}
    assert list(same_storms(["Nauli", "Typhoon Nauli"])) == [("Nauli", "Typhoon Nauli")]
    assert list(same_storms(["Typhoon Nauli", "Typhoon Sable"])) == []
    built = Built("then|RB Storm Nauli came|VBD", ("Nauli", "PERSON"))
    assert built.all(grow(built.words, built.names)) == [("Storm Nauli", "EVENT")]
    built = Built("the|DT storm|NN Doe feared|VBD came|VBD", ("Doe", "PERSON"))
    assert built.all(grow(built.words, built.names)) == [("Doe", "PERSON")]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Zorb , Real Nauli", "ORG", ["Zorb", "Real Nauli"]),
        ("Zorb or Sable", "ORG", ["Zorb", "Sable"]),
        ("Zorb , Inc.", "ORG", ["Zorb , Inc."]),
        ("Sable , Roe and Co", "ORG", ["Sable , Roe and Co"]),
        ("Ministry of Trade , Industry", "ORG", ["Ministry of Trade , Industry"]),
        ("Nauli , Elbonia", "GPE", ["Nauli , Elbonia"]),
    ],
)
def test_list_of_organisations_is_split(text: str, label: str, expected: list[str]) -> None:
    built = Built(f"then|RB {text} left|VBD", (text, label))
    found = [" ".join(built.words.tokens(name)) for name in split(built.words, built.name)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "then|RB Ann Marie|NNP|compound|2 Perez Doe|NNP left|VBD",
            [("Ann Marie", "PERSON"), ("Perez Doe", "PERSON")],
            [("Ann Marie Perez Doe", "PERSON")],
        ),
        (
            "then|RB Ann van der Doe left|VBD",
            [("Ann", "PERSON"), ("Doe", "ORG")],
            [("Ann van der Doe", "PERSON")],
        ),
        (
            "then|RB Ann Doe|NNP|compound|2 Jane Roe left|VBD",
            [("Ann Doe", "PERSON"), ("Jane Roe", "PERSON")],
            [("Ann Doe", "PERSON"), ("Jane Roe", "PERSON")],
        ),
        (
            "then|RB Ann met|VBD Doe",
            [("Ann", "PERSON"), ("Doe", "PERSON")],
            [("Ann", "PERSON"), ("Doe", "PERSON")],
        ),
    ],
)
def test_parts_of_one_person_are_joined(
    text: str, names: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    built = Built(text, *names)
    assert built.all(join(built.words, built.names)) == expected


def test_arabic_article_is_no_part_of_surname_for_comparison() -> None:
    assert parts_of("Karim al-Doe") == ["karim", "al", "doe"]
    assert parts_of("Al-Anon") == ["al", "anon"]
    assert person("Karim al-Doe").surname == ("al", "doe")
    assert person("Mir-Doe").surname == ("mir-doe",)
    built = Built(
        "then|RB Karim al-Doe left|VBD . // then|RB Doe left|VBD",
        ("Karim al-Doe", "PERSON"),
        ("Doe", "ORG"),
    )
    assert built.all(choose_labels(built.words, built.names, []))[1] == ("Doe", "PERSON")


def test_court_district_of_country_is_not_the_country() -> None:
    assert list(same_places(["United States", "United States District"])) == []
    assert list(same_places(["Kunar", "Kunar district"])) == [("Kunar", "Kunar district")]


def test_doubtful_word_spreads_only_if_it_is_a_name_twice() -> None:
    text = "then|RB Pride left|VBD . // then|RB Pride left|VBD . // then|RB Pride left|VBD"
    built = Built(text, ("Pride", "PRODUCT"))
    assert elsewhere(built.words, built.names, built.taken) == []
    built = Built(text, ("Pride", "PRODUCT"), ("Pride", "PRODUCT"))
    assert built.all(elsewhere(built.words, built.names, built.taken)) == [("Pride", "PRODUCT")]
    built = Built(text, ("Pride", "ORG"))
    assert len(elsewhere(built.words, built.names, built.taken)) == 2


def test_word_after_closing_quotation_mark_opens_nothing() -> None:
    built = Built("“ yes|UH , ” Zorb said|VBD . // “ Zorb is|VBZ new|JJ")
    assert not built.words.opens_sentence(4)
    assert built.words.opens_sentence(8)


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Nauli United", "GPE", "ORG"),
        ("Nauli City", "GPE", None),
        ("Nauli Statehouse", "ORG", "FAC"),
        ("Nauli House", "ORG", None),
    ],
)
def test_club_or_building_by_last_word(text: str, label: str, expected: str | None) -> None:
    assert by_head(text, label) == expected


def test_club_with_and_without_fc_are_one() -> None:
    assert without_club("FC Nauli") == without_club("Nauli") == "nauli"
    assert without_club("Nauli United") == "nauli united"
    assert without_club("FC") == "fc"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("the|DT Nauli|NNP|compound|1 settlement fell|VBD", ("Nauli", "PERSON"), ("GPE", 4)),
        ("the|DT Zorb Group|NNP|compound|1 area fell|VBD", ("Zorb Group", "ORG"), None),
        ("the|DT NATO|NNP|compound|1 area fell|VBD", ("NATO", "ORG"), None),
        ("then|RB Doe|NNP|nsubj|2 area|NN fell|VBD", ("Doe", "PERSON"), None),
    ],
)
def test_name_before_noun_of_places_is_place(
    text: str, name: tuple[str, str], expected: tuple[str, int] | None
) -> None:
    built = Built(text, name)
    assert before_kind_of_place(built.words, built.name) == expected


def test_name_without_latin_letter_is_none() -> None:
    built = Built("wrote|VBD محمد|NNP here", ("محمد", "PERSON"))
    assert shrink(built.words, built.name) is None
