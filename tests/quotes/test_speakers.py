"""Speakers: the noun phrase, and its resolution to an entity."""

from __future__ import annotations

import pytest

from tests.quotes.saying import Parsed, said, speakers

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hugh Hill, a doctor from Leeds, said that it was late.", "Hugh Hill, a doctor from Leeds"),
        ("Mary Stone, who has led the council since 2019, said that it was late.", "Mary Stone"),
        ("John Park rose and said that it was late.", "John Park"),
        ("The news led some to say that it was late.", "some"),
        ("Mary Stone released a statement saying that it was late.", "Mary Stone"),
        ("A poll conducted by the Herald showed that it was late.", "A poll conducted by the Herald"),
        ("South Korea's defense ministry announced in a statement that it was late.", "South Korea's defense ministry"),
        ("The mayor is likely to say that it is late.", "The mayor"),
    ],
)
def test_the_whole_noun_phrase_of_the_subject_is_the_speaker(parsed: Parsed, text: str, speaker: str) -> None:
    assert [each for _, each, _ in said(parsed(text))] == [speaker]


def test_nobody_is_made_the_speaker_of_a_passive_without_an_agent(parsed: Parsed) -> None:
    assert [each for _, each, _ in said(parsed("It was reported that the bridge had closed."))] == [None]


def test_pronouns_go_to_the_person_whose_gender_the_text_shows(parsed: Parsed) -> None:
    doc = parsed("Mr. Park met Ms. Stone on Monday. He said the bridge was safe. She said it was not.")
    assert [(pronoun, name) for pronoun, name in speakers(doc)] == [("He", "Park"), ("She", "Stone")]


def test_a_pronoun_goes_to_the_subject_before_it(parsed: Parsed) -> None:
    assert speakers(parsed("Mary Stone opened the door. She said the bridge was safe.")) == [("She", "Mary Stone")]


def test_a_pronoun_stays_open_where_two_people_fit(parsed: Parsed) -> None:
    doc = parsed("The judges heard Alex Stone and Robin Park. He said the bridge was safe.")
    assert speakers(doc) == [("He", None)]


def test_a_pronoun_after_somebody_without_a_name_stays_open(parsed: Parsed) -> None:
    doc = parsed("John Park left at noon. A nurse described the ward as full. She said the beds were in the corridor.")
    assert speakers(doc)[-1] == ("She", None)


def test_a_pronoun_after_a_noun_that_stands_for_a_name_goes_to_the_name(parsed: Parsed) -> None:
    doc = parsed("Mary Stone won on Monday. The senator called it a surprise. She said the count was fair.")
    assert speakers(doc)[-1] == ("She", "Mary Stone")


def test_whoever_was_he_is_not_she(parsed: Parsed) -> None:
    doc = parsed(
        "Pavel Dvorak disagrees. “It is a question of money,” he says. Ingrid Solheim went on. “We will go,” she adds."
    )
    assert speakers(doc)[-1] == ("she", "Ingrid Solheim")
    doc = parsed("Pavel Dvorak disagrees. “It is a question of money,” he says. “We will go,” she adds.")
    assert speakers(doc)[-1] == ("she", None)


def test_the_source_of_what_is_said_may_go_on_herself(parsed: Parsed) -> None:
    doc = parsed(
        "Maya Iyer listened. According to Ingrid Solheim, the team will go – “if somebody gives us the money,” she adds."
    )
    assert speakers(doc)[-1] == ("she", "Ingrid Solheim")


def test_an_organization_in_apposition_is_named_and_no_other(parsed: Parsed) -> None:
    doc = parsed("The High Court met. The company, Konkan Ports Ltd, said in a statement that it had complied.")
    assert speakers(doc)[-1] == ("The company, Konkan Ports Ltd", "Konkan Ports Ltd")
    doc = parsed("The High Court met. The company, Zzyxq, said in a statement that it had complied.")
    assert speakers(doc)[-1][1] != "High Court"


def test_a_name_behind_the_office_is_the_speaker(parsed: Parsed) -> None:
    doc = parsed("A spokesman for the department, Kerry Amos, would not say when the inquiry will end.")
    assert [name for _, name in speakers(doc)] == ["Kerry Amos"]


def test_a_pronoun_with_nobody_before_it_stays_open(parsed: Parsed) -> None:
    assert speakers(parsed("He said the bridge was safe.")) == [("He", None)]


