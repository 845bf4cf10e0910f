"""State of one article's extraction: not loaded yet, idle, running, failed, stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

SPINNER: Final = "◐◓◑◒"
"""Signs that follow each other, one a second, while nothing else shows that the program is at work."""


class Stage(Enum):
    """The stage of an extraction."""

    LOADING = "loading"
    """The saved review and the source of facts are being loaded: nothing can be extracted yet."""
    IDLE = "idle"
    """Nothing is running, and the last extraction did not fail."""
    RUNNING = "running"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Extraction:
    """A stage, with the counts of a running extraction and the error of a failed one."""

    stage: Stage = Stage.LOADING
    done: int = 0
    """The number of paragraphs that are parsed; 0 while the model is being loaded."""
    total: int = 0
    seconds: int = 0
    """How long the model has been loading or, once every paragraph is parsed, the facts have been looked for."""
    error: str = ""
    """The error in one line, safe for a terminal; empty without an error."""

    @property
    def under_way(self) -> bool:
        """Whether more facts may come."""
        return self.stage in (Stage.LOADING, Stage.RUNNING)

    @property
    def counts_seconds(self) -> bool:
        """Whether an extraction is running that counts no paragraphs: before the first one, and after the last."""
        return self.stage is Stage.RUNNING and not 0 < self.done < self.total

    def after_a_second(self) -> Extraction:
        """The same, a second later."""
        return replace(self, seconds=self.seconds + 1)

    @property
    def progress(self) -> str:
        """The progress in words: ``reading 14/38 paragraphs``; empty if nothing is running.

        A paragraph that is parsed has no facts yet: of the last one, or of a single long one, the count would say nothing.
        """
        match self.stage:
            case Stage.LOADING:
                return "opening"
            case Stage.RUNNING:
                if 0 < self.done < self.total:
                    return f"reading {self.done}/{self.total} paragraphs"
                what = "finding the facts" if self.done else "loading the model"
                return f"{SPINNER[self.seconds % len(SPINNER)]} {what} {self.seconds} s"
            case _:
                return ""

    @property
    def failure(self) -> str:
        """The reason why the extraction ended early, in one line; empty if it did not."""
        return "stopped" if self.stage is Stage.STOPPED else self.error
