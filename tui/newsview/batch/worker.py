"""Child process that makes parts: ``python -P -m newsview.batch.worker``. JSON lines in, JSON lines out.

    in   {"job", "shard", "poison": [[place, times], …]}      articles to skip, and how often each ended a process
    out  {"ready": true}          the model is loaded; once
         {"begun": place}         the article at that place of the shard has been started
         {"part": {…}}            the shard is done
         {"error": text, "code"}  the shard cannot be done: the output cannot be written, the model is missing or differs

It ends when its standard input is closed, that is when its parent has ended.
"""

from __future__ import annotations

import gc
import json
import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsview.batch.manifest import NAME
from newsview.batch.part import make_part
from newsview.batch.shards import Item, Job, Shard
from newsview.batch.versions import installed
from newsview.errors import CannotWriteError, NewsviewError, UsageError
from newsview.model import json_text
from newsview.terminal.printable import printable
from newsview.workers.sandbox import bound_resources, own_descriptors, stand_somewhere


def main() -> None:
    """Make one part after another until standard input ends."""
    requests, answers = own_descriptors()
    bound_resources()
    stand_somewhere()

    def answer(value: dict[str, Any]) -> None:
        """Sends one line to the supervisor."""
        os.write(answers, json_text.line(value))

    from newsview.extraction.extract import Extractor

    extractor: Extractor | None = None
    for line in requests:
        asked = json.loads(line)
        job, shard = Job(**asked["job"]), _shard(asked["shard"])
        try:
            if extractor is None:
                _go_to_the_folders(job)
                _check_versions(job)
                extractor = Extractor.for_model(job.model)
                gc.freeze()  # the model is never garbage: looking through it costs a twentieth of the time
                answer({"ready": True})
            part = make_part(shard, job, extractor, lambda place: answer({"begun": place}), dict(asked["poison"]))
        except NewsviewError as error:
            answer({"error": str(error), "code": error.exit_code})
            continue
        answer({"part": part.plain()})


def _check_versions(job: Job) -> None:
    """Raise ``UsageError`` where this machine would find other facts than the one that began the run."""
    here = str(installed(job.model))
    if job.versions not in (None, here):
        raise UsageError(f"a worker on {platform.node()} has {here}, but the run was begun with {job.versions}")


def _go_to_the_folders(job: Job) -> None:
    """Raise ``CannotWriteError`` where the folder of outputs on this machine is another one than the driver's."""
    if job.base is None:
        return
    with suppress(OSError):  # where every path is absolute it need not be there
        os.chdir(job.base)
    if not Path(job.folder, NAME).is_file():
        raise CannotWriteError(
            f"{printable(job.folder)} on {platform.node()} is not the folder in which the run was begun; "
            "the machines of a cluster have to share it"
        )


def _shard(plain: dict[str, Any]) -> Shard:
    return Shard(plain["number"], tuple(Item(**item) for item in plain["items"]))


if __name__ == "__main__":
    main()
