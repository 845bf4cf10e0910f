"""Child process that makes parts: ``python -P -m newsview.batch.worker``. JSON lines in, JSON lines out.

    in   {"job", "shard", "poison": [[place, times], …],      articles to skip, and how often each ended a process
          "searches": [[place, {"first", "left_out"}], …]}    articles that hung, and which paragraphs are tried alone or left out
    out  {"ready": true}          the model is loaded; once
         {"begun": place}         the article with that index in the shard is being processed; in a search also with
                                  "paragraph", the one that is extracted alone, or null: all were
         {"part": {…}}            the shard is done
         {"error": text, "code"}  the shard failed: the output cannot be written, the model is missing or differs

The process ends when its standard input is closed, for example when its parent ends.
"""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsview.batch.part import make_part
from newsview.batch.shards import Item, Job, Shard
from newsview.batch.versions import installed
from newsview.errors import CannotWriteError, NewsviewError, UsageError
from newsview.model import json_text
from newsview.terminal.printable import printable
from newsview.workers.permanent import permanent
from newsview.workers.sandbox import bound_resources, leave_removed_folder, own_descriptors


def main() -> None:
    """Make parts until standard input ends."""
    requests, answers = own_descriptors()
    bound_resources()
    leave_removed_folder()

    def answer(value: dict[str, Any]) -> None:
        """Send one message to the supervisor."""
        os.write(answers, json_text.line(value))

    with permanent():
        from newsview.extraction.extract import Extractor

    extractor: Extractor | None = None
    for line in requests:
        message = json.loads(line)
        job, shard = Job(**message["job"]), _shard(message["shard"])
        try:
            if extractor is None:
                _enter_base_folder(job)
                _check_versions(job)
                with permanent():
                    extractor = Extractor.for_model(job.model)
                answer({"ready": True})
            poison, searches = dict(message["poison"]), dict(message["searches"])
            part = make_part(shard, job, extractor, lambda **begun: answer(begun), poison, searches)
        except NewsviewError as error:
            answer({"error": str(error), "code": error.exit_code})
            continue
        answer({"part": part.plain()})


def _check_versions(job: Job) -> None:
    """Raise ``UsageError`` if the versions on this machine differ from those of the driver."""
    here = str(installed(job.model))
    if job.versions not in (None, here):
        raise UsageError(
            f"a worker on {platform.node()} has {here}, but the run was started with {job.versions}; "
            "install the same versions"
        )


def _enter_base_folder(job: Job) -> None:
    """Raise ``CannotWriteError`` if the output folder on this machine is not the driver's."""
    if job.base is None:
        return
    with suppress(OSError):  # not needed if every path is absolute
        os.chdir(job.base)
    if not Path(job.folder, job.manifest).is_file():
        raise CannotWriteError(
            f"{printable(job.folder)} on {platform.node()} is not the folder in which the run was started; "
            "all machines of a cluster must share it"
        )


def _shard(plain: dict[str, Any]) -> Shard:
    return Shard(plain["number"], tuple(Item(**item) for item in plain["items"]))


if __name__ == "__main__":
    main()
