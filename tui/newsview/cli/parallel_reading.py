"""Several processes that read articles and find their facts, for commands that write one result after the other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, NamedTuple

from newsview.errors import InputError, NewsviewError
from newsview.model.facts import Analysis

AHEAD: Final = 4
"""Articles that wait for each process: none is idle, and memory does not grow with the archive."""


class Read(NamedTuple):
    """An article that was read: its name in lines, and a function that returns its facts or raises ``InputError``."""

    path: str
    result: Callable[[], Analysis]


def read_in_processes(articles: Iterator[tuple[str, Callable[[], Analysis]]], jobs: int) -> Iterator[Read]:
    """*articles*, each a name and a function that returns its facts, read by *jobs* processes, in their order. Closing the iterator ends the processes.

    Raises ``NewsviewError`` if a process ends.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin) as pool:
        waiting: deque[tuple[str, Future[Analysis | InputError]]] = deque()
        try:
            for path, read in articles:
                waiting.append((path, pool.submit(_result_of, read)))
                if len(waiting) >= jobs * AHEAD:
                    yield _result(*waiting.popleft())
            while waiting:
                yield _result(*waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(path: str, future: Future[Analysis | InputError]) -> Read:
    try:
        found = future.result()
    except BrokenProcessPool as error:
        raise NewsviewError(f"{path}: a process that reads articles has ended; try --jobs 1") from error

    def result() -> Analysis:
        """The facts; raises ``InputError``."""
        if isinstance(found, InputError):
            raise found
        return found

    return Read(path, result)


def _begin() -> None:
    """Prepares a process: Ctrl+C is for the command, and the process ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _result_of(read: Callable[[], Analysis]) -> Analysis | InputError:
    try:
        return read()
    except InputError as error:
        return error
