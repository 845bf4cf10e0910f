"""Client of the parser process: web pages, Word, PDF and Markdown files to text, with limits on time and memory."""

from __future__ import annotations

import signal
import subprocess
import sys

from newsview.errors import UnreadableError, UsageError
from newsview.model import json_text
from newsview.model.codec import FormatError, decode
from newsview.reading import parser_process
from newsview.reading.clean import one_line
from newsview.reading.formats import Format, require
from newsview.reading.parsed_document import Converted

PARSER = parser_process.__name__
"""Module that is run for each file."""

_OVER_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
_TIMED_OUT = "its parser took too long and was stopped; save its text as a .txt file"


def convert(data: bytes, form: Format, encoding: str | None = None) -> Converted:
    """The text and metadata of *data*, a file of the format *form*.

    Raises ``ExtraMissingError`` if the parser is not installed, ``UnreadableError`` if no article is found or the
    parser fails, ``UsageError`` for a wrong *encoding*. Messages do not include the file name.
    """
    require(form)
    # -P: no module is imported from the working directory
    command = [sys.executable, "-P", "-m", PARSER, form, *([] if encoding is None else [encoding])]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2 * parser_process.SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(_TIMED_OUT) from error
    except (OSError, ValueError) as error:  # process limit reached; null character in the encoding's name
        raise UnreadableError(f"its parser cannot be started: {one_line(str(error))}") from error
    if done.returncode in _OVER_TIME:
        raise UnreadableError(_TIMED_OUT)
    if done.returncode != 0:
        last = one_line((done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no error message"])[-1])
        raise UnreadableError(f"its parser failed: {last[:160]}")
    return _converted(done.stdout)


def _converted(answer: bytes) -> Converted:
    try:
        plain = json_text.quick(answer)
        if "error" in plain:
            raise (UsageError if plain.get("kind") == "usage" else UnreadableError)(plain["error"])
        return decode(Converted, plain)
    except (json_text.JsonError, FormatError, TypeError) as error:
        raise UnreadableError("its parser failed: invalid output") from error
