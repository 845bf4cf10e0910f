"""Hints name the keys that do it: those of dialogs come from their bindings, those of the reader from the key table."""

from __future__ import annotations

from pathlib import Path

from newsview.app.app import NewsviewApp
from newsview.app.keymap import KEYS, first_key
from newsview.app.ports import OpenedArticle
from newsview.app.screens import orphaned_decisions, word_selection
from newsview.app.screens.dialogs import DialogKey, hint
from newsview.app.settings import read
from newsview.cli.opening import FIRST_HINT
from tests.app import springfield
from tests.app.opening import strip_text, until
from tests.app.running import running
from tests.app.springfield import failing


def test_a_hint_writes_the_first_key_and_groups_keys_of_one_meaning() -> None:
    keys = (
        DialogKey("left,h", "move(-1)", ("another word",)),
        DialogKey("right,l", "move(1)", ("another word",)),
        DialogKey("shift+left", "resize(-1)", ("fewer, more",)),
        DialogKey("shift+right", "resize(1)", ("fewer, more",)),
        DialogKey("pagedown", "move(10)"),
        DialogKey("enter", "take", ("takes it",)),
    )
    assert hint(keys) == "← → another word · Shift+← → fewer, more · Enter takes it"


def test_the_hints_of_dialogs() -> None:
    assert hint(orphaned_decisions.KEYS) == "d marks · D marks all · Enter dismisses them · Esc keeps all"
    assert word_selection.HINTS == (
        " ← → another word · Shift+← → fewer, more words · , . first word · Enter takes them · Esc leaves",
        " ← → move · Shift+← → fewer, more · Enter takes · Esc",
        " ← → · Shift+← → · Enter · Esc leaves",
    )


def test_the_first_key_is_written_as_people_read_it() -> None:
    assert [first_key(KEYS, name) for name in ("undo", "next", "find", "close")] == ["u", "j", "/", "Esc"]
    without = [key._replace(keys=(), shown="–") if key.name == "undo" else key for key in KEYS]
    assert first_key(without, "undo") == "Ctrl+P undo"


async def test_notices_name_the_keys_of_the_settings(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[keys]\nundo = "U"\nsave = "w"\nextract = "E"\nadd = "+"\nclip = "c"\n')
    article = springfield.article()
    app = NewsviewApp(article, lambda: OpenedArticle(source=springfield.all_at_once(article)), read(settings))
    async with running(app, (140, 36)) as pilot:
        await until(pilot, lambda: bool(app.reader.ui.loaded and app.reader.review.index.by_id))
        await pilot.press("2", "A")
        assert "U takes it back" in strip_text(app)
        assert "w to save" in strip_text(app)
        await pilot.press("y")
        assert "c writes to a file" in strip_text(app)


async def test_a_failure_names_the_key_that_tries_again(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[keys]\nextract = "E"\nadd = "+"\n')
    app = NewsviewApp(springfield.article(), lambda: OpenedArticle(source=failing()), read(settings))
    async with running(app, (140, 36)) as pilot:
        await until(pilot, lambda: bool(app.reader.ui.extraction.failure))
        await pilot.pause()
        assert "E tries again" in strip_text(app)


def test_the_demonstration_s_hint_names_actions_of_the_key_table() -> None:
    assert {name for name, _ in FIRST_HINT} <= {key.name for key in KEYS}
