"""Replacement of characters that a terminal interprets, one code point for one code point.

Only two changes alter the length of a text, both before any offset exists: CRLF becomes one line end, and a byte
order mark at the start is dropped.
"""

from __future__ import annotations

import re
from functools import cache

REPLACEMENT = "\ufffd"

LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
"""Read as line ends: lone CR, vertical tab, form feed, NEL, line and paragraph separator."""

INVISIBLE = "\t\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb"
"""Replaced by a space: the tab, direction marks and overrides (Unicode UAX #9), byte order marks, annotation marks."""

CONTROLS = "".join(
    char for char in map(chr, [*range(0x20), *range(0x7F, 0xA0)]) if char not in f"\n{LINE_ENDS}{INVISIBLE}"
)
"""C0, DEL and C1 (ISO 6429), each replaced by U+FFFD so that the remains of an escape sequence stay visible."""

_SURROGATES = "\ud800-\udfff"


@cache
def _unwanted() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(LINE_ENDS + INVISIBLE + CONTROLS)}{_SURROGATES}]")


def clean(text: str) -> str:
    r"""*text* with ``\n`` line ends and without characters that a terminal interprets. Linear in its length."""
    return one_for_one(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def one_for_one(text: str) -> str:
    """*text* without characters that a terminal interprets, of the same length: for text with offsets."""
    if _unwanted().search(text) is None:
        return text
    # one str.replace a character is ten times as fast as str.translate on a hundred megabytes
    for wanted, characters in (("\n", LINE_ENDS), (" ", INVISIBLE), (REPLACEMENT, CONTROLS)):
        for character in characters:
            text = text.replace(character, wanted)
    return re.sub(f"[{_SURROGATES}]", REPLACEMENT, text)


def one_line(text: str) -> str:
    """*text* cleaned and on one line, runs of white space reduced to one space: for titles, names and messages."""
    return " ".join(clean(text).split())
