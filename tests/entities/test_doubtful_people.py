"""Doubtful people: one-word PERSON mentions with a contrary vote, and known people."""

from __future__ import annotations

from newsview.extraction.entities.doubtful_people import doubt_lone_people, firms_by_one_word
from newsview.extraction.entities.entity_types import choose_labels
from tests.entities.built import Built


def labelled(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    built = Built(text, *names)
    return built.all(choose_labels(built.words, built.names, []))


CLUB = "Nauli|NNP|nsubj|2 have|VBP|aux|1 won|VBN . // Then|RB Nauli lost|VBD . // Nauli left|VBD ."


def test_lone_word_with_one_plural_verb_is_organisation_everywhere() -> None:
    names = [("Nauli", "PERSON")] * 3
    assert labelled(CLUB, *names) == [("Nauli", "ORG")] * 3


def test_surname_of_known_person_has_vote_per_mention() -> None:
    names = [("Ann Nauli", "PERSON"), *[("Nauli", "PERSON")] * 3]
    assert ("Nauli", "ORG") not in labelled(f"Ann Nauli came|VBD . // {CLUB}", *names)


def test_lone_word_without_context_stays_person() -> None:
    assert labelled("Nauli left|VBD .", ("Nauli", "PERSON")) == [("Nauli", "PERSON")]


def test_votes_for_person_preserve_recognizer_votes() -> None:
    ballots = {"nauli": {"PERSON": 6}}
    doubt_lone_people(ballots, {"nauli": {"PERSON": 3, "ORG": 4}})
    assert ballots == {"nauli": {"PERSON": 9, "ORG": 4}}


def test_lone_word_with_equal_person_and_gpe_votes_is_place() -> None:
    ballots = {"nauli": {"PERSON": 2, "GPE": 2}}
    doubt_lone_people(ballots, {"nauli": {}})
    assert ballots == {"nauli": {"GPE": 2}}
    ballots = {"nauli": {"PERSON": 4, "GPE": 2}}
    doubt_lone_people(ballots, {"nauli": {}})
    assert ballots == {"nauli": {"PERSON": 4, "GPE": 2}}


def test_given_name_stays_person() -> None:
    ballots = {"anna": {"PERSON": 6}}
    doubt_lone_people(ballots, {"anna": {"GPE": 3}})
    assert ballots == {"anna": {"PERSON": 6, "GPE": 3}}


def test_name_with_word_of_known_company_is_organisation() -> None:
    labels = {"zorb": "ORG", "zorb memory": "PERSON", "ann zorb": "PERSON"}
    assert firms_by_one_word(labels, {"zorb": {"ORG": 9}}) == {"zorb memory": "ORG"}
    assert firms_by_one_word(labels, {"zorb": {}}) == {}
    assert firms_by_one_word({"fulda zorbs": "PERSON", "zorbs": "ORG"}, {"zorbs": {"ORG": 9}}) == {"fulda zorbs": "ORG"}
    assert firms_by_one_word({"fulda zorbs": "PERSON", "zorbs": "ORG"}, {"zorbs": {"ORG": 3}}) == {}
    assert firms_by_one_word({**labels, "memory": "PERSON"}, {"zorb": {"ORG": 9}}) == {}
