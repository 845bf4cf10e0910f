"""Untrusted text made safe for a terminal: control, bidirectional and invisible characters are replaced."""

from __future__ import annotations

_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\u2028\u2029"), " ")
_ACTING = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
)
_SURROGATES = range(0xD800, 0xE000)
_SHOWN = dict.fromkeys((*_ACTING, *_SURROGATES), "\N{REPLACEMENT CHARACTER}") | _SPACES


def printable(text: str) -> str:
    """*text*, of the same length, without characters that a terminal interprets or cannot encode.

    White space becomes a space, so that a file name or message is one line; control codes, bidirectional overrides and
    lone surrogates (undecodable bytes of file names) become U+FFFD.
    """
    return text.translate(_SHOWN)
