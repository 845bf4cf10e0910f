"""Exports from inside the reader, and the offer of one when everything is reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.app.commands import export
from newsview.errors import CannotWriteError, ConflictError
from tests.app.fake_ui import fake_ui
from tests.app.opening import dialog_text, opened, reader, status, until
from tests.app.springfield import Memory


@pytest.mark.parametrize(
    ("key", "suffix", "words"),
    [
        ("h", ".facts.html", b"<!doctype html>"),
        ("c", ".facts.csv", b"\xef\xbb\xbfarticle,"),
        ("m", ".facts.md", b"- [ ] **Quote** Jane Doe"),
        ("p", ".speakers.csv", b"\xef\xbb\xbfname,roles,"),
    ],
)
async def test_export_is_written_and_its_path_copied_and_shown(key: str, suffix: str, words: bytes) -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("E", key)
        path = f"/news/springfield-buses{suffix}"
        await until(pilot, lambda: path in status(pilot))
        assert pilot.app.clipboard == path
        [(data, written_as, overwritten)] = keeper.exported
        assert words in data
        assert (written_as, overwritten) == (suffix, False)


async def test_export_of_facts_saves_them() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "a", "E", "j")
        await until(pilot, lambda: "saved to" in status(pilot))
        assert keeper.saved and not keeper.exported
        assert not reader(pilot).review.decisions.dirty


async def test_decisions_are_in_the_export() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "x", "E", "p")
        await until(pilot, lambda: bool(keeper.exported))
        assert b"Jane Doe" not in keeper.exported[0][0]


async def test_overview_is_exported_from_inside_it() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("O", "E", "h")
        await until(pilot, lambda: "written to" in status(pilot))
        assert b'<details id="overview"' in keeper.exported[0][0]


async def test_file_that_is_there_is_asked_about() -> None:
    keeper = Memory(ConflictError("/news/x.html is there already"))
    async with opened(keeper=keeper) as pilot:
        await pilot.press("E", "h")
        await until(pilot, lambda: "is there already" in dialog_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "not written" in status(pilot))
        await pilot.press("E", "h")
        await until(pilot, lambda: "is there already" in dialog_text(pilot))
        await pilot.press("w")
        await until(pilot, lambda: "written to" in status(pilot))
        assert [overwritten for _, _, overwritten in keeper.exported] == [True]


async def test_where_it_cannot_be_written_another_file_is_suggested() -> None:
    ui, view = fake_ui(Memory(CannotWriteError("cannot write here")))
    view.answers = ["c", "/tmp/page.csv"]
    export.export(ui)
    await view.finish()
    assert view.copied == "/tmp/page.csv"
    assert view.notices[-1].startswith("written to /tmp/page.csv")
    view.answers = ["h", None]
    export.export(ui)
    await view.finish()
    assert view.notices[-1] == "not written"


async def test_nothing_is_exported_without_a_store() -> None:
    ui, view = fake_ui()
    export.export(ui)
    await view.finish()
    assert view.notices == ["there is nothing to export yet"]


def test_exports_have_different_names() -> None:
    assert len({each.suffix for each in export.EXPORTS.values()}) == len(export.EXPORTS)
    assert all(not Path(each.suffix).is_absolute() for each in export.EXPORTS.values())


async def test_when_everything_is_reviewed_an_export_is_offered() -> None:
    async with opened() as pilot:
        review = reader(pilot).review
        for pane in ("1", "2", "3"):
            await pilot.press(pane, "A")
            if pane != "3":
                assert "all reviewed ·" not in status(pilot)
        await until(pilot, lambda: not review.tally.open)
        assert "all reviewed · E writes a page" in status(pilot)
        await pilot.press("U")
        assert "all reviewed ·" not in status(pilot)
        await pilot.press("a")
        assert "all reviewed · E writes a page" in status(pilot)
        await pilot.press("U", "v", "t", "enter")
        await until(pilot, lambda: "claim true · all reviewed · E" in status(pilot))