def test_a_name_in_what_is_said_is_not_who_said_it(parsed: Parsed) -> None:
    doc = parsed("John Park spoke last. He said that Peter Stone had lied.")
    assert speakers(doc) == [("He", "John Park")]


def test_it_goes_to_the_organization_before_it(parsed: Parsed) -> None:
    doc = parsed("Acme Corp. said that the plant had been sold. It further said that the price was fair.")
    assert [name for _, name in speakers(doc)] == ["Acme Corp.", "Acme Corp."]


def test_an_apposition_names_the_speaker(parsed: Parsed) -> None:
    doc = parsed("The mayor of Springfield, Jane Doe, said that it was late.")
    assert [name for _, name in speakers(doc)] == ["Jane Doe"]


def test_an_empty_it_is_nobody(parsed: Parsed) -> None:
    assert all(
        speaker is None for speaker, _ in speakers(parsed("The mayor left. It is hard to imagine him as a judge."))
    )


def test_a_body_of_another_kind_is_not_the_paper(parsed: Parsed) -> None:
    doc = parsed("The Senate met on Monday. The paper said that the hall was empty.")
    assert speakers(doc) == [("The paper", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I just hit it,” the 22-year-old told Radio Leeds.", "the 22-year-old"),
        (
            "The owner of a ferry that sank off the coast denied on Thursday that the crew was drunk.",
            "The owner of a ferry",
        ),
        ("Mayor “lied under oath”, court told.", None),
        ("“I lied under oath,” the mayor told the court.", "the mayor"),
        ("Taking to Facebook, Mary Stone's partner raged: “Who did this? Tell me.”", "Mary Stone's partner"),
    ],
)
def test_who_is_told_and_what_sank_do_not_speak(parsed: Parsed, text: str, speaker: str | None) -> None:
    (found, _), *_ = speakers(parsed(text))
    assert (found or "")[: len(speaker or "")] == (speaker or "")
    assert (found is None) == (speaker is None)


def test_a_person_by_age_is_whom_the_text_has_spoken_of(parsed: Parsed) -> None:
    doc = parsed("Peter Stone said he was tired. “I just hit it,” the 22-year-old told Radio Leeds.")
    assert speakers(doc)[-1] == ("the 22-year-old", "Peter Stone")


def test_it_is_not_a_named_body_where_one_without_a_name_spoke_last(parsed: Parsed) -> None:
    doc = parsed("The United Nations urged restraint. The army denied that it had fired. It said that nobody had.")
    assert speakers(doc)[-1] == ("It", None)


def test_the_company_is_the_company_that_it_was(parsed: Parsed) -> None:
    text = (
        "Acme Corp. raised its forecast on Monday. The company said that sales had doubled.\n\n"
        "Mary Stone, who covers the shares, said that she was surprised. John Park agreed with her.\n\n"
        "Few others had expected it. Nobody else bought.\n\nThe company said that it was hiring."
    )
    assert speakers(parsed(text))[-1] == ("The company", "Acme Corp.")
    assert speakers(parsed("It rained on Monday. The company said that it was hiring."))[-1] == ("The company", None)


def test_a_pronoun_that_takes_up_an_earlier_one_tells_nothing_of_the_name_between(parsed: Parsed) -> None:
    doc = parsed("Lacey Dean said how she fell. Her co-star Danny Frost came to her bedside. “Be quick,” he laughs.")
    assert speakers(doc)[-1] == ("he", "Danny Frost")
    doc = parsed("John Park rushed to her bedside. “Be quick,” she said.")
    assert speakers(doc)[-1] == ("she", "John Park")


def test_families_are_not_the_first_of_those_they_mourn(parsed: Parsed) -> None:
    doc = parsed("The families of the victims, Andre Wills, 16, and Kayla Moss, 15, called the decision a disgrace.")
    assert [name for _, name in speakers(doc)] == [None]


def test_she_who_speaks_of_him_may_be_either_of_two(parsed: Parsed) -> None:
    doc = parsed("Tom Harker trained for nine months with Dita Kovacs. She says he was hopeless.")
    assert speakers(doc)[-1] == ("She", None)
    doc = parsed("Dita Kovacs trained for nine months. She says he was hopeless.")
    assert speakers(doc)[-1] == ("She", "Dita Kovacs")
