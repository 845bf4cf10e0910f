"""Times and spans without a figure: found as facts that are aside, and left alone in other uses of their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction.components import numbers
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.cases import PUBLISHED

Parse = Callable[[str], Doc]
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "unit", "granularity"),
    [
        ("The mill is now closed.", "now", "date", None, "present"),
        ("The mill currently makes paper.", "currently", "date", None, "present"),
        ("The mill was recently sold.", "recently", "date", None, "past"),
        ("The mill will close in the near future.", "the near future", "date", None, "future"),
        ("He ran the mill for years.", "years", "duration", "year", None),
        ("The mill was idle for a few weeks.", "a few weeks", "duration", "week", None),
        ("Repairs took several months.", "several months", "duration", "month", None),
        ("The mill grew over the centuries.", "centuries", "duration", "century", None),
    ],
)
def test_time_without_figure_is_aside(
    parsed: Parse, sentence: str, text: str, kind: str, unit: str | None, granularity: str | None
) -> None:
    found = numbers(Tokens(parsed(sentence)), PUBLISHED)
    assert [(each.text, each.kind, each.unit, each.granularity) for each in found] == [(text, kind, unit, granularity)]
    assert [(each.aside, each.vague, each.value, each.iso) for each in found] == [(True, True, None, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Now that the mill is closed, it is calm.",
        "The now-closed mill is for sale.",
        "He reads Fashion Now at work.",
        "Call as soon as the mill opens.",
        "The mill opens every now and again.",
        "The future of the mill is open.",
        "The years were kind to the mill.",
        "He read the minutes of the meeting.",
        "Trading went on in minutes of silence.",
        "The mill is years-old news.",
        "The plan met with doubt in some quarters.",
    ],
)
def test_other_use_of_word_is_no_time(parsed: Parse, sentence: str) -> None:
    assert [each.text for each in numbers(Tokens(parsed(sentence)), PUBLISHED)] == []


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("He left several years ago.", ["several years ago"]),
        ("He ran the mill for ten years.", ["ten years"]),
        ("It rained in recent months.", ["recent months"]),
        ("The mill opens two weeks from now.", ["two weeks from now"]),
    ],
)
def test_time_within_another_fact_is_no_fact_of_its_own(parsed: Parse, sentence: str, texts: list[str]) -> None:
    assert [each.text for each in numbers(Tokens(parsed(sentence)), PUBLISHED)] == texts
