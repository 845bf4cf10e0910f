"""Publication date: date lines, datelines, the user's date, metadata."""

from __future__ import annotations

import pytest

from newsview.errors import UsageError
from newsview.reading.build_article import build_article
from newsview.reading.dateline import (
    date_in_address,
    date_line,
    dateline,
    full_date,
    is_iso_date,
    story_start,
)

HEAD = "Council votes to close old harbour bridge"
LEDE = "The council of Springfield voted late on Monday to close the old harbour bridge for at least two years."


@pytest.mark.parametrize(("line", "date"), [
    ("November 11, 2022", "2022-11-11"),
    ("Friday, November 11, 2022", "2022-11-11"),
    ("Fri 11 Nov 2022", "2022-11-11"),
    ("11th November 2022", "2022-11-11"),
    ("Nov. 11, 2022", "2022-11-11"),
    ("2022-11-11", "2022-11-11"),
    ("2022-11-11T14:05:00Z", "2022-11-11"),
    ("Published: 11 Nov 2022, 14:05 GMT", "2022-11-11"),
    ("Published at 2:05 p.m. EST on November 11, 2022", "2022-11-11"),
    ("25/12/2022", "2022-12-25"),
    ("11.11.2022", "2022-11-11"),
    ("29 February 2020", "2020-02-29"),
    ("03/04/2022", None),
    ("29 February 2021", None),
    ("31 April 2022", None),
    ("November 11", None),
    ("November 2022", None),
    ("The bridge closed on November 11, 2022", None),
    ("November 11, 2022, was a Friday in Springfield", None),
])  # fmt: skip
def test_date_line(line: str, date: str | None) -> None:
    found = date_line(line)
    assert (found[0] if found else None) == date


@pytest.mark.parametrize(("lede", "date"), [
    ("March 3, 2020 (OSLO) - The tolls are put off until Monday, the council said.", "2020-03-03"),
    ("3 March 2020 (OSLO) - The tolls are put off until Monday, the council said.", "2020-03-03"),
    ("March 3, 2020 - the day the tolls began - was cold, the council said.", None),
    ("10 March Street (OSLO) - The house is for sale, the council said.", None),
])  # fmt: skip
def test_dateline_may_begin_with_its_date(lede: str, date: str | None) -> None:
    assert build_article(f"{HEAD}\n\n{lede}").published == date


def test_publication_date_overrides_update_date() -> None:
    both = build_article(f"{HEAD}\n\nLast updated: 12 November 2022\n\nPublished: 11 November 2022\n\n{LEDE}")
    assert (both.published, both.published_source, both.published_from) == ("2022-11-11", "dateline", "text")
    assert [p.role for p in both.paragraphs] == ["headline", "dateline", "dateline", "body"]
    alone = build_article(f"{HEAD}\n\nLast updated: 12 November 2022\n\n{LEDE}")
    assert alone.published == "2022-11-12"
    one = build_article(f"{HEAD}\n\nPublished 11 November 2022 | Updated 12 November 2022\n\n{LEDE}")
    assert one.published == "2022-11-11"


@pytest.mark.parametrize(("start", "prefix", "date"), [
    ("SPRINGFIELD, Ill. (AP) — The mayor left.", "SPRINGFIELD, Ill. (AP)", None),
    ("LONDON, March 3 (Reuters) - The mayor left.", "LONDON, March 3 (Reuters)", None),
    ("LONDON, March 3, 2022 (Reuters) - The mayor left.", "LONDON, March 3, 2022 (Reuters)", "2022-03-03"),
    ("PARIS — The mayor left.", "PARIS", None),
    ("Geneva, 12 November 2021 — The mayor left.", "Geneva, 12 November 2021", "2021-11-12"),
    ("The mayor left — and came back on 12 November 2021.", None, None),
    ("Well-known people left.", None, None),
    ("On 12 November 2021 the mayor – a lawyer – left.", None, None),
])  # fmt: skip
def test_dateline(start: str, prefix: str | None, date: str | None) -> None:
    assert dateline(start) == prefix
    article = build_article(f"{HEAD}\n\n{start} {LEDE}")
    assert article.published == date
    assert article.paragraphs[1].role == "body"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("9 May 2024, HALDEN — The ferry stops.", "2024-05-09"),
        ("May 9, 2024 / HALDEN, Ore. — The ferry stops.", "2024-05-09"),
        ("2024-05-09 - HALDEN (Reuters) - The ferry stops.", "2024-05-09"),
        ("HALDEN (AP) _ The ferry stops.", None),
        ("HALDEN, May 9, 2024 (AP) _ The ferry stops.", "2024-05-09"),
    ],
)
def test_dateline_with_the_date_first_or_an_underscore(line: str, date: str | None) -> None:
    head = dateline(line)
    assert head is not None and "HALDEN" in head and "ferry" not in head
    assert full_date(head) == date
    start = story_start(line)
    assert start is not None and line[start:] == "The ferry stops."


