"""The settings of the checks, read from the user's settings file for commands without a screen and for the reader."""

from __future__ import annotations

import tomllib

from newsview.app.settings import regular_text, settings_file
from newsview.checks.registry import FAMILIES, named, selected
from newsview.checks.run import findings_of
from newsview.checks.settings import SettingError, Settings, of_table
from newsview.errors import UsageError
from newsview.model.article import Article
from newsview.model.facts import Facts
from newsview.model.finding import Finding
from newsview.terminal.printable import printable


def check_settings() -> Settings:
    """What the settings file says of the checks; the defaults without a file. Raises ``UsageError``."""
    path = settings_file()
    shown = printable(str(path))
    try:
        data = tomllib.loads(regular_text(path))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise UsageError(f"{shown}: the settings cannot be read: {error.strerror}; use --no-config") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}: the settings cannot be read: they are not UTF-8; use --no-config") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown}: not TOML: {error}; use --no-config") from error
    try:
        settings = of_table(data.get("checks", {}))
    except SettingError as error:
        raise UsageError(f"{shown}: {printable(str(error))}") from error
    off = [name for name in settings.off if named(name) is None and name.lower() not in FAMILIES]
    if off:
        raise UsageError(
            f"{shown}: checks.off: there is no check {printable(off[0])!r}; newsview check --help shows how to name them"
        )
    return settings


def findings_by_settings(article: Article, facts: Facts) -> list[Finding]:
    """The findings of *article* with its corrected *facts*, by the settings file. Raises ``UsageError``."""
    settings = check_settings()
    return findings_of(article, facts, settings, selected((), sorted(settings.off)))
