"""Extent of contents and speakers where the parse misleads: joined quotations, words before "that", who speaks."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from tests.quotes.saying import Parsed, said, speakers

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # quoted words joined to quoted words
        (
            "Mary Stone said closing the bridge was “cowardly” and a “complete disgrace”.",
            "closing the bridge was “cowardly” and a “complete disgrace”",
        ),
        ("Mary Stone called the bridge “old” and added, “Nobody should cross it.”", "the bridge “old”"),
        # what stands before "that" belongs to the reporter
        (
            "Stone told members of Leeds Boats, the harbour owner, on May 3 that the bridge would open soon.",
            "the bridge would open soon",
        ),
        (
            "Stone told members on May 3 that if it rained, the bridge would close.",
            "if it rained, the bridge would close",
        ),
        # another report in a clause beside it
        ("Half of them said that none had paid, while a third said only some had.", "none had paid"),
        ("Figures showed the town grew by 5% in May and experts say it will grow again.", "the town grew by 5% in May"),
        ("Mary Stone said the town grew and people were happy.", "the town grew and people were happy"),
        # a clause behind quoted words, a "that" parsed as a relative pronoun, a finite verb tagged as a participle
        (
            "The bosses have said they are “confident” the new bridge deal would be signed in March.",
            "they are “confident” the new bridge deal would be signed in March",
        ),
        (
            "A close friend of Mary Stone has told a court that fraud charges levelled against him are “false”.",
            "fraud charges levelled against him are “false”",
        ),
        ("Mary Stone said there needed to be a quick and fair system.", "there needed to be a quick and fair system"),
        ("Mary Stone said the bridge was safe while the river was low.", "the bridge was safe while the river was low"),
    ],
)
def test_content(parsed: Parsed, text: str, expected: str) -> None:
    assert said(parsed(text))[0][0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the object of a verb of causing
        ("The bank kept its rates low, leading some experts to argue that they may rise.", "some experts"),
        ("The bank met the mayor to argue that rates may rise.", "The bank"),
        # the object of "with"
        ("The air was bad on Monday, with the agency announcing that schools were shut.", "the agency"),
        # an auxiliary that is the verb
        (
            "But European firms with listings in New York have objected - arguing that the costs outweigh the benefits.",
            "European firms with listings in New York",
        ),
    ],
)
def test_speaker(parsed: Parsed, text: str, expected: str) -> None:
    assert said(parsed(text))[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one whom a paper quotes; not one who is told
        (
            "“It is concerned about its money,” the newspaper quotes a source close to the firm.",
            "a source close to the firm",
        ),
        ("Another member of the board says she was told: “You have had a very fast rise.”", None),
        # the words of one whom another cites, also where the verb is the second of two
        (
            "During the call, Mark Hall asked about the bridge and said, “Somebody should burn it,” the mayor's office said.",
            "Mark Hall",
        ),
    ],
)
def test_speaker_of_quotation(parsed: Parsed, text: str, expected: str | None) -> None:
    assert said(parsed(text))[-1][1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Offering ‘fresh’ air to the visitors, the oxygen bar, “consists of a tank that cleans the air of the room.”",
        "“It was late,” Mary Stone said. At level two of the scale used by the town, “great damage will occur”.",
    ],
)
def test_words_within_a_clause_are_nobodys(parsed: Parsed, text: str) -> None:
    assert all("consists" not in words and "damage" not in words for words, _, _ in said(parsed(text)))


def test_two_firms_are_not_one(parsed: Parsed) -> None:
    text = "Leeds-based retailer Acme Corp and York-based retailer Bolt Group announced that the shop would close."
    assert speakers(parsed(text))[0][1] is None


def test_department_with_two_words_is_no_pair(parsed: Parsed) -> None:
    text = "Trade and Industry Secretary Mary Stone announced that the shop would close."
    assert speakers(parsed(text))[0][1] == "Mary Stone"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Who will pay for the bridge?” Mary Stone said.", "asks"),
        ("“Why should we pay? The bridge is old,” Mary Stone said.", "states"),
        ("Mary Stone said: “The bridge is old. Who will pay for it?”", "states"),
    ],
)
def test_question_asks(parsed: Parsed, text: str, stance: str) -> None:
    assert find_quotes(Tokens(parsed(text)))[0].stance == stance


def test_refusal_to_act_is_a_plan(parsed: Parsed) -> None:
    found = find_quotes(Tokens(parsed("Mary Stone’s refusal to sell the boats angered the town.")))
    assert [quote.act for quote in found] == ["plan"]
