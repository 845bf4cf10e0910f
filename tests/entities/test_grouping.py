"""Which names are one thing, and which must stay two."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from newsview.extraction.entities import organisation_matching
from newsview.extraction.entities.canonical_name import canonical
from newsview.extraction.entities.disjoint_sets import Sets
from newsview.extraction.entities.grouping import group
from newsview.extraction.entities.ministries import ministries, titles_of
from newsview.extraction.entities.name_strings import form, initials, is_acronym, person, without_suffix
from newsview.extraction.entities.person_matching import Call, People
from tests.entities.built import Built


def people(*texts: str | Call) -> list[list[str]]:
    """The mentions of each person, the people in the order of their first mentions."""
    calls = [text if isinstance(text, Call) else Call(text) for text in texts]
    found: dict[tuple[str, ...], list[str]] = {}
    for call, owner in zip(calls, People(calls).owners(), strict=True):
        found.setdefault(owner, []).append(call.text)
    return list(found.values())


@pytest.mark.parametrize(
    "texts",
    [
        ("Ann Doe", "Doe"),
        ("Doe", "Ann Doe"),
        ("Ann Doe", "Ann"),
        ("Ann Doe", "Ann M. Doe", "A. Doe"),
        ("William Doe", "Bill Doe"),
        ("Kristin Doe", "Kristen Doe"),
        ("Mohammed Doe", "Mohamed Doe"),
        ("Ursula von der Leyen", "von der Leyen", "Leyen"),
        ("Mohammed bin Salman", "bin Salman", "Salman"),
        ("Yoon Suk-yeol", "Yoon"),
        ("Andrés López Obrador", "López Obrador"),
        ("Sam Doe Jr.", "Sam Doe", "Doe"),
        ('Alphonse "Al" Doe', "Alphonse Doe"),
        ("JANE DOE", "Jane Doe"),
    ],
)
def test_names_of_one_person(texts: tuple[str, ...]) -> None:
    assert people(*texts) == [list(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Bill Doe", "Hillary Doe"),
        ("Bill Doe", "Hillary Doe", "Doe"),
        ("John F. Doe", "John G. Doe"),
        ("John Doe", "Jane Doe", "J. Doe"),
        ("Daniel Doe", "Danielle Doe"),
        ("Ann Doe", "Ann Roe", "Ann"),
        ("Christian Doe", "Christine Doe"),
    ],
)
def test_names_that_may_be_different_people_stay_apart(texts: tuple[str, ...]) -> None:
    assert people(*texts) == [[text] for text in texts]


def test_a_surname_is_the_one_person_met_so_far() -> None:
    assert people("Ann Doe", "Doe", "Bob Doe", "Doe") == [["Ann Doe", "Doe", "Doe"], ["Bob Doe"]]


def test_mr_and_mrs_tell_two_people_apart() -> None:
    calls = "Bill Doe", "Hillary Doe", Call("Doe", "women"), Call("Doe", "men")
    assert people(*calls) == [["Bill Doe", "Doe"], ["Hillary Doe", "Doe"]]


def test_mr_is_no_woman_even_where_only_she_has_a_full_name() -> None:
    assert people(Call("Doe", "men"), "Michelle Doe", "Doe") == [["Doe", "Doe"], ["Michelle Doe"]]


def test_a_relative_who_comes_later_does_not_take_the_name() -> None:
    assert people("Doe", Call("Sam Doe", kin=True), "Doe") == [["Doe", "Doe"], ["Sam Doe"]]
    assert people("Doe", "Sam Doe", "Doe") == [["Doe", "Sam Doe", "Doe"]]


def test_an_honorific_that_comes_later_says_nothing_of_a_surname() -> None:
    calls = Call("Philippa Doe", "women"), "Doe", "Giles Doe", Call("Doe", "men")
    assert people(*calls) == [["Philippa Doe", "Doe"], ["Giles Doe", "Doe"]]


def test_an_honorific_that_comes_later_keeps_a_woman_who_is_named_later_from_his_name() -> None:
    calls = "Doe", "Doe", "Michelle Doe", "Doe", Call("Doe", "men")
    assert people(*calls) == [["Doe", "Doe", "Doe", "Doe"], ["Michelle Doe"]]


def test_mrs_is_the_wife_who_has_been_named() -> None:
    calls = "Zorb Doe", "Doe", Call("Xara Doe", "women", kin=True), Call("Doe", "women"), Call("Doe")
    assert people(*calls) == [["Zorb Doe", "Doe", "Doe"], ["Xara Doe", "Doe"]]


def test_a_headline_has_the_surname_of_whom_the_text_calls_by_it() -> None:
    assert people("Doe", "Ann Doe", "Doe", "Bob Doe") == [["Doe", "Ann Doe", "Doe"], ["Bob Doe"]]


def test_a_surname_is_the_principal_not_the_relative() -> None:
    assert people("Ann Doe", Call("Piers Doe", kin=True), "Doe") == [["Ann Doe", "Doe"], ["Piers Doe"]]


def united(pairs: Iterable[tuple[str, str]], spellings: list[str]) -> set[frozenset[str]]:
    sets = Sets(spellings)
    for one, other in pairs:
        sets.unite(one, other)
    found: dict[str, set[str]] = {}
    for spelling in spellings:
        found.setdefault(sets.find(spelling), set()).add(spelling)
    return {frozenset(each) for each in found.values() if len(each) > 1}


@pytest.mark.parametrize(
    "spellings",
    [
        ["Initech", "Initech Inc."],
        ["Initech", "Initech Brands LLC"],
        ["Initech", "Initech Foods", "Initech Foods Inc."],
        ["Zorb", "Zorb News Agency"],
        ["Comic Corps", "Comic Corps of Fulda"],
        ["KPA", "Korean People's Army"],
        ["State Department", "US State Department"],
        ["Supreme Court", "Italian Supreme Court of Cassation"],
        ["Courier", "Lakeshore Courier"],
        ["AFP", "Agence France-Presse"],
        ["UN", "United Nations"],
        ["Church of Zorb", "Zorb"],
    ],
)
def test_names_of_one_organisation(spellings: list[str]) -> None:
    assert united(organisation_matching.same_organisations(sorted(spellings)), spellings) == {frozenset(spellings)}


@pytest.mark.parametrize(
    "spellings",
    [
        ["Apple", "Apple Records"],
        ["Boston", "Boston Globe"],
        ["Initech", "Initech Foods", "Initech Shipping"],
        ["House", "White House"],
        ["Department of Energy", "Department of State"],
        ["Court", "High Court", "Supreme Court"],
        ["Harvard", "Harvard Law School"],
        ["ESA", "Elbonian Space Agency", "Elbonian Salt Association"],
        ["University of Elbonia at Fulda", "University of Elbonia at Ghent"],
        ["French State Department", "State Department", "US State Department"],
    ],
)
def test_names_of_different_organisations_stay_apart(spellings: list[str]) -> None:
    assert united(organisation_matching.same_organisations(sorted(spellings)), spellings) == set()


def test_names_of_one_country() -> None:
    spellings = ["America", "U.S.", "UK", "US", "United Kingdom", "United States"]
    assert united(organisation_matching.same_places(spellings), spellings) == {
        frozenset({"America", "U.S.", "US", "United States"}),
        frozenset({"UK", "United Kingdom"}),
    }


def test_korea_is_read_by_what_the_article_names() -> None:
    spellings = ["Korea", "South Korea"]
    assert united(organisation_matching.same_places(spellings), spellings) == {frozenset(spellings)}
    spellings = ["Korea", "North Korea", "South Korea"]
    assert united(organisation_matching.same_places(spellings), spellings) == set()
    spellings = ["Korean", "South Korean"]
    assert united(organisation_matching.same_peoples(spellings, ["South Korea"]), spellings) == {frozenset(spellings)}
    assert united(organisation_matching.same_peoples(spellings, ["South Korea", "North Korea"]), spellings) == set()


def test_a_province_with_and_without_the_word() -> None:
    spellings = ["Kunar", "Kunar province", "Kansas", "Kansas City"]
    assert united(organisation_matching.same_places(sorted(spellings)), spellings) == {
        frozenset({"Kunar", "Kunar province"})
    }


def test_adjective_and_people_are_one_and_not_the_country() -> None:
    spellings = ["Canadian", "Canadians", "Muslim", "Muslims"]
    assert united(organisation_matching.same_peoples(spellings, ["Canada"]), spellings) == {
        frozenset({"Canadian", "Canadians"}),
        frozenset({"Muslim", "Muslims"}),
    }


def test_a_place_and_a_body_of_one_name_stay_apart() -> None:
    built = Built("Fulda beat|VBD Fulda", ("Fulda", "ORG"), ("Fulda", "GPE"))
    assert len(group(built.words, built.names, [], {})) == 2


MINISTRIES = "Norway 's|POS defense|NN ministry|NN said|VBD . // the|DT ministry|NN added|VBD . "


def test_the_ministry_is_the_only_one_there_is() -> None:
    built = Built(MINISTRIES, ("Norway", "GPE"))
    found = ministries(built.words, built.names)
    assert [built.words.bare(each.name) for each in found] == ["defense ministry", "ministry"]
    assert list(titles_of(found).values()) == ["Norway's defense ministry"]


def test_the_ministry_before_any_is_named_is_another() -> None:
    built = Built("the|DT ministry|NN fell|VBD . // Norway 's|POS foreign|JJ ministry|NN said|VBD", ("Norway", "GPE"))
    found = ministries(built.words, built.names)
    assert [built.words.bare(each.name) for each in found] == ["foreign ministry"]


def test_the_ministry_of_two_is_nobody() -> None:
    built = Built(
        f"{MINISTRIES} // the|DT Danish|JJ defence|NN ministry|NN left|VBD", ("Norway", "GPE"), ("Danish", "NORP")
    )
    found = ministries(built.words, built.names)
    assert [built.words.bare(each.name) for each in found] == ["defense ministry", "defence ministry"]
    assert len({each.key for each in found}) == 2


def test_a_ministry_of_no_country_is_not_named() -> None:
    built = Built("the|DT defense|NN ministry|NN of|IN old|JJ")
    assert ministries(built.words, built.names) == []


@pytest.mark.parametrize(
    ("texts", "label", "name"),
    [
        (["US", "U.S.", "United States", "America"], "GPE", "United States"),
        (["NATO", "North Atlantic Treaty Organization"], "ORG", "North Atlantic Treaty Organization"),
        (["Doe", "Ann Doe", "ANN DOE"], "PERSON", "Ann Doe"),
        (["Russians", "Russian", "Russian"], "NORP", "Russian"),
        (["South Korean", "Korean", "Korean"], "NORP", "South Korean"),
        (["Ann\nDoe"], "PERSON", "Ann Doe"),
    ],
)
def test_the_name_is_the_fullest_form(texts: list[str], label: str, name: str) -> None:
    for seed in range(5):
        shuffled = random.Random(seed).sample(texts, len(texts))
        assert canonical(shuffled, label) == name


def test_forms() -> None:
    assert form("the U.S.") == form("US")
    assert form("São Tomé’s") == form("Sao Tome's")
    assert is_acronym("U.N.") and is_acronym("M5S") and not is_acronym("Doe") and not is_acronym("A")
    assert initials("Centers for Disease Control") == {"cfdc", "cdc"}
    assert without_suffix(("initech", "corp")) == ("initech",)
    assert person("Ursula von der Leyen").surname == ("von", "der", "leyen")
    assert person("Sam Doe Jr.").words == ("sam", "doe")
