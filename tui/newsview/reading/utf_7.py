"""Whether ASCII text is UTF-7: its shifted runs ("+IBw-" for an opening quote mark) decoded and judged.

A plus sign followed by letters or digits is common in plain text (telephone numbers, addresses of searches, "5G+AI-ready"),
so the form of a run is no evidence: it must decode, and to what is written in articles.
"""

from __future__ import annotations

import binascii
import re
import unicodedata

_RUN = re.compile(rb"\+([A-Za-z0-9+/]{3,})")
_LEAST = 2
"""Good runs at least: a single one may be a word by chance ("+AMA-" is "À")."""

_LETTERS_AND_MARKS = (
    (0x00A0, 0x024F),  # Western and Central European letters and marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x2010, 0x2044),  # quote marks, dashes, the ellipsis
    (0x20A0, 0x20CF),  # currencies
)
_SHORTEST_WORD = 3
"""Characters at least of a run in another script: a third of all pairs of bytes is a Chinese character."""


def looks_like_utf_7(data: bytes) -> bool:
    """Whether *data*, ASCII or its beginning, holds at least two runs of UTF-7 that read like text, and fewer that are none."""
    runs = [_decoded(match.group(1)) for match in _RUN.finditer(data)]
    good = sum(text is not None and _reads_like_text(text) for text in runs)
    return good >= _LEAST and good > runs.count(None)


def _decoded(run: bytes) -> str | None:
    """A run without its plus sign, base64 of UTF-16 with rest bits of zero (RFC 2152); None where it is not."""
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
    """Whether *text* is letters and marks of Europe, or a word of one other script; an encoder may shift ASCII marks too."""
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
    """The script of a letter by its name's first word, the scripts of Japanese and Chinese as one; empty for what is no letter."""
    if not char.isalpha() and unicodedata.category(char)[0] not in "MP":
        return ""
    first = unicodedata.name(char, "").split(" ")[0]
    return "CJK" if first in ("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "KATAKANA-HIRAGANA", "FULLWIDTH") else first
