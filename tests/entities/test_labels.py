"""Entity types, one per form: tables, head nouns, context and majority."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import surnames, type_from_name, type_votes
from newsview.extraction.entities.entity_types import choose_labels
from newsview.extraction.entities.type_from_name import by_head, by_table, creed, has_given_name
from tests.entities.built import Built


def labelled(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    built = Built(text, *names)
    return built.all(choose_labels(built.words, built.names, []))


@pytest.mark.parametrize(
    ("vote", "text", "name", "expected"),
    [
        (type_votes.after_title, "met Mr. Doe today", ("Doe", "ORG"), ("PERSON", 3)),
        (type_votes.after_title, "met King Street residents", ("Street", "FAC"), None),
        (type_votes.after_office, "the designer|NN|compound|1 Doe left", ("Doe", "ORG"), ("PERSON", 3)),
        (type_votes.after_office, "the designer|NN|nsubj|1 left|VBD Doe", ("Doe", "ORG"), None),
        (type_votes.before_who, "met Doe , who|WP left", ("Doe", "GPE"), ("PERSON", 2)),
        (type_votes.before_who, "met Canada , who|WP left", ("Canada", "GPE"), None),
        (type_votes.after_kind_of_thing, "the town|NN of|IN Nauli today", ("Nauli", "ORG"), ("GPE", 9)),
        (type_votes.after_kind_of_thing, "aboard|IN the|DT Marigold today", ("Marigold", "PERSON"), ("PRODUCT", 9)),
        (type_votes.after_kind_of_thing, "the company|NN|compound|1 Initech said", ("Initech", "PERSON"), ("ORG", 9)),
        (type_votes.after_kind_of_thing, "the operator|NN|nsubj|2 Zorb|NNP|appos|-1 said|VBD", ("Zorb", "GPE"), ("ORG", 9)),
        (type_votes.after_kind_of_thing, "bookmakers|NNS|compound|2 Doe Hill", ("Doe Hill", "PERSON"), ("ORG", 3)),
        (type_votes.after_kind_of_thing, "publishers|NNS|compound|2 Doe Hill", ("Doe Hill", "PERSON"), None),
        (type_votes.after_kind_of_thing, "brothers|NNS|compound|2 Doe Hill", ("Doe Hill", "PERSON"), None),
        (type_votes.after_kind_of_thing, "the end|NN of|IN Nauli today", ("Nauli", "ORG"), None),
        (type_votes.before_apposition, "Doe , a|DT former|JJ nurse|NN|appos|-4 , left", ("Doe", "ORG"), ("PERSON", 3)),
        (type_votes.before_apposition, "Doe , a|DT town|NN|appos|-3 in|IN France", ("Doe", "ORG"), ("GPE", 3)),
        (type_votes.before_apposition, "Doe , a|DT bank|NN|appos|-3 in|IN France", ("Doe", "GPE"), ("ORG", 3)),
        (type_votes.before_apposition, "Doe , the|DT nurse|NN|nsubj|1 left|VBD", ("Doe", "ORG"), None),
        (type_votes.after_office_and_comma, "Its|PRP$ chief negotiator , Doe , left|VBD", ("Doe", "ORG"), ("PERSON", 3)),
        (type_votes.after_office_and_comma, "Its|PRP$ owner , Doe , left|VBD", ("Doe", "ORG"), None),
        (type_votes.after_capital_the, "writes for|IN The|DT Atlantic now", ("Atlantic", "LOC"), ("ORG", 3)),
        (type_votes.after_capital_the, "a firm|NN in|IN|prep|-1 The|DT Wirral now", ("Wirral", "ORG"), ("GPE", 3)),
        (type_votes.after_capital_the, "judges|NNS in|IN|prep|-1 The|DT Hague now", ("Hague", "GPE"), ("GPE", 3)),
        (type_votes.after_capital_the, "an article|NN in|IN|prep|-1 The|DT Atlantic now", ("Atlantic", "LOC"), ("ORG", 3)),
        (type_votes.after_capital_the, "shares|NNS in|IN|prep|-1 The|DT Zorb now", ("Zorb", "LOC"), ("ORG", 3)),
        (type_votes.in_dateline, "FULDA , Ohio — The|DT town", ("FULDA", "GPE"), ("GPE", 6)),
        (type_votes.in_dateline, "Fulda , Ohio , won|VBD", ("Fulda", "GPE"), None),
        (type_votes.after_the, "the|DT Marigold|NNP|nsubj|1 sank|VBD", ("Marigold", "PERSON"), ("ORG", 9)),
        (type_votes.after_the, "the|DT Doe|NNP|compound|1 plan|NN", ("Doe", "PERSON"), None),
    ],
)  # fmt: skip
def test_context_of_name_votes_for_label(
    vote: object, text: str, name: tuple[str, str], expected: tuple[str, int] | None
) -> None:
    built = Built(text, name)
    assert callable(vote)
    assert vote(built.words, built.name) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Norway", "ORG", "GPE"),
        ("Norwegians", "GPE", "NORP"),
        ("Republicans", "PERSON", "NORP"),
        ("NATO", "PERSON", "ORG"),
        ("Middle East", "GPE", "LOC"),
        ("Georgia", "PERSON", None),
        ("Georgia", "GPE", "GPE"),
        ("Fulda", "GPE", None),
    ],
)
def test_label_by_table(text: str, label: str, expected: str | None) -> None:
    assert by_table(text, {label: 2}) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Fulda Stadium", "ORG", "FAC"),
        ("Gulf of Elbonia", "ORG", "LOC"),
        ("Ministry of Silly Walks", "GPE", "ORG"),
        ("Instituto Doe", "PERSON", "ORG"),
        ("Kelham Rovers", "PERSON", "ORG"),
        ("Fulda Gazette", "PERSON", "ORG"),
        ("Emily Post", "PERSON", None),
        ("City of Fulda Police", "GPE", "ORG"),
        ("Anti-Bribery Commission", "LAW", "ORG"),
        ("Fulda Fair", "EVENT", None),
        ("Port Carew", "PERSON", "GPE"),
        ("Alice Church", "PERSON", None),
        ("Ann Doe", "PERSON", None),
    ],
)
def test_label_by_head_noun(text: str, label: str, expected: str | None) -> None:
    assert by_head(text, label) == expected


def test_suffix_of_adherents_is_norp() -> None:
    assert creed("Scientologist", "ORG") == "NORP"
    assert creed("Iowans", "GPE") == "NORP"
    assert creed("Initech", "ORG") is None
    assert creed("Athens", "GPE") is None
    assert creed("Baptist", "PERSON") is None


def test_given_name_is_recognized() -> None:
    assert has_given_name("Petra Lindqvist")
    assert not has_given_name("Petra University")
    assert not has_given_name("Alice in Wonderland")
    assert not has_given_name("Initech Labs")


def test_majority_of_mentions_decides_label() -> None:
    names = [("Sunak", "PERSON")] * 2 + [("Sunak", "ORG")]
    assert labelled("Sunak spoke|VBD , Sunak left|VBD and|CC Sunak won|VBD", *names) == [("Sunak", "PERSON")] * 3


def test_acronym_has_label_of_long_form() -> None:
    built = Built("the Fulda Weavers Society ( FWS )", ("Fulda Weavers Society", "ORG"), ("FWS", "PERSON"))
    pair = built.names[0], built.names[1]
    assert built.all(choose_labels(built.words, built.names, [pair]))[1] == ("FWS", "ORG")


def test_surname_of_known_person_is_person() -> None:
    names = ("Valeska Paris", "PERSON"), ("Paris", "GPE")
    assert labelled("Valeska Paris spoke|VBD . // Paris claims|VBZ it", *names)[1] == ("Paris", "PERSON")
    assert labelled("Valeska Paris spoke|VBD in|IN Paris today", *names)[1] == ("Paris", "GPE")


def test_two_words_with_known_surname_are_person() -> None:
    names = ("Ann Hallowell", "PERSON"), ("Piper Hallowell", "ORG")
    assert labelled("Ann Hallowell and|CC Piper Hallowell left|VBD", *names)[1] == ("Piper Hallowell", "PERSON")
    names = ("Ann Hallowell", "PERSON"), ("Team Hallowell", "ORG")
    assert labelled("Ann Hallowell and|CC Team Hallowell left|VBD", *names)[1] == ("Team Hallowell", "ORG")


def test_company_with_surname_stays_organisation() -> None:
    names = ("Ingrid Doe", "PERSON"), ("Doe Shipping", "ORG"), ("Doe", "ORG")
    text = "Ingrid Doe leads|VBZ Doe Shipping . // Shares|NNS of|IN Doe fell|VBD"
    built = Built(text, *names[:2])
    assert labelled(text, *names)[1:] == [("Doe Shipping", "ORG"), ("Doe", "ORG")], built.names


def test_company_labelled_person_is_organisation() -> None:
    names = [("Zorb", "PERSON"), ("Zorb Group", "ORG"), ("Zorb", "PERSON")]
    assert labelled("Zorb fell|VBD as|IN Zorb Group sold|VBD Zorb shares|NNS", *names)[0] == ("Zorb", "ORG")
    names = [("Zorb", "PERSON"), ("Zorb Group", "ORG")]
    assert labelled("Mr. Zorb left|VBD Zorb Group", *names)[0] == ("Zorb", "PERSON")


def test_surname_is_company_before_first_mention_of_person() -> None:
    text = "Zorb Foods rose|VBD . // Shares of|IN Zorb fell|VBD . // Jim Zorb left|VBD . // Then|RB Zorb laughed|VBD"
    built = Built(text, ("Zorb Foods", "ORG"), ("Zorb", "GPE"), ("Jim Zorb", "PERSON"), ("Zorb", "PERSON"))
    typed = surnames.surnames_as_people(built.words, built.names)
    assert [name.label for name in typed] == ["ORG", "ORG", "PERSON", "PERSON"]
    built.names[1] = built.names[1]._replace(label="PERSON")
    typed = surnames.companies_before_people(built.words, built.names, built.names)
    assert [name.label for name in typed] == ["ORG", "ORG", "PERSON", "PERSON"]


def test_unknown_words_in_list_of_people_are_people() -> None:
    names = [("Reece", "PERSON"), ("Hale", "PERSON"), ("Ibbotson", "ORG"), ("Roy", "GPE"), ("Nash", "PERSON")]
    found = labelled("Reece ; Hale , Ibbotson , Roy ; Nash", *names)
    assert {label for _, label in found} == {"PERSON"}
    cities = [("Fulda", "GPE"), ("Ghent", "GPE"), ("Kerr", "PERSON"), ("Bern", "GPE")]
    assert labelled("Fulda , Ghent , Kerr , Bern", *cities)[2] == ("Kerr", "PERSON")


def test_tie_is_independent_of_order() -> None:
    first = labelled("Zorb spoke|VBD . // Zorb left|VBD", ("Zorb", "ORG"), ("Zorb", "PERSON"))
    other = labelled("Zorb spoke|VBD . // Zorb left|VBD", ("Zorb", "PERSON"), ("Zorb", "ORG"))
    assert {label for _, label in first} == {label for _, label in other}
    assert {"GPE", "LOC", "FAC"} == type_from_name.PLACES
