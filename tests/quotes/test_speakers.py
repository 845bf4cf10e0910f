"""Speakers: the noun phrase, and its resolution to an entity."""

from __future__ import annotations

import pytest

from newsview.extraction import doc_extensions
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
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
        ("The mayor was quick to say that it was late.", "The mayor"),
    ],
)
def test_speaker_is_noun_phrase_of_subject(parsed: Parsed, text: str, speaker: str) -> None:
    assert [each for _, each, _ in said(parsed(text))] == [speaker]


def test_pronoun_refers_to_person_of_its_gender(parsed: Parsed) -> None:
    doc = parsed("Mr. Park met Ms. Stone on Monday. He said the bridge was safe. She said it was not.")
    assert [(pronoun, name) for pronoun, name in speakers(doc)] == [("He", "Park"), ("She", "Stone")]


def test_pronoun_refers_to_previous_subject(parsed: Parsed) -> None:
    assert speakers(parsed("Mary Stone opened the door. She said the bridge was safe.")) == [("She", "Mary Stone")]


def test_pronoun_with_two_candidates_is_unresolved(parsed: Parsed) -> None:
    doc = parsed("The judges heard Alex Stone and Robin Park. He said the bridge was safe.")
    assert speakers(doc) == [("He", None)]


def test_pronoun_after_unnamed_person_is_unresolved(parsed: Parsed) -> None:
    doc = parsed("John Park left at noon. A nurse described the ward as full. She said the beds were in the corridor.")
    assert speakers(doc)[-1] == ("She", None)


def test_pronoun_after_definite_noun_refers_to_named_person(parsed: Parsed) -> None:
    doc = parsed("Mary Stone won on Monday. The senator called it a surprise. She said the count was fair.")
    assert speakers(doc)[-1] == ("She", "Mary Stone")


def test_antecedent_of_he_is_not_antecedent_of_she(parsed: Parsed) -> None:
    doc = parsed(
        "Pavel Dvorak disagrees. “It is a question of money,” he says. Ingrid Solheim went on. “We will go,” she adds."
    )
    assert speakers(doc)[-1] == ("she", "Ingrid Solheim")
    doc = parsed("Pavel Dvorak disagrees. “It is a question of money,” he says. “We will go,” she adds.")
    assert speakers(doc)[-1] == ("she", None)


def test_pronoun_refers_to_source_after_according_to(parsed: Parsed) -> None:
    doc = parsed(
        "Maya Iyer listened. According to Ingrid Solheim, the team will go – “if somebody gives us the money,” she adds."
    )
    assert speakers(doc)[-1] == ("she", "Ingrid Solheim")


def test_apposition_of_organization_gives_its_entity(parsed: Parsed) -> None:
    doc = parsed("The High Court met. The company, Konkan Ports Ltd, said in a statement that it had complied.")
    assert speakers(doc)[-1] == ("The company, Konkan Ports Ltd", "Konkan Ports Ltd")
    doc = parsed("The High Court met. The company, Zzyxq, said in a statement that it had complied.")
    assert speakers(doc)[-1][1] != "High Court"


def test_name_after_office_is_speaker(parsed: Parsed) -> None:
    doc = parsed("A spokesman for the department, Kerry Amos, would not say when the inquiry will end.")
    assert [name for _, name in speakers(doc)] == ["Kerry Amos"]


def test_pronoun_without_candidate_is_unresolved(parsed: Parsed) -> None:
    assert speakers(parsed("He said the bridge was safe.")) == [("He", None)]


def test_name_in_content_is_no_antecedent(parsed: Parsed) -> None:
    doc = parsed("John Park spoke last. He said that Peter Stone had lied.")
    assert speakers(doc) == [("He", "John Park")]


def test_it_refers_to_previous_organization(parsed: Parsed) -> None:
    doc = parsed("Acme Corp. said that the plant had been sold. It further said that the price was fair.")
    assert [name for _, name in speakers(doc)] == ["Acme Corp.", "Acme Corp."]


def test_apposition_gives_entity_of_speaker(parsed: Parsed) -> None:
    doc = parsed("The mayor of Springfield, Jane Doe, said that it was late.")
    assert [name for _, name in speakers(doc)] == ["Jane Doe"]


def test_nationality_inside_a_name_is_not_the_entity_of_the_speaker(parsed: Parsed) -> None:
    assert speakers(parsed("Swiss voters stayed home. “It was a bad year,” said Swiss Re.")) == [("Swiss Re", None)]
    assert speakers(parsed("“It was a bad year,” the Swiss said."))[0][1] is not None


