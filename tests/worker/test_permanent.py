"""Garbage collection is off while something permanent is built, and never looks through it later."""

import gc

import pytest

from newsview.workers.permanent import permanent


@pytest.mark.parametrize("enabled", [True, False])
def test_what_is_built_inside_is_not_looked_through(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        before = gc.get_freeze_count()
        with permanent():
            assert not gc.isenabled()
            built = [[number] for number in range(1000)]
        assert gc.isenabled() is enabled
        assert gc.get_freeze_count() >= before + len(built)
    finally:
        gc.unfreeze()
        gc.enable()


def test_collection_is_on_again_after_a_failure() -> None:
    with pytest.raises(ValueError), permanent():
        raise ValueError
    assert gc.isenabled()
    gc.unfreeze()
