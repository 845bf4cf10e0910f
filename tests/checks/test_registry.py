"""The registry: every row's example is found, its look-alikes are left alone."""

from __future__ import annotations

import re

import pytest

from newsview.checks.check import Check
from newsview.checks.explain import explained
from newsview.checks.registry import CHECKS, FAMILIES, checks, named, selected
from newsview.errors import UsageError
from tests.checks.conftest import Checked

ROWS = [pytest.param(check, id=check.name) for check in CHECKS]


@pytest.mark.model
@pytest.mark.parametrize("check", ROWS)
def test_the_example_of_a_check_is_found(check: Check, checked: Checked) -> None:
    found = checked(check.example, check.code)
    assert len(found) == 1, check.example
    assert found[0].level == check.level
    assert len(found[0].places) >= 2


@pytest.mark.model
@pytest.mark.parametrize("check", ROWS)
def test_the_look_alikes_of_a_check_are_left_alone(check: Check, checked: Checked) -> None:
    for text in check.look_alikes:
        assert checked(text, check.code) == [], text


def test_names_codes_and_families_are_unique() -> None:
    names = [check.name for check in CHECKS] + [check.code for check in CHECKS] + list(FAMILIES)
    assert len(names) == len(set(names))
    assert all(check.code[0] in FAMILIES.values() for check in CHECKS)


@pytest.mark.parametrize("check", ROWS)
def test_no_text_of_a_check_says_wrong(check: Check) -> None:
    assert not re.search(r"\b(wrong|error|mistake)\b", f"{check.message} {check.explanation}", re.IGNORECASE)
    assert check.name in explained(check)
    assert "/  /" not in explained(check)


def test_checks_are_selected_by_name_code_and_family() -> None:
    assert [each.code for each in selected(["weekday", "u301"], [])] == ["D501", "U301"]
    assert {each.code[0] for each in selected(["names", "dates"], ["N602"])} == {"N", "D"}
    assert len(selected([], ["names"])) == len(checks()) - 2
    with pytest.raises(UsageError, match="no check 'nonsense'"):
        selected(["nonsense"], [])


def test_a_check_is_found_by_its_name_and_code() -> None:
    assert named("D501") is named("weekday") is not None
    assert named("nonsense") is None
