"""Speaker labels: turns of transcripts and interviews, and quotes inside a turn."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from tests.quotes.saying import Parsed, said, speakers

pytestmark = pytest.mark.model


@pytest.mark.parametrize("section", ["Transcript", "Opinion", "EXCLUSIVE", "Watch", "Image", "Photo", "Credit"])
def test_section_name_is_no_speaker(parsed: Parsed, section: str) -> None:
    assert all(speaker != section for _, speaker, _ in said(parsed(f"{section}: Mary Stone opens the bridge")))
    headline = "Stone: Bridge will open\n\nThe harbour was quiet. Mary Stone, the mayor, came at noon."
    assert [speaker for _, speaker, _ in said(parsed(headline))] == ["Stone"]


def test_speaker_of_turn_has_no_quote_inside_it(parsed: Parsed) -> None:
    text = "STONE: Governor Park, thank you for coming.\n\nPARK: The council told me that it was late. Thank you."
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == [
        ("Governor Park, thank you for coming.", "STONE"),
        ("The council told me that it was late. Thank you.", "PARK"),
        ("it was late", "The council"),
    ]


def test_headline_label_not_named_in_text_is_no_speaker(parsed: Parsed) -> None:
    text = "Health Over Stealth: The bridge will open\n\nThe harbour was quiet. Mary Stone came at noon."
    assert said(parsed(text)) == []


TURNS = "Q: Is the bridge safe?\n\nA: It is.\n\nQ: Since when?\n\nA: Since May."


@pytest.mark.parametrize(
    ("introduction", "asks", "answers"),
    [
        ("Jane Doe runs the harbour. She spoke to Alice Lee about the bridge.", "Alice Lee", "Jane Doe"),
        ("Jane Doe, the mayor, was interviewed by Alice Lee on Monday.", "Alice Lee", "Jane Doe"),
        ("The Daily Courier interviewed Jane Doe. John Park had threatened to resign.", None, "Jane Doe"),
        ("An interview with Jane Doe. John Park had threatened to resign.", None, "Jane Doe"),
        ("Jane Doe has run the harbour for nine years.", None, "Jane Doe"),
        # no evidence for which of the two answers
        ("Jane Doe and John Park have run the harbour for nine years.", None, None),
    ],
)
def test_introduction_gives_interviewer_and_interviewee(
    parsed: Parsed, introduction: str, asks: str | None, answers: str | None
) -> None:
    labelled = [name for label, name in speakers(parsed(f"{introduction}\n\n{TURNS}")) if label in {"Q", "A"}]
    assert labelled == [asks, answers] * 2


def test_label_with_full_stop_gives_turn(parsed: Parsed) -> None:
    found = said(parsed("Jane Doe runs the harbour.\n\n" + TURNS.replace(":", ".")))
    assert [(words, speaker) for words, speaker, _ in found][:2] == [("Is the bridge safe?", "Q."), ("It is.", "A.")]
    assert said(parsed("A. Stone left the harbour.\n\nNobody came.\n\nA. Stone came back.")) == []


def test_single_label_with_name_in_exchange_gives_turn(parsed: Parsed) -> None:
    text = "Mary Stone met John Park in Leeds.\n\nPark: Is the bridge safe?\n\nStone: It is."
    assert [speaker for _, speaker, _ in said(parsed(text))] == ["Park", "Stone"]
    alone = "Mary Stone met John Park in Leeds.\n\nStone: twelve bridges.\n\nNobody came."
    assert said(parsed(alone)) == []


def test_credits_of_pictures_are_no_turns(parsed: Parsed) -> None:
    text = "Image: Jane Doe\n\nMary Stone runs the bridge.\n\nImage: John Park\n\nNobody came.\n\nImage: Ada Quill"
    assert said(parsed(text)) == []


def test_name_in_double_brackets_is_a_label(parsed: Parsed) -> None:
    text = (
        "Mary Stone runs the harbour.\n\n((LC))  How did it begin?\n\n((Mary Stone))  It began as a pier.\n\n"
        "Boats were small.\n\n((LC))  Is it safe?\n\n((Mary Stone))  It is.\n\nThe harbour opens in May."
    )
    assert said(parsed(text)) == [
        ("How did it begin?", "LC", None),
        ("It began as a pier. … Boats were small.", "Mary Stone", None),
        ("Is it safe?", "LC", None),
        ("It is.", "Mary Stone", None),
    ]
    # a third party asks once, and an answer has no label
    text += "\n\n((KB))  Who pays for it?\n\nMS The town pays."
    assert said(parsed(text))[4:] == [("Who pays for it?", "KB", None)]
    assert said(parsed("Mary Stone runs it.\n\n((a) Boats.)\n\n(Mary Stone) It began.\n\n((b) Piers.)")) == []


@pytest.mark.parametrize(
    "text",
    [
        # entries of a list
        "The court fined three people.\n\nJane B. Doe: Theft of a boat, fined.\n\nAnn Lee: Fraud, held in jail.\n\nJane Doe left.",
        "Jane Doe and Ann Lee won.\n\nJANE DOE: Best cake, 40 points.\n\nANN LEE: Best bread, 38 points.",
        # letters: the label is the one addressed
        "DEAR ADA: My neighbour keeps nine dogs. What can I do? -- SLEEPLESS\n\nDEAR SLEEPLESS: You can talk to him.",
        "Dear Jane: My neighbour keeps nine dogs.\n\nJane Doe answers letters on Monday.\n\nDear Jane: I lost my key.",
        # a town
        "Leeds, Yorkshire, England: Building the bridge was easy. Leeds waits for its opening in England.",
        # a single notice
        "Mary Stone opened the bridge.\n\nFTC: We earn money with these links.",
    ],
)
def test_label_outside_exchange_is_no_speaker(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # two labels that alternate
        ("STONE: It was late.\n\nPARK: Very late.\n\nSTONE: Nobody came.", ["STONE", "PARK", "STONE"]),
        # two turns, one of which addresses somebody
        ("The council met.\n\nSTONE: Thank you.\n\nPARK: The bridge is open.", ["STONE", "PARK"]),
    ],
)
def test_label_in_exchange_is_speaker(parsed: Parsed, text: str, labels: list[str]) -> None:
    assert [speaker for _, speaker, _ in said(parsed(text))] == labels


def test_questions_of_a_named_interviewer_are_asked(parsed: Parsed) -> None:
    doc = parsed(
        "Jane Doe runs the harbour.\n\n((Courier)) : Is the bridge safe?\n\n((Jane Doe)) It is. Who says it is not?\n\n"
        "((Courier)) Will it last? We doubt it.\n\n((Jane Doe)) It will.\n\n((Courier)) Who pays?"
    )
    found = find_quotes(Tokens(doc))
    assert [quote.stance for quote in found] == ["asks", "states", "asks", "states", "asks"]
    assert found[0].text == "Is the bridge safe?"


def test_question_of_interview_is_asked(parsed: Parsed) -> None:
    doc = parsed(
        "Jane Doe runs the harbour.\n\nQ: Is the bridge safe?\n\nA: It is.\n\nQ: Tell me more.\n\nA: Is it not?"
    )
    assert [quote.stance for quote in find_quotes(Tokens(doc))] == ["asks", "states", "states", "states"]
