"""Runs of the command line for tests, in the test's process or in a separate one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, nullcontext
from io import BufferedReader, BytesIO, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, cast
from unittest.mock import patch

from newsview.cli.main import main
from newsview.terminal.signals import SIGNALS
from tests.pipeline import loaded
from tests.places import NEWSVIEW

ARTICLE = "Council backs budget\n\n“We can pay for it,” Ada Quill said on Monday. It costs $4.2 million.\n"


def newsview(
    *arguments: str | Path,
    stdin: bytes | BinaryIO = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in this process; returns its exit code and output.

    *stdin* is standard input, *cwd* the working directory, *env* is added to the environment. The default pipeline is
    loaded once for all calls.
    """
    words = [*map(str, arguments)]
    given = TextIOWrapper(
        BufferedReader(cast("RawIOBase", BytesIO(stdin))) if isinstance(stdin, bytes) else stdin, encoding="utf-8"
    )
    out, err = BytesIO(), BytesIO()
    # a wrapper closes what it wraps when it is collected: they are needed until the bytes have been taken
    printed = TextIOWrapper(out, encoding="utf-8", write_through=True)
    said = TextIOWrapper(err, encoding="utf-8", errors="backslashreplace", write_through=True)
    with (
        patch.object(sys, "argv", ["newsview", *words]),
        patch.object(sys, "stdin", given),
        patch.object(sys, "stdout", printed),
        patch.object(sys, "stderr", said),
        patch.dict(os.environ, env or {}),
        patch("newsview.extraction.extract.load", loaded),
        chdir(cwd) if cwd is not None else nullcontext(),
        _signal_handlers_restored(),
    ):
        code = _exit_code(words)
        given.detach()  # it is the caller's to close
        printed.flush()
        said.flush()
        return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def _exit_code(words: list[str]) -> int:
    """The exit code: 0 if ``main`` returns, else that of ``SystemExit``."""
    try:
        main(words)
    except SystemExit as ended:
        assert ended.code is None or isinstance(ended.code, int), ended.code
        return ended.code or 0
    return 0


@contextmanager
def _signal_handlers_restored() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def newsview_process(
    *arguments: str | Path, env: Mapping[str, str] | None = None, options: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a separate process, with *options* for the Python interpreter."""
    command = [NEWSVIEW[0], *options, *NEWSVIEW[1:], *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, env={**os.environ, **(env or {})}, check=False)


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """The single line on standard error."""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]
