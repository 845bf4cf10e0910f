"""The settings of the checks, read from the user's settings file for commands without a screen."""

from __future__ import annotations

import tomllib

from newsview.app.settings import regular_text, settings_file
from newsview.checks.settings import SettingError, Settings, of_table
from newsview.errors import UsageError
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
        return of_table(data.get("checks", {}))
    except SettingError as error:
        raise UsageError(f"{shown}: {printable(str(error))}") from error
