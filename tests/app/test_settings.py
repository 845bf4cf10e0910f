from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsview.app.app import NewsviewApp
from newsview.app.keymap import KEYS, Key
from newsview.app.ports import OpenedArticle
from newsview.app.screens.prompts import Pick
from newsview.app.settings import Settings, read, textual_name
from newsview.errors import UsageError
from tests.app import springfield
from tests.app.opening import opened, reader, until
from tests.app.running import running


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def key(settings: Settings, name: str) -> Key:
    return next(each for each in settings.keys if each.name == name)


def test_without_a_file_everything_is_as_it_comes(file: Path) -> None:
    assert read(file) == Settings()


def test_a_theme_and_keys_are_taken(file: Path) -> None:
    file.write_text('theme = "nord"\n[keys]\naccept = "Y"\nhelp = ["?", "f1"]\n')
    settings = read(file)
    assert settings.theme == "nord"
    assert key(settings, "accept").keys == ("Y",)
    assert key(settings, "help").keys == ("question_mark", "f1")
    assert key(settings, "help").shown == "? F1"


def test_a_key_that_is_taken_leaves_the_action_that_had_it(file: Path) -> None:
    file.write_text('[keys]\naccept = "j"\n')
    assert key(read(file), "next").keys == ("down",)


async def test_action_without_key_is_only_in_the_palette(file: Path) -> None:
    file.write_text('[keys]\nreject = "a"\n')
    assert (key(read(file), "accept").keys, key(read(file), "accept").shown) == ((), "–")
    article = springfield.article()
    app = NewsviewApp(article, lambda: OpenedArticle(source=springfield.all_at_once(article)), read(file))
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.source is not None)
        assert "accept" not in str(app.reader.query_one("#footer").render())
        await pilot.press("3", "a", "ctrl+p", *"accept the", "enter")
        await until(pilot, lambda: (app.reader.review.tally.accepted, app.reader.review.tally.rejected) == (1, 1))


def test_other_actions_keep_their_keys(file: Path) -> None:
    file.write_text('[keys]\naccept = "ctrl+y"\n')
    changed = {each.name for each, was in zip(read(file).keys, KEYS, strict=True) if each != was}
    assert changed == {"accept"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('theme = "nord"\ncolour = "red"\n', 2, "colour: there is no such setting"),
        ("\n[keys]\nacept = 'a'\n", 3, "acept: there is no such action"),
        ("[keys]\naccept = 5\n", 2, "accept: a key is wanted"),
        ("[keys]\naccept = 'nope nope'\n", 2, "accept: a key is wanted"),
        ("[keys]\naccept = 'Y'\nreject = 'Y'\n", 2, "accept: its key is also that of reject"),
        ("[keys]\naccept = []\n", 2, "accept: a key is wanted"),
        ("[keys]\nnext = 'w'\naccept = 'spcae'\n", 3, "accept: a key is wanted"),
        ("[keys]\naccept = ['w', 'ctrl+entre']\n", 2, "accept: a key is wanted"),
        ("theme = 3\n", 1, "theme: a name is wanted"),
        ("keys = 3\n", 1, "keys: a table is wanted"),
    ],
)
def test_an_error_names_file_key_and_line(file: Path, text: str, line: int, words: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as refused:
        read(file)
    assert str(refused.value).startswith(f"{file} line {line}: {words}")


def test_invalid_toml_is_reported_with_its_line(file: Path) -> None:
    file.write_text("theme = \n")
    with pytest.raises(UsageError, match="line 1"):
        read(file)


def test_undecodable_settings_are_reported(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        read(file)


def test_unknown_theme_is_reported_with_its_line(file: Path) -> None:
    file.write_text('theme = "plaid"\n')
    article = springfield.article()
    with pytest.raises(UsageError, match=r"line 1: theme: there is no 'plaid'"):
        NewsviewApp(article, lambda: OpenedArticle(source=springfield.all_at_once(article)), read(file))


async def test_a_key_of_ones_own_works_and_the_old_one_does_not(file: Path) -> None:
    file.write_text('theme = "nord"\n[keys]\naccept = "W"\n')
    article = springfield.article()
    app = NewsviewApp(article, lambda: OpenedArticle(source=springfield.all_at_once(article)), read(file))
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.source is not None)
        await pilot.pause()
        await pilot.press("3", "a")
        assert app.reader.review.tally.accepted == 0
        await pilot.press("W")
        assert app.reader.review.tally.accepted == 1
        assert app.theme == "nord"
        assert "W accept" in str(app.reader.query_one("#footer").render())


@pytest.mark.parametrize("key", ["ü", "ctrl+n", "f5", "space", "ctrl+left", ";", "question_mark", "alt+x", "9", "Я"])
def test_every_key_that_there_is_can_be_set(file: Path, key: str) -> None:
    file.write_text(f'[keys]\nclip = "{key}"\nhelp = "f1"\nskip = "f2"\n')
    assert [each.keys for each in read(file).keys if each.name == "clip"] == [(textual_name(key),)]


async def test_the_palette_runs_an_action_by_name() -> None:
    async with opened() as pilot:
        await pilot.press("3", "ctrl+p")
        for letter in "reject the":
            await pilot.press("space" if letter == " " else letter)
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).review.tally.rejected == 1)


async def test_the_palette_lists_actions_by_group_those_of_a_review_first() -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+p")
        dialog = pilot.app.screen
        assert isinstance(dialog, Pick)
        groups = [words.rpartition(" · ")[2] for id_, words in dialog.left if id_.startswith("key ")]
        assert list(dict.fromkeys(groups)) == ["review", "article", "look", "move"]
        assert groups == sorted(groups, key=["review", "article", "look", "move"].index)


async def test_the_palette_changes_the_theme() -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+p")
        for letter in "gruvbox":
            await pilot.press(letter)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.theme == "gruvbox")


def test_a_pipe_or_a_folder_in_place_of_the_settings_is_reported_at_once(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    with pytest.raises(UsageError, match="the settings cannot be read: this is a pipe"):
        read(file)
    file.unlink()
    file.write_bytes(b"# " + b"x" * 2**20)
    with pytest.raises(UsageError, match="longer than 1 MiB"):
        read(file)
