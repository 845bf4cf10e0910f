"""The base of the article and of the panes: a scroll view with a titled frame that shows the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsview.app.render.styles import HasColors, StyleCache, frame_title

if TYPE_CHECKING:
    from textual.color import Color
    from textual.content import Content
    from textual.css.styles import StylesBase
    from textual.geometry import Size, Spacing
    from textual.style import Style


class _Edges(NamedTuple):
    """The frame beside the lines of a widget."""

    of: tuple[object, ...]
    """The colours and sizes that it was drawn for."""
    lines: range
    left: list[Segment]
    right: list[Segment]


class FramedLines(StylesCache):
    """Lines with a frame beside them, which is taken from the first one: Textual looks all its styles up for each line."""

    def __init__(self) -> None:
        self._edges: _Edges | None = None
        super().__init__()

    def clear(self) -> None:
        """Forgets lines and frame: styles have changed."""
        super().clear()
        self._edges = None

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        border_title: tuple[Content, Color, Color, Style] | None,
        border_subtitle: tuple[Content, Color, Color, Style] | None,
        opacity: float,
        *rest: Any,
        **named: Any,
    ) -> Strip:
        """The line *y* with the frame beside it, or of the frame above or below.

        What comes after the opacity differs between Textual 8.2.5 and 8.2.8, and is only handed on.
        """
        of, edges = (size, content_size, padding, base_background, background, opacity), self._edges
        if edges is not None and edges.of == of and y in edges.lines:
            line = render_content_line(y - edges.lines.start)
            missing = content_size.width - line.cell_length
            if missing >= 0:
                blank = self.get_inner_outer(base_background, background)[0].rich_style
                filling = [Segment(" " * missing, blank)] if missing else []
                return Strip([*edges.left, *line, *filling, *edges.right], size.width)
        strip = super().render_line(
            styles,
            y,
            size,
            content_size,
            padding,
            base_background,
            background,
            render_content_line,
            border_title,
            border_subtitle,
            opacity,
            *rest,
            **named,
        )
        gutter = styles.gutter
        lines = range(gutter.top, size.height - gutter.bottom)
        if y in lines:
            right = size.width - gutter.right
            self._edges = _Edges(of, lines, [*strip.crop(0, gutter.left)], [*strip.crop(right, size.width)])
        return strip


class Framed(ScrollView, inherit_bindings=False):
    """A scroll view whose frame and lines are redrawn independently of each other."""

    FOCUS_ON_CLICK = False  # a click is a move, and the move brings the focus

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_cache = FramedLines()
        self._style_cache = StyleCache(self)
        self._measured: tuple[int, int] | None = None
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the pane."""
        self._measured = self._measure()
        try:
            return super().render_lines(crop)
        finally:
            self._measured = None

    @property
    def line_place(self) -> tuple[int, int]:
        """The width of a line and the number of the first one, which is the same for all lines that are drawn at once."""
        return self._measured or self._measure()

    def _measure(self) -> tuple[int, int]:
        return self.scrollable_content_region.width, self.scroll_offset.y

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line; its colours need no conversion where they are none of the terminal's own."""
        filters, app = super().get_line_filters(), self.app
        if not isinstance(app, HasColors) or app.few_colors or self.background_colors[1].ansi is not None:
            return filters
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)]

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
