"""Findings by the Python API."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

import newsview
from newsview.model.decision import Decision

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore:.*W095")]

TEXT = "The road is 12 miles (30 km) long."


def test_an_analysis_has_findings_that_its_review_may_reject() -> None:
    analysis = newsview.extract(TEXT)
    (found,) = analysis.findings
    assert [found] == newsview.check(analysis)
    assert isinstance(found, newsview.Finding)
    assert (found.check, found.level, found.places[0].text) == ("conversion", "contradiction", "30 km")
    assert newsview.check(replace(analysis, review={found.id: Decision(status="rejected")})) == []
    assert len(newsview.check(replace(analysis, review={found.id: Decision(status="accepted")}))) == 1


def test_a_corrected_number_is_checked_as_corrected() -> None:
    analysis = newsview.extract(TEXT)
    kilometres = next(number for number in analysis.numbers if number.text == "30 km")
    corrected = replace(analysis, review={kilometres.id: Decision(edits={"value": 19})})
    assert newsview.check(corrected) == []


def test_findings_survive_pickling_and_are_no_part_of_the_saved_form() -> None:
    analysis = pickle.loads(pickle.dumps(newsview.extract(TEXT)))
    assert len(analysis.findings) == 1
    assert "findings" not in analysis.to_dict()
