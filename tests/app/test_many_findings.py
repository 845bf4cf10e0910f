"""Thousands of findings, also in one sentence of a megabyte: every key takes time linear in them at most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

from newsview.app.commands import findings, navigate, review
from newsview.app.commands.context import UI
from newsview.app.render import detail, status
from newsview.app.render.detail import Remarks
from newsview.app.state.finding_marks import Findings
from newsview.app.state.review import Review
from newsview.checks.first import check_first
from newsview.export.formats import rendered
from newsview.model.facts import Facts, Number
from newsview.model.finding import Finding, Place
from newsview.model.saved_findings import with_findings
from newsview.reading.build_article import build_article
from tests.app.fake_ui import fake_ui
from tests.timing import costs_at_most

BOUND = 10
"""How many times longer four times the findings may take: linear work takes four, quadratic sixteen."""


def with_many(count: int, sentence: str) -> UI:
    """An article of *count* times *sentence* with a finding at the 120% of each, and its context."""
    ui, _ = fake_ui()
    article = build_article("Traffic\n\n" + sentence * count)
    at, numbers, found = 0, [], []
    for index in range(count):
        at = article.text.index("120%", at) + 1
        start, end = at - 1, at + 3
        within = article.sentences[article.sentence_index(start) or 0].id
        number = Number(id=f"n-{index}", sentence=within, text="120%", start=start, end=end, kind="percent", value=120)
        place = Place(text="120%", start=start, end=end, fact=number.id)
        one = Finding(
            id=f"f-{index}", check="fall-over-100", code="A106", level="look", message="120%", places=[place, place]
        )
        numbers.append(number)
        found.append(one)
    ui.review = Review(article, Facts(numbers=numbers))
    ui.review.findings = Findings(article, found)
    return ui


def work(ui: UI) -> Callable[[], float]:
    """A function that goes through findings, decides and draws, and returns its seconds of processor time."""

    def seconds() -> float:
        began = process_time()
        for _ in range(3):
            findings.step(ui, 1)
            navigate.cross(ui)
            review.decide(ui, "rejected")
            review.undo(ui)
            detail.lines(ui.review, Remarks(), 118, 4, 118)
            status.header(ui.review, 100)
        return process_time() - began

    return seconds


SENTENCES = {"sentences": "Traffic dropped by 120% in May. ", "one sentence": "and traffic dropped by 120% in May, "}


@pytest.mark.parametrize("name", SENTENCES)
def test_keys_take_time_linear_in_the_findings(name: str) -> None:
    small, large = (work(with_many(count, SENTENCES[name])) for count in (500, 2000))
    assert costs_at_most(BOUND, large, small)


def test_ten_thousand_findings_in_a_sentence_of_a_megabyte() -> None:
    ui = with_many(
        10_000,
        "and traffic in the city of the north, which is the oldest one of all the many cities, dropped by 120% in May, ",
    )
    known = ui.review.findings
    assert len(ui.review.article.text) > 1_000_000 and ui.review.marked is not None and known is not None
    began = process_time()
    assert ui.review.marked.counts["*"] == 10_000
    findings.step(ui, 1)
    review.decide(ui, "accepted")
    analysis = ui.analysis()
    (ranked,) = check_first(analysis, known.all)
    assert ranked.reasons[0] == "deserves a look: 120%"
    for form in ("html", "markdown", "csv"):
        assert rendered(with_findings(replace(analysis, review={}), known.all), form)
    assert process_time() - began < 30
