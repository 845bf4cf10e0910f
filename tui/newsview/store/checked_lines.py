"""Lines of a checksum (CRC-32), a blank and a JSON object, so that a torn or changed line is recognized."""

from __future__ import annotations

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
    try:
        value = json_text.quick(text)
    except json_text.JsonError:
        return None
    return value if isinstance(value, dict) else None
