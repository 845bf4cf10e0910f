"""Pictures of the reader, compared with the saved ones; ``python -m tests.pictures.remake`` replaces these."""

import pytest

from tests.pictures.remake import PICTURES, SCENES, cells, picture


@pytest.mark.parametrize("name", SCENES)
async def test_the_reader_looks_as_in_its_picture(name: str) -> None:
    kept = cells((PICTURES / f"{name}.svg").read_text(encoding="utf-8"))
    taken = cells(await picture(SCENES[name]))
    assert len(kept) > 100
    assert set(taken) ^ set(kept) == set()
