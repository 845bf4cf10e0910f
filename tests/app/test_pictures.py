from __future__ import annotations

import pytest

from tests.app.pictures import FOLDER, PICTURES, picture


@pytest.mark.parametrize("name", PICTURES)
async def test_the_readme_shows_the_reader_as_it_is(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert await picture(name) == kept, "python -m tests.app.pictures takes the pictures anew; look at them"
