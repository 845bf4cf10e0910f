"""Replacement of characters that a terminal interprets, one code point for one code point.

Other changes alter the length of a text, all before any offset exists: CRLF becomes one line end, a byte order mark at
the start is dropped, letters and their marks are composed (Unicode NFC), and marks that no script needs are dropped.
"""

from __future__ import annotations

import re
import unicodedata
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


MARKS = 30
"""Combining marks on one letter that are kept, as in Unicode's stream-safe format (UAX #15); more are decoration."""


def clean(text: str) -> str:
    r"""*text* in NFC with ``\n`` line ends and without characters that a terminal interprets. Linear in its length."""
    return composed(_plain(text))


def composed(text: str) -> str:
    """*text* in Unicode's normal form C, with at most ``MARKS`` combining marks in a row. Linear in its length."""
    if text.isascii():
        return text
    # before composing: it takes quadratic time to sort long runs of marks
    text = _mark_runs().sub(_shortened, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@cache
def _mark_runs() -> re.Pattern[str]:
    """Runs that may have too many marks: no mark is below U+0300."""
    return re.compile(rf"[^\x00-\u02ff]{{{MARKS + 1},}}")


def _shortened(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)


def _plain(text: str) -> str:
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
    """*text* on one line without characters that a terminal interprets, runs of white space reduced to one space.

    For titles, names and messages. Not composed: a file's name is found only as it is spelt.
    """
    return " ".join(_plain(text).split())
