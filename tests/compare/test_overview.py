"""The overview of an article: speakers, dates, figures and the state of the review, each with the places it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsview.compare.overview import overview
from newsview.compare.overview_lines import Figure, Overview, Place
from newsview.model.article import Article
from newsview.model.facts import Decision, Facts
from newsview.reading.build_article import build_article
from tests.making import Maker

TEXT = """Norvik closes its yard

Norvik will close its yard in May 2025. Ada Quill denied that the yard lost $4 million. Profit fell by 12% from $9 million \
to $8 million ($11 million). She said 350 jobs would go in 2023.

Norvik declined to comment. The fair is on 3 June 2024. Profit was up. It lost 20%.
"""


def parts() -> tuple[Article, Facts]:
    article = build_article(TEXT, published="2024-05-16")
    make = Maker(article)
    norvik = replace(make.entity("Norvik", "ORG", ("Norvik", 1), ("Norvik", 2)), id="norvik")
    quill = replace(make.entity("Ada Quill", "PERSON", role="mayor"), id="quill")
    denial = make.quote("the yard lost $4 million", speaker=("Ada Quill", "quill"), cue="denied")
    guess = make.quote("350 jobs would go in 2023", speaker=("She", "quill"), cue="said")
    assert guess.speaker is not None
    numbers = {
        "may": make.number("May 2025", "date", iso="2025-05"),
        "loss": make.number("$4 million", "money", about="yard"),
        "by": make.number("12%", "percent", about="Profit", trend="down", trend_role="by"),
        "from": make.number("$9 million", "money", about="Profit", trend_role="from", range="from"),
        "to": make.number("$8 million", "money", about="Profit", trend_role="to", range="from"),
        "other": make.number("$11 million", "money", about="Profit", trend_role="to", same_as="to"),
        "jobs": make.number("350", "cardinal", unit="job", unit_text=make.span("jobs")),
        "year": make.number("2023", "date", iso="2023"),
        "fair": make.number("3 June 2024", "date", iso="2024-06-03"),
        "share": make.number("20%", "percent"),
        "day": make.number("3", "ordinal"),
        "span": make.number("June", "duration", iso="P1M"),
    }
    facts = Facts(
        entities=[norvik, quill],
        quotes=[
            replace(denial, id="denial", stance="denies"),
            replace(guess, id="guess", speaker=replace(guess.speaker, sure=False, name="Ada Quill")),
        ],
        numbers=[replace(number, id=id_) for id_, number in numbers.items()],
    )
    return article, facts


def made(**review: Decision) -> Overview:
    return overview(*parts(), review)


def ids(places: Sequence[Place]) -> list[str | None]:
    return [place.fact for place in places]


def test_speakers_have_counts_that_lead_to_their_quotes() -> None:
    quill, norvik = made(guess=Decision(status="accepted")).speakers
    assert (quill.name, quill.role) == ("Ada Quill", "mayor")
    assert {name: ids(places) for name, places in quill.counts.items() if places} == {
        "said": ["guess"],
        "denied": ["denial"],
    }
    assert (ids(quill.open), quill.guessed) == (["denial"], {"guess"})
    assert ids(quill.places) == ["denial", "guess"]
    assert (norvik.name, norvik.role, ids(norvik.open)) == ("Norvik", None, [])
    assert norvik.counts["refused"] == [Place(TEXT.index("declined"))]


def test_columns_are_those_with_something_in_them_and_three_always() -> None:
    assert made().stances == ["said", "denied", "refused"]
    article, facts = parts()
    asked = replace(facts, quotes=[replace(facts.quotes[0], stance="asks")])
    assert overview(article, asked, {}).stances == ["said", "denied", "asked", "refused"]


def test_dates_are_in_order_and_say_what_comes_after_the_article() -> None:
    assert [(line.label, line.words, line.later, line.place.fact) for line in made().dates] == [
        ("2023", "2023", False, "year"),
        ("2024-06-03", "3 June 2024", True, "fair"),
        ("2025-05", "May 2025", True, "may"),
    ]
    assert made().dates[1].sentence == "The fair is on 3 June 2024."


@pytest.mark.parametrize(
    ("iso", "label"),
    [
        ("2024-W07", "2024-W07"),
        ("2024-05-16T19:45", "2024-05-16 19:45"),
        ("2023-07/2023-09", "2023-07–09"),
        ("2023-07-01/2023-09-30", "2023-07–09"),
        ("2023-07-10/2023-07-12", "2023-07-10–12"),
        ("2023-10/2025-04", "2023-10–2025-04"),
    ],
)
def test_days_and_periods_are_short(iso: str, label: str) -> None:
    article, facts = parts()
    dated = replace(facts, numbers=[replace(facts.numbers[0], iso=iso)])
    assert [line.label for line in overview(article, dated, {}).dates] == [label]


@pytest.mark.parametrize("iso", [None, "T19:45", "P3M", "R/P1D", "2024-W60", "soon"])
def test_what_is_no_day_is_not_in_the_order_of_days(iso: str | None) -> None:
    article, facts = parts()
    undated = replace(facts, numbers=[replace(facts.numbers[0], iso=iso)])
    assert not overview(article, undated, {}).dates


def test_a_day_stands_once_for_each_sentence() -> None:
    article, facts = parts()
    twice = replace(facts, numbers=[facts.numbers[0], replace(facts.numbers[0], id="again")])
    assert len(overview(article, twice, {}).dates) == 1


def test_figures_of_one_subject_stand_side_by_side() -> None:
    profit, *single, rest = made().figures
    assert profit.subject == "Profit"
    assert [(each.joint, each.words) for each in profit.figures] == [
        ("", "↓ 12%"),
        ("·", "from $9 million"),
        ("→", "$8 million"),
        ("=", "$11 million"),
    ]
    assert ids([each.place for each in profit.figures]) == ["by", "from", "to", "other"]
    assert [(line.subject, [each.words for each in line.figures]) for line in single] == [
        ("yard", ["$4 million"]),
        ("jobs", ["350"]),
    ]
    assert (rest.subject, [each.words for each in rest.figures]) == ("", ["20%"])


def test_figures_in_quotes_say_by_whom_and_with_which_verb() -> None:
    figures: dict[str | None, Figure] = {each.place.fact: each for line in made().figures for each in line.figures}
    assert figures["loss"].by == "Ada Quill denied"
    assert figures["jobs"].by == "Ada Quill?"
    assert figures["by"].by == ""


def test_the_review_is_counted_by_decision() -> None:
    review = {
        "denial": Decision(status="rejected"),
        "guess": Decision(verdict="false", note="asked"),
        "by": Decision(status="accepted", verdict="true"),
    }
    found = {name: ids(places) for name, places in made(**review).review.items() if places}
    assert set(found.pop("not reviewed")).isdisjoint(review)
    assert found == {
        "accepted": ["by"],
        "rejected": ["denial"],
        "true": ["by"],
        "false": ["guess"],
        "noted": ["guess"],
        "guessed": ["guess"],
    }


def test_what_was_rejected_is_in_no_other_part() -> None:
    rejected = {id_: Decision(status="rejected") for id_ in ("denial", "by", "may", "guess")}
    found = made(**rejected)
    assert [line.name for line in found.speakers] == ["Norvik"]
    assert [line.place.fact for line in found.dates] == ["year", "fair"]
    assert "by" not in [each.place.fact for line in found.figures for each in line.figures]


def test_an_article_without_facts_has_an_empty_overview() -> None:
    found = overview(build_article("Rain.\n"), Facts(), {})
    assert not (found.speakers or found.dates or found.figures or any(found.review.values()))
