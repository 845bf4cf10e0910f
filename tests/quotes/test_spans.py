"""Content spans: where they begin and end, and phrases that are no content."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from tests.quotes.saying import Parsed, said

pytestmark = pytest.mark.model


def contents(parsed: Parsed, text: str) -> list[str]:
    return [words for words, _, _ in said(parsed(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # apposition by the reporter
        ("Mary Stone said the bridge had cracked, a claim the builders deny.", "the bridge had cracked"),
        # second finite verb after the object of the first
        ("Mary Stone accused the builders of lying and walked out.", "the builders of lying"),
        # what a third party would not say
        (
            "Fishers said the mayor had raised the fee but she would not discuss details.",
            "the mayor had raised the fee",
        ),
        ("Fishers said the fee had risen but would not fall.", "the fee had risen but would not fall"),
        # hearsay about the last word
        (
            "The yard said it had been asked by the board, which will reportedly meet in May.",
            "it had been asked by the board",
        ),
        (
            "The yard said it had been asked by a board which meets in May.",
            "it had been asked by a board which meets in May",
        ),
        # addressee before "that"
        ("The yard told the paper in May that it would close.", "it would close"),
        # "that" inside a quotation, or demonstrative
        ("Mary Stone, asked about the bridge, said only: “That's up to the mayor.”", "That's up to the mayor."),
        ("The harbour ministry disputed that account.", "that account"),
        ("Mary Stone said that was “a fair question.”", "that was “a fair question.”"),
        ("Mary Stone said the bridge had cracked - a claim the builders deny.", "the bridge had cracked"),
        # words of the reporter before a colon
        ("The answer was short: the bridge, Mary Stone said, was safe.", "the bridge … was safe"),
        # verb with a particle, and a second addressee
        ("Mary Stone shot back that the bridge was safe.", "the bridge was safe"),
        ("Mary Stone appealed to the drivers to let ambulances pass.", "the drivers to let ambulances pass"),
        # participle after the comma at the end of a quotation
        (
            'The bank said in its statement that "monetary policy will need to remain tight for some time," '
            "dropping an earlier reference to possible further increases.",
            "monetary policy will need to remain tight for some time,",
        ),
        # object before a second verb, without its comma
        (
            "The foreign ministry summoned the Danish ambassador on Tuesday to protest against a cartoon that it said "
            "insulted the president, and demanded an apology from the newspaper that printed it.",
            "a cartoon that it said insulted the president",
        ),
        # clauses that describe a name at the end, by the reporter
        ("Mary Stone said the city would sue John Park, who runs the port.", "the city would sue John Park"),
        ("Mary Stone said the city would sue John Park, the owner of the port.", "the city would sue John Park"),
        (
            "Mary Stone said the city would sue John Park, who runs the port, in May.",
            "the city would sue John Park, who runs the port, in May",
        ),
        (
            "Mary Stone said the city would sue the man who runs the port.",
            "the city would sue the man who runs the port",
        ),
        # the reporter's words at the end
        ("The firm revealed a loss, which shocked the town.", "a loss"),
        ("Mary Stone said she was glad, as did her sister.", "she was glad"),
        ("Mary Stone said he died in Leeds without elaborating.", "he died in Leeds"),
        ("Mary Stone said he died in Leeds without his sister.", "he died in Leeds without his sister"),
        ("The council confirmed the bridge is closed, prompting an outcry.", "the bridge is closed"),
        # a participle that is no cue
        (
            "Tolls rose in May, hitting record levels after rents rose, figures showed.",
            "Tolls rose in May, hitting record levels after rents rose",
        ),
        # words between the content and its cue
        (
            "The city will not gain from the sale, only those who bought shares in time can sell, the papers said.",
            "The city will not gain from the sale, only those who bought shares in time can sell",
        ),
        # a subject that is parsed as an object
        ("The firm reported telephone wait times in May are too long.", "telephone wait times in May are too long"),
        # a word with a hyphen
        ("Mary Stone accused the council of two U-turns.", "the council of two U-turns"),
        # another speaker's clause, parsed as part of the content
        (
            "Mary Stone said she wants to close the bridge, and other engineers said they were against it.",
            "she wants to close the bridge",
        ),
        # both halves around a cue
        ("If the river rises, Mary Stone said, nobody will cross it.", "If the river rises … nobody will cross it"),
        (
            "Unless it rains soon, the farmers warned, the harvest will be lost.",
            "Unless it rains soon … the harvest will be lost",
        ),
        # a reason behind the cue
        (
            "Nobody will cross the bridge, Mary Stone said, because the river is too high.",
            "Nobody will cross the bridge … because the river is too high",
        ),
        ("Nobody will cross the bridge, Mary Stone said, as the crowd laughed.", "Nobody will cross the bridge"),
        # coordinated clauses before a cue
        (
            "The lorry left the road and struck a house at noon, according to the police.",
            "The lorry left the road and struck a house at noon",
        ),
        # forms with a wrong lemma
        ("Mary Stone hopes that the bridge will open in May.", "the bridge will open in May"),
        ("Mary Stone retweeted the message.", "the message"),
    ],
)
def test_content_has_exact_extent(parsed: Parsed, text: str, expected: str) -> None:
    assert expected in contents(parsed, text)


def test_content_includes_apposition_of_plain_noun(parsed: Parsed) -> None:
    text = "Mary Stone said the bridge had cracked, a mile from the harbour that she runs."
    assert contents(parsed, text) == ["the bridge had cracked, a mile from the harbour that she runs"]


@pytest.mark.parametrize(
    "text",
    [
        "Mary Stone published a list of forty bridges last week.",
        "Mary Stone posted a picture of the bridge.",
        "The minister was quoted by the Daily Herald.",
        "Mary Stone appealed to the Supreme Court.",
        "Mary Stone denied it.",
        "Mary Stone declined to comment.",
        "Police questioned the driver.",
        "The storm claimed seven lives.",
        "The army attacked the village.",
        "The plan was approved by the end of next year.",
    ],
)
def test_object_without_speech_is_no_content(parsed: Parsed, text: str) -> None:
    assert contents(parsed, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mary Stone denied the charge.", "the charge"),
        ("Mary Stone declined to comment on whether the bridge was safe.", "whether the bridge was safe"),
        ("Mary Stone questioned the mayor's judgment.", "the mayor's judgment"),
        ("Mary Stone attacked the plan.", "the plan"),
    ],
)
def test_object_of_speech_is_content(parsed: Parsed, text: str, content: str) -> None:
    assert contents(parsed, text) == [content]


def test_medium_of_statement_is_no_content(parsed: Parsed) -> None:
    text = "“It is safe,” Mary Stone said in a statement on {}. “Not a crack.”"
    assert contents(parsed, text.format("her website")) == ["It is safe, … Not a crack."]


def test_title_in_parenthetical_is_no_content(parsed: Parsed) -> None:
    found = contents(parsed, "The bridge was old, she recalled in her memoir, “Salt on Everything” (1994), and unsafe.")
    assert not any("Salt" in each and "bridge" not in each for each in found)


def test_quotation_between_dashes_is_content_without_its_sentence(parsed: Parsed) -> None:
    text = "The bridge has been closed — “three times,” she said, holding up her fingers — since the flood."
    assert contents(parsed, text) == ["three times,"]


def test_day_before_speaker_is_no_content(parsed: Parsed) -> None:
    told = "On Thursday, Mary Stone told the court Mr Park had refused the deal, then had come round to it."
    assert not any("Thursday" in each for each in contents(parsed, told))


def test_title_as_subject_is_no_quote(parsed: Parsed) -> None:
    assert contents(parsed, "“The Patient Oven,” was all the rage in Boston.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the second verb is the speaker's, in the progressive form too
        ("The firm says the bridge was unsafe and is suing the council.", ["the bridge was unsafe"]),
        (
            "The firm said the bridge leaked and had since been closed.",
            ["the bridge leaked and had since been closed"],
        ),
        # a semicolon in brackets, and one between clauses
        (
            "The council said the bridge would cost 4m euros (£3m; $5m) a year to keep.",
            ["the bridge would cost 4m euros (£3m; $5m) a year to keep"],
        ),
        (
            "The council said the bridge would cost 4m euros; the town has 3m.",
            ["the bridge would cost 4m euros"],
        ),
        # another report of the same tense, and another's silence
        (
            "The council said the bridge was safe, though it acknowledged that the piers were old.",
            ["the bridge was safe", "the piers were old"],
        ),
        (
            "The council said the bridge was safe while Acme, its builder, declined to comment.",
            ["the bridge was safe"],
        ),
        (
            "The council said the bridge was safe while Acme, its builder, was at work.",
            ["the bridge was safe while Acme, its builder, was at work"],
        ),
        # a subject in marks
        ("The council said “too much noise” would hurt the port.", ["“too much noise” would hurt the port"]),
        # a participle that is no cue of the words in marks
        (
            "Six of the piers were, according to agreed facts heard in court, “below any standard” and five were not.",
            ["Six of the piers were"],
        ),
        # a source between commas speaks of the phrase after it, one between dashes of the words there
        ("The bridge was closed in May and, according to the Herald, sold in June.", ["sold in June"]),
        ("The bridge, according to the Herald, was sold in June.", ["The bridge … was sold in June"]),
        (
            "The bridge -- which has cost 3m euros, according to the Herald -- will stay closed for years.",
            ["which has cost 3m euros"],
        ),
    ],
)
def test_content_ends_with_what_is_said(parsed: Parsed, text: str, expected: list[str]) -> None:
    assert contents(parsed, text) == expected


def test_noun_after_headline_cue_is_speaker(parsed: Parsed) -> None:
    headline = "Flood-hit village 'abandoned' by agency, say residents\n\nThe water came at night."
    assert said(parsed(headline)) == [("Flood-hit village 'abandoned' by agency", "residents", "say")]
    within = "The mayor of the village, told residents on Monday that the water would come."
    assert contents(parsed, within) == ["the water would come"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no main clause behind the cue
        (
            "While it “has to be paid,” Stone said, adding nothing.",
            [("While it “has to be paid,”", "said")],
        ),
    ],
)
def test_clause_before_main_clause_does_not_replace_it(
    parsed: Parsed, text: str, expected: list[tuple[str, str]]
) -> None:
    quotes = [(quote.act, quote.content, quote.cue) for quote in find_quotes(Tokens(parsed(text)))]
    words = [
        (" … ".join(text[part.start : part.end] for part in content), cue.text if cue else None)
        for act, content, cue in quotes
        if act == "speech"
    ]
    assert words == expected
