"""Refusals to speak: whom they are counted for, and words that only look like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.compare.refusals import Refusal, refusals
from newsview.model.facts import Facts
from newsview.reading.build_article import build_article
from tests.making import Maker

NAMES = {"Ada Quill": "PERSON", "Norvik": "ORG", "Lund": "PERSON", "Oslo Games": "EVENT"}


def found(text: str) -> list[Refusal]:
    """The refusals in *text*, in which the names above are entities."""
    article = build_article(f"{text}\n")
    make = Maker(article)
    entities = [make.entity(name, type_) for name, type_ in NAMES.items() if name in text]
    return refusals(article, Facts(entities=[replace(each, id=each.name) for each in entities]))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # somebody named directly before the verb
        ("Ada Quill declined to comment.", "Ada Quill"),
        ("Norvik has repeatedly refused to comment on the sale.", "Norvik"),
        ("Norvik on Tuesday again declined to elaborate.", "Norvik"),
        ("The mayor Ada Quill refused to be drawn.", "Ada Quill"),
        ("Norvik would not comment.", "Norvik"),
        ("Norvik had no comment.", "Norvik"),
        ("Norvik consistently declines to comment.", "Norvik"),
        # an apposition or a relative clause between them
        ("Ada Quill, a lawyer in Bergen, declined to comment.", "Ada Quill"),
        ("Norvik, which declined to comment, sold the yard.", "Norvik"),
        # behind another clause
        ("The yard was sold, but Norvik declined to comment.", "Norvik"),
        ("“It is over,” he wrote, while Lund refused to answer.", "Lund"),
    ],
)
def test_refusal_belongs_to_who_is_named_before_it(text: str, name: str) -> None:
    assert [(each.name, each.entity) for each in found(text)] == [(name, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A spokeswoman for Norvik also declined to comment.", "A spokeswoman for Norvik"),
        ("Several voters backing Lund declined to comment.", "Several voters backing Lund"),
        ("The people near Lund refused to comment.", "The people near Lund"),
        ("Although Lund's agency declined to comment, it was sold.", "Lund's agency"),
        ("The school declined to comment on Tuesday.", "The school"),
        ("Lund's office declined to comment.", "Lund's office"),
        ("The yard belongs to Lund, and his lawyer would not comment.", "his lawyer"),
    ],
)
def test_refusal_of_somebody_described_belongs_to_these_words(text: str, name: str) -> None:
    assert [(each.name, each.entity) for each in found(text)] == [(name, None)]


@pytest.mark.parametrize(
    "text",
    [
        "He declined to comment.",
        "Lund's lawyer has said he will refuse to answer any question.",
        "Lund, who through his office declined to comment, was born here.",
        "Norvik has never declined to comment.",
        "Norvik declined to buy the yard.",
        "Exports to Norvik declined to a tenth.",
        "Ada Quill commented on the sale.",
        "Norvik did not immediately respond to a request for comment.",
    ],
)
def test_what_is_no_refusal_of_somebody_named_is_left_out(text: str) -> None:
    assert found(text) == []


def test_refusal_that_is_the_cue_of_a_quote_is_counted_with_the_quote() -> None:
    article = build_article("Norvik declined to say whether the yard was sold.\n")
    make = Maker(article)
    quote = make.quote("whether the yard was sold", speaker=("Norvik", None), cue="declined to say")
    assert [each.start for each in refusals(article, Facts())] == [7]
    assert refusals(article, Facts(quotes=[quote])) == []


def test_refusal_without_subject_belongs_to_the_speaker_before() -> None:
    article = build_article("Lund said the yard was sold but declined to comment on the price.\n")
    make = Maker(article)
    lund = make.entity("Lund", "PERSON")
    quote = make.quote("the yard was sold", speaker=("Lund", lund.id), cue="said")
    assert [each.entity for each in refusals(article, Facts(entities=[lund], quotes=[quote]))] == [lund.id]


def test_boilerplate_refuses_nothing() -> None:
    article = build_article("Norvik declined to comment.\n")
    [paragraph] = article.paragraphs
    footer = replace(article, paragraphs=[replace(paragraph, role="boilerplate")])
    assert refusals(article, Facts())
    assert not refusals(footer, Facts())
