from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.quotes.saying import said

pytestmark = pytest.mark.model
Parsed = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” Mary Stone said.", ("The bridge is closed,", "Mary Stone", "said")),
        (
            "“The bridge is closed,” said Mary Stone, the mayor.",
            ("The bridge is closed,", "Mary Stone, the mayor", "said"),
        ),
        ("Mary Stone said: “The bridge is closed.”", ("The bridge is closed.", "Mary Stone", "said")),
        ("Mary Stone told reporters, “The bridge is closed.”", ("The bridge is closed.", "Mary Stone", "told")),
        ("“Is it closed?” she asked.", ("Is it closed?", "she", "asked")),
        (
            "“The bridge,” Mary Stone said, “is closed until May.”",
            ("The bridge, … is closed until May.", "Mary Stone", "said"),
        ),
        (
            "“The bridge is closed,” Mary Stone said. “It will open in May.”",
            ("The bridge is closed, … It will open in May.", "Mary Stone", "said"),
        ),
    ],
)
def test_a_cue_beside_a_quotation(parsed: Parsed, text: str, expected: tuple[str, str, str]) -> None:
    assert said(parsed(text)) == [expected]


def test_a_second_cue_begins_a_second_quote(parsed: Parsed) -> None:
    found = said(parsed("“It is closed,” Mary Stone said. “It is open,” said John Park."))
    assert [(text, speaker) for text, speaker, _ in found] == [
        ("It is closed,", "Mary Stone"),
        ("It is open,", "John Park"),
    ]


def test_titles_and_scare_quotes_are_not_speech(parsed: Parsed) -> None:
    assert said(parsed("The film “The Long Road” opened on Friday.")) == []
    assert said(parsed("The so-called “special fund” was empty.")) == []
