"""Errors shown to the user: one-line messages, each class with its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path


class NewsviewError(Exception):
    """Base class of errors the user can act on. The message is one line: what, which file, what to do."""

    exit_code = 70


def fail(error: NewsviewError) -> NoReturn:
    """Raise *error*: the ``read`` of an input that is known to fail."""
    raise error


class UsageError(NewsviewError):
    """Invalid arguments, options or combination of them."""

    exit_code = 2


class InputError(NewsviewError):
    """Failure of one input; other inputs of the run are still processed."""


class UnreadableError(InputError):
    """Input that exists but is not a readable article."""

    exit_code = 65


class NoInputError(InputError):
    """Input that does not exist or cannot be opened."""

    exit_code = 66


class ChangedError(NewsviewError):
    """Archive that has changed since the run began."""

    exit_code = 65


class ModelMissingError(NewsviewError):
    """Missing or unusable spaCy pipeline."""

    exit_code = 69


class CannotWriteError(NewsviewError):
    """Output that cannot be written."""

    exit_code = 73


class ConflictError(CannotWriteError):
    """The file is not what it was when it was read: another program has written it since."""


class LinkedAwayError(CannotWriteError):
    """The path is a link out of its folder, or to nothing. ``target``: where it leads, which can be saved to by that name."""

    def __init__(self, message: str, target: Path) -> None:
        super().__init__(message)
        self.target = target


class ExtraMissingError(InputError):
    """Input in a format whose optional extra is not installed."""

    exit_code = 69
