"""A lone word held for a person gives way to one sign against it; people whom the article names do not."""

from __future__ import annotations

from newsview.extraction.entities.doubtful_people import doubt_lone_people, firms_by_one_word
from newsview.extraction.entities.entity_types import choose_labels
from tests.entities.built import Built


def settled(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    built = Built(text, *names)
    return built.all(choose_labels(built.words, built.names, []))


CLUB = "Nauli|NNP|nsubj|2 have|VBP|aux|1 won|VBN . // Then|RB Nauli lost|VBD . // Nauli left|VBD ."


def test_a_lone_word_that_takes_a_plural_verb_once_is_a_club_everywhere() -> None:
    names = [("Nauli", "PERSON")] * 3
    assert settled(CLUB, *names) == [("Nauli", "ORG")] * 3


def test_the_surname_of_somebody_is_believed_as_often_as_it_stands() -> None:
    names = [("Ann Nauli", "PERSON"), *[("Nauli", "PERSON")] * 3]
    assert ("Nauli", "ORG") not in settled(f"Ann Nauli came|VBD . // {CLUB}", *names)


def test_a_lone_word_without_any_sign_stays_a_person() -> None:
    assert settled("Nauli left|VBD .", ("Nauli", "PERSON")) == [("Nauli", "PERSON")]


def test_signs_for_a_person_keep_the_recognizers_voice() -> None:
    ballots = {"nauli": {"PERSON": 6}}
    doubt_lone_people(ballots, {"nauli": {"PERSON": 3, "ORG": 4}})
    assert ballots == {"nauli": {"PERSON": 9, "ORG": 4}}


def test_a_lone_word_of_which_the_recognizer_is_of_two_minds_is_a_town() -> None:
    ballots = {"nauli": {"PERSON": 2, "GPE": 2}}
    doubt_lone_people(ballots, {"nauli": {}})
    assert ballots == {"nauli": {"GPE": 2}}
    ballots = {"nauli": {"PERSON": 4, "GPE": 2}}
    doubt_lone_people(ballots, {"nauli": {}})
    assert ballots == {"nauli": {"PERSON": 4, "GPE": 2}}


def test_given_names_are_not_doubted() -> None:
    ballots = {"anna": {"PERSON": 6}}
    doubt_lone_people(ballots, {"anna": {"GPE": 3}})
    assert ballots == {"anna": {"PERSON": 6, "GPE": 3}}


def test_a_firm_by_one_of_its_words() -> None:
    labels = {"zorb": "ORG", "zorb memory": "PERSON", "ann zorb": "PERSON"}
    assert firms_by_one_word(labels, {"zorb": {"ORG": 9}}) == {"zorb memory": "ORG"}
    assert firms_by_one_word(labels, {"zorb": {}}) == {}
    assert firms_by_one_word({"fulda zorbs": "PERSON", "zorbs": "ORG"}, {"zorbs": {"ORG": 9}}) == {"fulda zorbs": "ORG"}
    assert firms_by_one_word({"fulda zorbs": "PERSON", "zorbs": "ORG"}, {"zorbs": {"ORG": 3}}) == {}
    assert firms_by_one_word({**labels, "memory": "PERSON"}, {"zorb": {"ORG": 9}}) == {}


def test_a_lone_person_in_a_list_of_places_or_bodies_is_one() -> None:
    text = "shops|NNS in|IN Nauli , Doon and|CC Zorb closed|VBD"
    assert settled(text, ("Nauli", "GPE"), ("Doon", "ORG"), ("Zorb", "PERSON"))[2] == ("Zorb", "GPE")
    text = "it|PRP supplies|VBZ Nauli , Doon and|CC Zorb today"
    assert settled(text, ("Nauli", "ORG"), ("Doon", "ORG"), ("Zorb", "PERSON"))[2] == ("Zorb", "ORG")


def test_people_in_a_list_stay_people() -> None:
    text = "it|PRP paid|VBD Nauli , Doon and|CC Zorb today"
    assert settled(text, ("Nauli", "ORG"), ("Doon", "PERSON"), ("Zorb", "PERSON"))[2] == ("Zorb", "PERSON")
    text = "it|PRP paid|VBD Nauli , Doon and|CC Zorb today . // Ann Zorb left|VBD"
    names = [("Nauli", "ORG"), ("Doon", "ORG"), ("Zorb", "PERSON"), ("Ann Zorb", "PERSON")]
    assert settled(text, *names)[2] == ("Zorb", "PERSON")
