"""Anchors of dates: publication date, tense, an earlier date, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction import doc_extensions
from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.cases import PUBLISHED

Parse = Callable[[str], Doc]
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge opened on Monday.",
        "Prices fell last month.",
        "He resigned two years ago.",
        "It rained in late February.",
        "They met on Nov. 5.",
        "It will rain over the weekend.",
        "The shop was closed on Christmas Eve.",
        "Rents doubled in the past two years.",
    ],
)
def test_relative_date_without_publication_date_has_no_iso_form(parsed: Parse, sentence: str) -> None:
    found = find_dates(Tokens(parsed(sentence)), None)
    assert [(each.iso, each.relative) for each in found] == [(None, True)]


@pytest.mark.parametrize("published", ["", "yesterday", "2022-13-45"])
def test_invalid_publication_date_is_no_anchor(parsed: Parse, published: str) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed("He resigned yesterday.")), published)] == [None]


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("The court heard the case on Tuesday.", "2022-11-08"),
        ("The court has heard the case Tuesday.", "2022-11-08"),
        ("The case was heard on Tuesday.", "2022-11-08"),
        ("The man arrested on Tuesday is 30.", "2022-11-08"),
        ("The court will hear the case on Tuesday.", "2022-11-15"),
        ("The court is hearing the case on Tuesday.", "2022-11-15"),
        ("The court hears the case on Tuesday.", "2022-11-15"),
        ("The court is to hear the case on Tuesday.", "2022-11-15"),
        ("The hearing is scheduled for Tuesday.", "2022-11-15"),
        ("The court plans to hear the case on Tuesday.", "2022-11-15"),
        ("The court could hear the case on Tuesday.", "2022-11-15"),
        ("He said he would resign on Tuesday.", "2022-11-15"),
        ("He managed to resign on Tuesday.", "2022-11-08"),
        ("The shop has been closed since Tuesday.", "2022-11-08"),
        ("As of Tuesday the party is ahead.", "2022-11-08"),
        ("He did not speak on Tuesday.", "2022-11-08"),
        ("He could have spoken on Tuesday.", "2022-11-08"),
        ("He flew to Rome to meet the pope on Tuesday.", "2022-11-08"),
        ("She was forced to resign on Tuesday.", "2022-11-08"),
        ("He tells reporters on Tuesday that he is ill.", "2022-11-08"),
        ("Following Tuesday's vote, talks are under way.", "2022-11-08"),
        ("Tuesday's decision is a blow to the mayor.", "2022-11-08"),
        ("He will speak about Tuesday's shooting.", "2022-11-08"),
        ("He will win Tuesday's election.", "2022-11-15"),
        ("The parties are nervous ahead of Tuesday's election.", "2022-11-15"),
        ("The court adjourned until Tuesday.", "2022-11-15"),
        ("As she put it on Tuesday, he is ill.", "2022-11-08"),
        ("Tuesday's debate might not move anyone.", "2022-11-08"),
        ("It is less than planned on Tuesday.", "2022-11-08"),
        ("He stayed until Tuesday.", "2022-11-08"),
        ("They agreed to meet on Tuesday.", "2022-11-15"),
        ("The plan to meet on Tuesday is off.", "2022-11-15"),
        ("Temperatures will drop by Tuesday night.", "2022-11-15"),
        ("Temperatures dropped on Tuesday night.", "2022-11-08"),
        ("The mayor will unveil plans aimed at saving the mill on Tuesday.", "2022-11-15"),
        ("The mayor will name the man shot on Tuesday.", "2022-11-08"),
        ("The firms are expected to approve a deal on Tuesday.", "2022-11-15"),
        ("The firms are expected to speak about Tuesday's crash.", "2022-11-08"),
        ("The court gave lawyers until Tuesday to answer.", "2022-11-15"),
        ("The court waited until Tuesday to answer.", "2022-11-08"),
        ("The bridge has been closed until Tuesday.", "2022-11-15"),
        ("The bridge had been closed until Tuesday.", "2022-11-08"),
        ("The court had given lawyers until Tuesday to answer.", "2022-11-08"),
        ("He faces a hearing on Tuesday.", "2022-11-15"),
        ("The union plans a march on Tuesday.", "2022-11-15"),
        ("The team faces questions about its defeat on Tuesday.", "2022-11-08"),
        ("The vote on Tuesday is a test for the party.", "2022-11-08"),
        ("Polls close on Tuesday, the board said.", "2022-11-15"),
        ("Doors open at the club on Tuesday.", "2022-11-15"),
        ("He left a door open on Tuesday.", "2022-11-08"),
        ("Guards kept the gates closed on Tuesday.", "2022-11-08"),
        ("The ruling, due on Tuesday, ends a long case.", "2022-11-15"),
        ("The strike due to a row on Tuesday hit trains.", "2022-11-08"),
        ("By Tuesday the firm will have closed two plants.", "2022-11-15"),
        ("By Tuesday the firm would have closed two plants.", "2022-11-08"),
    ],
)
def test_weekday_is_past_or_future_by_tense_of_verb(parsed: Parse, sentence: str, iso: str) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == [iso]


def test_weekday_under_present_tense_of_headline_is_past(parsed: Parse) -> None:
    doc = parsed("Court hears case on Tuesday")
    doc_extensions.store_paragraphs(doc, [doc_extensions.Block(0, len(doc), "headline")])
    assert [each.iso for each in find_dates(Tokens(doc), PUBLISHED)] == ["2022-11-08"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("On 3 May 2001 he was arrested, and on 5 June he was fined.", ["2001-05-03", "2001-06-05"]),
        ("On 20 December 2001 he was arrested. He was freed on 5 January.", ["2001-12-20", "2002-01-05"]),
        ("In 2011 he was arrested in March.", ["2011", "2011-03"]),
        ("Groups have spent more since Jan. 1, 2021. In August they raised $1 million.", ["2021-01-01", "2022-08"]),
        ("Sales of 2011 are lower than those in March.", ["2011", "2022-03"]),
    ],
)
def test_date_without_year_has_year_named_before(parsed: Parse, text: str, isos: list[str]) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed(text)), PUBLISHED)] == isos


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("The firm declared a dividend of 10 cents, payable March 15.", "2023-03-15"),
        ("The firm paid a dividend of 10 cents on March 15.", "2022-03-15"),
        ("The dues, payable since March 15, are high.", "2022-03-15"),
    ],
)
def test_day_of_payment_is_ahead(parsed: Parse, sentence: str, iso: str) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == [iso]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Rents doubled in the last three months.", 3, "month"),
        ("He resigned two and a half years ago.", 2.5, "year"),
        ("She left in May and was back nine days later.", 9, "day"),
        ("It rained a couple of nights ago.", 2, "night"),
        ("He resigned a year ago.", None, None),
        ("He resigned several years ago.", None, None),
        ("The board meets every two weeks.", None, None),
    ],
)
def test_date_that_counts_has_value_and_unit(
    parsed: Parse, sentence: str, value: float | None, unit: str | None
) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert (found[-1].value, found[-1].unit) == (value, unit)


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        ("Rents doubled in recent months.", True),
        ("Rents doubled in the last few years.", True),
        ("Rents doubled in the last three years.", False),
        ("He resigned several years ago.", False),
    ],
)
def test_vague_span_is_aside(parsed: Parse, sentence: str, aside: bool) -> None:
    assert [each.aside for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == [aside]


def test_date_of_other_paragraph_is_no_anchor(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("She left on 3 May 2001.\n\nThe following day she was back.")), PUBLISHED)
    assert [each.iso for each in found] == ["2001-05-03", None]


def test_distance_in_apposition_is_not_anchored_to_its_date(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("He was last seen on 31 October, eleven days earlier.")), PUBLISHED)
    assert [each.iso for each in found] == ["2022-10-31", None]


def test_year_is_no_anchor_for_day(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("She left in 2001. The following day she was back.")), PUBLISHED)
    assert [each.iso for each in found] == ["2001", None]


def test_expression_ends_at_paragraph_boundary(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("The shop closed in May\n\n2019 was a bad year.")), PUBLISHED)
    assert [each.text for each in found] == ["May", "2019"]


@pytest.mark.parametrize(
    ("sentence", "text", "iso", "modifier", "cue"),
    [
        ("He resigned in late February.", "late February", "2022-02", "~", "late"),
        ("He resigned in mid-2019.", "mid-2019", "2019", "~", "mid"),
        ("He will resign early next year.", "early next year", "2023", "~", "early"),
        ("He resigned about two years ago.", "two years ago", "2020", "~", "about"),
        ("He resigned more than two years ago.", "two years ago", "2020", "<", "more than"),
        ("He resigned less than two years ago.", "two years ago", "2020", ">", "less than"),
        ("He was born around 1850 in Leeds.", "1850", "1850", "~", "around"),
    ],
)
def test_modifier_of_date_is_its_cue(
    parsed: Parse, sentence: str, text: str, iso: str, modifier: str, cue: str
) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert [(each.text, each.iso, each.modifier) for each in found] == [(text, iso, modifier)]
    assert found[0].cue is not None
    assert found[0].cue.text == cue
    assert sentence[found[0].cue.start : found[0].cue.end] == cue


@pytest.mark.parametrize(
    "sentence",
    [
        "Rents are 12% more than a year ago.",
        "There are 9,000 more than a year ago.",
        "It pays three times more than a year ago.",
    ],
)
def test_comparison_with_date_is_no_modifier(parsed: Parse, sentence: str) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert [(each.text, each.modifier, each.cue) for each in found] == [("a year ago", "=", None)]


@pytest.mark.parametrize(
    ("sentence", "iso", "granularity"),
    [
        ("He quit on 4 March 2019.", "2019-03-04", "day"),
        ("He quit in March 2019.", "2019-03", "month"),
        ("He quit in 2019.", "2019", "year"),
        ("He quit last week.", "2022-W44", "week"),
        ("He quit last weekend.", "2022-11-05/2022-11-06", "weekend"),
        ("Sales fell in Q3 2019.", "2019-07/2019-09", "quarter"),
        ("He quit in spring 2019.", "2019-03/2019-05", "season"),
        ("He quit in the 1990s.", "1990/1999", "decade"),
        ("He wrote in the 19th century.", "1800/1899", "century"),
    ],
)
def test_date_has_granularity(parsed: Parse, sentence: str, iso: str, granularity: str) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert [(each.iso, each.granularity) for each in found] == [(iso, granularity)]
