"""Short forms of organisations that the article introduces by their full name, and companies by their form."""

from __future__ import annotations

import pytest

from newsview.extraction.entities.company_forms import company_form, has_legal_form, short_for_companies
from newsview.extraction.entities.entity_types import choose_labels
from newsview.extraction.entities.organisation_matching import acronyms_by_initials, of_a_country
from newsview.extraction.entities.short_forms import first_places, shortened_after
from tests.entities.built import Built


def shortened(*spellings: str) -> list[tuple[str, str]]:
    """Pairs of *spellings* that the article has in this order."""
    return list(shortened_after({spelling: place for place, spelling in enumerate(spellings)}))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Zorb Salt Works Inc", "Zorb"),
        ("Zorb Salt Works Inc.", "Zorb Salt"),
        ("Nauli Motor", "Nauli"),
        ("Quill & Sand", "Quill"),
        ("Merrill Lynch", "Merrill"),
        ("House Works Committee", "Works Committee"),
        ("Port Sable Trade and Harbour Commission", "Harbour Commission"),
    ],
)
def test_short_form_after_full_name_is_joined(full: str, short: str) -> None:
    assert shortened(full, short) == [(short, full)]
    assert shortened(short, full) == []


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zorb News Inc", "Zorb"),
        ("Zorb Motor Credit Co", "Zorb"),
        ("Zorb Texas Inc", "Zorb"),
        ("Zorb Elbonia", "Zorb"),
        ("Zorb Salt Works Inc", "Zorb Nickel Corp", "Zorb"),
        ("Google Science Fair", "Google"),
        ("Iowa Supreme Court", "Supreme Court"),
        ("House Works Committee", "Senate Works Committee", "Works Committee"),
        ("Nauli State University", "Nauli"),
    ],
)
def test_subsidiary_product_or_ambiguous_form_is_separate(spellings: tuple[str, ...]) -> None:
    assert shortened(*spellings) == []


def test_subsidiary_does_not_hide_owner() -> None:
    assert shortened("Zorb Motor Credit Co", "Zorb Motor Co", "Zorb") == [("Zorb", "Zorb Motor Co")]


def test_short_form_in_headline_is_joined_to_later_full_name() -> None:
    text = "Zorb falls|VBZ\nZorb Salt Works Inc fell|VBD . // Zorb gave|VBD no|DT reason ."
    names = [("Zorb", "ORG"), ("Zorb Salt Works Inc", "ORG"), ("Zorb", "ORG")]
    spellings = {"Zorb", "Zorb Salt Works Inc"}
    built = Built(text, *names, roles=["headline", "body"])
    assert list(shortened_after(first_places(built.words, built.names, spellings))) == [("Zorb", "Zorb Salt Works Inc")]
    built = Built(text, *names, roles=["body", "body"])
    assert list(shortened_after(first_places(built.words, built.names, spellings))) == []


@pytest.mark.parametrize(
    ("spellings", "together"),
    [
        (["Zorb Motors Corp", "ZM"], True),
        (["Trans Elbonia Lines Inc", "TEL"], True),
        (["Zorb Motors", "Zorb Motors Corp", "ZM"], True),
        (["Teen Voice", "TV"], False),
        (["Zorb Motors Corp", "Zeta Mines Corp", "ZM"], False),
        (["Zorb Motors Corp", "Zm"], False),
    ],
)
def test_initials_leave_out_legal_form(spellings: list[str], together: bool) -> None:
    assert bool(list(acronyms_by_initials(sorted(spellings)))) is together


def test_council_of_known_organisation_is_joined_without_it() -> None:
    assert list(of_a_country(["Security Council", "UN Security Council"])) == [
        ("Security Council", "UN Security Council")
    ]
    assert list(of_a_country(["Maps", "Google Maps"])) == []


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Ivo Sand LLC", "PERSON", "ORG"),
        ("Port Sable Land Co. Ltd.", "GPE", "ORG"),
        ("Quill, Sand and Co", "PERSON", "ORG"),
        ("Sand & Roe", "PERSON", "ORG"),
        ("Ann & Bob Doe", "PERSON", None),
        ("Ada Company", "PERSON", None),
        ("Co", "PERSON", None),
        ("Zorb Inc", "ORG", None),
    ],
)
def test_form_of_company_outweighs_label(text: str, label: str, expected: str | None) -> None:
    assert company_form(text, label) == expected


def test_legal_form_is_no_other_word() -> None:
    assert has_legal_form("Zorb Inc.") and has_legal_form("Zorb plc")
    assert not has_legal_form("Zorb Company") and not has_legal_form("Zorb SA")


def test_first_words_of_company_have_its_type() -> None:
    labels = {"hoare quill holdings ltd": "ORG", "hoare quill": "PERSON", "sable corp": "ORG", "sable": "GPE"}
    assert short_for_companies(labels, {}) == {"hoare quill": "ORG", "sable": "ORG"}
    people = {
        "anna quill corp": "ORG",
        "anna quill": "PERSON",
        "sand inc": "ORG",
        "ivo sand": "PERSON",
        "sand": "PERSON",
    }
    assert short_for_companies(people, {}) == {}
    assert short_for_companies(labels, {"sable": {"PERSON": 3}}) == {"hoare quill": "ORG"}
    assert short_for_companies({"sable records": "ORG", "sable": "GPE"}, {}) == {}


def test_place_with_name_of_company_is_organisation() -> None:
    built = Built(
        "then|RB Sable Nova Corp. bid|VBD . // then|RB Sable Nova won|VBD",
        ("Sable Nova Corp.", "ORG"),
        ("Sable Nova", "GPE"),
    )
    assert built.all(choose_labels(built.words, built.names, []))[1] == ("Sable Nova", "ORG")
