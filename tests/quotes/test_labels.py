"""Speaker labels: whose turn it is, and what others say in it."""

from __future__ import annotations

import pytest

from tests.quotes.saying import Parsed, said

pytestmark = pytest.mark.model


@pytest.mark.parametrize("section", ["Transcript", "Opinion", "EXCLUSIVE", "Watch"])
def test_the_name_of_a_section_is_no_speaker(parsed: Parsed, section: str) -> None:
    assert all(speaker != section for _, speaker, _ in said(parsed(f"{section}: Mary Stone opens the bridge")))
    assert [speaker for _, speaker, _ in said(parsed("Stone: Bridge will open"))] == ["Stone"]


def test_who_has_the_turn_does_not_quote_herself_in_it(parsed: Parsed) -> None:
    text = "STONE: Governor Park, thank you for coming.\n\nPARK: The council told me that it was late. Thank you."
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == [
        ("Governor Park, thank you for coming.", "STONE"),
        ("The council told me that it was late. Thank you.", "PARK"),
        ("it was late", "The council"),
    ]
