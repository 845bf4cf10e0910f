"""Roles of people."""

from __future__ import annotations

import pytest

from newsview.extraction.entities.person_roles import role_of
from tests.entities.built import Built

DOE = ("Ann Doe", "PERSON")


def role(text: str, *names: tuple[str, str]) -> str | None:
    built = Built(text, *names)
    person = next(name for name in built.names if name.label == "PERSON")
    return role_of(built.words, built.names, built.taken, [person])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the country 's|POS defense|NN minister|NN Ann Doe said|VBD", "defense minister"),
        ("former|JJ Prime Minister Ann Doe said|VBD", "former Prime Minister"),
        ("Secretary of|IN Defense Ann Doe said|VBD", "Secretary of Defense"),
        ("front|JJ runner|NN Ann Doe said|VBD", "runner"),
        ("the immigration|NN|compound|1 barrister|NN Ann Doe said|VBD", "immigration barrister"),
        ("the criminologist|NN Ann Doe said|VBD", "criminologist"),
        ("Ann Doe , the|DT mayor|NN of|IN Springfield , said|VBD", "mayor of Springfield"),
        ("Ann Doe , 45 , a|DT nurse|NN at|IN a|DT clinic , said|VBD", "nurse"),
        ("Ann Doe , the|DT city 's|POS health|NN commissioner|NN , said|VBD", "health commissioner"),
        ("The|DT mayor|NN of|IN Springfield , Ann Doe , said|VBD", "mayor of Springfield"),
        ("Its|PRP$ chief|JJ negotiator|NN , Ann Doe , left|VBD", "chief negotiator"),
        ("the|DT conductor|NN Sir Ann Doe said|VBD", "conductor"),
        ("Her|PRP$ novelist|NN , Ann Doe , left|VBD", "novelist"),
        ("Ann Doe , Will Smith|NNP , left|VBD", None),
        ("Ann Doe , an|DT aide|NN|appos|-4 now|RB in|IN Fulda , left|VBD", "aide"),
        ("Its|PRP$ flagbearer|NN , Ann Doe , left|VBD", "flagbearer"),
        ("In|IN his|PRP$ view|NN , Ann Doe , left|VBD", None),
        ("Ann Doe , a|DT flagbearer|NN|appos|-4 , said|VBD", "flagbearer"),
        ("Ann Doe , a|DT native|NN|appos|-4 , said|VBD", None),
        ("Ann Doe , a|DT schoolteacher|NN , said|VBD", "schoolteacher"),
        ("His|PRP$ lawyer|NN , Ann Doe of|IN Fulda , left|VBD", "lawyer"),
        ("the|DT killer|NN of|IN Ann Doe left|VBD", None),
        ("the|DT owner|NN of|IN Ann Doe left|VBD", None),
        ("Ann Doe , the|DT grandson|NN of|IN the|DT company 's|POS founder|NN , said|VBD", None),
        ("the|DT chairman|NN of|IN Mrs. Ann Doe left|VBD", None),
        ("Chief Justice Ann Doe said|VBD", "Chief Justice"),
        ("Mr. Ann Doe said|VBD", None),
        ("her|PRP$ sister|NN Ann Doe said|VBD", None),
        ("the embattled|JJ Ann Doe said|VBD", None),
        ("Ann Doe , who|WP left|VBD the|DT minister|NN , said|VBD", None),
        ("a|DT major|JJ Ann Doe show", None),
    ],
)  # fmt: skip
def test_person_has_expected_role(text: str, expected: str | None) -> None:
    assert role(text, DOE) == expected


def test_organisation_before_office_is_in_role() -> None:
    assert role("a|DT Initech spokesman|NN Ann Doe said|VBD", ("Initech", "ORG"), DOE) == "Initech spokesman"
    assert role("CEO of|IN the|DT Initech Ann Doe said|VBD", ("Initech", "ORG"), DOE) == "CEO of the Initech"


def test_country_of_former_office_is_in_role() -> None:
    assert role("the|DT former|JJ England manager|NN Ann Doe", ("England", "GPE"), DOE) == "former England manager"


def test_country_before_office_is_not_in_role() -> None:
    assert role("US National Security Spokesman Ann Doe", ("US", "GPE"), DOE) == "National Security Spokesman"


def test_nationality_before_office_is_in_role() -> None:
    assert role("the Dutch|JJ physicist|NN Ann Doe", ("Dutch", "NORP"), DOE) == "Dutch physicist"


def test_title_of_next_person_in_list_is_no_role() -> None:
    text = "Ann Doe , Secretary Bob Roe and|CC others|NNS"
    assert role(text, DOE, ("Bob Roe", "PERSON")) is None


def test_chairman_of_presidents_council_is_no_role_of_president() -> None:
    text = "a|DT chairman|NN of|IN President Ann Doe 's|POS council|NN"
    assert role(text, DOE) == "President"


def test_role_before_name_precedes_role_after_it() -> None:
    built = Built("Ann Doe , the|DT mayor|NN , came|VBD . // Senator Ann Doe left|VBD", DOE, DOE)
    assert role_of(built.words, built.names, built.taken, built.names) == "Senator"
