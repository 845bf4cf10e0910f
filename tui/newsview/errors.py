"""The few ways in which newsview fails on purpose: each one line for the user, each with its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class NewsviewError(Exception):
    """Something the user can act on. The message is one line: what, which file, what to do."""

    exit_code = 70


class UsageError(NewsviewError):
    """The command was asked for something that cannot be meant."""

    exit_code = 2


class InputError(NewsviewError):
    """One input fails; others of the same run may still do."""


class UnreadableError(InputError):
    """The input exists but is not an article that can be read."""

    exit_code = 65


class NoInputError(InputError):
    """There is no such input, or it may not be opened."""

    exit_code = 66


class ChangedError(NewsviewError):
    """An archive is not what it was when the run began: what is left of it belongs to another run."""

    exit_code = 65


class ModelMissingError(NewsviewError):
    """No usable spaCy pipeline is installed under the name that was asked for."""

    exit_code = 69


class CannotWriteError(NewsviewError):
    """The result cannot be written where it was asked to go."""

    exit_code = 73


class ConflictError(CannotWriteError):
    """The file is not what it was when it was read: another program has written it since."""


class LinkedAwayError(CannotWriteError):
    """The path is a link out of its folder, or to nothing. ``target``: where it leads, which can be saved to by that name."""

    def __init__(self, message: str, target: Path) -> None:
        super().__init__(message)
        self.target = target


class ExtraMissingError(InputError):
    """The input is of a format that an extra of the package reads, and the extra is not installed."""

    exit_code = 69