def test_expletive_it_is_no_speaker(parsed: Parsed) -> None:
    assert all(
        speaker is None for speaker, _ in speakers(parsed("The mayor left. It is hard to imagine him as a judge."))
    )


def test_noun_for_other_kind_of_organization_is_unresolved(parsed: Parsed) -> None:
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
        ("“I lied under oath,” the mayor told the court.", "the mayor"),
        ("Taking to Facebook, Mary Stone's partner raged: “Who did this? Tell me.”", "Mary Stone's partner"),
    ],
)
def test_addressee_and_inanimate_noun_are_no_speakers(parsed: Parsed, text: str, speaker: str | None) -> None:
    (found, _), *_ = speakers(parsed(text))
    assert (found or "")[: len(speaker or "")] == (speaker or "")
    assert (found is None) == (speaker is None)


def test_person_by_age_refers_to_previous_person(parsed: Parsed) -> None:
    doc = parsed("Peter Stone said he was tired. “I just hit it,” the 22-year-old told Radio Leeds.")
    assert speakers(doc)[-1] == ("the 22-year-old", "Peter Stone")


def test_it_after_unnamed_organization_is_unresolved(parsed: Parsed) -> None:
    doc = parsed("The United Nations urged restraint. The army denied that it had fired. It said that nobody had.")
    assert speakers(doc)[-1] == ("It", None)


def test_repeated_company_noun_refers_to_same_entity(parsed: Parsed) -> None:
    text = (
        "Acme Corp. raised its forecast on Monday. The company said that sales had doubled.\n\n"
        "Mary Stone, who covers the shares, said that she was surprised. John Park agreed with her.\n\n"
        "Few others had expected it. Nobody else bought.\n\nThe company said that it was hiring."
    )
    assert speakers(parsed(text))[-1] == ("The company", "Acme Corp.")
    assert speakers(parsed("It rained on Monday. The company said that it was hiring."))[-1] == ("The company", None)


def test_repeated_pronoun_is_no_evidence_for_gender_of_name_between(parsed: Parsed) -> None:
    doc = parsed("Lacey Dean said how she fell. Her co-star Danny Frost came to her bedside. “Be quick,” he laughs.")
    assert speakers(doc)[-1] == ("he", "Danny Frost")
    doc = parsed("Robin Park rushed to her bedside. “Be quick,” she said.")
    assert speakers(doc)[-1] == ("she", "Robin Park")


def test_plural_noun_does_not_refer_to_person_in_apposition(parsed: Parsed) -> None:
    doc = parsed("The families of the victims, Andre Wills, 16, and Kayla Moss, 15, called the decision “a disgrace”.")
    assert [name for _, name in speakers(doc)] == [None]


def test_given_name_of_other_sex_is_no_antecedent(parsed: Parsed) -> None:
    doc = parsed("Mary Stone left Leeds with John Park on Monday. He said the bridge was safe.")
    assert speakers(doc) == [("He", "John Park")]
    doc = parsed("John Park rushed to the bridge. “Be quick,” she said.")
    assert speakers(doc)[-1] == ("she", None)


def test_speaker_is_not_named_in_their_own_words(parsed: Parsed) -> None:
    doc = parsed("For John Park, Peter Stone was a hero of the bridge. He said that Peter Stone had saved it.")
    assert speakers(doc) == [("He", "John Park")]


_SHARES = "Trust in Acme Corp. is low. Few own shares of Acme Corp. now. Most of them hold shares of Zorbex Corp.\n\nIt was late.\n\nNobody came."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the office beside the name
        (
            "Ivo Brand, the finance minister, met John Park, the health minister, on Monday. Mary Stone watched.\n\n"
            "The health minister said talks would go on.",
            "John Park",
        ),
        ("Sen. Mary Stone met the mayor on Monday. The senator said talks would go on.", "Mary Stone"),
        ("John Park is the mayor of Leeds. Mary Stone went home.\n\nThe mayor said talks would go on.", "John Park"),
        # a person's description that names a party
        ("John Park warned that the port could close. The Conservative MP said it was late.", "John Park"),
        # two with the same office, and none
        (
            "Ivo Brand, the minister, met John Park, the minister, on Monday. The minister said talks would go on.",
            None,
        ),
        ("Mary Stone is the mayor of Leeds. The mayor of Hull said talks would go on.", None),
        ("John Park closed the bridge. The witness said it was late.", None),
        # organizations
        ("Acme Motors raised its forecast on Monday. The carmaker said that sales had doubled.", "Acme Motors"),
        ("Acme Motors, a carmaker, met the Senate on Monday. The carmaker said sales had doubled.", "Acme Motors"),
        ("Acme Corp. raised its forecast. The Zenith group said that sales had doubled.", None),
        # the firm that the article is about, and no other one
        (f"Acme Corp. has sold a port. {_SHARES}\n\nUnder it, the firm said, nobody has to leave.", "Acme Corp."),
        (f"Acme Corp. has sold a port. {_SHARES}\n\nUnder it, the Spanish firm said, nobody has to leave.", None),
        (
            f"Nobody has sold a port.\n\nIt was late.\n\n{_SHARES}\n\nUnder it, the firm said, nobody has to leave.",
            None,
        ),
    ],
)
def test_description_refers_to_who_was_called_so(parsed: Parsed, text: str, expected: str | None) -> None:
    assert speakers(parsed(text))[-1][1] == expected


