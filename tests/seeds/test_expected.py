"""Facts of the seeds, compared with ``seeds/expected``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.seeds.remake import ARTICLES, EXPECTED, without_versions


@pytest.mark.model
@pytest.mark.parametrize("stem", [path.stem for path in ARTICLES])
def test_the_facts_of_a_seed_are_those_of_the_picture(stem: str, found: Callable[[str], dict[str, Any]]) -> None:
    expected = json.loads((EXPECTED / f"{stem}.json").read_text(encoding="utf-8"))
    for kind, facts in without_versions(found(stem)).items():
        assert facts == expected[kind], f"{kind}: if the change is meant, run python -m tests.seeds.remake"


def test_there_is_a_picture_of_every_seed_and_of_nothing_else() -> None:
    assert sorted(path.stem for path in EXPECTED.glob("*")) == [path.stem for path in ARTICLES]
