"""Themes are seen while one chooses, and kept; the rest of the settings file is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.app import theme_setting
from newsview.app.settings import read, settings_file
from newsview.errors import CannotWriteError
from tests.app.opening import opened, reader, status, until
from tests.app.pressing import back_in_the_reader


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "nord"\n'),
        ('theme = "dracula"  # dark\n\n[keys]\naccept = "y"\n', 'theme = "nord"\n\n[keys]\naccept = "y"\n'),
        ('# mine\n[keys]\naccept = "y"\n', 'theme = "nord"\n# mine\n[keys]\naccept = "y"\n'),
        ('[keys]\n"theme" = "y"\n', 'theme = "nord"\n[keys]\n"theme" = "y"\n'),
    ],
)
def test_theme_is_set_and_nothing_else_changes(before: str, after: str) -> None:
    assert theme_setting.with_theme(before, "nord") == after
    assert theme_setting.with_theme(after, "nord") == after


def test_theme_is_kept_through_a_link(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text('[keys]\naccept = "y"\n', encoding="utf-8")
    link = tmp_path / "config.toml"
    link.symlink_to(target)
    theme_setting.keep(link, "nord")
    assert link.is_symlink() and read(link).theme == "nord" and 'accept = "y"' in target.read_text(encoding="utf-8")


def test_theme_that_cannot_be_kept_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWriteError, match=r"the theme is not kept: .*config\.toml: "):
        theme_setting.keep(tmp_path / "file" / "config.toml", "nord")
    latin = tmp_path / "config.toml"
    latin.write_bytes(b"# \xe9")
    with pytest.raises(CannotWriteError, match="not UTF-8"):
        theme_setting.keep(latin, "nord")
    assert latin.read_bytes() == b"# \xe9"


async def test_theme_is_previewed_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    async with opened() as pilot:
        before = pilot.app.theme
        await pilot.press("ctrl+p", *"theme: nord")
        await until(pilot, lambda: pilot.app.theme == "nord")
        await pilot.press("escape")
        await back_in_the_reader(pilot)
        assert pilot.app.theme == before and not settings_file().exists(), "Esc leaves it"
        await pilot.press("ctrl+p", *"theme: nord", "enter")
        await back_in_the_reader(pilot)
        await until(pilot, lambda: "the theme is nord, also the next time" in status(pilot))
        assert pilot.app.theme == "nord" and read(settings_file()).theme == "nord"
        assert reader(pilot).ui.ready
