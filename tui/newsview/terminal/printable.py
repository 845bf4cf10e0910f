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
    """*text*, as long as before, without a character that a terminal would act on or could not encode.

    White space becomes a blank, so that a file name or a message is one line; control codes, bidi overrides and the
    lone surrogates of odd file names become U+FFFD.
    """
    return text.translate(_SHOWN)
