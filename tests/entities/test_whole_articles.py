"""Entities of whole articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction.components import newsview_entities
from newsview.extraction.doc_extensions import grouped_entities

pytestmark = pytest.mark.model

Parsed = Callable[[str], Doc]


def entity(doc: Doc, name: str) -> dict[str, Any]:
    found = [each for each in grouped_entities(doc) if each["name"] == name]
    assert len(found) == 1, (name, [each["name"] for each in grouped_entities(doc)])
    return found[0]


def mentions(doc: Doc, name: str) -> list[str]:
    return [mention["text"] for mention in entity(doc, name)["mentions"]]


def test_spellings_of_country_are_one_entity(parsed: Parsed) -> None:
    doc = parsed("The United States said on Monday that a US ship had left. A U.S. official confirmed it.")
    assert mentions(doc, "United States") == ["United States", "US", "U.S."]


def test_nationality_and_country_are_two_entities(parsed: Parsed) -> None:
    doc = parsed("Canada signed the deal. Canadian officials said that Canadians would welcome it.")
    assert entity(doc, "Canada")["type"] == "GPE"
    assert entity(doc, "Canadian")["type"] == "NORP"
    assert mentions(doc, "Canadian") == ["Canadian", "Canadians"]


def test_surname_and_full_name_are_one_entity(parsed: Parsed) -> None:
    doc = parsed("Margaret Holloway won the vote in Leeds. Holloway thanked her supporters on Tuesday.")
    assert mentions(doc, "Margaret Holloway") == ["Margaret Holloway", "Holloway"]


def test_people_with_one_surname_are_two_entities(parsed: Parsed) -> None:
    doc = parsed("Henry Holloway met Margaret Holloway in Leeds. Later Holloway left for London.")
    assert mentions(doc, "Henry Holloway") == ["Henry Holloway"]
    assert mentions(doc, "Margaret Holloway") == ["Margaret Holloway"]


def test_ministry_is_named_by_country(parsed: Parsed) -> None:
    doc = parsed("Norway's defense ministry announced the purchase. Norway will pay in June.")
    assert entity(doc, "Norway's defense ministry")["type"] == "ORG"


def test_one_form_has_one_type(parsed: Parsed) -> None:
    doc = parsed("Shares of Lumina fell. Lumina said on Monday that it would pay. Analysts doubt Lumina.")
    assert mentions(doc, "Lumina") == ["Lumina"] * 3


def test_titles_possessives_and_articles_are_outside_mentions(parsed: Parsed) -> None:
    doc = parsed(
        "President Margaret Holloway's plan was praised by the World Bank. The World Bank's head met Mrs. Holloway."
    )
    assert mentions(doc, "Margaret Holloway") == ["Margaret Holloway", "Holloway"]
    assert mentions(doc, "World Bank") == ["World Bank", "World Bank"]


def test_acronym_in_brackets_and_long_form_are_one_entity(parsed: Parsed) -> None:
    doc = parsed("The Coastal Fisheries Board (CFB) met on Monday. The CFB will vote in June.")
    assert mentions(doc, "Coastal Fisheries Board") == ["Coastal Fisheries Board", "CFB", "CFB"]


def test_person_has_role(parsed: Parsed) -> None:
    doc = parsed(
        "The country's defense minister, Margaret Holloway, spoke. Holloway left with spokesman Peter Lindqvist."
    )
    assert entity(doc, "Margaret Holloway")["role"] == "defense minister"
    assert entity(doc, "Peter Lindqvist")["role"] == "spokesman"


def test_web_boilerplate_gives_no_entity(parsed: Parsed) -> None:
    doc = parsed("Margaret Holloway won the vote in Leeds on Monday.\n\nSHARE THIS ARTICLE\n\nwww.fulda.example")
    assert [each["name"] for each in grouped_entities(doc)] == ["Margaret Holloway", "Leeds"]


def test_paragraph_order_does_not_change_groups(parsed: Parsed) -> None:
    parts = [
        "Margaret Holloway won the vote in Leeds on Monday.",
        "The Coastal Fisheries Board (CFB) met in Norway.",
        "A Norwegian official said that the CFB had paid.",
    ]

    def groups(order: list[int]) -> set[frozenset[str]]:
        rows = grouped_entities(parsed("\n\n".join(parts[index] for index in order)))
        return {frozenset(mention["text"] for mention in row["mentions"]) for row in rows}

    assert groups([0, 1, 2]) == groups([2, 0, 1]) == groups([1, 2, 0])


def test_plain_spacy_doc_gives_entities(nlp: Language) -> None:
    doc = newsview_entities(nlp("Margaret Holloway won in Leeds.\n\nHolloway thanked Norway's defense ministry."))
    assert mentions(doc, "Margaret Holloway") == ["Margaret Holloway", "Holloway"]
    assert mentions(doc, "Norway's defense ministry") == ["defense ministry"]
    assert [each["mentions"][0]["text"] for each in grouped_entities(newsview_entities(nlp("")))] == []
