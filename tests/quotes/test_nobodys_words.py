"""Verbs of speech under which nobody says anything: idioms, questions, acts, effects of things."""

from __future__ import annotations

import pytest

from tests.quotes.saying import Parsed, said

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        # idioms of the writer
        "The bridge is old. That said, the town has good reason to keep it open.",
        "The bridge is, well, let's say it has seen better days.",
        # a question in the first person, a general subject that will be asked
        "Can we predict the size of the next flood?",
        "People will ask you to write a report for them.",
        # a subject that is nobody
        "No one bothered mentioning that the bridge was closed.",
        # effects of what cannot speak
        "A weaker spring points to a poorer harvest for the valley.",
        "The table summarizes the cost of the new bridge.",
        "The size of the crack surprised the town, revealing how the bridge had moved.",
        # acts
        "Mary Stone declared a state of emergency.",
        "Mary Stone endorsed the Leeds councillor for mayor.",
        "Leeds Boats, whose oars are praised by Mary Stone, is in York.",
        "She joined a crowd that was counter-protesting against builders from Leeds.",
        # the clause is that of the object
        "I will show you a path that even old people can walk.",
        "Adding them to the bill makes the bridge look dear.",
        # a passive that is coordinated, or that has a person or an act as its subject
        "Mary Stone was elected as a fellow in 1981 and admitted to the Academy of Arts in 1992.",
        "The two men will be questioned by a judge over the next days.",
        "The effort to keep the bridge was dismissed by a court in Leeds.",
        # not yet judged
        "The council will angrily dismiss any criticism.",
        # money that is claimed, what is let happen
        "Leeds Boats is claiming more than $20m in damages from the town.",
        "Allow me to congratulate the crew on the new ferry.",
        "It is worth noting that the bridge is old.",
        # a purpose, an attempt, a duty of somebody who is nobody in particular
        "To confirm the link, Mary Stone repeated the test.",
        "Mary Stone tried to warn the town of the flood.",
        "The report should lead any reader to question the cost.",
        "There are few, if any, who disagree with the aims of the act.",
        # a contract, a greeting, a right
        "Leeds Boats agreed with Acme Ltd to build a ferry.",
        "Visitors can claim their share of the fund.",
        # no source
        "On May 3 the towns signed an agreement, according to which the bridge will close.",
        "Everybody was given a seat according to their choice.",
        # nothing but a pronoun
        "He said, she said.",
        "That is according to the survey.",
        # an announcement of what is only named
        "Acme announced the date on Monday.",
        "The navy confirmed the discovery.",
        "Mary Stone said nothing about the bridge.",
        # the writer to the reader
        "I am going to show you how the bridge was built.",
        "I can't tell you how old the bridge is.",
        # names in marks
        "Mary Stone mentioned “The Sea and the Shore”.",
        "A poster showed the mayor under the words “Who will pay for this bridge?” in red.",
        # things that are refused or asked for
        "The council denied funding for a new bridge.",
        "He was charged with pressing the case for a new bridge.",
    ],
)
def test_nothing_is_said(parsed: Parsed, text: str) -> None:
    assert said(parsed(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Stone said that, and she added that the bridge was old.", "the bridge was old"),
        ("One of the engineers said the bridge was old.", "the bridge was old"),
        ("The survey points to a poorer harvest for the valley.", "a poorer harvest for the valley"),
        ("A trade body warned that the bridge was old.", "the bridge was old"),
        ("Half of the staff said the bridge was old.", "the bridge was old"),
        ("Mary Stone declared that the bridge was safe.", "the bridge was safe"),
        ("Mary Stone was protesting against the closure of the bridge.", "the closure of the bridge"),
        ("Mary Stone showed the council that the bridge was old.", "the bridge was old"),
        ("The plan was dismissed by Mary Stone as “absurd”.", "The plan … as “absurd”"),
        ("Mary Stone is claiming that the bridge was old.", "the bridge was old"),
        ("The council will say on Monday that the bridge was old.", "the bridge was old"),
        ("According to her account, the bridge was old.", "the bridge was old"),
        ("Mary Stone repeated the test to confirm that it was safe.", "it was safe"),
        ("Mary Stone disagrees with the plan of the council.", "the plan of the council"),
        ("Mary Stone was happy to note that the bridge was old.", "the bridge was old"),
        ("Mary Stone added that it made the bridge dear.", "it made the bridge dear"),
        ("Acme announced the date of the vote.", "the date of the vote"),
        ("Mary Stone denied everything that was in the report.", "everything that was in the report"),
        ("I told the mayor that the bridge was old.", "the bridge was old"),
        ("Mary Stone mentioned “a sea without a shore”.", "a sea without a shore"),
        ("The mayor stood under the bridge. “Who will pay for this bridge?”", "Who will pay for this bridge?"),
        ("The council denied the need for a new bridge.", "the need for a new bridge"),
        ("The mayor wanted to know whether the bridge was old.", "whether the bridge was old"),
    ],
)
def test_looks_alike_but_is_said(parsed: Parsed, text: str, expected: str) -> None:
    assert [words for words, _, _ in said(parsed(text))] == [expected]
