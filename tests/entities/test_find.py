"""Whole articles: from text to the list that a reader sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from newsview.extraction.document import grouped_entities

pytestmark = pytest.mark.model

Parsed = Callable[[str], Doc]


def entity(doc: Doc, name: str) -> dict[str, Any]:
    found = [each for each in grouped_entities(doc) if each["name"] == name]
    assert len(found) == 1, (name, [each["name"] for each in grouped_entities(doc)])
    return found[0]


def mentions(doc: Doc, name: str) -> list[str]:
    return [mention["text"] for mention in entity(doc, name)["mentions"]]


def test_spellings_of_a_country_are_one_entity(parsed: Parsed) -> None:
    doc = parsed("The United States said on Monday that a US ship had left. A U.S. official confirmed it.")
    assert mentions(doc, "United States") == ["United States", "US", "U.S."]


def test_a_nationality_is_not_its_country(parsed: Parsed) -> None:
    doc = parsed("Canada signed the deal. Canadian officials said that Canadians would welcome it.")
    assert entity(doc, "Canada")["type"] == "GPE"
    assert entity(doc, "Canadian")["type"] == "NORP"
    assert mentions(doc, "Canadian") == ["Canadian", "Canadians"]


def test_a_surname_joins_its_full_name(parsed: Parsed) -> None:
    doc = parsed("Margaret Holloway won the vote in Leeds. Holloway thanked her supporters on Tuesday.")
    assert mentions(doc, "Margaret Holloway") == ["Margaret Holloway", "Holloway"]


def test_two_people_who_share_a_surname_stay_two(parsed: Parsed) -> None:
    doc = parsed("Henry Holloway met Margaret Holloway in Leeds. Later Holloway left for London.")
    assert mentions(doc, "Henry Holloway") == ["Henry Holloway"]
    assert mentions(doc, "Margaret Holloway") == ["Margaret Holloway"]


def test_a_ministry_is_named_by_its_country(parsed: Parsed) -> None:
    doc = parsed("Norway's defense ministry announced the purchase. Norway will pay in June.")
    assert entity(doc, "Norway's defense ministry")["type"] == "ORG"
