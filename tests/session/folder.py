"""A folder with an article of its own, the sessions on it, and changes as the reader makes them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from newsview.model.article import Article
from newsview.model.decisions import Step
from newsview.model.facts import Analysis, Decision, Fact
from newsview.store.session import Session
from tests.store import samples


def step(*changes: tuple[str, Decision | None] | tuple[str, Decision | None, Fact]) -> Step:
    """A step of (id, decision), with the fact behind them where the reviewer added it."""
    added = {each[0]: each[2] for each in changes if len(each) == 3}
    return Step(after={each[0]: each[1] for each in changes}, added=added)


class Folder:
    """A folder with an article, and what is kept of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sessions: list[Session] = []

    def article(self, text: str = samples.TEXT, name: str = "buses.txt") -> Article:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return replace(samples.article(text, str(self.path / name)), sha256=sha256)

    def open(self, article: Article | None = None, path: Path | None = None) -> Session:
        session = Session(article or self.article(), path, journals=self.path / "state")
        self.sessions.append(session)
        return session

    @property
    def facts(self) -> Path:
        return self.path / "buses.facts.json"


def analysis(folder: Folder, **fields: object) -> Analysis:
    return samples.analysis(folder.article(), **fields)


ACCEPTED = Decision(status="accepted")


REJECTED = Decision(status="rejected")

Full = Callable[[], AbstractContextManager[None]]
"""Makes the disk full while what it gives is entered."""
