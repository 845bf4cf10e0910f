"""Retry policy: which articles of a shard are skipped after they have ended the child process repeatedly."""

from __future__ import annotations

TRIES = 3
"""How often in a row an article may end the process before it is passed over."""

KILLS = 2 * TRIES
"""The same, where somebody else killed the process: an operator, a machine short of memory. It need not be the article."""

LOSSES = 10 * TRIES
"""How many processes a shard may cost before the article that was in hand when the last one ended is passed over."""


class Blame:
    """Counts the processes that end over a shard. The order of its articles is kept, so poison ends several in a row."""

    def __init__(self) -> None:
        self.poison: dict[int, int] = {}
        """The articles to pass over, by their places, and how many processes each has ended."""
        self._place: int | None = None
        self._weight = self._times = self._losses = 0

    def add(self, place: int, *, killed: bool) -> None:
        """A process has ended with the article at *place* in hand; *killed*: by somebody else's SIGKILL."""
        if place != self._place:
            self._place, self._weight, self._times = place, 0, 0
        self._times += 1
        self._losses += 1
        # counted in sixths, of which a kill is one and a crash or a hang two
        self._weight += 1 if killed else KILLS // TRIES
        if self._weight >= KILLS or self._losses >= LOSSES:
            self.poison[place] = self._times
            self._place, self._losses = None, 0
