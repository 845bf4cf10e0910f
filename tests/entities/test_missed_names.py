"""Missed names found by table and construction, and common words that are no names."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import introduced_names, names_by_construction, names_by_table
from tests.entities.built import Built


def test_known_names_are_found() -> None:
    built = Built("officials|NNS in|IN New|NNP Zealand told|VBD Reuters and|CC us|PRP")
    assert built.all(names_by_table.known(built.words, built.taken)) == [("New Zealand", "GPE"), ("Reuters", "ORG")]


def test_known_names_in_compounds_and_common_words_are_ignored() -> None:
    built = Built("a|DT Google - style office and|CC Intel|NN on|IN him|PRP")
    assert names_by_table.known(built.words, built.taken) == []


def test_demonyms_are_found() -> None:
    built = Built("the|DT Canadian|JJ minister and|CC South|JJ Korean|JJ farmers|NNS")
    assert built.all(names_by_table.demonyms(built.words, built.taken)) == [
        ("Canadian", "NORP"),
        ("South Korean", "NORP"),
    ]
    built = Built("the|DT old|JJ minister")
    assert names_by_table.demonyms(built.words, built.taken) == []


def test_name_after_capital_article_is_organisation() -> None:
    built = Built("he|PRP wrote|VBD for|IN The|DT Gleaner and|CC paid|VBD The|DT Lantern Press twice|RB")
    assert built.all(names_by_construction.after_capital_article(built.words, built.taken)) == [
        ("Gleaner", "ORG"),
        ("Lantern Press", "ORG"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "they|PRP call|VBP him|PRP The|DT Birdman in|IN town|NN",
        "he|PRP was|VBD clear|JJ : The|DT Gleaner closes|VBZ",
        "he|PRP left|VBD . // The|DT Gleaner closes|VBZ",
        "she|PRP is|VBZ The|DT Only|JJ Woman there|RB",
        "he|PRP paid|VBD for|IN The|DT rest|NN",
        "he|PRP sang|VBD from|IN The|DT Gleaner and|CC Me|PRP today|NN",
    ],
)
def test_capital_article_of_sentence_person_or_adjective_gives_no_name(text: str) -> None:
    built = Built(text)
    assert names_by_construction.after_capital_article(built.words, built.taken) == []


@pytest.mark.parametrize(
    ("text", "name", "long", "short"),
    [
        ("the Elbonian Space Agency ( ESA ) said", ("Elbonian Space Agency", "ORG"), "Elbonian Space Agency", "ESA"),
        ("the Movimento 5 Stelle ( M5S ) said", ("Stelle", "PERSON"), "Movimento 5 Stelle", "M5S"),
        ("the Society of|IN Fulda Weavers [ SFW ]", ("Fulda", "GPE"), "Society of Fulda Weavers", "SFW"),
    ],
)
def test_acronym_in_brackets_gives_pair(text: str, name: tuple[str, str], long: str, short: str) -> None:
    built = Built(text, name)
    pairs = introduced_names.bracketed_acronyms(built.words, built.names)
    assert [tuple(built.words.bare(each) for each in pair) for pair in pairs] == [(long, short)]


def test_unrelated_brackets_give_no_pair() -> None:
    built = Built("Ann Doe ( CNN ) and|CC Initech ( left )", ("Ann Doe", "PERSON"), ("Initech", "ORG"))
    assert introduced_names.bracketed_acronyms(built.words, built.names) == []


def test_long_name_in_brackets_gives_pair() -> None:
    built = Built("the ESA ( Elbonian Space Agency ) and|CC OEA ( Agency of|IN Elbonian Oats )")
    pairs = introduced_names.spelled_out_in_brackets(built.words, built.names)
    assert [tuple(built.words.bare(each) for each in pair) for pair in pairs] == [
        ("Elbonian Space Agency", "ESA"),
        ("Agency of Elbonian Oats", "OEA"),
    ]
    built = Built("the CNN ( Ann Doe ) and|CC ESA ( left|VBD )")
    assert introduced_names.spelled_out_in_brackets(built.words, built.names) == []


def test_name_after_honorific_is_person() -> None:
    built = Built("told|VBD Mr. Ann Doe and|CC Dr. who|WP")
    assert built.all(names_by_construction.after_honorific(built.words, built.taken)) == [("Ann Doe", "PERSON")]
    built = Built("Mr. President , welcome")
    assert names_by_construction.after_honorific(built.words, built.taken) == []


def test_name_with_initials_is_person() -> None:
    built = Built("wrote|VBD J.K. Doe and|CC U.S. Steel")
    assert built.all(names_by_construction.with_initials(built.words, built.taken)) == [("J.K. Doe", "PERSON")]


def test_name_between_people_in_list_is_person() -> None:
    built = Built("Ann Doe , Walker Roe , and|CC Bob Poe came|VBD", ("Ann Doe", "PERSON"), ("Bob Poe", "PERSON"))
    assert built.all(names_by_construction.members_of_a_list(built.words, built.names, built.taken)) == [
        ("Walker Roe", "PERSON")
    ]
    built = Built("Ann Doe , who|WP met|VBD Bob Poe", ("Ann Doe", "PERSON"), ("Bob Poe", "PERSON"))
    assert names_by_construction.members_of_a_list(built.words, built.names, built.taken) == []


def test_speaker_label_is_person() -> None:
    built = Built("He met|VBD Ann Doe .\nANN DOE : No .\nUPDATE : more", ("Ann Doe", "PERSON"))
    assert built.all(names_by_construction.speaker_labels(built.words, built.names)) == [("ANN DOE", "PERSON")]


def test_head_noun_of_one_organisation_is_found() -> None:
    built = Built(
        "Open Rights Forum met|VBD . // the|DT Forum voted|VBD , a|DT Forum said|VBD", ("Open Rights Forum", "ORG")
    )
    assert built.all(names_by_construction.heads_alone(built.words, built.names, built.taken)) == [("Forum", "ORG")]


def test_head_noun_of_two_organisations_is_ignored() -> None:
    names = ("Open Rights Forum", "ORG"), ("Water Forum", "ORG")
    built = Built("Open Rights Forum and|CC Water Forum met|VBD . // the|DT Forum voted|VBD", *names)
    assert names_by_construction.heads_alone(built.words, built.names, built.taken) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SPRINGFIELD , Ill. ( AP ) — The|DT city", "SPRINGFIELD"),
        ("PORT CAREW , Marlow Islands , May 6 , 2024 ( Pacific Wire ) — The|DT vote", "PORT CAREW"),
        ("LONDON — Talks failed|VBD", "LONDON"),
    ],
)
def test_dateline_gives_place(text: str, place: str) -> None:
    built = Built(text)
    assert built.all(names_by_construction.dateline_places(built.words)) == [(place, "GPE")]


def test_capitals_without_dash_are_no_dateline() -> None:
    built = Built("NASA said|VBD on|IN Monday — and|CC later|RB")
    assert names_by_construction.dateline_places(built.words) == []


def test_dateline_ends_with_paragraph() -> None:
    built = Built("FULDA\nOHIO — The|DT town")
    assert built.all(names_by_construction.dateline_places(built.words)) == [("OHIO", "GPE")]


def test_name_found_elsewhere_is_found_again() -> None:
    built = Built("Ann Doe left|VBD . // when|WRB Doe came|VBD , Doe|NN said|VBD", ("Ann Doe", "PERSON"))
    assert built.all(names_by_table.elsewhere(built.words, built.names, built.taken)) == [("Doe", "PERSON")] * 2


def test_common_word_as_surname_is_found_only_as_name() -> None:
    built = Built("John Key left|VBD . // the|DT key|NN fits|VBZ . // Key|NN holders|NNS wait", ("John Key", "PERSON"))
    assert names_by_table.elsewhere(built.words, built.names, built.taken) == []


@pytest.mark.parametrize("link", ["known|VBN as|IN", "better|RBR known|VBN as|IN the|DT", "nicknamed|VBN", "( aka|RB"])
def test_alias_link_gives_pair(link: str) -> None:
    built = Built(f"Ann Doe , {link} Birdie , left|VBD", ("Ann Doe", "PERSON"), ("Birdie", "ORG"))
    pairs = introduced_names.also_known_as(built.words, built.names)
    assert [tuple(built.show(each) for each in pair) for pair in pairs] == [
        (("Ann Doe", "PERSON"), ("Birdie", "PERSON"))
    ]


def test_adjacent_people_without_link_give_no_pair() -> None:
    built = Built("Ann Doe , seen|VBN as|IN Birdie , left|VBD", ("Ann Doe", "PERSON"), ("Birdie", "ORG"))
    assert introduced_names.also_known_as(built.words, built.names) == []


def test_hyphenated_surname_is_one_name() -> None:
    text = "Ann Doe - Roe left|VBD . // Doe - Roe is|VBZ 51 . // Doe - Poe is|VBZ 52"
    built = Built(text, ("Ann Doe - Roe", "PERSON"), ("Doe", "GPE"), ("Doe", "GPE"))
    found = names_by_table.hyphenated_surnames(built.words, built.names, built.taken)
    assert [(name.start, name.end, name.label) for name in found] == [(6, 9, "PERSON")]