@pytest.mark.parametrize("line", [
    "9 May 2024, Halden — a small town — waits.", "May 9, 2024 - that is when the ferry stops - will be a sad day.",
    "The ferry_boat — the old one — stops.",
])  # fmt: skip
def test_date_before_other_words_is_no_dateline(line: str) -> None:
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://example.org/2024/05/09/ferry-stops.html", "2024-05-09"),
        ("https://example.org/news/2024/may/09/ferry", "2024-05-09"),
        ("https://example.org/ferry-stops-20240509", "2024-05-09"),
        ("https://example.org/a/2024-05-09-ferry?x=1", "2024-05-09"),
        ("https://2024-05-09.example.org/ferry", None),
        ("https://example.org/2024/ferry", None),
        ("https://example.org/id/20249999", None),
        ("https://example.org/2024/13/45/x/2023/01/02/", "2023-01-02"),
        ("", None),
    ],
)
def test_date_in_an_address(address: str, date: str | None) -> None:
    assert date_in_address(address) == date


def test_dates_in_story_are_not_publication_date() -> None:
    article = build_article(
        f"{HEAD}\n\n{LEDE}\n\nThe bridge opened on 12 November 1921. {LEDE}\n\n{LEDE}\n\n3 May 2001\n\n{LEDE}"
    )
    assert article.published is None and article.published_source is None


def test_user_date_overrides_text_and_is_validated() -> None:
    article = build_article(f"{HEAD}\n\n11 November 2022\n\n{LEDE}", published="2021-01-02")
    assert (article.published, article.published_source) == ("2021-01-02", "flag")
    for wrong in ("2021-02-30", "02/01/2021", "", "2021-1-2", "tomorrow", "0000-01-01"):
        with pytest.raises(UsageError, match="YYYY-MM-DD"):
            build_article(LEDE, published=wrong)


def test_metadata_date_may_be_invalid() -> None:
    article = build_article(LEDE, published="Fri, 11 Nov 2022 14:05:00 GMT", published_source="metadata")
    assert (article.published, article.published_source) == ("2022-11-11", "metadata")
    fallback = build_article(f"3 May 2022\n\n{LEDE}\n\n{LEDE}", published="last week", published_source="metadata")
    assert (fallback.published, fallback.published_source) == ("2022-05-03", "dateline")


def test_full_date_and_iso_dates() -> None:
    assert full_date("Springfield, 3 May 2022, and 4 May 2022") == "2022-05-03"
    assert full_date("5 May, or 03/04/2022") is None
    assert is_iso_date("2024-02-29") and not is_iso_date("2023-02-29") and not is_iso_date("٢٠٢٤-٠٢-٠١")


@pytest.mark.parametrize(
    ("start", "story"),
    [
        ("LONDON (Reuters) - Prices rose", "Prices rose"),
        ("LONDON, March 3 (Reuters) -  Prices rose", "Prices rose"),
        ("FLINT, Mich., Oct. 4 (UPI) -- The water", "The water"),
        ("SPRINGFIELD — “We won,” she said", "“We won,” she said"),
        ("Washington (AFP) - US prices", "US prices"),
        ("NEW DELHI, Jan. 9: The minister", "The minister"),
        ("OSLO (AP) _ Prices rose", "Prices rose"),
        ("By Jane Doe: The coast", "The coast"),
        ("(NBS) The coast", "The coast"),
        ("(May) The coast", None),
        ("New Halden, NY – The coast", "The coast"),
        ("Mary Hill, poet – The coast", None),
        ("By Friday: The coast", None),
        ("By Jane Doe, who lives there: The coast", None),
        ("WARNING: The road", None),
        ("NASA — the space agency — said", None),  # an aside
        ("Mary Hill — Poet of the year", None),  # it may be a name
        ("The mayor – Jane Doe – said", None),
        ("LONDON is calling", None),
    ],
)
def test_story_starts_after_certain_dateline(start: str, story: str | None) -> None:
    at = story_start(start)
    assert (None if at is None else start[at:]) == story
