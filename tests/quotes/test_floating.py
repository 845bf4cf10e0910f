"""Quotations without a cue, speaker labels and turns of a dialogue."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from tests.quotes.saying import Parsed, Said, said, speakers

pytestmark = pytest.mark.model


def test_quotation_without_cue_has_current_speaker(parsed: Parsed) -> None:
    found = said(
        parsed("“It was late,” Mary Stone said.\n\nNobody had come.\n\n“So I went home and slept until noon.”")
    )
    assert found[1] == ("So I went home and slept until noon.", "Mary Stone", None)


def test_quotation_behind_a_colon_is_guessed_to_be_its_subjects(parsed: Parsed) -> None:
    before = "“It was late,” Mary Stone said.\n\n"
    found = said(parsed(f"{before}John Park addressed the public: “No one should take this storm lightly.”"))
    assert found[1] == ("No one should take this storm lightly.", "John Park", None)
    found = said(parsed(f"{before}The plan of John Park has a goal: “No one should take this storm lightly.”"))
    assert found[1] == ("No one should take this storm lightly.", "Mary Stone", None)


def test_indirect_quote_changes_current_speaker(parsed: Parsed) -> None:
    text = (
        "“It was late,” Mary Stone said.\n\nJohn Park said that it was early.\n\n“So I went to work and stayed there.”"
    )
    assert said(parsed(text))[-1] == ("So I went to work and stayed there.", "John Park", None)


def test_first_quotation_without_cue_has_no_speaker(parsed: Parsed) -> None:
    assert said(parsed("“We went home and slept until noon.”\n\nThe rain fell.")) == [
        ("We went home and slept until noon.", None, None)
    ]


def test_speech_over_several_paragraphs_is_one_quote(parsed: Parsed) -> None:
    text = (
        "“It was late,” Mary Stone said. “We had waited for hours.\n\n“Then the rain came.\n\n“So I went home.”"
        "\n\nJohn Park laughed."
    )
    assert said(parsed(text)) == [
        ("It was late, … We had waited for hours. … Then the rain came. … So I went home.", "Mary Stone", "said")
    ]


def test_quoted_word_without_cue_is_no_quote(parsed: Parsed) -> None:
    found = said(parsed("“It was late,” Mary Stone said.\n\nThe “party” was over."))
    assert [text for text, _, _ in found] == ["It was late,"]


def test_transcript_labels_give_speakers(parsed: Parsed) -> None:
    doc = parsed(
        "Mary Stone met John Park on television.\n\nSTONE: The bridge is closed.\n\n"
        "PARK: Why was nobody told about it?\n\nSTONE: We told everybody."
    )
    assert said(doc) == [
        ("The bridge is closed.", "STONE", ":"),
        ("Why was nobody told about it?", "PARK", ":"),
        ("We told everybody.", "STONE", ":"),
    ]
    assert [name for _, name in speakers(doc)] == ["Mary Stone", "John Park", "Mary Stone"]


def test_q_and_a_labels_give_turns(parsed: Parsed) -> None:
    found = said(parsed("Q: Is it closed?\n\nA: It is closed until May.\n\nQ: Why?\n\nA: It was never safe."))
    assert [(speaker, text) for text, speaker, _ in found][:2] == [
        ("Q", "Is it closed?"),
        ("A", "It is closed until May."),
    ]


def test_label_inside_quotation_mark_gives_speaker(parsed: Parsed) -> None:
    found = said(parsed("“STONE: The bridge is closed.\n\n“PARK: Why was nobody told?\n\n“I ask you again.”"))
    assert found == [
        ("The bridge is closed.", "STONE", ":"),
        ("Why was nobody told? … I ask you again.", "PARK", ":"),
    ]


def test_colon_in_sentence_is_no_label(parsed: Parsed) -> None:
    assert said(parsed("The train was late.\n\nOne thing was clear: the rain had come.")) == []


def test_quotation_without_question_before_it_continues_the_last_speech(parsed: Parsed) -> None:
    turns = [
        "“The bridge is closed until the end of May,” John Park said.",
        "“The bridge should never have been built,” Mary Stone said.",
        "“I was never on the bridge in my life.”",
    ]
    found = [speaker for _, speaker, _ in said(parsed("\n\n".join(turns)))]
    assert found == ["John Park", "Mary Stone"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # speech that goes on in a paragraph of its own
        (
            "“It was late,” Mary Stone said.\n\n“So I went home.”\n\n“Nobody asked me why I had come.”",
            [("It was late, … So I went home. … Nobody asked me why I had come.", "Mary Stone")],
        ),
        (
            "“Is that fair?” Mary Stone said.\n\n“We have paid for the bridge for years.”",
            [("Is that fair? … We have paid for the bridge for years.", "Mary Stone")],
        ),
        # the first paragraph goes on, or the second says more
        (
            "“It was late,” Mary Stone said. The rain had come.\n\n“So I went home and slept.”",
            [("It was late,", "Mary Stone"), ("So I went home and slept.", "Mary Stone")],
        ),
        (
            "“It was late,” Mary Stone said.\n\n“So I went home,” said John Park.",
            [("It was late,", "Mary Stone"), ("So I went home,", "John Park")],
        ),
        # answers whose speaker is not named
        (
            "“Who closed the bridge?” the judge asked.\n\n“Nobody.”\n\n“It was open all night.”\n\n“I saw it,” John Park said.",
            [
                ("Who closed the bridge?", "the judge"),
                ("Nobody.", None),
                ("It was open all night.", None),
                ("I saw it,", "John Park"),
            ],
        ),
        (
            "“Who is there?” John Park demanded. “And why?” “It is me, John,” she replied.",
            [("Who is there?", "John Park"), ("And why?", None), ("It is me, John,", "she")],
        ),
    ],
)
def test_quotation_alone_in_its_paragraph(parsed: Parsed, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == expected


def test_short_words_alone_are_no_turn_without_speech_before(parsed: Parsed) -> None:
    assert said(parsed("The rain fell on the bridge.\n\n“Closed.”\n\nNobody came.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bridge was closed.\n\nWe open it in May. Tell your friends! https://t.co/abc pic.twitter.com/xyz\n\n"
            "— Mary Stone (@marystone) March 3, 2024\n\nNobody came.",
            [("We open it in May. Tell your friends!", "Mary Stone", None)],
        ),
        ("The bridge was closed.\n\n— Mary Stone (left) crosses it.\n\nNobody came.", []),
        ("https://t.co/abc\n\n— Mary Stone (@marystone) March 3, 2024", []),
    ],
)
def test_embedded_post_is_speech_of_its_author(parsed: Parsed, text: str, expected: list[Said]) -> None:
    assert said(parsed(text)) == expected


def test_turns_and_posts_are_direct(parsed: Parsed) -> None:
    turns = parsed("Q: Is it closed?\n\nA: It is closed.\n\nQ: Why?\n\nA: It was never safe.")
    assert {quote.kind for quote in find_quotes(Tokens(turns))} == {"direct"}
