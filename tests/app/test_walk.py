from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.walk import ANNOTATED, Walk, seed
from tests.effort import cases, sample

KEYS = cases(60, 300)
"""Keys pressed on each of the annotated articles."""


@pytest.mark.parametrize("path", sample(ANNOTATED, 4), ids=lambda path: path.stem)
async def test_no_keys_break_the_reader_or_lose_a_decision(path: Path) -> None:
    walk = Walk(seed(path), start=len(path.stem))
    await walk.run(KEYS, (100, 30))
    assert len(walk.keys) >= KEYS
