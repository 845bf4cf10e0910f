"""Heights of the panes: by what is in them, the same until other facts or another size come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from newsview.app.state.panes import PANES, heights
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.opening import opened, reader, until
from tests.app.springfield import Replayed, in_windows


@pytest.mark.parametrize(
    "wanted, total, expected",
    [
        ([40, 40, 40], 30, [10, 10, 10]),
        ([4, 40, 40], 30, [5, 13, 12]),
        ([4, 8, 40], 30, [5, 8, 17]),
        ([5, 6, 7], 30, [9, 10, 11]),  # what nobody wants is divided
        ([4, 40, 40], 12, [4, 4, 4]),
        ([4, 40, 40], 0, [0, 0, 0]),
        ([4, 40, 40], 16, [5, 6, 5]),
    ],
)
def test_no_pane_has_more_than_it_wants_while_another_has_less(
    wanted: list[int], total: int, expected: list[int]
) -> None:
    assert heights(wanted, total, 5) == expected


def of_panes(pilot: Pilot[None]) -> list[int]:
    return [reader(pilot).query_one(f"#{pane}").outer_size.height for pane in PANES]


async def test_a_pane_with_two_rows_takes_no_third() -> None:
    of = springfield.article()
    whole = springfield.facts(of)
    few = replace(whole, entities=whole.entities[:2])
    async with opened(Replayed(Done(few, springfield.GENERATOR))) as pilot:
        before = [8, 10, 12]  # as many lines as there are rows and frames, and what is left
        await until(pilot, lambda: of_panes(pilot) == before)
        await pilot.press("3", "f", "o", "1", "a", "o")
        assert of_panes(pilot) == before
        await pilot.resize_terminal(120, 50)
        await until(pilot, lambda: sum(of_panes(pilot)) > 30)


async def test_heights_do_not_change_while_facts_arrive() -> None:
    of = springfield.article()
    source = in_windows(of)
    async with opened(source) as pilot:
        thirds = of_panes(pilot)
        assert thirds == [10, 10, 10]
        for _ in ("progress", "window"):
            source.go.set()
            await until(pilot, lambda: not source.go.is_set())
        await until(pilot, lambda: bool(reader(pilot).review.index.by_id))
        await pilot.press("j")
        assert of_panes(pilot) == thirds
        source.go.set()
        await until(pilot, lambda: of_panes(pilot) != thirds)
