"""Lines with a checksum (CRC-32), so that a torn or changed line is recognized.

Those of the journal are the checksum, a blank and a JSON object; those of manifests are JSON, with the checksum in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from newsview.model import json_text


def checked_line(value: Mapping[str, object]) -> bytes:
    """*value* as a line. Raises ``JsonError`` for values that JSON cannot represent."""
    text = json_text.line(value)
    return b"%08x " % crc32(text) + text


def parsed_line(line: bytes) -> dict[str, Any] | None:
    """The object of a *line* with its line break; None if the line is torn or changed."""
    checksum, _, text = line.partition(b" ")
    if not line.endswith(b"\n") or checksum != b"%08x" % crc32(text):
        return None
    return _object(text)


def _object(text: bytes) -> dict[str, Any] | None:
    try:
        value = json_text.quick(text)
    except json_text.JsonError:
        return None
    return value if isinstance(value, dict) else None


_SEAL = re.compile(rb',"crc32":"([0-9a-f]{8})"\}\n')


def sealed_line(value: Mapping[str, object]) -> bytes:
    """*value* as a line of JSON Lines whose last member, ``crc32``, is the checksum of the object without it.

    *value* has other members. Raises ``JsonError`` for values that JSON cannot represent.
    """
    text = json_text.line(value).rstrip(b"\n")
    return b'%s,"crc32":"%08x"}\n' % (text[:-1], crc32(text))


def unsealed_line(line: bytes) -> dict[str, Any] | None:
    """The object of a *line* of either form without its checksum; None if the line is torn or changed."""
    seal = _SEAL.search(line, max(0, len(line) - 32))
    if seal is None or seal.end() != len(line):
        return parsed_line(line)
    text = line[: seal.start()] + b"}"
    return _object(text) if b"%08x" % crc32(text) == seal[1] else None
