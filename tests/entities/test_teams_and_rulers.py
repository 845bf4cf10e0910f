"""Teams in play, players before sets, rulers of a place, bodies and firms of two subjects, towns behind an age."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import person_or_organisation, teams
from newsview.extraction.entities.name_joining import join
from newsview.extraction.entities.span_extension import grow
from newsview.extraction.entities.type_from_name import ruler
from tests.entities.built import Built


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("the|DT Otters|NNP|nsubj|1 trailed|VBD", ("Otters", "GPE"), ("ORG", 9)),
        ("they beat|VBD the|DT Islanders|NNP|dobj|-2", ("Islanders", "NORP"), ("ORG", 9)),
        ("the|DT Otters|NNP|nsubj|1 won|VBD", ("Otters", "PRODUCT"), ("ORG", 9)),
        ("the|DT Nauli|NNP|nsubj|1 won|VBD", ("Nauli", "PRODUCT"), None),
        ("the|DT Islanders|NNP|nsubj|1 won|VBD", ("Islanders", "NORP"), None),
        ("the|DT Islanders|NNP|nsubj|1 voted|VBD", ("Islanders", "NORP"), None),
        ("Islanders|NNP|nsubj|1 trailed|VBD", ("Islanders", "NORP"), None),
        ("the|DT Otters|NNP|nsubj|1 trailed|VBD", ("Otters", "PERSON"), None),
    ],
)
def test_team_is_subject_or_object_of_verb_of_games(
    text: str, name: tuple[str, str], expected: tuple[str, int] | None
) -> None:
    built = Built(text, name)
    assert teams.in_play(built.words, built.name) == expected


def test_missed_team_in_play_is_found() -> None:
    built = Built("The|DT Wild|NNP|nsubj|1 beat|VBD the|DT Sable|NNP|dobj|-2 .")
    assert built.all(teams.teams_in_play(built.words, built.taken)) == [("Wild", "ORG"), ("Sable", "ORG")]
    for text in (
        "The|DT wild|NN|nsubj|1 beat|VBD him|PRP .",
        "The|DT Wild|NNP|nsubj|1 left|VBD .",
        "Wild|NNP|nsubj|1 beat|VBD him|PRP .",
    ):
        built = Built(text)
        assert teams.teams_in_play(built.words, built.taken) == []


def test_last_word_of_club_in_play_is_organisation() -> None:
    labels = {"port sable otters": "ORG", "otters": "NORP", "sable": "GPE", "ada otters": "PERSON"}
    assert teams.nicknames(labels, {"port sable otters": {"ORG": 9}}) == {"otters": "ORG"}
    assert teams.nicknames(labels, {}) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("beat|VBD Doe 6 - 4 , 7 - 6 ( 5 ) .", ("PERSON", 3)),
        ("beat|VBD Doe 7 - 6 ( 5 ) , 6 - 2 .", ("PERSON", 3)),
        ("beat|VBD Doe 6-4 , 6-2 .", ("PERSON", 3)),
        ("beat|VBD Doe 25 - 20 , 25 - 18 .", None),
        ("beat|VBD Doe 3 - 1 , 2 - 0 .", None),
        ("won|VBD Doe 6 - 4 , 7 - 6 .", None),
    ],
)
def test_player_before_sets_is_person(text: str, expected: tuple[str, int] | None) -> None:
    built = Built(text, ("Doe", "ORG"))
    assert person_or_organisation.before_score(built.words, built.name) == expected


def test_side_before_one_score_is_organisation() -> None:
    built = Built("beat|VBD Doe 6 - 4 , said|VBD Roe", ("Doe", "PERSON"))
    assert person_or_organisation.before_score(built.words, built.name) == ("ORG", 4)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ann Roe , 47 , of|IN Nauli ; Bob Doe left|VBD", ("Nauli", "ORG"), ("GPE", 4)),
        ("Ann Roe , 47 , of|IN Nauli Creek , left|VBD", ("Nauli Creek", "ORG"), ("GPE", 4)),
        ("Ann Roe , 47 , of|IN Nauli Research , left|VBD", ("Nauli Research", "ORG"), None),
        ("Ann Roe , 47 , of|IN Nauli Bank , left|VBD", ("Nauli Bank", "ORG"), None),
    ],
)
def test_town_behind_age_is_place(text: str, name: tuple[str, str], expected: tuple[str, int] | None) -> None:
    built = Built(text, name)
    assert person_or_organisation.after_residents_of(built.words, built.name) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("King|NNP Harald of|IN Nauli left|VBD", [("Harald", "PERSON"), ("Nauli", "GPE")], ("Harald of Nauli", "PERSON")),
        ("then|RB Anne of|IN Nauli left|VBD", [("Anne", "PERSON")], ("Anne of Nauli", "PERSON")),
        ("then|RB Harald of|IN Nauli left|VBD", [("Harald", "PERSON"), ("Nauli", "GPE")], ("Harald", "PERSON")),
        ("then|RB Anne Doe of|IN Nauli left|VBD", [("Anne Doe", "PERSON")], ("Anne Doe", "PERSON")),
        ("then|RB Anne of|IN Zorb left|VBD", [("Anne", "PERSON"), ("Zorb", "ORG")], ("Anne", "PERSON")),
        ("then|RB Henry of|IN Nauli met|VBD Ann Henry", [("Henry", "PERSON"), ("Ann Henry", "PERSON")], ("Henry", "PERSON")),
        ("then|RB Anne of|IN Zorb Bank left|VBD", [("Anne", "PERSON")], ("Anne", "PERSON")),
    ],
)  # fmt: skip
def test_ruler_of_place_is_one_name(text: str, names: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    built = Built(text, *names)
    assert built.all(grow(built.words, built.names))[0] == expected


def test_given_name_of_place_is_person() -> None:
    assert ruler("Eleanor of Nauli", "ORG") == "PERSON"
    assert ruler("Bank of Nauli", "ORG") is None
    assert ruler("Eleanor of Nauli", "WORK_OF_ART") is None


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "the|DT Fulda Air and|CC Marine Branch left|VBD",
            [("Fulda Air", "ORG"), ("Marine Branch", "ORG")],
            [("Fulda Air and Marine Branch", "ORG")],
        ),
        (
            "then|RB Zorb Hotels and|CC Resorts left|VBD",
            [("Zorb Hotels", "ORG"), ("Resorts", "ORG")],
            [("Zorb Hotels and Resorts", "ORG")],
        ),
        (
            "then|RB Fulda Bank and|CC Marine Branch left|VBD",
            [("Fulda Bank", "ORG"), ("Marine Branch", "ORG")],
            [("Fulda Bank", "ORG"), ("Marine Branch", "ORG")],
        ),
        (
            "then|RB Zorb Air and|CC Sable Shipping left|VBD",
            [("Zorb Air", "ORG"), ("Sable Shipping", "ORG")],
            [("Zorb Air", "ORG"), ("Sable Shipping", "ORG")],
        ),
        (
            "then|RB Zorb Air and|CC the|DT Marine Branch left|VBD",
            [("Zorb Air", "ORG"), ("Marine Branch", "ORG")],
            [("Zorb Air", "ORG"), ("Marine Branch", "ORG")],
        ),
    ],
)
def test_halves_of_body_of_two_subjects_are_joined(
    text: str, names: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    built = Built(text, *names)
    assert built.all(join(built.words, built.names)) == expected


def test_firm_is_extended_by_second_trade() -> None:
    built = Built("then|RB Zorb Hotels and|CC Resorts left|VBD", ("Zorb Hotels", "ORG"))
    assert built.all(grow(built.words, built.names)) == [("Zorb Hotels and Resorts", "ORG")]
    built = Built("then|RB Zorb Hotels and|CC Sable Resorts left|VBD", ("Zorb Hotels", "ORG"))
    assert built.all(grow(built.words, built.names)) == [("Zorb Hotels", "ORG")]
