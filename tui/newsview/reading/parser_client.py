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
"""The module that is run on every file."""

_OVER_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
_SLOW = "it kept its parser busy for too long, which was stopped: save its text as a .txt file"


def convert(data: bytes, form: Format, encoding: str | None = None) -> Converted:
    """The article in *data*, a file of the format *form*.

    Raises ``ExtraMissingError`` where the parser is not installed, ``UnreadableError`` where there is no article in it
    or its parser has to be stopped, ``UsageError`` for a wrong *encoding*. Messages lack the name of the file.
    """
    require(form)
    # -P: nothing is imported from the folder that the user happens to be in
    command = [sys.executable, "-P", "-m", PARSER, form, *([] if encoding is None else [encoding])]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2 * parser_process.SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(_SLOW) from error
    except (OSError, ValueError) as error:  # no more processes; an encoding's name with a zero in it
        raise UnreadableError(f"its parser cannot be started: {one_line(str(error))}") from error
    if done.returncode in _OVER_TIME:
        raise UnreadableError(_SLOW)
    if done.returncode != 0:
        last = one_line((done.stderr.decode("utf-8", "replace").strip().splitlines() or ["without a word"])[-1])
        raise UnreadableError(f"its parser failed on it: {last[:160]}")
    return _converted(done.stdout)


def _converted(answer: bytes) -> Converted:
    try:
        plain = json_text.quick(answer)
        if "error" in plain:
            raise (UsageError if plain.get("kind") == "usage" else UnreadableError)(plain["error"])
        return decode(Converted, plain)
    except (json_text.JsonError, FormatError, TypeError) as error:
        raise UnreadableError("its parser failed on it: the answer makes no sense") from error
