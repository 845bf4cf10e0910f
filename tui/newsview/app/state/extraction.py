"""The state of one article's extraction: not loaded yet, running, failed, stopped. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """Where an extraction stands."""

    LOADING = "loading"
    """The saved review and the source of facts are not here yet: nothing can be extracted."""
    IDLE = "idle"
    """Nothing has gone wrong, and nothing is under way."""
    RUNNING = "running"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Extraction:
    """A stage, with the counts of a running extraction and the error of a failed one."""

    stage: Stage = Stage.LOADING
    done: int = 0
    """Paragraphs that have been read; 0 while the model is being loaded."""
    total: int = 0
    error: str = ""
    """One line, safe to show."""

    @property
    def under_way(self) -> bool:
        """Whether more facts may come."""
        return self.stage in (Stage.LOADING, Stage.RUNNING)

    @property
    def progress(self) -> str:
        """What is under way, in words: ``reading 14/38 paragraphs``; empty when nothing is."""
        match self.stage:
            case Stage.LOADING:
                return "opening"
            case Stage.RUNNING:
                return f"reading {self.done}/{self.total} paragraphs" if self.done else "loading the model"
            case _:
                return ""

    @property
    def failure(self) -> str:
        """Why there are no more facts, in one line; empty when nothing went wrong."""
        return "stopped" if self.stage is Stage.STOPPED else self.error
