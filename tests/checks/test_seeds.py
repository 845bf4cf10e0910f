"""The sample articles of the project: nothing in them is found, as their facts are saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.checks.run import findings_in
from newsview.model.finding import is_shown
from newsview.store.load import load
from tests.places import SEEDS


@pytest.mark.parametrize("path", sorted((SEEDS / "expected").glob("*.json")), ids=lambda path: path.stem)
def test_nothing_is_shown_in_a_sample_article(path: Path) -> None:
    found = findings_in(load(path).analysis)
    assert [each.message for each in found if is_shown(each.level, "look")] == []
