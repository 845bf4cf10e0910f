"""Hostile strings: escape sequences of all families of ECMA-48 and xterm, and markup.

Generated from tables of introducers, parameters and final bytes, so that every family is complete.
"""

from __future__ import annotations

import re
from itertools import product

ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that a terminal interprets, including line ends, or that cannot be encoded."""

_CSI = ("\x1b[", "\x9b")
_PARAMETERS = ("", "2", "31", "1;1", "?1049", "?25", ">4;1", "38;2;1;2;3", "999999999")
_FINALS = "ABHJKLMPmhlnrctu"
_STRINGS = ("\x1b]", "\x9d", "\x1bP", "\x90", "\x1b_", "\x9f", "\x1b^", "\x9e", "\x1bX", "\x98")
_PAYLOADS = ("0;owned", "52;c;b3duZWQ=", "8;;http://x.test", "4;1;rgb:f/f/f", "1337;File=a", "+q544e")
_ENDS = ("\x07", "\x1b\\", "\x9c", "")
_LONE = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\x1b"]
_SHORT = [f"\x1b{final}" for final in "78=>DEHMNOZcn|}~#(*)+-./ "]
_DIRECTION = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")

SEQUENCES = [
    *(f"{start}{parameters}{final}" for start, parameters, final in product(_CSI, _PARAMETERS, _FINALS)),
    *(f"{start}{payload}{end}" for start, payload, end in product(_STRINGS, _PAYLOADS, _ENDS)),
    *_LONE,
    *_SHORT,
    *_DIRECTION,
    "\x1b\x1b[31m",
    "\x1b[\x1b[2J",
    "\x1b[31",
    "\x1b",
    "\r\x1b[K",
    "\ud800",
    "\udc9b31m",
]

_TAGS = ("b", "red", "on red", "reverse", "link=http://x.test", "@click=app.quit", "@click=app.bell()", "$accent", "0")
_SHAPES = ("[{}]x", "[{}]x[/]", "[{0}]x[/{0}]", "x[/{}]", "[{}", "\\[{}]x", "[[{}]]", "[{}]][", "[/{}][{}]", "[ {} ]x")
_ACTIONS = ("quit", "app.bell", "app.exit()", "screen.save", "app.open_url('http://x.test')", "save('x')", "a'b", "(((")
_WRITTEN = (
    "[@click={}]x[/]",
    "[@click='{}']x[/]",
    "[@mouse.down={}]x[/]",
    "[b @click={}]x[/]",
    "[link='{}']x[/link]",
    '<a href="javascript:{}">x</a>',
    "[x](javascript:{})",
    "<script>{}</script>",
    "![x]({})",
    "$({})",
    "`{}`",
    "{{{{{}}}}}",
    "%({})s",
)

MARKUP = [
    *(shape.format(tag, tag) for shape, tag in product(_SHAPES, _TAGS)),
    *(written.format(action) for written, action in product(_WRITTEN, _ACTIONS)),
    "[/]",
    "[]",
    "[[",
    "]]",
    "[/oops]",
    "[=]",
    "[@]",
    "[@click]",
    "[@click=]",
    ":bomb:",
    "[not bold]x",
    "[rgb(1,2,3)]x",
    "[#ff0000]x",
    "[auto on black]x",
]

EVERYTHING = [*SEQUENCES, *MARKUP]


def harmless(text: str) -> bool:
    """Whether *text* has no character that a terminal interprets."""
    return ACTING.search(text) is None


def batches(of: list[str], size: int) -> list[list[str]]:
    """*of* in pieces of *size*."""
    return [of[at : at + size] for at in range(0, len(of), size)]
