"""Settings of the checks, and checks of other packages."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from newsview.checks import registry
from newsview.checks.check import Check
from newsview.checks.evidence import Evidence, Found
from newsview.checks.run import findings_of
from newsview.checks.settings import SettingError, Settings, of_table
from newsview.errors import UsageError
from newsview.model.codec import decode, encode
from newsview.model.facts import Facts
from newsview.model.finding import Finding
from newsview.reading.build_article import build_article


def tea(evidence: Evidence) -> Iterator[Found]:
    """Tea, wherever it stands: "The tea is cold"."""
    at = evidence.text.find("tea")
    if at >= 0:
        yield Found(message="there is tea", places=[evidence.place(at, at + 3), evidence.place(0, 3)])


TEA = Check(
    name="tea",
    code="X001",
    level="note",
    message="there is tea",
    explanation="Tea.",
    example="The tea is cold.",
    look_alikes=("coffee", "milk", "water"),
    function=tea,
)
NO_CHECK = "no check"


def broken(evidence: Evidence) -> Iterator[Found]:
    """Finds the first letter, and fails behind it."""
    yield Found(message="a letter", places=[evidence.place(0, 1)])
    raise ZeroDivisionError("no tea")


BROKEN = replace(TEA, name="broken", code="X002", function=broken)


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names in this module that packages give as checks."""
    names: list[str] = []

    def entry_points(group: str) -> list[EntryPoint]:
        return [EntryPoint(name=name, value=f"{__name__}:{name}", group=group) for name in names]

    monkeypatch.setattr(registry, "entry_points", entry_points)
    registry.checks.cache_clear()
    yield names
    registry.checks.cache_clear()


def test_a_check_of_another_package_is_run(others: list[str]) -> None:
    others.append("TEA")
    article = build_article("The tea is cold.")
    found = findings_of(article, Facts())
    assert [(each.check, each.message) for each in found] == [("tea", "there is tea")]
    assert findings_of(article, Facts(), Settings(off=frozenset({"tea"}))) == []
    assert decode(Finding, encode(found[0])) == found[0]


def test_a_check_of_another_package_that_fails_costs_its_own_findings_only(
    others: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    others += ["BROKEN", "TEA"]
    with caplog.at_level(logging.WARNING, "newsview"):
        found = findings_of(build_article("The tea is cold."), Facts())
    assert [each.check for each in found] == ["tea"]
    assert [record.message for record in caplog.records] == ["check broken (X002) failed: ZeroDivisionError: no tea"]


def test_a_failure_of_our_own_checks_is_not_hidden() -> None:
    ours = replace(registry.CHECKS[0], function=broken)
    with pytest.raises(ZeroDivisionError), pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "CHECKS", (ours,))
        findings_of(build_article("The tea is cold."), Facts(), run=[ours])


@pytest.mark.parametrize("name", ["NO_CHECK", "missing"])
def test_what_is_no_check_is_refused_in_one_line(others: list[str], name: str) -> None:
    others.append(name)
    with pytest.raises(UsageError, match=name):
        registry.checks()


def test_two_checks_of_one_name_are_refused(others: list[str]) -> None:
    others += ["TEA", "TEA"]
    with pytest.raises(UsageError, match="taken"):
        registry.checks()


def test_settings_are_read_from_a_table() -> None:
    table = {"off": ["quote-mark"], "names": {"known": ["Zelensky/Zelenskyy"]}}
    settings = of_table(table)
    assert settings.off == {"quote-mark"}
    assert settings.known == {frozenset({"zelensky", "zelenskyy"})}
    assert of_table({}) == Settings()


@pytest.mark.parametrize(
    "table",
    [
        3,
        {"on": []},
        {"off": "quote-mark"},
        {"off": [3]},
        {"names": 3},
        {"names": {"known": ["Zelensky"]}},
        {"names": {"x": []}},
    ],
)
def test_settings_that_cannot_be_used_are_named(table: Any) -> None:
    with pytest.raises(SettingError, match="checks"):
        of_table(table)
