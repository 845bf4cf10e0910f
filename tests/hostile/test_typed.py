"""Hostile strings pasted or typed into the reader's input lines: no effect, no crash, no other file written."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from newsview.app.widgets.text_input import LONGEST, TextInput
from newsview.errors import CannotWriteError
from newsview.model.article import Article
from newsview.model.facts import Analysis, Decision
from newsview.store.session import Session
from tests.app import springfield
from tests.app.opening import opened, reader, status, until
from tests.app.springfield import Memory
from tests.conftest import Tried
from tests.hostile.corpus import EVERYTHING, batches, harmless
from tests.hostile.screen import shown

LINES: dict[str, list[str]] = {
    "a note": ["2", "m"],
    "a source": ["2", "v", "t"],
    "a name": ["1", "e", "n"],
    "a role": ["1", "e", "r"],
    "a value": ["3", "e", "v"],
    "a unit": ["3", "e", "u"],
    "a date": ["3", "e", "d"],
    "a subject": ["3", "e", "s"],
    "which entity": ["1", "e", "m"],
    "words to find": ["slash"],
    "words to show": ["F"],
    "a file of clippings": ["2", "Y"],
}
"""Prompts of the reader, with the keys that open them."""


def line(pilot: Pilot[None]) -> TextInput | None:
    """The focused input line, or None."""
    return pilot.app.focused if isinstance(pilot.app.focused, TextInput) else None


def is_another(pilot: Pilot[None], before: TextInput) -> bool:
    """Whether an input line opened later has the focus."""
    return line(pilot) not in (None, before)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def words_of(of: object) -> list[str]:
    """Every string in a record, however deep."""
    if isinstance(of, str):
        return [of]
    if is_dataclass(of):
        return [word for field in fields(of) for word in words_of(getattr(of, field.name))]
    if isinstance(of, dict):
        return [word for pair in of.items() for each in pair for word in words_of(each)]
    if isinstance(of, list | tuple):
        return [word for each in of for word in words_of(each)]
    return []


@pytest.mark.parametrize("asked", LINES)
async def test_hostile_paste_into_input_line_is_harmless(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    monkeypatch.chdir(tmp_path)
    pasted = batches(EVERYTHING, 450)
    assert all(len("".join(few)) < LONGEST - 100 for few in pasted)
    async with opened(keeper=Memory(), size=(80, 24)) as pilot:
        for few in pasted:
            for key in LINES[asked]:
                await pilot.press(key)
            await until(pilot, lambda: line(pilot) is not None)
            for attack in ("".join(few), few[7]):
                await paste(pilot, attack)
                held = line(pilot)
                assert held is not None and harmless(held.value)
                shown(pilot)
            await pilot.press("enter")
            shown(pilot)
            for _ in range(3):
                await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is reader(pilot) and reader(pilot).ui.bar is None)
            assert reader(pilot).review.decisions.all.keys() <= {each for each in reader(pilot).review.index.by_id}
            assert all(harmless(word) for word in words_of(dict(reader(pilot).review.decisions.all)))
        assert pilot.app.is_running
    tried(f"{len(EVERYTHING)} pasted as {asked}")


async def test_pasted_lines_are_joined_and_cut_to_limit() -> None:
    async with opened(keeper=Memory()) as pilot:
        for text, held in (
            ("\none\r\ntwo\x85three\u2028four\n", "one two three four"),
            ("word " * 200_000, ("word " * LONGEST)[:LONGEST]),
            ("x" * 1_000_000, "x" * LONGEST),
            ("\n\n", ""),
        ):
            await pilot.press("3", "m")
            await until(pilot, lambda: line(pilot) is not None)
            await paste(pilot, text)
            field = line(pilot)
            assert field is not None and field.value == held
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is reader(pilot))
        assert not reader(pilot).review.decisions.dirty


NAMES: dict[str, Callable[[Path], str]] = {
    "nobody's home": lambda folder: "~nobody-has-this-name/x.json",
    "a folder": lambda folder: str(folder),
    "no folder": lambda folder: str(folder / "nowhere" / "x.json"),
    "a pipe": lambda folder: str(folder / "pipe"),
    "a device": lambda folder: "/dev/null",
    "a device that is full": lambda folder: "/dev/full",
    "a circle": lambda folder: str(folder / "circle"),
    "too long": lambda folder: str(folder / ("x" * 300)),
    "another's file": lambda folder: str(folder / "notes.txt"),
    "an escape": lambda folder: "/nowhere/\x1b]0;owned\x07\u202e.json",
    "a zero": lambda folder: "/nowhere/\x00.json",
}
"""File names under which facts cannot be saved."""


def there(folder: Path) -> Path:
    """Create the files and folders behind the names."""
    os.mkfifo(folder / "pipe")
    (folder / "circle").symlink_to(folder / "circle")
    notes = folder / "notes.txt"
    notes.write_text("mine")
    return notes


async def test_unusable_file_name_is_reported_and_asked_again(tmp_path: Path, tried: Tried) -> None:
    notes = there(tmp_path)
    article = springfield.article(str(tmp_path / "article.txt"))
    keeper = _Refusing(article, tmp_path)
    async with opened(keeper=keeper, article=article, size=(160, 40)) as pilot:
        await pilot.press("2", "a", "s")
        for name in [make(tmp_path) for make in NAMES.values()]:
            await until(pilot, lambda: line(pilot) is not None)
            field = line(pilot)
            assert field is not None and field.value == ""
            await paste(pilot, name)
            await pilot.press("enter")
            await until(pilot, partial(is_another, pilot, field))
            shown(pilot)
        await paste(pilot, str(tmp_path / "[b]x[@click=quit] $(id).json"))
        await pilot.press("enter")
        await until(pilot, lambda: "saved to" in status(pilot))
    assert notes.read_text() == "mine"
    assert (tmp_path / "[b]x[@click=quit] $(id).json").is_file()
    tried(f"{len(NAMES)} names")


class _Refusing(Memory):
    """A keeper whose own file cannot be written; others can."""

    def __init__(self, article: Article, folder: Path) -> None:
        super().__init__(CannotWriteError("the disk is full"))
        self._session = Session(article, journals=folder / "journals")

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        if path is None:
            raise CannotWriteError("the disk is full")
        return self._session.save(analysis, path, overwrite=overwrite)


async def test_clippings_are_written_to_regular_files_only(tmp_path: Path, tried: Tried) -> None:
    notes = there(tmp_path)
    refused = [make(tmp_path) for what, make in NAMES.items() if what not in ("another's file", "an escape", "a zero")]
    async with opened(keeper=Memory(), size=(160, 40)) as pilot:
        for name in [*refused, str(notes)]:
            await pilot.press("2", "Y")
            await until(pilot, lambda: line(pilot) is not None)
            field = line(pilot)
            assert field is not None
            field.value = ""
            await paste(pilot, name)
            await pilot.press("enter")
            await until(
                pilot,
                lambda: pilot.app.screen is reader(pilot) and "written" in status(pilot).replace("write ", "written "),
            )
            assert ("written to" in status(pilot)) == (name == str(notes))
            await pilot.press("j")
    assert notes.read_text().startswith("minehe → John Smith said: “")
    tried(f"{len(refused)} names")


def test_decision_is_a_journal_record(tmp_path: Path) -> None:
    assert words_of(Decision(note="a", edits={"b": ["c"]})) == ["a", "b", "c"]
