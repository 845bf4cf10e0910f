"""A review by random keys against an independent model of it."""

from __future__ import annotations

from pathlib import Path

from tests.app.review_oracle import ReviewWalk
from tests.app.walk import ANNOTATED
from tests.effort import cases

KEYS = cases(150, 3000, "NEWSVIEW_REVIEW_KEYS")


async def test_decisions_saved_and_recovered_are_those_of_an_independent_model(tmp_path: Path) -> None:
    walk = ReviewWalk(ANNOTATED[0], tmp_path, start=KEYS)
    await walk.run(KEYS)
    assert len(walk.keys) >= KEYS and walk.saves