def test_calling_that_nobody_was_given_is_nobody(parsed: Parsed) -> None:
    doc = parsed("John Park came to the bridge on Monday. The estate agent said it was a surprise.")
    assert speakers(doc)[-1] == ("The estate agent", None)


def test_person_subject_without_name_before_a_pronoun_is_described(parsed: Parsed) -> None:
    doc = parsed(
        "Mary Stone, the chief executive of Acme, met Ruth Weiss on Monday. Ruth Weiss called the plan a mistake.\n\n"
        "The chief executive defended it. “We will see,” she said."
    )
    assert speakers(doc)[-1] == ("she", "Mary Stone")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the object before a gerund
        ("The strike pushed the mayor into announcing that the bridge would close.", "the mayor"),
        # the main clause of a participle, whose own clause has no speaker
        ("Experts called it odd, as profits are thin, while noting that bridges are needed.", "Experts"),
        ("Drivers attacked the toll saying they could be forced to stay at home.", "Drivers"),
        ("Mary Stone signed a motion saying the bridge was unsafe.", "a motion"),
        # a place that somebody goes to, which can be no speaker; not a country that is led to say something
        ("This week Colin Park was visiting the West Bank to stress that the wells were dry.", "Colin Park"),
        ("The strike forced Norway to admit that the wells were dry.", "Norway"),
        ("The union cited a poll showing that the bridge was safe.", "a poll"),
        # a source that the parser joins with the subject
        ("According to the ruling, a bridge, such as ours, must close if it is unsafe.", "the ruling"),
        ("According to Ada Quill, the mayor, the bridge is unsafe.", "Ada Quill, the mayor"),
    ],
)
def test_speaker_of_a_participle_is_the_one_who_can_speak(parsed: Parsed, text: str, speaker: str) -> None:
    assert speaker in [each for _, each, _ in said(parsed(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the last speaker, whoever is named in their words
        ("John Park said Paul Stone was never there. He said the bridge was safe.", ("He", "John Park", True)),
        ("John Park told the court he was ill. Nobody had come. He added that it was late.", ("He", "John Park", True)),
        # a person without an entity in between
        ("John Park left. The nurse said John Park was ill. He said the beds were full.", ("He", None, False)),
        ("Mary Stone left. Mary Stone’s official spokesman was late. He said it was over.", ("He", None, False)),
        # a name beside a common noun
        (
            "Mary Stone left. Its lawyer, John Park, told the court of it. He said it was over.",
            ("He", "John Park", True),
        ),
        # another person named in the sentence: a guess
        ("John Park said it was over. As Paul Stone’s deputy, he called for a bridge.", ("he", "John Park", False)),
        # several speakers
        (
            "John Park left. Both the mayor and the governor said it was late.",
            ("Both the mayor and the governor", None, False),
        ),
        # a name behind two offices
        (
            "John Park left. The head of the mission, former judge Wanjiru Kamotho, urged drivers to wait. She said it was over.",
            ("She", "Wanjiru Kamotho", False),
        ),
        # one of several people, who has no entity; a name beside it has one
        ("Mary Stone spoke last. One of the nurses left the ward. She said the beds were full.", ("She", None, False)),
        (
            "John Park spoke last. One of the nurses, Ingrid Solheim, left. She said the beds were full.",
            ("She", "Ingrid Solheim", True),
        ),
        # a thought goes on with its subject, not with the name in it
        (
            "John Park said taxes were down. He did not think that Peter Stone wanted to talk. But he said it might come.",
            ("he", "John Park", True),
        ),
        # another subject since the last speaker
        (
            "Peter Stone said it would help if John Park stood. John Park grew up here. He said: “I never left the town.”",
            ("He", "John Park", False),
        ),
        # the pronoun of a name behind it is somebody else's
        ("Before the meeting with Robin Park, he called Robin Park a liar and said it was late.", ("he", None, False)),
        # a name behind a title, whatever it is alone
        ("Mr Reading opened the shop. He said it was late.", ("He", "Reading", True)),
        ("Mr March, who joined Acme last year, said that it was late.", ("Mr March", "March", True)),
        ("In March, it was late, the mayor said.", ("the mayor", None, False)),
        # a guess is not surer where it is repeated
        ("Robin Park met Alex Stone. He said it was late. He added that it was cold.", ("He", "Robin Park", False)),
        # an organization without a name, which the sentence before is about
        (
            "Acme Corp. said it was late. The opposition was pleased. It said that the price was fair.",
            ("It", None, False),
        ),
        (
            "Acme Corp. said it was late. Nobody was pleased. It said that the price was fair.",
            ("It", "Acme Corp.", True),
        ),
        # a person parsed under the body that they lead, and a body with a person in its name
        (
            "Friends of Leeds director Jane Hall said it was late.",
            ("Friends of Leeds director Jane Hall", "Jane Hall", True),
        ),
        ("The Office of Mayor Jane Hall said it was late.", ("The Office of Mayor Jane Hall", None, False)),
        # a given name alone
        ("Charles Stone left. Charles said it was late.", ("Charles", "Charles Stone", False)),
        ("Charles Stone left. Stone said it was late.", ("Stone", "Charles Stone", True)),
    ],
)
def test_last_speaker_is_antecedent(parsed: Parsed, text: str, expected: tuple[str, str | None, bool]) -> None:
    doc = parsed(text)
    names = {entity["id"]: entity["name"] for entity in doc_extensions.grouped_entities(doc)}
    last = find_quotes(Tokens(doc))[-1].speaker
    assert last is not None
    assert (last.text, names.get(last.entity or ""), last.sure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb after the cue in a parenthesis
        ("The bridge is old, the council said, but warned that a new one would cost more.", ["the council"] * 2),
        ("The bridge is old, Mary Stone told the council, noting that it leaks.", ["Mary Stone"] * 2),
        ("The bridge is old, and Mary Stone, who lives there, noted that it leaks.", ["Mary Stone"]),
        # a thought and a report of one subject
        (
            "The report recognised that “such plans may help,” and said some of them would be changed.",
            ["The report"] * 2,
        ),
        # a relative clause after an apposition
        (
            "A complaint came from a woman, a niece of Mary Stone, who said the bridge was unsafe.",
            ["a woman, a niece of Mary Stone"],
        ),
        # an apposition after "with"
        (
            "Fees are highest in York, with the next town, Leeds, reporting that fees had doubled.",
            ["the next town, Leeds"],
        ),
        # a report that is itself reported
        ("The council has said it will build ten boats, according to the Herald.", ["The council"]),
        ("The bridge will open, according to the Herald.", ["the Herald"]),
    ],
)
def test_speaker_of_a_second_cue(parsed: Parsed, text: str, expected: list[str]) -> None:
    assert [speaker for _, speaker, _ in said(parsed(text))] == expected


