"""The settings file: the theme, and other keys for the reader's actions. No widgets.

    theme = "textual-light"

    [keys]
    accept = "y"
    next = ["j", "down", "ctrl+n"]

Actions are named as in ``keymap``; keys are written as they are typed, or as Textual names them.
"""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from newsview.app.keymap import KEYS, NO_KEY, Key
from newsview.errors import UsageError
from newsview.reading.files import special_kind
from newsview.terminal.printable import printable

_NAMES: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual calls a character otherwise than Unicode does."""

_NAMED_KEY = r"(?:(?:ctrl|shift|alt|super)\+)*(?:[a-z][a-z0-9_]*|[A-Z0-9])"


class Settings(NamedTuple):
    """What the user has set; the defaults where there is no file."""

    theme: str | None = None
    keys: Sequence[Key] = KEYS
    """The table of keys with the user's own."""
    path: Path | None = None
    """The file that they come from."""
    theme_line: int = 0


def settings_file() -> Path:
    """Where the settings are (XDG_CONFIG_HOME on Linux); the file need not be there.

    Here and not with the other places, because ``store`` is not to be imported before the article is on the screen.
    """
    from platformdirs import user_config_path

    return user_config_path("newsview", appauthor=False) / "config.toml"


def read(path: Path) -> Settings:
    """The settings in the file at *path*. Raises ``UsageError``, which names the file, the key and the line."""
    try:
        text = regular_text(path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise UsageError(f"{printable(str(path))}: the settings cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{printable(str(path))}: the settings cannot be read: they are not UTF-8") from error
    return _File(path, text).settings()


LONGEST = 2**20
"""Maximum length of a settings file in bytes."""


def regular_text(path: Path) -> str:
    """The text of the settings file at *path*. Raises ``OSError``, also for a pipe, which could block, ``UnicodeDecodeError``."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        kind = special_kind(os.fstat(file.fileno()).st_mode)
        if kind is not None:
            raise OSError(errno.EINVAL, f"this is {kind}, not a file")
        data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise OSError(errno.EFBIG, f"it is longer than {LONGEST // 2**20} MiB")
    return data.decode("utf-8")


class _File:
    """One settings file; its errors say where in it they are."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text

    def settings(self) -> Settings:
        """What the file sets. Raises ``UsageError``."""
        import tomllib  # only who has a settings file pays for it

        try:
            data = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise UsageError(f"{printable(str(self._path))}: not TOML: {error}") from error
        for name in data:
            if name not in ("theme", "keys", "checks"):  # those of the checks are read where they run
                self._fail(name, "there is no such setting: theme, [keys] and [checks] are known")
        theme, keys = data.get("theme"), data.get("keys", {})
        if theme is not None and not isinstance(theme, str):
            self._fail("theme", 'a name is wanted, such as "textual-light"')
        if not isinstance(keys, dict):
            self._fail("keys", "a table is wanted: [keys]")
        return Settings(theme, tuple(self._remapped(keys)), self._path, self._line("theme"))

    def _remapped(self, wanted: Mapping[str, object]) -> Iterator[Key]:
        known = {key.name for key in KEYS}
        for name in wanted:
            if name not in known:
                self._fail(name, f"there is no such action; there are {', '.join(sorted(known))}")
        own = {name: self._keys(name, value) for name, value in wanted.items()}
        taken = {key: name for name, keys in own.items() for key in keys}
        for name, keys in own.items():
            other = next((taken[key] for key in keys if taken[key] != name), None)
            if other is not None:
                self._fail(name, f"its key is also that of {other}")
        for key in KEYS:
            if key.name in own:
                keys = own[key.name]
                yield key._replace(keys=keys, shown=" ".join(_shown(each) for each in keys))
            else:
                left = tuple(each for each in key.keys if each not in taken)
                yield key if left == key.keys else key._replace(keys=left, shown=" ".join(map(_shown, left)) or NO_KEY)

    def _keys(self, name: str, value: object) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [value]
        keys = tuple(textual_name(each) for each in given if isinstance(each, str))
        if not keys or len(keys) != len(given) or None in keys:
            self._fail(name, 'a key is wanted, such as "a", "?", "ctrl+n", or a list of them')
        return tuple(key for key in keys if key is not None)

    def _line(self, name: str) -> int:
        """The line on which *name* is set, 0 if it is not found."""
        match = re.search(rf"^\s*\[?\s*[\"']?{re.escape(name)}[\"']?\s*[\]=]", self._text, re.MULTILINE)
        return self._text.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip())) + 1 if match else 0

    def _fail(self, name: str, reason: str) -> NoReturn:
        raise UsageError(f"{printable(str(self._path))} line {self._line(name)}: {printable(name)}: {reason}")


def textual_name(key: str) -> str | None:
    """Textual's name of a key as it is typed: ``?`` is ``question_mark``; None for what is no key."""
    if len(key) == 1:
        if key.isalnum():
            return key
        name = unicodedata.name(key, "").lower().replace("-", "_").replace(" ", "_")
        return _NAMES.get(name, name) or None
    return key if re.fullmatch(_NAMED_KEY, key) and _is_known(key.rpartition("+")[2]) else None


def _is_known(key: str) -> bool:
    """Whether there is a key of that name, without Ctrl and the like: a misspelt one would never be pressed."""
    from textual.keys import Keys  # only who remaps keys pays for it

    known = {each.value for each in Keys}
    return len(key) == 1 or key in known or key in _NAMES.values() or _character(key) is not None


def _character(name: str) -> str | None:
    """The character that Unicode, and Textual, call *name*."""
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None


def _shown(key: str) -> str:
    """A key as people read it, from Textual's name."""
    for name, textual in _NAMES.items():
        if key == textual:
            key = name
    return _character(key) or (key.capitalize() if len(key) > 1 else key)
