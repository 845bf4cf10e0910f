"""Reported clauses and phrases: the constructions of verb, noun, adjective and preposition cues."""

from __future__ import annotations

import pytest

import newsview
from tests.quotes.saying import Parsed, said

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # reported_clause
        (
            "Mary Stone said that the bridge had been closed since May.",
            ("the bridge had been closed since May", "Mary Stone", "said"),
        ),
        ("Mary Stone asked whether the bridge was closed.", ("whether the bridge was closed", "Mary Stone", "asked")),
        (
            "Mary Stone did not say whether the bridge would open.",
            ("whether the bridge would open", "Mary Stone", "did not say"),
        ),
        ("The report found that the bridge was unsafe.", ("the bridge was unsafe", "The report", "found")),
        # that_clause
        (
            "Mary Stone said in a statement that the bridge was safe.",
            ("the bridge was safe", "Mary Stone", "said"),
        ),
        # that_clause parsed as a relative clause of the addressee
        (
            "Driver Milo Fenn tells the paper that he fought with the man, who took the keys.",
            ("he fought with the man, who took the keys", "Driver Milo Fenn", "tells"),
        ),
        # reported_clause parsed in two pieces
        (
            "Mary Stone said that town plans to use ferries to allow people to cross the river would fail.",
            (
                "town plans to use ferries to allow people to cross the river would fail",
                "Mary Stone",
                "said",
            ),
        ),
        # reported_clause in the subjunctive
        (
            "Mary Stone suggested people stay away from the bridge.",
            ("people stay away from the bridge", "Mary Stone", "suggested"),
        ),
        # quoted_as_saying
        (
            "The bridge will open in May, Mary Stone was quoted as saying.",
            ("The bridge will open in May", "Mary Stone", "saying"),
        ),
        # inverted_clause before a relative clause
        ("Tolls would rise again, say those who cross the bridge.", ("Tolls would rise again", "those", "say")),
        # noun_object with its topic
        ("Acme announced a study into a new bridge.", ("a study into a new bridge", "Acme", "announced")),
        # headline_clause
        ("Flood plan too costly, council warns", ("Flood plan too costly", "council", "warns")),
        # reported_clause in the relative clause of an object
        (
            "Milo Fenn attacked a plan which he said was among the worst on the coast.",
            ("which … was among the worst on the coast", "he", "said"),
        ),
        # infinitive of a text's author
        ("Mary Stone used her column to argue that the tax was unfair.", ("the tax was unfair", "Mary Stone", "argue")),
        # preposed_clause
        (
            "The bridge would stay closed until May, said Mary Stone, who runs the harbour.",
            ("The bridge would stay closed until May", "Mary Stone", "said"),
        ),
        # parenthetical
        (
            "The bridge, Mary Stone said, would stay closed until May.",
            ("The bridge … would stay closed until May", "Mary Stone", "said"),
        ),
        # as_clause
        (
            "The bridge had been closed, as Mary Stone said on Monday.",
            ("The bridge had been closed", "Mary Stone", "said"),
        ),
        ("As Mary Stone put it, the bridge is a disgrace.", ("the bridge is a disgrace", "Mary Stone", "put")),
        ("As Mary Stone told reporters, the bridge is old.", ("the bridge is old", "Mary Stone", "told")),
        ("The bridge is old, as the mayor told the council.", ("The bridge is old", "the mayor", "told")),
        # noun_object and accused_of: what is said of a person
        ("Mary Stone criticised the mayor’s plan.", ("the mayor’s plan", "Mary Stone", "criticised")),
        ("Mary Stone thanked the mayor for the bridge.", ("the mayor for the bridge", "Mary Stone", "thanked")),
        # infinitive
        ("Mary Stone vowed to close the bridge.", ("to close the bridge", "Mary Stone", "vowed")),
        ("Mary Stone urged drivers to avoid the bridge.", ("drivers to avoid the bridge", "Mary Stone", "urged")),
        # predicate
        ("Mary Stone called the bridge “a disgrace”.", ("the bridge “a disgrace”", "Mary Stone", "called")),
        # described_as
        ("Mary Stone described the bridge as a disgrace.", ("the bridge as a disgrace", "Mary Stone", "described")),
        (
            "Mary Stone described the idea that the bridge would hold as “certainly absurd”.",
            ("the idea that the bridge would hold as “certainly absurd”", "Mary Stone", "described"),
        ),
        # prepositional: talk with content
        ("Mary Stone spoke of “a disgrace”.", ("a disgrace", "Mary Stone", "spoke")),
        (
            "Mary Stone commented on whether the bridge was safe.",
            ("whether the bridge was safe", "Mary Stone", "commented"),
        ),
        # accused_of
        (
            "Mary Stone accused the builders of cheating the city.",
            ("the builders of cheating the city", "Mary Stone", "accused"),
        ),
        # gerund
        ("Mary Stone denied taking any money.", ("taking any money", "Mary Stone", "denied")),
        ("Others reported being sent home.", ("being sent home", "Others", "reported")),
        # prepositional
        ("Mary Stone warned of a collapse.", ("a collapse", "Mary Stone", "warned")),
        (
            "Mary Stone called on the council to close the bridge.",
            ("the council to close the bridge", "Mary Stone", "called"),
        ),
        # particle_object
        ("Mary Stone laid out a plan for the bridge.", ("a plan for the bridge", "Mary Stone", "laid")),
        # noun_object
        ("Mary Stone denounced the plan.", ("the plan", "Mary Stone", "denounced")),
        # according_to
        ("According to Mary Stone, the bridge is closed.", ("the bridge is closed", "Mary Stone", "According to")),
        (
            "The bridge is closed, according to the mayor, but the tunnel is open.",
            ("The bridge is closed", "the mayor", "according to"),
        ),
        # according_to on its side of a semicolon
        (
            "The town paid for it; according to the mayor, the bridge cost little.",
            ("the bridge cost little", "the mayor", "according to"),
        ),
        # inserted_cue
        ("A weak yen could, say traders, hurt the port.", ("A weak yen could … hurt the port", "traders", "say")),
        ("The bridge will, say engineers, be shut.", ("The bridge will … be shut", "engineers", "say")),
        (
            "The bridge is shut, say engineers, who looked at it in May.",
            ("The bridge is shut", "engineers", "say"),
        ),
        # inserted_cue of one who is described
        (
            "By contrast, says Mary Stone, a farmer in Leeds, the port is dry.",
            ("By contrast … the port is dry", "Mary Stone, a farmer in Leeds", "says"),
        ),
        # prepositional with a purpose
        (
            "Mary Stone has also asked for more funds to meet the cost of the bridge.",
            ("more funds to meet the cost of the bridge", "Mary Stone", "asked"),
        ),
        # content ends before what others say or do
        (
            "Critics claim it will weaken the town, while some ministers are said to be angry over the plan.",
            ("it will weaken the town", "Critics", "claim"),
        ),
        (
            "Critics claim it will weaken the town, while the tunnel will help the port.",
            ("it will weaken the town, while the tunnel will help the port", "Critics", "claim"),
        ),
        # in_the_view_of a man
        ("In his opinion, the bridge is old.", ("the bridge is old", "his", "opinion")),
        # a compound that the parser cuts
        (
            "The mayor accused the council of U-turns over the bridge and the port.",
            ("the council of U-turns", "The mayor", "accused"),
        ),
        # according_to after coordinated verbs
        (
            "The driver left the road and struck a wall, according to the police.",
            ("The driver left the road and struck a wall", "the police", "according to"),
        ),
        # in_the_view_of
        ("In Mary Stone's view, the bridge is a disgrace.", ("the bridge is a disgrace", "Mary Stone", "view")),
        ("In her opinion the bridge is a disgrace.", ("the bridge is a disgrace", "her", "opinion")),
        (
            "The bridge, in the estimation of most engineers, will stand.",
            ("The bridge … will stand", "most engineers", "estimation"),
        ),
        (
            "In the words of one engineer, the bridge was “a mess”.",
            ("the bridge was “a mess”", "one engineer", "words"),
        ),
        # passive inside the content
        (
            "Mary Stone said she had considered a fault but had been reassured by the tests.",
            ("she had considered a fault but had been reassured by the tests", "Mary Stone", "said"),
        ),
        # preposed_clause of two coordinated clauses
        (
            "Erosion has claimed the beach since spring, and many families are still living in camps, she said.",
            (
                "Erosion has claimed the beach since spring, and many families are still living in camps",
                "she",
                "said",
            ),
        ),
        # parenthetical inside a verb phrase
        ("The short answer, economists say, is hedging.", ("The short answer … is hedging", "economists", "say")),
        # reported_clause with a quotation at its end
        (
            "Mary Stone says the fire is moving at speed, “faster than most of us can run”.",
            ("the fire is moving at speed, “faster than most of us can run”", "Mary Stone", "says"),
        ),
        # preposed_clause in the progressive
        (
            "Nurses are sleeping at the clinic, a harbour official says.",
            ("Nurses are sleeping at the clinic", "a harbour official", "says"),
        ),
        (
            "Talks are going on, but with a smaller aim, Mary Stone said.",
            ("Talks are going on, but with a smaller aim", "Mary Stone", "said"),
        ),
        # that_clause behind a participle of the statement
        (
            "Mary Stone said in a statement emailed to Harbour News that the dike never has been safe.",
            ("the dike never has been safe", "Mary Stone", "said"),
        ),
        # gerund_subject
        (
            "Mary Stone warned that fees would rise, but only for big ships.",
            ("fees would rise, but only for big ships", "Mary Stone", "warned"),
        ),
        # that_clause of a chance
        (
            "Engineers forecast a 40 percent chance that the dike breaks within ten years.",
            ("a 40 percent chance that the dike breaks within ten years", "Engineers", "forecast"),
        ),
        # reported_clause with a contrast that has no verb
        (
            "The council said fees rose 9 percent over the year, but by only 2 percent in the second half.",
            ("fees rose 9 percent over the year, but by only 2 percent in the second half", "The council", "said"),
        ),
        # parenthetical before a "that" of another clause
        (
            "They were told, she added, that the bridge would reopen in May.",
            ("They were told … the bridge would reopen in May", "she", "added"),
        ),
    ],
)
def test_active_cue_gives_content_and_speaker(parsed: Parsed, text: str, expected: tuple[str, str, str]) -> None:
    assert said(parsed(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # passive_clause
        (
            "John Park was told by the mayor that the bridge had closed.",
            ("the bridge had closed", "the mayor", "told"),
        ),
        # passive_infinitive
        (
            "The bridge is expected by engineers to open in May.",
            ("The bridge … to open in May", "engineers", "expected"),
        ),
        # passive_predicate
        (
            "The bridge has been called “a disgrace” by Mary Stone.",
            ("The bridge … “a disgrace”", "Mary Stone", "called"),
        ),
        # passive_description
        (
            "The bridge was described by Mary Stone as a disgrace.",
            ("The bridge … as a disgrace", "Mary Stone", "described"),
        ),
        # passive_object
        ("The plan was denounced by Mary Stone.", ("The plan", "Mary Stone", "denounced")),
        # passive_question
        ("Acme quoted Mary Stone as saying it was late.", ("it was late", "Mary Stone", "saying")),
        (
            "The mayor was quoted as saying that the bridge was closed.",
            ("the bridge was closed", "The mayor", "saying"),
        ),
    ],
)
def test_passive_cue_gives_content_and_agent(parsed: Parsed, text: str, expected: tuple[str, str | None, str]) -> None:
    assert said(parsed(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # noun_clause
        ("Mary Stone made the claim that the bridge was safe.", ("the bridge was safe", "Mary Stone", "claim")),
        ("Nobody believed the claim by Mary Stone that it was safe.", ("it was safe", "Mary Stone", "claim")),
        (
            "The unions are of the opinion that the offer is too low.",
            ("the offer is too low", "The unions", "opinion"),
        ),
        # noun_infinitive
        (
            "Mary Stone’s decision to close the bridge angered drivers.",
            ("to close the bridge", "Mary Stone", "decision"),
        ),
        # adjective_complement
        ("Mary Stone is confident that the bridge will hold.", ("the bridge will hold", "Mary Stone", "confident")),
        ("Mary Stone made clear that the bridge would close.", ("the bridge would close", "Mary Stone", "clear")),
    ],
)
def test_noun_or_adjective_cue_gives_content_and_speaker(
    parsed: Parsed, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in said(parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mary Stone called the mayor on Monday.",
        "This means that the bridge is closed.",
        "The door of the house was closed on Monday.",
        "Mary Stone knows John Park.",
        "Mary Stone found herself alone in the house.",
        "Mary Stone told the council on Monday.",
        "The train arrived at noon, and Mary Stone left.",
        "The decision was made on Monday.",
        "The wall weighs more than the roof.",
        "A happy child played in the garden.",
        "The boy threw out the towels, and the cat slept.",
        "Mary Stone made sure that the door was closed.",
        # as_clause
        "As Mary Stone told her story, the bridge fell.",
        # in_the_view_of
        "The bridge was closed in view of the damage.",
        "The bridge stands in full view of the mayor.",
        # noun_object: what something weighs
        "The baby weighed 9 pounds.",
        "It weighs more than a ton.",
        "Ada Quill weighed half a stone less.",
        "The bridge appears in the words of the song.",
        # predicate and passive_predicate: naming without marks
        "Mary Stone called the bridge a disgrace.",
        "John Park was named best actor.",
        "Her friends call her Molly.",
        # passives that name nobody
        "It was reported that the bridge had closed.",
        "The sickness is called “farmer's lung” in the valley.",
        "The bridge is expected to open in May.",
        "John Park was charged with the theft of a boat.",
        "A hunter was found dead on Monday.",
        "Asked about the bridge, John Park smiled.",
        "Mary Stone was asked if she agreed with the mayor.",
        # volition
        "Mary Stone likes to walk to work.",
        "The company opted to close the bridge.",
        "Drivers want to cross the bridge.",
        "The city chose to close the bridge.",
        "Engineers are seeking to mend the bridge.",
        # prepositional and noun_object: talk without content
        "Mary Stone spoke about the bridge on Monday.",
        "Commenting on the bridge, John Park smiled.",
        "John Park referred to the bridge.",
        "Mary Stone outlined her plan for the bridge.",
        "Mary Stone clarified her position.",
        "Mary Stone disclosed her taxes.",
        "The jury found the driver guilty.",
        "Acme unveiled a new bus.",
        "Mary Stone described the bridge.",
        "Mary Stone described his role as mayor.",
        "John Park recalled the summer of 1976.",
        "The gang threatened the driver with an axe.",
        "The agency warned a committee of the council.",
        "Campaigners are challenging the plan in the High Court.",
        "The city denied John Park a permit.",
        "The judge denied bail.",
        "Mary Stone praised John Park.",
        "Mary Stone asked about it.",
        "She told the man that was hurt to wait.",
        # headline_clause
        "After the vote, the council sings",
        # infinitive: what is done, not said
        "Mary Stone invited him to join the council.",
        "The campaign persuaded drivers to take the bus.",
        "The driver asked not to be named.",
        # reported_clause: things that cannot speak
        "The change suggests that the bridge is unsafe.",
        "Her silence confirms that the bridge is unsafe.",
        "Membership guarantees drivers a refund.",
        "The new engine promises 300 horsepower.",
        "Which is not to say that the bridge was safe.",
        "Not everyone agrees that the bridge is safe.",
        "Mary Stone discussed the bridge with the council.",
        "Mary Stone answered three questions.",
        "The council voiced its anger on Monday.",
        "The union brought up the bridge.",
        "The board rejected the offer.",
        "The judge rejected a request to close the bridge.",
        # preposed_clause: words before a colon
        "Re: “Bridge tax hurts small shops,” Page A8, Jan. 13: I disagree with that.",
        # who is meant, and nothing said of them
        "Mary Stone lashed out at the mayor.",
        "Mary Stone thanked her supporters.",
        "Lawmakers grilled two officials on Monday.",
        "The group is critical of the mayor.",
        # acts and plans
        "Acme agreed to a takeover by its rival.",
        "Acme agreed to close the bridge.",
        "Drivers protested the toll on Monday.",
        "The survey heralded a change.",
        "Mary Stone repeated the test on Monday.",
        # preposed_clause: a participle before a cue
        "Standing on the bridge, Mary Stone spoke.",
        # prepositional and reported_clause: things that cannot speak
        "Good reasons call for low tolls.",
        "The word refers to the old bridge.",
        "Words cannot describe how tired they are.",
        # states and acts
        "Medics pronounced him dead at the scene.",
        "The body was discovered by her granddaughter.",
        "Concerns about the bridge have grown.",
        "The council has addressed concerns about the bridge.",
        "Acme's announcement about the bridge comes after a deal.",
    ],
)
def test_sentence_without_reported_speech_has_no_quote(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


def test_reported_clause_ends_at_second_cue(parsed: Parsed) -> None:
    found = said(parsed("Mary Stone said that the bridge was unsafe and added that nobody should cross it."))
    assert found == [
        ("the bridge was unsafe", "Mary Stone", "said"),
        ("nobody should cross it", "Mary Stone", "added"),
    ]


def test_participle_after_quotation_is_second_quote_of_its_speaker(parsed: Parsed) -> None:
    found = said(parsed("“We cannot wait,” said Mary Stone, adding that the work would begin in May."))
    assert found == [
        ("We cannot wait,", "Mary Stone", "said"),
        ("the work would begin in May", "Mary Stone", "adding"),
    ]


def test_quotation_inside_reported_clause_is_part_of_it(parsed: Parsed) -> None:
    found = said(
        parsed("Mary Stone said the bridge was “a disgrace to the whole city” and that nobody should cross it.")
    )
    assert found == [
        ("the bridge was “a disgrace to the whole city” and that nobody should cross it", "Mary Stone", "said")
    ]


def test_reported_speech_inside_reported_speech_is_no_second_quote(parsed: Parsed) -> None:
    found = said(parsed("Mary Stone said that John Park had denied taking the money."))
    assert [speaker for _, speaker, _ in found] == ["Mary Stone"]


def test_reported_clause_ends_at_cue_of_another_speaker(parsed: Parsed) -> None:
    found = said(
        parsed("The city will buy the bridge, a city official says, even though Park insists that it is too old.")
    )
    assert found == [
        ("The city will buy the bridge", "a city official", "says"),
        ("it is too old", "Park", "insists"),
    ]


def test_preposition_behind_a_pause_is_not_that_of_the_cue(parsed: Parsed) -> None:
    attacked = said(parsed("John Park attacked the inquiry, with Mary Stone calling it a farce."))
    assert attacked == [("the inquiry", "John Park", "attacked")]
    thanked = said(parsed("John Park thanked the crew for the rescue."))
    assert thanked == [("the crew for the rescue", "John Park", "thanked")]


def test_cue_after_a_phrase_in_marks_is_of_its_own_words(parsed: Parsed) -> None:
    described = said(parsed("Mary Stone described the bridge as “a disgrace”, but pointed to a few good parts."))
    assert [words for words, _, _ in described] == ["the bridge as “a disgrace”", "a few good parts"]
    song = said(parsed("They sang “the sea is ours”, which describes the port."))
    assert [words for words, _, cue in song if cue] == []
    apart = said(parsed("The bridge is “wide open”; Acme declined to say whether it was sold."))
    assert [words for words, _, _ in apart] == ["whether it was sold"]


def test_cited_source_is_no_content(parsed: Parsed) -> None:
    found = said(parsed("Citing two officials, the Herald said the bridge was unsafe."))
    assert found == [("the bridge was unsafe", "the Herald", "said")]


def test_dateline_is_not_part_of_content() -> None:
    story = "Repairs to the bridge will cost at least $340 million, according to an audit."
    analysis = newsview.extract(f"Bridge repairs\n\nPORT ALDEN, March 4 (Coastal Wire) - {story}\n")
    assert [quote.text for quote in analysis.quotes] == [story.split(", according")[0]]
    assert [(each.subject and each.subject.text) for each in analysis.numbers if each.kind == "money"] == ["Repairs"]


def test_third_person_speech_in_interview_turn_is_own_quote(parsed: Parsed) -> None:
    doc = parsed(
        "JANE DOE: I think it is late. The council told me that the bridge would close.\n\n"
        "JOHN PARK: Who said so?\n\nJANE DOE: I said that I had asked them."
    )
    assert [(speaker, cue) for _, speaker, cue in said(doc)] == [
        ("JANE DOE", ":"),
        ("The council", "told"),
        ("JOHN PARK", ":"),
        ("JANE DOE", ":"),
    ]
