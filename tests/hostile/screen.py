"""Text of the reader's screen, with checks for controls and actions."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.pilot import Pilot

from tests.app.opening import screen_text
from tests.hostile.corpus import ACTING

SCROLLING = {"grab", "scroll_up", "scroll_down"}
"""Allowed actions on the screen: those of Textual's scrollbars."""


def shown(pilot: Pilot[None]) -> str:
    """The screen's text; asserts that it has no control character, click action or link."""
    segments: Iterable[Segment] = [
        segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip
    ]
    for text, style, control in segments:
        assert control is None
        assert ACTING.search(text) is None, repr(text)
        assert style is None or style.link is None
        assert style is None or {value for key, value in style.meta.items() if key[0] == "@"} <= SCROLLING
    return screen_text(pilot)
