"""Direct speech with a cue beside it, and quotations that are no speech."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from tests.quotes.saying import Parsed, said

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” Mary Stone said.", ("The bridge is closed,", "Mary Stone", "said")),
        ("« The bridge is closed », said Mary Stone.", ("The bridge is closed", "Mary Stone", "said")),
        ("‘The bridge is closed,’ said Mary Stone.", ("The bridge is closed,", "Mary Stone", "said")),
        (
            "“The bridge is closed,” said Mary Stone, the mayor.",
            ("The bridge is closed,", "Mary Stone, the mayor", "said"),
        ),
        ("Mary Stone said: “The bridge is closed.”", ("The bridge is closed.", "Mary Stone", "said")),
        ("Mary Stone told reporters, “The bridge is closed.”", ("The bridge is closed.", "Mary Stone", "told")),
        ("“Is it closed?” she asked.", ("Is it closed?", "she", "asked")),
        ("“No,” she said.", ("No,", "she", "said")),
        (
            "“The bridge is closed,” Mary Stone, the mayor of Leeds, told reporters in the town hall on Tuesday.",
            ("The bridge is closed,", "Mary Stone, the mayor of Leeds", "told"),
        ),
        (
            "“The bridge is closed,” said Mary Stone, who told nobody else about it.",
            ("The bridge is closed,", "Mary Stone", "said"),
        ),
        ("In Mary Stone's words, “The bridge is closed.”", ("The bridge is closed.", "Mary Stone", "words")),
        ("In the words of Mary Stone, “the bridge is closed”.", ("the bridge is closed", "Mary Stone", "words")),
        (
            "“I was told, ‘Go home,’” Mary Stone said.",
            ("I was told, ‘Go home,’", "Mary Stone", "said"),
        ),
    ],
)
def test_cue_beside_quotation_gives_speaker(parsed: Parsed, text: str, expected: tuple[str, str, str]) -> None:
    assert said(parsed(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The bridge,” Mary Stone said, “is closed until May.”", "The bridge, … is closed until May."),
        (
            "“The bridge is closed,” Mary Stone said. “It will open in May.”",
            "The bridge is closed, … It will open in May.",
        ),
        ("“Is it safe?” asked Mary Stone. “I doubt it.”", "Is it safe? … I doubt it."),
    ],
)
def test_parts_around_cue_are_one_quote(parsed: Parsed, text: str, content: str) -> None:
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == [(content, "Mary Stone")]


def test_second_cue_begins_second_quote(parsed: Parsed) -> None:
    found = said(parsed("“It is closed,” Mary Stone said. “It is open,” said John Park."))
    assert [(text, speaker) for text, speaker, _ in found] == [
        ("It is closed,", "Mary Stone"),
        ("It is open,", "John Park"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The bridge is closed,” said Mary Stone. “It will open in May.” “It is open,” said John Park. “I crossed it.”",
            [
                ("The bridge is closed, … It will open in May.", "Mary Stone"),
                ("It is open, … I crossed it.", "John Park"),
            ],
        ),
        (
            "Mary Stone said: “The bridge is closed.” “It is open,” John Park told reporters.",
            [("The bridge is closed.", "Mary Stone"), ("It is open,", "John Park")],
        ),
        (
            "“The bridge is closed,” said Mary Stone. “Stay away.” “It is open,” said John Park. “Come and see.” "
            "“I have a boat,” Ruth Weiss said. “I do not care.”",
            [
                ("The bridge is closed, … Stay away.", "Mary Stone"),
                ("It is open, … Come and see.", "John Park"),
                ("I have a boat, … I do not care.", "Ruth Weiss"),
            ],
        ),
        (
            "“Is the bridge closed?” asked Mary Stone. “I cannot see it.” “It is open!” John Park shouted.",
            [("Is the bridge closed? … I cannot see it.", "Mary Stone"), ("It is open!", "John Park")],
        ),
    ],
)
def test_adjacent_quotation_with_own_cue_is_second_quote(
    parsed: Parsed, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“The bridge is closed,” Mary Stone said. “It will open in May.” “We are sorry for the delay.”",
            "The bridge is closed, … It will open in May. … We are sorry for the delay.",
        ),
        (
            "Mary Stone said: “The bridge is closed.” “It will open in May.”",
            "The bridge is closed. … It will open in May.",
        ),
        (
            "“The bridge is closed,” Mary Stone said. “It will open in May.” “We are sorry.” John Park did not come.",
            "The bridge is closed, … It will open in May. … We are sorry.",
        ),
    ],
)
def test_adjacent_quotation_without_cue_continues_quote(parsed: Parsed, text: str, content: str) -> None:
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == [(content, "Mary Stone")]


def test_quotations_with_sentence_between_are_not_joined(parsed: Parsed) -> None:
    found = said(parsed("“It is closed,” Mary Stone said. Then the rain began to fall. “It will open in May.”"))
    assert [text for text, _, _ in found] == ["It is closed,", "It will open in May."]


def test_clause_before_quoted_phrase_is_content(parsed: Parsed) -> None:
    doc = parsed("The plan was “a costly mistake,” Mary Stone said.")
    assert said(doc) == [("The plan was “a costly mistake,”", "Mary Stone", "said")]
    assert [quote.kind for quote in find_quotes(Tokens(doc))] == ["mixed"]


def test_clause_with_quoted_phrase_of_witness_is_content(parsed: Parsed) -> None:
    doc = parsed("Officers came after a neighbor reported hearing “four or five pops,” Mary Stone said on Monday.")
    assert said(doc) == [("Officers came after a neighbor reported hearing “four or five pops,”", "Mary Stone", "said")]


def test_colon_before_quotation_gives_speaker(parsed: Parsed) -> None:
    assert said(parsed("Mr. Park said:\n\n“The bridge is closed until May.”")) == [
        ("The bridge is closed until May.", "Mr. Park", "said")
    ]
    assert said(parsed("A lesson from Mary Stone: “Never trust a bridge that was built in winter.”")) == [
        ("Never trust a bridge that was built in winter.", "Mary Stone", ":")
    ]


def test_manner_before_colon_gives_speaker(parsed: Parsed) -> None:
    assert said(parsed("He left. Captain Stone was blunter: “The ship sank because nobody looked.”")) == [
        ("The ship sank because nobody looked.", "Captain Stone", ":")
    ]
    assert said(parsed("The plan was simple: “Build more of it now.”")) == [("Build more of it now.", None, None)]


def test_answer_without_owner_has_no_speaker(parsed: Parsed) -> None:
    assert [speaker for _, speaker, _ in said(parsed("For Mary Stone, the answer is simple: “Build more.”"))] == [None]


def test_in_words_of_gives_speaker(parsed: Parsed) -> None:
    assert said(parsed("In the mayor’s words, “the bridge is a disgrace to us all.”")) == [
        ("the bridge is a disgrace to us all.", "the mayor", "words")
    ]


def test_name_after_dash_is_speaker(parsed: Parsed) -> None:
    assert said(parsed("“The bridge is a disgrace.” — Mary Stone, mayor")) == [
        ("The bridge is a disgrace.", "Mary Stone, mayor", "—")
    ]


def test_clause_after_dash_is_no_signature(parsed: Parsed) -> None:
    assert all(cue != "—" for _, _, cue in said(parsed("“The bridge is a disgrace.” — The mayor left at noon.")))


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Long Road” opened on Friday.",
        "The so-called “special fund” was empty.",
        "The “expert” never came.",
        "William “Billy” Park left at noon.",
        'The plank is 12" wide and John Park is 6\'2" tall.',
    ],
)
def test_title_scare_quote_nickname_and_inches_are_no_speech(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


def test_title_before_cue_is_no_content(parsed: Parsed) -> None:
    found = said(parsed("On “The Morning Show,” Mary Stone said that the bridge was safe."))
    assert [text for text, _, _ in found] == ["the bridge was safe"]


def test_clause_before_cue_is_content(parsed: Parsed) -> None:
    assert said(parsed("When the rain came, Mary Stone said, “we closed the bridge.”")) == [
        ("When the rain came … “we closed the bridge.”", "Mary Stone", "said")
    ]


def test_words_between_quotation_and_cue_are_content(parsed: Parsed) -> None:
    found = said(parsed("“Nobody will cross the bridge” if it rains, Mary Stone said."))
    assert found == [("“Nobody will cross the bridge” if it rains", "Mary Stone", "said")]


def test_participle_with_own_quotation_begins_second_quote(parsed: Parsed) -> None:
    found = said(parsed("“We cannot wait,” Mary Stone said, adding later, “It must be done in May.”"))
    assert found == [
        ("We cannot wait,", "Mary Stone", "said"),
        ("It must be done in May.", "Mary Stone", "adding"),
    ]


def test_cue_at_end_of_previous_sentence_gives_speaker(parsed: Parsed) -> None:
    assert said(parsed("Mary Stone agreed. “The bridge must be closed at once.”")) == [
        ("The bridge must be closed at once.", "Mary Stone", "agreed")
    ]


def test_sentence_after_exclamation_is_no_cue(parsed: Parsed) -> None:
    found = said(parsed("They shouted “Out!” A councillor called the mayor a liar."))
    assert ("Out!", "A councillor", "called") not in found


def test_quotation_inside_reported_speech_has_outer_speaker(parsed: Parsed) -> None:
    found = said(parsed("Mary Stone said she remembered thinking, “This bridge will fall.”"))
    assert [speaker for _, speaker, _ in found] == ["Mary Stone"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a second cue of the same speaker
        (
            "“The bridge is closed,” Mary Stone said before adding: “It will open in May.”",
            [("The bridge is closed,", "Mary Stone"), ("It will open in May.", "Mary Stone")],
        ),
        # a conjunction before the second part
        (
            "“I like the bridge,” Mary Stone said, but “the road to it was never built by anybody.”",
            [("I like the bridge, … the road to it was never built by anybody.", "Mary Stone")],
        ),
        # no verb
        (
            "“We keep the bridge open,” Mary Stone, director of the port.",
            [("We keep the bridge open,", "Mary Stone, director of the port")],
        ),
        ("“We keep the bridge open,” on the wall of the port.", [("We keep the bridge open,", None)]),
        ("Mary Stone to reporters on Friday: “It will open in May.”", [("It will open in May.", "Mary Stone")]),
        ("Mary to John Park: “It will open in May.”", [("It will open in May.", "Mary")]),
        ("The road to Leeds: “It will open in May.”", [("It will open in May.", None)]),
        # a sentence that only says who spoke
        (
            "“Nobody told us about the bridge.” Mary Stone told the Leeds Courier. She lives there.",
            [("Nobody told us about the bridge.", "Mary Stone")],
        ),
        ("“Nobody told us about the bridge.” Mary Stone told the truth.", [("Nobody told us about the bridge.", None)]),
        (
            "“Nobody told us about the bridge.” Mary Stone told the Courier that it rained.",
            [("Nobody told us about the bridge.", None), ("it rained", "Mary Stone")],
        ),
        # a question pressed home between two answers
        (
            "“Not that I know,” Mr Park replied. “Did you ever cross the bridge?” Ms Stone pressed. “No,” replied the witness.",
            [
                ("Not that I know,", "Mr Park"),
                ("Did you ever cross the bridge?", "Ms Stone"),
                ("No,", "the witness"),
            ],
        ),
        # a subject and its predicate, each in marks
        (
            "“A safe and open bridge,” insisted Mr Park, “will serve the town.”",
            [("A safe and open bridge, … will serve the town.", "Mr Park")],
        ),
        ("The show “Bridges,” called the plan a waste.", []),
        # shouts
        ("She said “Look out!” right before the bridge fell.", [("Look out!", "She")]),
    ],
)
def test_attribution_around_a_quotation(parsed: Parsed, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The article “Who pays for the bridge?” was read by thousands.",
        "Re: “Bridge toll hurts small shops,” Page 8: The shops are right.",
        "The choir has a song titled “We will cross the river” on Friday.",
    ],
)
def test_title_of_a_work_is_no_speech(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


def test_quotation_in_a_work_with_a_cue_is_speech(parsed: Parsed) -> None:
    found = said(parsed("Mary Stone wrote in the article: “We will cross the river.”"))
    assert [(words, speaker) for words, speaker, _ in found] == [("We will cross the river.", "Mary Stone")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one cue between two quotations, after an abbreviation
        (
            'Analysts said it was late.\n\n"It\'s a hard market," said Milo Fenn of Quill Research Corp. "Firms pay more of it."',
            [("it was late", "Analysts"), ("It's a hard market, … Firms pay more of it.", "Milo Fenn of")],
        ),
        # a cue directly before words in lower case
        (
            "Their statement also read “tolls over our objections violate the law of the land.”",
            [("tolls over our objections violate the law of the land.", "Their statement")],
        ),
        # a passive that nobody speaks
        # another person as the subject in between: nobody is named
        (
            "“It is over,” Ada Quill said. Milo Fenn shook his head. “We will go on for years and years.”",
            [("It is over,", "Ada Quill"), ("We will go on for years and years.", None)],
        ),
        (
            "“It is over,” Ada Quill said. Nobody had come. “We will go on for years and years.”",
            [("It is over,", "Ada Quill"), ("We will go on for years and years.", "Ada Quill")],
        ),
    ],
)
def test_speaker_of_a_quotation_with_two_candidates(
    parsed: Parsed, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(words, speaker) for words, speaker, _ in said(parsed(text))] == expected


def test_quoted_words_within_a_headline_are_no_speech(parsed: Parsed) -> None:
    assert said(parsed("Sales ‘fail to boost the high street’\n\nThe January sales came late.")) == []


@pytest.mark.parametrize(
    ("text", "speaker", "sure"),
    [
        # one who is cited by another; the pronoun of a report in a report stands for nobody named
        ("John Park was fined. He said, “I will break it,” the prosecutor’s office said.", "He", False),
        (
            "Ada Quill left. A clerk recalled that he said, “I will break it,” the prosecutor’s office said.",
            "he",
            False,
        ),
        ("John Park said, “I will break it,” the prosecutor’s office said.", "John Park", True),
        # the one cited and the one who cites are the same
        ("“No,” Ada Quill said, “I will break it,” she said.", "she", True),
    ],
)
def test_words_cited_by_another_are_those_of_who_said_them(parsed: Parsed, text: str, speaker: str, sure: bool) -> None:
    found = find_quotes(Tokens(parsed(text)))
    assert [(each.speaker.text, each.speaker.sure) for each in found if each.speaker is not None] == [(speaker, sure)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the subject, not the last name before the colon
        ("Ada Quill sees one problem with working beside Mary Stone and John Park: “They are too quick.”", "Ada Quill"),
        ("Ada Quill has found one problem with John Park: “He is too quick.”", "Ada Quill"),
        # the author
        ("A lesson from Ada Quill: “Be quick.”", "Ada Quill"),
        ("John Park found a lesson from Ada Quill: “Be quick.”", "Ada Quill"),
    ],
)
def test_subject_or_author_before_colon_is_speaker(parsed: Parsed, text: str, speaker: str) -> None:
    assert [name for _, name, _ in said(parsed(text))] == [speaker]
