"""Extension of names that the recognizer cut short, and its limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsview.extraction.entities import (
    name_joining,
    organisation_extension,
    person_extension,
    place_extension,
    span_extension,
)
from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.lexical.tokens import Tokens
from tests.entities.built import Built

Rule = Callable[[Words, Name, Taken], Name]
Row = tuple[Rule, str, tuple[str, str], tuple[str, str]]

ROWS: list[Row] = [
    (person_extension.after_initial_or_particle, "Ann M. Doe spoke", ("Ann M.", "PERSON"), ("Ann M. Doe", "PERSON")),
    (person_extension.after_initial_or_particle, "Ursula von der Leyen spoke", ("Ursula von", "PERSON"), ("Ursula von der Leyen", "PERSON")),
    (person_extension.after_initial_or_particle, "Ann Doe Monday", ("Ann Doe", "PERSON"), ("Ann Doe", "PERSON")),
    (person_extension.hyphenated_given_name, "Lee|NNP Jong-sup", ("Lee", "PERSON"), ("Lee", "PERSON")),
    (person_extension.surname_after_given_name, "Ann|NNP|compound|1 Doe spoke|VBD", ("Ann", "PERSON"), ("Ann Doe", "PERSON")),
    (person_extension.surname_after_given_name, "Ann|NNP|compound|1 Image", ("Ann", "PERSON"), ("Ann", "PERSON")),
    (person_extension.surname_after_given_name, "Ann|NNP|nsubj|1 spoke|VBD", ("Ann", "PERSON"), ("Ann", "PERSON")),
    (organisation_extension.phrase_of_institution, "Doe Foundation for|IN the|DT Visual Arts today", ("Doe Foundation", "ORG"), ("Doe Foundation for the Visual Arts", "ORG")),
    (organisation_extension.phrase_of_institution, "the|DT Ministry of|IN Trade and|CC Industry", ("Ministry", "ORG"), ("Ministry of Trade and Industry", "ORG")),
    (organisation_extension.phrase_of_institution, "University of|IN Elbonia at|IN Fulda", ("University of Elbonia", "ORG"), ("University of Elbonia at Fulda", "ORG")),
    (organisation_extension.phrase_of_institution, "Fulda State University of|IN France", ("Fulda State University", "ORG"), ("Fulda State University", "ORG")),
    (organisation_extension.phrase_of_institution, "Initech of|IN Fulda", ("Initech", "ORG"), ("Initech", "ORG")),
    (organisation_extension.institution_of_country, "The|DT U.S. Department of|IN Agriculture notes|VBZ", ("U.S.", "GPE"), ("U.S. Department of Agriculture", "ORG")),
    (organisation_extension.institution_of_country, "The|DT U.S. Senator Doe", ("U.S.", "GPE"), ("U.S.", "GPE")),
    (place_extension.team_of_country, "Team Canada won|VBD", ("Canada", "GPE"), ("Team Canada", "ORG")),
    (place_extension.team_of_country, "In|IN Canada today", ("Canada", "GPE"), ("Canada", "GPE")),
    (place_extension.figure_of_country, "as|IN Captain America", ("America", "GPE"), ("Captain America", "PERSON")),
    (place_extension.figure_of_country, "by|IN Captain Doe", ("Doe", "PERSON"), ("Doe", "PERSON")),
    (organisation_extension.quoted_phrase, "the|DT ' The|DT Mets Poet '", ("Mets", "ORG"), ("Mets Poet", "ORG")),
    (organisation_extension.quoted_phrase, "he said|VBD \" Initech lost|VBD \"", ("Initech", "ORG"), ("Initech", "ORG")),
    (place_extension.division_of_place, "in|IN Kunar province|NN today", ("Kunar", "GPE"), ("Kunar province", "GPE")),
    (place_extension.division_of_place, "in|IN France province|NN", ("France", "GPE"), ("France", "GPE")),
    (place_extension.agreement_of_place, "the|DT Minsk agreements|NNS failed", ("Minsk", "GPE"), ("Minsk agreements", "LAW")),
    (place_extension.agreement_of_place, "the|DT Minsk talks|NNS failed", ("Minsk", "GPE"), ("Minsk", "GPE")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "text", "name", "expected"), ROWS, ids=[f"{row[0].__name__}: {row[2][0]} in {row[1]}" for row in ROWS]
)
def test_rule_extends_name(rule: Rule, text: str, name: tuple[str, str], expected: tuple[str, str]) -> None:
    built = Built(text, name)
    assert built.show(rule(built.words, built.name, built.taken)) == expected


def glued(text: str, *names: tuple[str, str]) -> Built:
    """*text* without spaces around its hyphens."""
    from spacy.tokens import Doc

    from tests.entities.built import doc_of

    doc = doc_of(text, *names)
    words = [token.text for token in doc]
    near = [index + 1 < len(words) and "-" not in words[index : index + 2] for index in range(len(words))]
    built = Built(text, *names)
    tags = [token.tag_ for token in doc]
    starts: list[bool | int | None] = [token.i == 0 for token in doc]
    built.words = Words(Tokens(Doc(doc.vocab, words=words, spaces=near, tags=tags, sent_starts=starts)))
    return built


def test_hyphenated_given_name_is_extended() -> None:
    built = glued("Lee Jong - sup spoke|VBD", ("Lee Jong", "PERSON"))
    assert built.show(person_extension.hyphenated_given_name(built.words, built.name, built.taken)) == (
        "Lee Jong-sup",
        "PERSON",
    )
    built = glued("a Doe - led team", ("Doe", "PERSON"))
    assert built.show(person_extension.hyphenated_given_name(built.words, built.name, built.taken)) == ("Doe", "PERSON")


def test_hyphenated_word_of_organisation_is_extended() -> None:
    built = glued("the Doe Co - operative Society left|VBD", ("Doe Co", "ORG"), ("Society", "ORG"))
    assert built.all(span_extension.grow(built.words, built.names)) == [("Doe Co-operative Society", "ORG")]
    built = glued("a Doe Co - owned Ferrari left|VBD", ("Doe Co", "ORG"))
    assert built.all(span_extension.grow(built.words, built.names)) == [("Doe Co", "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ('his agent , Barry " The Shark " Finch , left', "Barry", 'Barry " The Shark " Finch'),
        ('said|VBD Barry " The Shark " of Finch', "Barry", "Barry"),
        ('said|VBD Barry " so what " Finch', "Barry", "Barry"),
    ],
)
def test_name_around_nickname_is_extended(text: str, name: str, expected: str) -> None:
    built = Built(text, (name, "PERSON"))
    assert (
        built.words.bare(person_extension.around_nickname(built.words, built.name, built.names, built.taken))
        == expected
    )


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("J.K. Doe spoke|VBD", "Doe", "J.K. Doe"),
        ("when|WRB Ann|NNP|compound|1 Doe spoke|VBD", "Doe", "Ann Doe"),
        ("when|WRB President|NNP|compound|1 Doe spoke|VBD", "Doe", "Doe"),
        ("when|WRB Elbonian|JJ|amod|1 Doe spoke|VBD", "Doe", "Doe"),
    ],
)
def test_surname_is_extended_to_given_name(text: str, name: str, expected: str) -> None:
    built = Built(text, (name, "PERSON"))
    grown = person_extension.given_name_before_surname(built.words, built.name, built.taken, 0)
    assert built.words.bare(grown) == expected


def test_given_name_and_surname_are_joined() -> None:
    built = Built("when|WRB Ann|NNP|compound|1 Doe spoke|VBD", ("Ann", "PERSON"), ("Doe", "GPE"))
    assert built.all(name_joining.join(built.words, built.names)) == [("Ann Doe", "PERSON")]
    built = Built("told|VBD Ann|NNP|dative|-1 Canada|NNP|nsubj|1 won|VBD", ("Ann", "PERSON"), ("Canada", "GPE"))
    assert name_joining.join(built.words, built.names) == built.names


def test_capital_and_district_are_joined() -> None:
    built = Built("in|IN Washington , D.C. today", ("Washington", "GPE"), ("D.C.", "GPE"))
    assert built.all(name_joining.join(built.words, built.names)) == [("Washington, D.C.", "GPE")]
    built = Built("in|IN Fulda , Ohio today", ("Fulda", "GPE"), ("Ohio", "GPE"))
    assert name_joining.join(built.words, built.names) == built.names


def test_extension_stops_at_next_name() -> None:
    built = Built("Ann M. Doe spoke", ("Ann M.", "PERSON"), ("Doe", "ORG"))
    assert built.all(span_extension.grow(built.words, built.names)) == [("Ann M.", "PERSON"), ("Doe", "ORG")]


def test_extension_stops_at_end_of_paragraph() -> None:
    built = Built("by|IN Ann M.\nDoe spoke", ("Ann M.", "PERSON"))
    assert built.all(span_extension.grow(built.words, built.names)) == [("Ann M.", "PERSON")]


def test_subject_of_law_is_joined_with_its_kind() -> None:
    text = "amend|VB the|DT Harbour|NNP Safety|NNP Bill|NNP soon|RB"
    built = Built(text, ("Harbour Safety", "ORG"), ("Bill", "PERSON"))
    assert built.all(name_joining.join(built.words, built.names)) == [("Harbour Safety Bill", "LAW")]
    text = "the|DT plan|NN of|IN the|DT Harbour|NNP Police|NNP Bill|NNP Roe|NNP ran|VBD"
    built = Built(text, ("Harbour Police", "ORG"), ("Bill Roe", "PERSON"))
    assert name_joining.join(built.words, built.names) == built.names


def test_halves_of_nationality_are_joined() -> None:
    built = Built("the Sri Lankan|JJ team won|VBD", ("Sri", "GPE"), ("Lankan", "NORP"))
    assert built.all(name_joining.join(built.words, built.names)) == [("Sri Lankan", "NORP")]
    built = Built("the Norway Canadian|JJ deal fell|VBD", ("Norway", "GPE"), ("Canadian", "NORP"))
    assert name_joining.join(built.words, built.names) == built.names
