"""Names in title-case headlines and lines in capitals, by the body."""

from __future__ import annotations

from newsview.extraction.entities.headline_names import in_headlines
from tests.entities.built import Built

BODY = "Ann Doe and|CC Initech met|VBD"


def names(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    built = Built(text, *found, roles=["headline"])
    return built.all(in_headlines(built.words, built.names))


def test_title_case_headline_has_names_of_body() -> None:
    text = f"Ann Doe Goes After Initech Board\n{BODY}"
    raw = ("Ann Doe Goes", "PERSON"), ("Initech", "ORG"), ("Ann Doe", "PERSON"), ("Initech", "ORG")
    assert names(text, *raw) == [("Ann Doe", "PERSON"), ("Initech", "ORG")] * 2


def test_name_only_in_title_case_headline_is_dropped() -> None:
    text = f"Stealth Over Health Wins Again\n{BODY}"
    assert names(text, ("Stealth Over Health", "ORG"), ("Ann Doe", "PERSON")) == [("Ann Doe", "PERSON")]


def test_country_in_headline_is_kept_without_body() -> None:
    text = f"Canada Wins Another Hockey Title\n{BODY}"
    assert names(text, ("Canada", "GPE"), ("Another Hockey", "ORG")) == [("Canada", "GPE")]


def test_numbered_group_only_in_headline_is_kept() -> None:
    assert names("Group F Winners Leave Early\nThe match ended .", ("Group F", "ORG")) == [("Group F", "ORG")]
    assert names("Group Winners Leave Early\nThe match ended .", ("Group Winners", "ORG")) == []


def test_sentence_case_headline_is_unchanged() -> None:
    text = f"Zorb wins another hockey title\n{BODY}"
    assert names(text, ("Zorb", "ORG")) == [("Zorb", "ORG")]


def test_line_in_capitals_has_names_of_body() -> None:
    text = f"{BODY}\nCORRECTION APPENDED BY INITECH"
    found = names(text, ("Initech", "ORG"), ("CORRECTION APPENDED", "PERSON"))
    assert found == [("Initech", "ORG"), ("INITECH", "ORG")]
