"""Retry policy: which articles of a shard are skipped after they have ended the child process repeatedly."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from newsview.workers.paragraph_search import ParagraphSearch

TRIES = 3
"""Consecutive process ends after which the article is skipped."""

KILLS = 2 * TRIES
"""The same for SIGKILL from outside (operator, out of memory), which need not be caused by the article."""

LOSSES = 10 * TRIES
"""Process ends in a shard after which the article in progress is skipped."""


class RetryPolicy:
    """Counter of the process ends in a shard. Articles have a fixed order, so a bad one ends consecutive processes."""

    def __init__(self) -> None:
        self.poison: dict[int, int] = {}
        """Articles to skip: index in the shard, and number of processes ended."""
        self.searches: defaultdict[int, ParagraphSearch] = defaultdict(ParagraphSearch)
        """By the index of articles that exceeded their time limit: the search for the paragraphs that are the cause."""
        self._place: int | None = None
        self._weight = self._times = self._losses = 0

    def requests(self) -> list[tuple[int, dict[str, Any]]]:
        """What is asked for the articles with a search, by their index in the shard."""
        return [(place, search.request()["search"]) for place, search in self.searches.items() if search.under_way]

    def add_hung(self, place: int) -> None:
        """Count a process that exceeded the time limit during the article at *place*.

        It is no try of the article if a paragraph was found that the next process leaves out.
        """
        search = self.searches[place]
        found = len(search.left_out)
        search.hung()
        if len(search.left_out) == found:
            self.add(place, killed=False)

    def add(self, place: int, *, killed: bool) -> None:
        """Count a process that ended during the article at *place*; *killed*: by SIGKILL from outside."""
        if place != self._place:
            self._place, self._weight, self._times = place, 0, 0
        self._times += 1
        self._losses += 1
        # in sixths: one for a kill, two for a crash or a timeout
        self._weight += 1 if killed else KILLS // TRIES
        if self._weight >= KILLS or self._losses >= LOSSES:
            self.poison[place] = self._times
            self._place, self._losses = None, 0
