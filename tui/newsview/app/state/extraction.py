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
    """The number of processed paragraphs; 0 while the model is being loaded."""
    total: int = 0
    seconds: int = 0
    """How long the model has been loading."""
    error: str = ""
    """The error in one line, safe for a terminal; empty without an error."""

    @property
    def under_way(self) -> bool:
        """Whether more facts may come."""
        return self.stage in (Stage.LOADING, Stage.RUNNING)

    @property
    def is_loading_model(self) -> bool:
        """Whether an extraction has begun, but no paragraph is processed yet."""
        return self.stage is Stage.RUNNING and not self.done

    def after_a_second(self) -> Extraction:
        """The same, a second later."""
        return replace(self, seconds=self.seconds + 1)

    @property
    def progress(self) -> str:
        """The progress in words: ``reading 14/38 paragraphs``; empty if nothing is running."""
        match self.stage:
            case Stage.LOADING:
                return "opening"
            case Stage.RUNNING:
                if self.done:
                    return f"reading {self.done}/{self.total} paragraphs"
                return f"{SPINNER[self.seconds % len(SPINNER)]} loading the model {self.seconds} s"
            case _:
                return ""

    @property
    def failure(self) -> str:
        """The reason why the extraction ended early, in one line; empty if it did not."""
        return "stopped" if self.stage is Stage.STOPPED else self.error
