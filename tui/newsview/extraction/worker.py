"""Extraction worker process: ``python -m newsview.extraction.worker [--model NAME]``. JSON lines in, JSON lines out.

Input is articles, not files: the process opens no file but its model's. Every line carries the id of its request
(0: the worker itself). The other end is ``newsview.workers.client``.

    in   {"id", "do": "extract", "article"}, with "search": {"first", "left_out"} after a hang    {"id", "do": "cancel"}    {"id", "do": "ping"}    {"id", "do": "quit"}
    out  {"id": 0, "is": "ready", "generator"}          the model is loaded
         {"id", "is": "progress", "done", "total"}      paragraphs
         {"id", "is": "begun", "paragraph"}             in a search: this one is extracted alone; null: all were
         {"id", "is": "part", "kind", "facts"}          a few facts; the next window or done line closes the list
         {"id", "is": "window", "done", "total"}        the parts before it were provisional
         {"id", "is": "done", "generator"}              the parts before it are all there is
         {"id", "is": "error", "kind", "message"}       kind: model (the process ends), memory (it ends), article
         {"id", "is": "pong"}                           also while it extracts

The process ends when its standard input ends, that is, when its parent has ended.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from newsview.errors import ModelMissingError
from newsview.model import json_text
from newsview.model.codec import FormatError, decode, encode
from newsview.workers.paragraph_search import remainder
from newsview.workers.permanent import permanent
from newsview.workers.sandbox import MEMORY_LIMIT, bound_resources, leave_removed_folder, own_descriptors

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor
    from newsview.model.article import Article
    from newsview.model.facts import Facts

PART = 200
"""Facts per line: as many as the reader can decode between two keys."""

REPORTS = 50
"""Maximum progress lines per article; more cannot be distinguished on the screen."""


class _Cancelled(Exception):
    """The current request was cancelled."""


class _Channel:
    """Both ends of the protocol, on file descriptors that no library uses."""

    def __init__(self, requests: BinaryIO, answers: int) -> None:
        self._requests = requests
        self._answers = answers
        self._lock = threading.Lock()
        self.inbox: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.cancelled: set[int] = set()

    def send(self, id_: int, what: str, **rest: object) -> None:
        """Write one complete line; end the process if the reader has closed the pipe."""
        data = memoryview(json_text.line({"id": id_, "is": what, **rest}))
        with self._lock:
            try:
                while data:
                    data = data[os.write(self._answers, data) :]
            except OSError:
                os._exit(0)

    def read_requests(self) -> None:
        """Read requests until the input ends; answer pings and cancellations at once.

        Runs in a thread of its own, so that the end of the parent is detected during a long article.
        """
        for line in self._requests:
            try:
                request = json_text.quick(line)
                id_, wanted = int(request["id"]), request["do"]
            except (json_text.JsonError, KeyError, TypeError, ValueError):
                self.send(0, "error", kind="article", message="the worker was sent a line that it does not understand")
                continue
            if wanted == "ping":
                self.send(id_, "pong")
            elif wanted == "cancel":
                self.cancelled.add(id_)
            elif wanted == "quit":
                break
            else:
                self.inbox.put(request)
        os._exit(0)


def main() -> None:
    """Load the model, then extract one article after another until standard input ends."""
    name = _model_name(sys.argv[1:])
    sys.excepthook = _report_crash
    channel = _Channel(*own_descriptors())
    threading.Thread(target=channel.read_requests, name="requests", daemon=True).start()
    bound_resources()
    leave_removed_folder()
    try:
        with permanent():
            extractor = _load(name)
        channel.send(0, "ready", generator=encode(extractor.generator))
        while True:
            _answer(channel, extractor, channel.inbox.get())
    except ModelMissingError as error:
        channel.send(0, "error", kind="model", message=str(error))
        _exit_now(ModelMissingError.exit_code)


def _load(name: str | None) -> Extractor:
    # imported here, after the thread has begun to read requests
    from newsview.extraction.extract import Extractor

    return Extractor.for_model(name)


def _answer(channel: _Channel, extractor: Extractor, request: dict[str, Any]) -> None:
    from newsview.model.article import Article

    id_ = request["id"]
    if id_ in channel.cancelled:
        return
    try:
        article = decode(Article, request.get("article"))
    except FormatError as error:
        channel.send(id_, "error", kind="article", message=f"the worker cannot read the article: {error}")
        return
    try:
        if "search" in request:
            article = _searched(channel, extractor, article, request)
        _extract(channel, extractor, article, id_)
    except _Cancelled:
        return
    except MemoryError:
        channel.send(id_, "error", kind="memory", message=_out_of_memory())
        _exit_now(70)


def _searched(channel: _Channel, extractor: Extractor, article: Article, request: dict[str, Any]) -> Article:
    """*article* without the paragraphs left out, after each of the others was extracted alone."""
    id_ = request["id"]

    def begun(number: int | None) -> None:
        """Report the paragraph that is extracted next; raise ``_Cancelled`` if requested."""
        if id_ in channel.cancelled:
            raise _Cancelled
        channel.send(id_, "begun", paragraph=number)

    return remainder(article, request["search"], begun, extractor.facts)


def _extract(channel: _Channel, extractor: Extractor, article: Any, id_: int) -> None:
    reported = 0

    def report(done: int, total: int) -> None:
        """Report the progress of the parse, at most ``REPORTS`` times; raise ``_Cancelled`` if requested."""
        nonlocal reported
        if id_ in channel.cancelled:
            raise _Cancelled
        if (done - reported) * REPORTS >= total:
            reported = done
            channel.send(id_, "progress", done=done, total=total)

    for window in extractor.windows(article, report):
        for kind, facts in _parts(window.facts):
            channel.send(id_, "part", kind=kind, facts=facts)
        if window.done < window.total:
            channel.send(id_, "window", done=window.done, total=window.total)
    channel.send(id_, "done", generator=encode(extractor.generator))


def _parts(facts: Facts) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    from newsview.model.facts import by_kind

    for kind, records in by_kind(facts).items():
        for first in range(0, len(records), PART):
            yield kind, [encode(record) for record in records[first : first + PART]]


def _out_of_memory() -> str:
    return f"the article needs more than the {MEMORY_LIMIT // 2**30} GiB of memory that the extraction may use"


def _model_name(arguments: list[str]) -> str | None:
    match arguments:
        case []:
            return None
        case ["--model", name]:
            return name
        case _:
            sys.stderr.write("usage: python -m newsview.extraction.worker [--model NAME]\n")
            sys.exit(2)


def _report_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write the usual traceback, and a last line with the error and its place, which the reader displays."""
    sys.__excepthook__(kind, error, trace)
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace is not None else ""
    first_line, _, _ = str(error).partition("\n")
    sys.stderr.write(f"{kind.__name__}: {first_line}{where}\n")


def _exit_now(code: int) -> None:
    """End at once; an orderly exit would wait for the thread that reads requests."""
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