def test_several_speakers_are_no_entity(parsed: Parsed) -> None:
    assert speakers(parsed("Mary Stone and other mayors said the bridge was safe."))[-1][1] is None


def test_means_of_the_subject_is_no_speaker(parsed: Parsed) -> None:
    assert [each for _, each, _ in said(parsed("Stone used her column to argue that the tax was unfair."))] == ["Stone"]


@pytest.mark.parametrize(
    ("text", "link", "sure"),
    [
        ("Mary Stone said the bridge was safe.", "name", True),
        ("Mary Stone opened the door. She said the bridge was safe.", "pronoun", True),
        ("Robin Park met Alex Stone. He said the bridge was safe.", "pronoun", False),
        ("Mary Stone, the foreign minister, left. The foreign minister said it was late.", "description", True),
        ("John Park left. The Conservative MP said it was late.", "description", False),
        ("“It was late,” Mary Stone said. Nobody had come. “So I went home and slept until noon.”", "name", False),
        ("The engineers said the bridge was safe.", None, False),
    ],
)
def test_speaker_has_a_link_that_is_sure_or_a_guess(parsed: Parsed, text: str, link: str | None, sure: bool) -> None:
    speaker = find_quotes(Tokens(parsed(text)))[-1].speaker
    assert speaker is not None
    assert (speaker.link, speaker.sure) == (link, sure)
