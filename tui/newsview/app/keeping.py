"""What the reader needs of whoever keeps its work: saving, and noting every decision as it is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from newsview.app.decisions import Step
from newsview.facts import Analysis


class Keeper(Protocol):
    """Keeps the facts and the review of one article."""

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Writes *analysis*, to *path* or to where it belongs, and returns where that was. Called in a thread.

        Raises ``CannotWriteError`` with one line for the user; with *overwrite* nobody else's change is in the way.
        """
        ...

    def note(self, step: Step) -> None:
        """Notes a step of the review as it is made, undone or redone, so that no end of the program loses it.

        Must be quick and must not raise.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a reader is opened, beyond the article itself."""

    opened: Analysis | None = None
    """What was saved of this article before: shown at once, nothing is extracted until ``r`` is pressed."""
    recovered: bool = False
    """The review in ``opened`` holds decisions that have not been saved, such as those of a journal."""
    notice: str = ""
    """One line that the reader sees first: "this does not look like English"."""
    stale: bool = False
    """``opened`` is of an earlier text of the article: extract again, and keep the review."""
