"""The frame beside the lines of the article and of the panes."""

from __future__ import annotations

from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.css.styles import Styles
from textual.geometry import Size, Spacing
from textual.strip import Strip

from newsview.app.widgets.frame import FramedLines


def test_what_another_textual_passes_on_after_the_opacity_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    # 8.2.5 passes one argument after it, 8.2.8 two
    handed: list[tuple[object, ...]] = []

    def render_line(self: StylesCache, *arguments: Any, **named: Any) -> Strip:
        handed.append((arguments[11:], named))
        return Strip.blank(20)

    monkeypatch.setattr(StylesCache, "render_line", render_line)
    size, black = Size(20, 5), Color(0, 0, 0)
    for rest in ((), ("theme",), ("theme", False), ("theme", False, "new")):
        FramedLines().render_line(
            Styles(), 0, size, size, Spacing(), black, black, lambda y: Strip.blank(20), None, None, 1.0, *rest
        )
    assert [later for later, _ in handed] == [(), ("theme",), ("theme", False), ("theme", False, "new")]
