"""Year of dates without one: that of the story in articles about the past, that of the publication in fresh news."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.cases import PUBLISHED

Parse = Callable[[str], Doc]
pytestmark = pytest.mark.model

CANAL = (
    "The canal was begun in 1861 by a law of 1858. In 1863 a lock gave way, and the works stood still until 1865. "
    "A second lock was dug in 1866 and a third in 1867.\n\n"
    "In March 1868 the river broke in. The first barge passed in September 1869.\n\n"
    "{}"
)
"""An article about the past, but for its last paragraph."""

WALL = (
    "The wall was begun in 499 BC and grew until 490 BC. In 488 BC a gate was built, and in 486 BC a tower.\n\n"
    "The town burned in 481 BC. In 480 BC the wall was raised; a second wall was begun in 479 BC and a third in 478 BC.\n\n"
    "{}"
)
"""An article about years before our era, but for its last paragraph."""

NEWS = (
    "The canal closed on Monday, the council said on Tuesday. It was begun in 1861, and a lock gave way in 1863. "
    "The works stood still until 1865, and the first barge passed in September 1869. Fees rose last year.\n\n"
    "{}"
)
"""Fresh news with some history."""


def last(parsed: Parse, article: str, paragraph: str) -> list[str | None]:
    """The ISO forms of the dates in *paragraph*, the last of *article*."""
    doc = parsed(article.format(paragraph))
    start = len(doc.text.rstrip()) - len(paragraph)
    return [each.iso for each in find_dates(Tokens(doc), PUBLISHED) if each.start >= start]


@pytest.mark.parametrize(
    ("paragraph", "isos"),
    [
        ("In November a fire burned the lock house.", ["1869-11"]),
        ("In January a fire burned the lock house.", ["1870-01"]),
        ("On 4 December the lock house burned. It was rebuilt by the spring.", ["1869-12-04", "1869-03/1869-05"]),
        ("The lock house burned in October. The next day the canal closed.", ["1869-10", None]),
        ("It closed at the end of the year.", ["1869"]),
        ("Later in the year a fire burned the lock house.", ["1869"]),
        ("By the following year it was full.", ["1870"]),
        ("It was planned to be wider by 1880. In November a fire burned the lock house.", ["1880", "1869-11"]),
        (
            "It was dug from March 1870, and was to be open by December. In May the works stopped.",
            ["1870-03", "1870-12", "1870-05"],
        ),
        (
            "It was paid for by tolls (as of June 1880). In November a fire burned the lock house.",
            ["1880-06", "1869-11"],
        ),
        (
            "The law of May 1871 took up one of March 1862. In November the works stopped.",
            ["1871-05", "1862-03", "1871-11"],
        ),
        ("In the last month of the works, two men died.", []),
        (
            "“I asked for the money two years ago,” the digger said.",
            ["1867"],
        ),
    ],
)
def test_date_in_article_about_past_is_in_year_of_story(parsed: Parse, paragraph: str, isos: list[str | None]) -> None:
    assert last(parsed, CANAL, paragraph) == isos


@pytest.mark.parametrize(
    ("paragraph", "isos"),
    [
        (
            "Since 2022 it is a park, and today walkers come. In August a path opened.",
            ["2022", "2022-11-11", "2022-08"],
        ),
        ("It is a park since last year. In November 2020 a path opened.", ["2021", "2020-11"]),
    ],
)
def test_paragraph_about_present_is_no_part_of_story(parsed: Parse, paragraph: str, isos: list[str | None]) -> None:
    assert last(parsed, CANAL, paragraph) == isos


@pytest.mark.parametrize(
    ("paragraph", "isos"),
    [
        ("In August a path opened.", ["2022-08"]),
        ("It closes at the end of the year.", ["2022-12-31"]),
    ],
)
def test_date_in_fresh_news_is_in_year_of_publication(parsed: Parse, paragraph: str, isos: list[str | None]) -> None:
    assert last(parsed, NEWS, paragraph) == isos


@pytest.mark.parametrize(
    ("paragraph", "isos"),
    [
        ("In mid-August the army came.", ["BC0478-08"]),
        ("It stayed for the winter.", ["BC0478-12/BC0477-02"]),
        ("In spring 477 BC it left, and the tower fell in May.", ["BC0477-03/BC0477-05", "BC0477-05"]),
        ("It fell at the end of the year.", [None]),
        (
            "Since 2022 it is a park, and today walkers come. In August a path opened.",
            ["2022", "2022-11-11", "2022-08"],
        ),
    ],
)
def test_date_in_article_about_years_before_our_era_is_not_of_ours(
    parsed: Parse, paragraph: str, isos: list[str | None]
) -> None:
    assert last(parsed, WALL, paragraph) == isos


def test_article_with_lead_of_fresh_news_has_no_story(parsed: Parse) -> None:
    article = "The canal was closed on Tuesday for the summer of 2022.\n\n" + CANAL
    assert last(parsed, article, "In August a path opened.") == ["2022-08"]


def test_article_without_publication_date_has_no_story(parsed: Parse) -> None:
    text = CANAL.format("In November a fire burned the lock house.")
    assert find_dates(Tokens(parsed(text)), None)[-1].iso is None
