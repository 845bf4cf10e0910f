"""The base of the article and of the panes: a scroll view with a titled frame that shows the focus."""

from __future__ import annotations

from typing import Self

from textual.geometry import Region
from textual.scroll_view import ScrollView

from newsview.app.render.styles import StyleCache, frame_title


class Framed(ScrollView, inherit_bindings=False):
    """A scroll view whose frame and lines are redrawn independently of each other."""

    FOCUS_ON_CLICK = False  # a click is a move, and the move brings the focus

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._style_cache = StyleCache(self)
        self._ground: object = None
        self._label = ""
        self._told = ""
        self._titled: object = None
        self._is_titling = False

    def show_title(self, name: str, count: str) -> None:
        """Puts *name* at the left of the upper edge and *count* at its right."""
        self._label, self._told = name, count
        title = (name, count, self.has_focus, self.outer_size.width)
        if title != self._titled:
            self._titled = title
            self._is_titling = True
            self.border_title = frame_title(self, name, count)
            self._is_titling = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draws *regions* again, or everything; of a new title, which Textual draws with everything, the edge it is on."""
        if self._is_titling and not regions:
            regions = (Region(-1, -1, self.outer_size.width, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Draws some lines again, and not the scroll bar beside them, as Textual would."""
        width = self.scrollable_content_region.width
        self.refresh(Region(0, y_start - self.scroll_offset.y, width, line_count))

    def watch_has_focus(self, value: bool) -> None:
        """Styles the frame and nothing else: with its scroll bar, as Textual would, the screen is laid out anew."""
        self.app.stylesheet.apply(self)
        self.show_title(self._label, self._told)

    def notify_style_update(self) -> None:
        """Forgets what was drawn where it looks different now: the theme has changed."""
        super().notify_style_update()
        ground = (self.app.theme, self.background_colors, self.colors)
        if ground != self._ground:
            self._ground = ground
            self._style_cache.clear()
            self.forget_drawn()

    def on_resize(self) -> None:
        """Fills the new width."""
        self.show_title(self._label, self._told)

    def forget_drawn(self) -> None:
        """Drops lines that are cached as they were drawn; here there are none."""
