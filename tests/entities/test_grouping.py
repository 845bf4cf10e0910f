"""Grouping of coreferent names, and names that stay separate."""

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
    """Mentions of each person, in the order of the first mentions."""
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
def test_names_of_one_person_are_grouped(texts: tuple[str, ...]) -> None:
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
def test_names_of_different_people_are_separate(texts: tuple[str, ...]) -> None:
    assert people(*texts) == [[text] for text in texts]


def test_surname_refers_to_only_person_so_far() -> None:
    assert people("Ann Doe", "Doe", "Bob Doe", "Doe") == [["Ann Doe", "Doe", "Doe"], ["Bob Doe"]]


def test_mr_and_mrs_separate_two_people() -> None:
    calls = "Bill Doe", "Hillary Doe", Call("Doe", "women"), Call("Doe", "men")
    assert people(*calls) == [["Bill Doe", "Doe"], ["Hillary Doe", "Doe"]]


def test_mr_does_not_refer_to_only_woman_with_full_name() -> None:
    assert people(Call("Doe", "men"), "Michelle Doe", "Doe") == [["Doe", "Doe"], ["Michelle Doe"]]


def test_later_relative_does_not_get_surname() -> None:
    assert people("Doe", Call("Sam Doe", kin=True), "Doe") == [["Doe", "Doe"], ["Sam Doe"]]
    assert people("Doe", "Sam Doe", "Doe") == [["Doe", "Sam Doe", "Doe"]]


def test_later_honorific_does_not_affect_surname() -> None:
    calls = Call("Philippa Doe", "women"), "Doe", "Giles Doe", Call("Doe", "men")
    assert people(*calls) == [["Philippa Doe", "Doe"], ["Giles Doe", "Doe"]]


def test_later_honorific_excludes_woman_named_later() -> None:
    calls = "Doe", "Doe", "Michelle Doe", "Doe", Call("Doe", "men")
    assert people(*calls) == [["Doe", "Doe", "Doe", "Doe"], ["Michelle Doe"]]


def test_mrs_refers_to_wife_named_before() -> None:
    calls = "Zorb Doe", "Doe", Call("Xara Doe", "women", kin=True), Call("Doe", "women"), Call("Doe")
    assert people(*calls) == [["Zorb Doe", "Doe", "Doe"], ["Xara Doe", "Doe"]]


def test_surname_in_headline_refers_to_person_in_text() -> None:
    assert people("Doe", "Ann Doe", "Doe", "Bob Doe") == [["Doe", "Ann Doe", "Doe"], ["Bob Doe"]]


def test_surname_refers_to_principal_and_not_relative() -> None:
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
def test_names_of_one_organisation_are_grouped(spellings: list[str]) -> None:
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
def test_names_of_different_organisations_are_separate(spellings: list[str]) -> None:
    assert united(organisation_matching.same_organisations(sorted(spellings)), spellings) == set()


def test_names_of_one_country_are_grouped() -> None:
    spellings = ["America", "U.S.", "UK", "US", "United Kingdom", "United States"]
    assert united(organisation_matching.same_places(spellings), spellings) == {
        frozenset({"America", "U.S.", "US", "United States"}),
        frozenset({"UK", "United Kingdom"}),
    }


def test_korea_refers_to_only_korea_in_article() -> None:
    spellings = ["Korea", "South Korea"]
    assert united(organisation_matching.same_places(spellings), spellings) == {frozenset(spellings)}
    spellings = ["Korea", "North Korea", "South Korea"]
    assert united(organisation_matching.same_places(spellings), spellings) == set()
    spellings = ["Korean", "South Korean"]
    assert united(organisation_matching.same_peoples(spellings, ["South Korea"]), spellings) == {frozenset(spellings)}
    assert united(organisation_matching.same_peoples(spellings, ["South Korea", "North Korea"]), spellings) == set()


def test_province_with_and_without_division_are_grouped() -> None:
    spellings = ["Kunar", "Kunar province", "Kansas", "Kansas City"]
    assert united(organisation_matching.same_places(sorted(spellings)), spellings) == {
        frozenset({"Kunar", "Kunar province"})
    }


def test_adjective_and_people_are_grouped_without_country() -> None:
    spellings = ["Canadian", "Canadians", "Muslim", "Muslims"]
    assert united(organisation_matching.same_peoples(spellings, ["Canada"]), spellings) == {
        frozenset({"Canadian", "Canadians"}),
        frozenset({"Muslim", "Muslims"}),
    }


def test_place_and_organisation_with_one_name_are_separate() -> None:
    built = Built("Fulda beat|VBD Fulda", ("Fulda", "ORG"), ("Fulda", "GPE"))
    assert len(group(built.words, built.names, [], {})) == 2


MINISTRIES = "Norway 's|POS defense|NN ministry|NN said|VBD . // the|DT ministry|NN added|VBD . "


def test_the_ministry_refers_to_only_ministry() -> None:
    built = Built(MINISTRIES, ("Norway", "GPE"))
    found = ministries(built.words, built.names)
    assert [built.words.bare(each.name) for each in found] == ["defense ministry", "ministry"]
    assert list(titles_of(found).values()) == ["Norway's defense ministry"]


def test_the_ministry_before_first_full_name_is_ignored() -> None:
    built = Built("the|DT ministry|NN fell|VBD . // Norway 's|POS foreign|JJ ministry|NN said|VBD", ("Norway", "GPE"))
    found = ministries(built.words, built.names)
    assert [built.words.bare(each.name) for each in found] == ["foreign ministry"]


def test_the_ministry_with_two_candidates_is_ignored() -> None:
    built = Built(
        f"{MINISTRIES} // the|DT Danish|JJ defence|NN ministry|NN left|VBD", ("Norway", "GPE"), ("Danish", "NORP")
    )
    found = ministries(built.words, built.names)
    assert [built.words.bare(each.name) for each in found] == ["defense ministry", "defence ministry"]
    assert len({each.key for each in found}) == 2


def test_ministry_without_country_is_ignored() -> None:
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
def test_canonical_name_is_fullest_form(texts: list[str], label: str, name: str) -> None:
    for seed in range(5):
        shuffled = random.Random(seed).sample(texts, len(texts))
        assert canonical(shuffled, label) == name


def test_name_strings_have_expected_form_and_parts() -> None:
    assert form("the U.S.") == form("US")
    assert form("São Tomé’s") == form("Sao Tome's")
    assert is_acronym("U.N.") and is_acronym("M5S") and not is_acronym("Doe") and not is_acronym("A")
    assert initials("Centers for Disease Control") == {"cfdc", "cdc"}
    assert without_suffix(("initech", "corp")) == ("initech",)
    assert person("Ursula von der Leyen").surname == ("von", "der", "leyen")
    assert person("Sam Doe Jr.").words == ("sam", "doe")
