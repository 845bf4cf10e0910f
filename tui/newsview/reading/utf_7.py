"""Detection of UTF-7 in ASCII text: its shifted runs ("+IBw-" for an opening quote mark) are decoded and checked.

A plus sign before letters or digits is common in plain text (telephone numbers, search URLs, "5G+AI-ready"), so the
form of a run is not evidence: it must decode to characters that occur in articles.
"""

from __future__ import annotations

import binascii
import re
import unicodedata

_RUN = re.compile(rb"\+([A-Za-z0-9+/]{3,})")
_LEAST = 2
"""Minimum number of valid runs: a single one may be a coincidence ("+AMA-" is "À")."""

_LETTERS_AND_MARKS = (
    (0x00A0, 0x024F),  # Western and Central European letters and marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x2010, 0x2044),  # quote marks, dashes, the ellipsis
    (0x20A0, 0x20CF),  # currencies
)
_SHORTEST_WORD = 3
"""Minimum characters of a run in another script: a third of all byte pairs are Chinese characters."""


def looks_like_utf_7(data: bytes) -> bool:
    """Whether *data* (ASCII) contains at least two runs of UTF-7 that decode to text, and fewer invalid ones."""
    runs = [_decoded(match.group(1)) for match in _RUN.finditer(data)]
    good = sum(text is not None and _reads_like_text(text) for text in runs)
    return good >= _LEAST and good > runs.count(None)


def _decoded(run: bytes) -> str | None:
    """The text of *run* (without the plus sign): base64 of UTF-16, padding bits zero (RFC 2152); None if invalid."""
    if run.isdigit():
        return None  # "+353-1" is a telephone number; "+104-" would be a Hangul syllable
    if len(run) * 6 % 16 >= 6:
        return None
    whole = len(run) * 6 // 16 * 2
    units = binascii.a2b_base64(run + b"A" * (-len(run) % 4))
    if any(units[whole:]):
        return None
    try:
        return units[:whole].decode("utf-16-be")
    except UnicodeDecodeError:
        return None


def _reads_like_text(text: str) -> bool:
    """Whether *text* is European letters and punctuation (ASCII punctuation too), or a word of one other script."""
    others = [char for char in text if not _is_european(char)]
    if not others:
        return True
    return len(others) >= _SHORTEST_WORD and len({_script(char) for char in others}) == 1 and _script(others[0]) != ""


def _is_european(char: str) -> bool:
    code = ord(char)
    if code < 0x80:
        return not char.isalnum() and (char.isprintable() or char.isspace())
    return any(first <= code <= last for first, last in _LETTERS_AND_MARKS) and unicodedata.category(char) != "Cn"


def _script(char: str) -> str:
    """Script of a letter, by the first word of its Unicode name; "CJK" for Japanese and Chinese, empty for others."""
    if not char.isalpha() and unicodedata.category(char)[0] not in "MP":
        return ""
    first = unicodedata.name(char, "").split(" ")[0]
    return "CJK" if first in ("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "KATAKANA-HIRAGANA", "FULLWIDTH") else first
