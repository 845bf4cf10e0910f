"""Act and stance of quotes: speech, belief or plan; stated, denied, doubted, asked or withheld."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from tests.quotes.saying import Parsed, said

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Stone said that the bridge was safe.", ("states", "said")),
        ("Mary Stone said she did not know the man.", ("states", "said")),
        ("Mary Stone said he had never denied the charge.", ("states", "said")),
        ("Mary Stone asked them to leave the room.", ("states", "asked")),
        ("Mary Stone not only said that the bridge was safe, she proved it.", ("states", "said")),
        # a cue that denies, doubts or asks
        ("Mary Stone denied that the bridge was safe.", ("denies", "denied")),
        ("Mary Stone disputed that the bridge was safe.", ("denies", "disputed")),
        ("Mary Stone rejected claims that the bridge was safe.", ("denies", "rejected")),
        ("Mary Stone rejected the idea.", ("denies", "rejected")),
        ("Mary Stone rejected John Park as a mediator.", ("denies", "rejected")),
        ("Mary Stone dismissed the plan as “desperate”.", ("states", "dismissed")),
        ("Mary Stone ruled out a strike.", ("denies", "ruled out")),
        ("Mary Stone’s denial that the bridge was safe angered drivers.", ("denies", "denial")),
        ("Mary Stone doubted that the bridge was safe.", ("doubts", "doubted")),
        ("Mary Stone questioned whether the bridge was safe.", ("doubts", "questioned")),
        ("Mary Stone asked whether the bridge was safe.", ("asks", "asked")),
        ("“Is the bridge safe?” Mary Stone asked.", ("asks", "asked")),
        ("“Please leave the bridge,” Mary Stone asked.", ("states", "asked")),
        ("Mary Stone wanted to know why the bridge was closed.", ("asks", "wanted to know")),
        # negation at the cue
        ("Mary Stone did not confirm that the bridge was safe.", ("withholds", "did not confirm")),
        ("Mary Stone has never told the council that the bridge was safe.", ("withholds", "has never told")),
        ("Mary Stone wouldn't say whether the bridge was safe.", ("withholds", "wouldn't say")),
        ("Mary Stone declined to say whether the bridge was safe.", ("withholds", "declined to say")),
        ("Mary Stone refused to say when the bridge would open.", ("withholds", "refused to say")),
        ("Mary Stone has yet to say whether the bridge is safe.", ("withholds", "has yet to say")),
        ("Mary Stone is unable to say whether the bridge is safe.", ("withholds", "is unable to say")),
        ("Mary Stone left without saying whether the bridge was safe.", ("withholds", "without saying")),
        ("Mary Stone stopped short of saying that the bridge was safe.", ("withholds", "stopped short of saying")),
        (
            "The firm neither confirmed nor denied that the bridge was safe.",
            ("withholds", "neither confirmed nor denied"),
        ),
        ("The firm did not confirm or deny that the bridge was safe.", ("withholds", "did not confirm or deny")),
        # what somebody will not give
        ("Mary Stone declined to reveal the cost.", ("withholds", "declined to reveal")),
        ("Mary Stone refused to comment on the report.", ("withholds", "refused to comment")),
        ("Mary Stone would not discuss the closure.", ("withholds", "would not discuss")),
        ("The firm would neither confirm nor deny the report.", ("withholds", "would neither confirm nor deny")),
        ("Mary Stone did not fail to say that the bridge was closed.", ("states", "did not fail to say")),
        # negated twice, and negations of other stances
        ("Mary Stone did not deny that the bridge was safe.", ("states", "did not deny")),
        ("Mary Stone did not hesitate to say that the bridge was safe.", ("states", "did not hesitate to say")),
        ("Mary Stone did not rule out a strike.", ("states", "did not rule out")),
        ("The union did not agree that the bridge was safe.", ("denies", "did not agree")),
        ("Mary Stone does not believe that the bridge is safe.", ("doubts", "does not believe")),
        ("Mary Stone is not sure whether the bridge is safe.", ("doubts", "is not sure")),
        ("The company does not plan to close the bridge.", ("denies", "does not plan")),
        # words beside a cue that denies are stated, and what is rejected "as" something is said to be that
        ("Mary Stone disagreed: “The bridge is old.”", ("states", "disagreed")),
        ("Mary Stone rejected the report as nonsense.", ("states", "rejected")),
        ("Mary Stone challenged the mayor to run for office.", ("states", "challenged")),
        ("Mary Stone disputed the ruling of the court.", ("denies", "disputed")),
        (
            "The firm was unavailable to comment on why the bridge had closed.",
            ("withholds", "was unavailable to comment"),
        ),
    ],
)
def test_stance_follows_from_the_cue_and_its_negation(parsed: Parsed, text: str, expected: tuple[str, str]) -> None:
    found = find_quotes(Tokens(parsed(text)))
    assert [(quote.stance, quote.cue.text if quote.cue else None) for quote in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "No engineer told the panel that the bridge was safe.",
        "Nobody said that the bridge was safe.",
        "Not one engineer said that the bridge was safe.",
        "None of the engineers said that the bridge was safe.",
        "Neither Mary Stone nor John Park said that the bridge was safe.",
        "Mary Stone declined to comment.",
        "Mary Stone did not mention the bridge.",
        "Mary Stone did not discuss the bridge.",
        "Mary Stone discussed the closure with the council.",
        "Mary Stone disclosed the cost.",
        # what a reporter misses
        "Mary Stone failed to mention that the bridge was closed.",
        "The firm forgot to tell the council that the bridge was closed.",
        "Mary Stone never accused the mayor of lying.",
        "She stopped short of threatening to close the bridge, as the city did in 2023.",
        "There is no suggestion that Mary Stone closed the bridge.",
        "Mary Stone made no claim that the bridge was safe.",
        "One could argue that the bridge was safe.",
        "You might say that the bridge was safe.",
        "Others might argue that the bridge was safe.",
        "Few engineers said that the bridge was safe.",
        "One of the engineers may say that the bridge is safe.",
        # a denial that is denied, without a clause of its own
        "Mary Stone did not deny the suggestion that the bridge was safe.",
    ],
)
def test_what_nobody_says_is_no_quote(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mary Stone’s suggestion that the bridge was safe angered drivers.",
        "One said that the bridge was safe.",
        "You said that the bridge was safe.",
    ],
)
def test_somebody_who_looks_like_anyone_says_something(parsed: Parsed, text: str) -> None:
    assert len(said(parsed(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        # questions
        "Did Mary Stone say that the bridge was safe?",
        "Why did you agree that the bridge was safe?",
        "Is it fair to say that the bridge is safe?",
        # conditions
        "If Mary Stone says that the bridge is safe, nobody will believe her.",
        "Unless the mayor admits that the bridge is unsafe, people will cross it.",
        # duties and possibilities
        "The mayor should admit that the bridge is unsafe.",
        "Drivers can now demand a refund from the city.",
        # nobody in particular
        "Anyone who says that the bridge is safe has not seen it.",
        # what has not happened, or is judged
        "Acme is due to announce results in May.",
        "Acme is to announce that the bridge is safe.",
        "The mayor wants to say that the bridge is safe.",
        "The mayor is likely to say that the bridge is safe.",
        "The mayor would like us to know that the bridge is safe.",
        "Mary Stone was wrong to imply that the bridge was safe.",
        "The study was designed to determine whether the bridge was safe.",
        "Mary Stone found no evidence to show whether the bridge was safe.",
        # commands
        "Note that the bridge is closed on Sundays.",
        "It is fair to say that the bridge is safe.",
    ],
)
def test_what_may_never_be_said_is_no_quote(parsed: Parsed, text: str) -> None:
    assert [quote for quote in find_quotes(Tokens(parsed(text))) if quote.act == "speech"] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mary Stone asked if the bridge was safe.", "asked"),
        ("Nor did Mary Stone say that the bridge was safe.", "Nor did Mary Stone say"),
        ("The mayor had to admit that the bridge was unsafe.", "admit"),
        ("I must say that the bridge looks unsafe.", "say"),
        ("The council can reveal that the bridge is unsafe.", "reveal"),
        ("Mary Stone could not say whether the bridge was safe.", "could not say"),
        ("Mary Stone will say that the bridge is safe.", "say"),
        ("Her answer was to say that the bridge was safe.", "say"),
        ("Mary Stone wanted to know whether the bridge was safe.", "wanted to know"),
        ("The mayor was forced to admit that the bridge was unsafe.", "admit"),
    ],
)
def test_what_looks_hypothetical_is_said(parsed: Parsed, text: str, cue: str) -> None:
    assert [found for _, _, found in said(parsed(text))] == [cue]


def test_framed_claim_is_not_of_the_subject(parsed: Parsed) -> None:
    framed = "The mayor held firm despite criticisms that the city would be better off without a bridge."
    assert said(parsed(framed)) == [("the city would be better off without a bridge", None, "criticisms")]
    figure = find_quotes(Tokens(parsed("The toll fell again, adding to concern that the bridge would close.")))
    assert [quote.speaker for quote in figure if quote.act == "speech"] == []
    stated = said(parsed("The mayor said in a statement that the city would be better off."))
    assert stated == [("the city would be better off", "The mayor", "said")]


def test_number_of_a_house_is_no_negation(parsed: Parsed) -> None:
    assert [speaker for _, speaker, _ in said(parsed("No 10 said that the bridge was safe."))] == ["No 10"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Mary Stone said that the bridge was safe.", "speech"),
        ("Mary Stone believes that the bridge is safe.", "belief"),
        ("Mary Stone welcomed the move on Monday.", "belief"),
        ("The union attacked the new law.", "belief"),
        ("Farmers protested against the toll.", "belief"),
        ("Mary Stone was critical of the toll.", "belief"),
        ("Mary Stone welcomed what she called “a brave move”.", "speech"),
        ("Mary Stone blamed the council for the delay.", "speech"),
        ("Mary Stone protested that the bridge was late.", "speech"),
        ("Mary Stone is confident that the bridge will hold.", "belief"),
        ("Mary Stone plans to close the bridge.", "plan"),
        ("Mary Stone’s decision to close the bridge angered drivers.", "plan"),
        ("“It is safe,” Mary Stone thought.", "speech"),
        ("In Mary Stone’s view, the bridge is a disgrace.", "speech"),
        # what a text or a body finds is published
        ("The report found that the bridge was unsafe.", "speech"),
        ("The committee found that the bridge was unsafe.", "speech"),
        ("Mary Stone found that the bridge was unsafe.", "belief"),
        # thoughts that are put into words
        ("Mary Stone expressed fear that the bridge would fall.", "speech"),
        ("Mary Stone’s fear that the bridge would fall was well known.", "belief"),
    ],
)
def test_act_follows_from_the_cue(parsed: Parsed, text: str, act: str) -> None:
    assert [quote.act for quote in find_quotes(Tokens(parsed(text)))] == [act]


@pytest.mark.parametrize(
    "text",
    [
        # an effort of one's own, and an exclamation
        "The harbour is challenging itself to run on wind power.",
        "Leeds Boats has gone further, challenging itself to run on wind power.",
    ],
)
def test_reflexive_and_exclamation_deny_nothing(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mary Stone rejected the idea itself.", "denies"),
        ("Mary Stone can't tell you how many ships sank.", "withholds"),
        ("Mary Stone demanded how he could be so late.", "asks"),
        ("Mary Stone demanded that he come.", "states"),
    ],
)
def test_like_of_reflexive_and_exclamation_has_stance(parsed: Parsed, text: str, stance: str) -> None:
    assert [quote.stance for quote in find_quotes(Tokens(parsed(text)))] == [stance]


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("Mary Stone cautioned against reading too much into it.", "cautioned against", "reading too much into it"),
        ("Mary Stone advised against a ban on trams.", "advised against", "a ban on trams"),
        ("Mary Stone warned the board against the loan.", "warned the board against", "the loan"),
        ("Mary Stone argued against “a wild plan”.", "argued against", "a wild plan"),
        # what is argued for, and an "against" of the content
        ("Mary Stone argued for the tax.", "argued", "the tax"),
        ("Mary Stone said that she was against the tax.", "said", "she was against the tax"),
    ],
)
def test_what_the_speaker_is_against_never_stands_without_it(parsed: Parsed, text: str, cue: str, words: str) -> None:
    (found,) = find_quotes(Tokens(parsed(text)))
    assert found.cue is not None and found.cue.text == cue
    assert found.text == words
