"""The scorer itself: full marks for the gold, none for nothing, and the errors that it must see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.benchmarks import from_json
from tests.benchmarks.compare import read_gold, score_article
from tests.benchmarks.number_scores import interval, same_quantity, score_days
from tests.benchmarks.records import Day, Found, Gold, Quantity, Speech
from tests.benchmarks.scoring import Score, pairs, same_speaker, score_speech

TEXT = "“We are late,” Anna Berg said. Bo Lind, a driver, disagreed: he said the bus had left."
WE_ARE_LATE = Speech([(1, 13)], "direct", (15, 24), "Anna Berg")


@pytest.fixture(params=read_gold(()), ids=lambda gold: gold.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    found: Gold = request.param
    return found


def test_the_gold_itself_gets_full_marks(gold: Gold) -> None:
    score: Score = {}
    score_article(gold, from_json.found(gold.data), score)
    assert {name: round(tally.f, 6) for name, tally in score.items() if tally.gold} == {
        name: 100 for name, tally in score.items() if tally.gold
    }


def test_finding_nothing_gets_nothing(gold: Gold) -> None:
    score: Score = {}
    score_article(gold, Found(names=[], speech=[], quantities=[], days=[]), score)
    assert all(tally.f == 0 for tally in score.values())


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    met = pairs([10, 20], [19, 21, 11], lambda g, p: -abs(g - p), -5)
    assert sorted(met) == [(10, 11), (20, 19)]


def test_a_quotation_of_which_half_the_words_are_missing_is_not_found() -> None:
    score: Score = {}
    score_speech(TEXT, [WE_ARE_LATE], [], [replace(WE_ARE_LATE, content=[(1, 3)])], score)
    assert (score["speech"].right, score["speech"].given, score["joint"].right) == (0, 1, 0)


def test_a_wrong_speaker_loses_the_joint_score_only() -> None:
    score: Score = {}
    score_speech(TEXT, [WE_ARE_LATE], [], [replace(WE_ARE_LATE, speaker=(31, 38), person="Bo Lind")], score)
    assert (score["speech"].right, score["speaker"].right, score["joint"].right) == (1, 0, 0)


def test_belief_is_neither_asked_for_nor_counted_but_its_act_is_scored() -> None:
    score: Score = {}
    belief = replace(WE_ARE_LATE, act="belief", stance="states", shown=False)
    score_speech(TEXT, [], [belief], [replace(belief, stance=None)], score)
    assert (score["speech"].gold, score["speech"].given) == (0, 0)
    assert (score["act"].right, score["act"].gold) == (1, 1) and "stance" not in score
    wrong: Score = {}
    score_speech(TEXT, [WE_ARE_LATE], [], [belief], wrong)
    assert (wrong["speech"].right, wrong["speech"].gold, wrong["speech"].given) == (0, 1, 0)


def test_stance_is_scored_where_it_is_annotated() -> None:
    score: Score = {}
    denied = replace(WE_ARE_LATE, act="speech", stance="denies")
    score_speech(
        TEXT, [denied, replace(WE_ARE_LATE, content=[(64, 84)])], [], [replace(denied, stance="states")], score
    )
    assert (score["stance"].right, score["stance"].gold) == (0, 1)
    assert score["stance"].errors == ["stance: We are late, (denies, not states)"]


def test_optional_speech_is_neither_asked_for_nor_counted() -> None:
    found: Score = {}
    missed: Score = {}
    score_speech(TEXT, [], [WE_ARE_LATE], [WE_ARE_LATE], found)
    score_speech(TEXT, [], [WE_ARE_LATE], [], missed)
    assert found["speech"].given == found["speech"].gold == missed["speech"].gold == 0


@pytest.mark.parametrize(
    ("start", "end", "person", "right"),
    [
        (31, 38, None, True),
        (34, 38, None, True),
        (40, 48, None, True),
        (15, 24, "Anna Berg", False),
        (60, 62, "Bo Lind", True),
    ],
)
def test_a_speaker_is_right_by_head_word_or_by_entity(start: int, end: int, person: str | None, right: bool) -> None:
    gold = Speech([(64, 84)], "indirect", (31, 48), "Bo Lind")
    assert same_speaker(TEXT, gold, Speech([(64, 84)], "indirect", (start, end), person)) is right


@pytest.mark.parametrize(
    ("gold", "given", "right"),
    [
        ((1.5, None, "hour"), (90, None, "minute"), True),
        ((79, None, "inch"), (6.583, None, "foot"), True),
        ((5, 10, "percent"), (5, None, "percent"), False),
        ((5, None, "EUR"), (5, None, "USD"), False),
        ((5, None, "older bulk carrier"), (5, None, "carrier"), True),
        ((5, None, "person"), (5, None, None), False),
        ((5, None, "day"), (5, None, "month"), False),
    ],
)
def test_quantities_agree_in_value_and_unit(
    gold: tuple[float, float | None, str | None], given: tuple[float, float | None, str | None], right: bool
) -> None:
    assert same_quantity(Quantity(0, 1, "measure", *gold), None, Quantity(0, 1, "measure", *given)) is right


@pytest.mark.parametrize(
    ("iso", "days"),
    [
        ("2023-10-26", (date(2023, 10, 26), date(2023, 10, 26))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-W44", (date(2023, 10, 30), date(2023, 11, 5))),
        ("2011/2014", (date(2011, 1, 1), date(2014, 12, 31))),
        ("2015-06-20T21:00", (date(2015, 6, 20), date(2015, 6, 20))),
        ("P3M", None),
        (None, None),
    ],
)
def test_an_iso_form_is_an_interval_of_days(iso: str | None, days: tuple[date, date] | None) -> None:
    assert interval(iso) == days


def test_a_day_that_the_article_does_not_tell_is_an_error() -> None:
    gold = [{"kind": "date", "start": 0, "end": 6, "iso": None}]
    score: Score = {}
    score_days("Friday", gold, [Day(0, 6, "2026-11-20")], score)
    assert (score["dates"].right, score["day"].right, score["day"].given) == (1, 0, 1)


def test_a_stretch_of_days_may_also_be_given_by_its_ends() -> None:
    stretch = {"kind": "date", "start": 8, "end": 21, "iso": "2011/2014"}
    ends = [{"kind": "date", "start": s, "end": s + 4, "iso": None, "optional": True} for s in (8, 17)]
    score: Score = {}
    found = [Day(8, 12, "2011"), Day(8, 21, "2011/2014"), Day(17, 21, "2014")]
    score_days("between 2011 and 2014", [stretch, *ends], found, score)
    assert (score["dates"].given, score["day"].right, score["day"].given) == (1, 1, 1)
