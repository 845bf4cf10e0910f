"""Descriptions of facts in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.describe import (
    decision_words,
    entity_type,
    fact_words,
    number_about,
    number_words,
    quote_phrase,
    speaker_words,
)
from newsview.model.facts import Decision, Entity, Mention, Number, Quote, Reference, Span, Speaker

MENTION = Mention(id="m1", text="Smith", start=0, end=5, sentence="s1")
SMITH = Entity(id="e1", name="John Smith", type="PERSON", role="council leader", mentions=[MENTION])
QUOTE = Quote(
    id="q1",
    kind="direct",
    text="Nobody\nasked",
    start=10,
    end=22,
    content=(),
    speaker=Speaker(text="he", start=0, end=2, entity="e1", name="John Smith", link="pronoun", sure=True),
    cue=None,
    sentence="s1",
    sentences=["s1"],
)
MONEY = Number(
    id="n1",
    sentence="s1",
    text="$4.2 million",
    start=0,
    end=12,
    kind="money",
    modifier="~",
    subject=Reference(text="new buses", start=20, end=29),
)


def name_of(entity: str | None) -> str | None:
    return SMITH.name if entity == SMITH.id else None


@pytest.mark.parametrize(
    ("said", "entity", "shown"),
    [
        ("he", "e1", "he → John Smith"),
        ("Smith", "e1", "John Smith"),
        ("the council's John Smith", "e1", "the council's John Smith"),
        ("the mayor", None, "the mayor"),
        ("the mayor", "gone", "the mayor"),
    ],
)
def test_speaker_is_shown_with_entity_name(said: str, entity: str | None, shown: str) -> None:
    speaker = Speaker(text=said, start=0, end=2, entity=entity, sure=True)
    assert speaker_words(name_of, replace(QUOTE, speaker=speaker)) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [("he", "he →? John Smith"), ("the leader", "the leader →? John Smith"), ("John Smith", "→? John Smith")],
)
def test_a_guessed_entity_is_shown_as_one(said: str, shown: str) -> None:
    speaker = Speaker(text=said, start=0, end=2, entity="e1", sure=False)
    assert speaker_words(name_of, replace(QUOTE, speaker=speaker)) == shown


def test_a_quote_without_a_speaker_says_so() -> None:
    nobody = replace(QUOTE, speaker=None, kind="indirect")
    assert speaker_words(name_of, nobody) == "unknown speaker"
    assert fact_words(name_of, nobody) == "Nobody asked — unknown speaker · indirect quote"


@pytest.mark.parametrize(
    ("cue", "shown"),
    [
        ("denied", "John Smith denied: the city had lost $4 million"),
        ("Denied", "John Smith denied: the city had lost $4 million"),
        ("declined\nto say", "John Smith declined to say: the city had lost $4 million"),
        ("According to", "according to John Smith: the city had lost $4 million"),
        ("view", "in the view of John Smith: the city had lost $4 million"),
        (":", "John Smith: the city had lost $4 million"),
        ("—", "John Smith: the city had lost $4 million"),
        (None, "John Smith: the city had lost $4 million"),
    ],
)
def test_the_verb_stands_between_speaker_and_words(cue: str | None, shown: str) -> None:
    quote = replace(
        QUOTE,
        kind="indirect",
        text="the city had lost $4 million",
        speaker=Speaker(text="Smith", start=0, end=5, entity="e1", sure=True),
        cue=Span(text=cue, start=6, end=6 + len(cue)) if cue else None,
    )
    assert quote_phrase(name_of, quote) == shown
    assert fact_words(name_of, quote) == f"{shown} · indirect quote"


@pytest.mark.parametrize(
    ("said", "cue", "at", "lead"),
    [
        ("Smith", "denial", 8, "denial by John Smith:"),
        ("Smith", "allegations", 8, "allegations by John Smith:"),
        ("his", "claim", 4, "claim by John Smith:"),
        ("the mayor", "refusal", 12, "refusal by the mayor → John Smith:"),
        # words that may be verbs, by their place
        ("John Smith", "claim", 13, "claim by John Smith:"),
        ("John Smith", "claim", 25, "claim by John Smith:"),
        ("the analysts", "claim", 13, "the analysts → John Smith claim:"),
        ("the analysts", "claim", 14, "claim by the analysts → John Smith:"),
        ("John Smith", "claims", 11, "John Smith claims:"),
        # adjectives
        ("John Smith", "adamant", 14, "John Smith, adamant:"),
    ],
)
def test_noun_or_adjective_reads_as_one(said: str, cue: str, at: int, lead: str) -> None:
    speaker = Speaker(text=said, start=0, end=len(said), entity="e1", link="name", sure=True)
    quote = replace(QUOTE, kind="indirect", speaker=speaker, cue=Span(text=cue, start=at, end=at + len(cue)))
    assert quote_phrase(name_of, quote) == f"{lead} Nobody asked"


def test_noun_before_its_speaker_or_without_one_is_no_verb() -> None:
    claim = Span(text="claim", start=4, end=9)
    later = Speaker(text="Jane Doe", start=13, end=21)
    assert (
        quote_phrase(name_of, replace(QUOTE, kind="indirect", speaker=later, cue=claim))
        == "claim by Jane Doe: Nobody asked"
    )
    assert (
        quote_phrase(name_of, replace(QUOTE, kind="indirect", speaker=None, cue=claim))
        == "claim by unknown speaker: Nobody asked"
    )


def test_possessive_without_entity_stays_before_its_noun() -> None:
    his = replace(
        QUOTE, kind="indirect", speaker=Speaker(text="Her", start=0, end=3), cue=Span(text="denial", start=4, end=10)
    )
    assert quote_phrase(name_of, his) == "her denial: Nobody asked"
    guess = replace(his, speaker=Speaker(text="Her", start=0, end=3, entity="e1", sure=False))
    assert quote_phrase(name_of, guess) == "denial by →? John Smith: Nobody asked"


def test_denial_without_speaker_keeps_its_verb() -> None:
    denied = replace(QUOTE, kind="indirect", speaker=None, cue=Span(text="denied", start=3, end=9))
    assert quote_phrase(name_of, denied) == "unknown speaker denied: Nobody asked"


def test_a_fact_is_one_line() -> None:
    assert fact_words(name_of, QUOTE) == "he → John Smith: “Nobody asked” · quote"
    assert fact_words(name_of, MONEY) == "about $4.2 million · money · new buses"
    assert fact_words(name_of, SMITH) == "John Smith · person, council leader"


def test_modifier_of_the_article_is_kept() -> None:
    number = replace(MONEY, text="30", start=10, end=12, subject=None, kind="percent")
    assert number_words(replace(number, cue=Span(text="nearly", start=3, end=9))) == "nearly 30"
    assert number_words(replace(number, cue=Span(text="or so", start=13, end=18))) == "30 or so"


def test_modifier_inside_the_number_is_not_repeated() -> None:
    late = replace(MONEY, text="late February", start=10, end=23, cue=Span(text="late", start=10, end=14))
    assert number_words(late) == "late February"


def test_recurring_time_is_shown_in_words_only() -> None:
    daily = replace(MONEY, kind="date", text="each day", start=10, end=18, iso="R/P1D", subject=None)
    assert number_about(daily) == ""
    assert number_about(replace(daily, text="Tuesday", iso="2024-05-14")) == "2024-05-14"
    assert number_about(replace(daily, text="6:15 a.m.", iso="T06:15")) == "06:15"


def test_a_count_names_its_unit_once() -> None:
    count = replace(MONEY, kind="cardinal", unit="bus", unit_text=Span(text="buses", start=20, end=25))
    assert number_about(replace(count, subject=Reference(text="buses for schools", start=20, end=37))) == (
        "buses for schools"
    )
    assert number_about(replace(count, subject=None, per="year")) == "buses per year"


def test_unknown_type_is_shown_without_control_codes() -> None:
    assert entity_type(replace(SMITH, type="SHIP\x1b[0m")) == "ship\ufffd[0m"


def test_decision_words_separate_status_and_verdict() -> None:
    assert decision_words(Decision(status="accepted", source="budget")) == "accepted · source: budget"
    assert decision_words(None) == "not reviewed"
    assert decision_words(Decision(status="accepted", verdict="false", source="city\nbudget", note="page 4")) == (
        "accepted · claim false (city budget) · note: page 4"
    )
