"""How text with a meaning looks: one table of attributes and tints, and the styles made of it for the theme in use.

Component classes of a stylesheet would do the same, but Textual styles every one of them again whenever anything
changes, four times before the first paint. Text has the theme's foreground wherever that can be read on its tint;
every look has an attribute or a sign beside its tint, so that colour is never the only cue.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.color import BLACK, WHITE, Color
from textual.content import Content
from textual.widget import Widget

CONTRAST: Final = 4.5
"""What WCAG 2 asks of text, at the least."""


class HasColors:
    """An application that knows how many colours there are."""

    few_colors = False
    """Whether a faint tint may look like nothing: 256 colours or fewer, or greys alone."""


class StyleSpec(NamedTuple):
    """What a look adds to the text below it."""

    attributes: str = ""
    """Rich's words: ``bold underline``."""
    tint: str = ""
    """A colour variable of the theme that is mixed into the background."""
    share: float = 0.0
    """How much of it, 0 to 1."""
    color: str = ""
    """A colour variable of the theme for the text itself: for signs, not for words."""
    fade: float = 0.0
    """How much of the background is mixed into the text, 0 to 1."""
    untinted: str = ""
    """Attributes in place of the tint where the terminal's own colours are used: those cannot be mixed.

    Beside the tint where there are so few colours that it may look like nothing.
    """


LOOKS: Final[dict[str, StyleSpec]] = {
    # the article's kinds of text
    "headline": StyleSpec("bold"),
    "subhead": StyleSpec("bold"),
    "aside": StyleSpec("italic"),
    # the article's layers, from the lowest
    "quote": StyleSpec(tint="success", share=0.12, untinted="italic"),
    "sentence": StyleSpec(tint="primary", share=0.28),
    "entity": StyleSpec("underline"),
    "number": StyleSpec("bold"),
    "speaker": StyleSpec("bold underline", tint="accent", share=0.3),
    "cue": StyleSpec("italic underline", tint="accent", share=0.3),
    "own": StyleSpec("reverse"),
    "hit": StyleSpec("underline bold", tint="warning", share=0.35, untinted="black on yellow"),
    "hit-current": StyleSpec("reverse bold"),
    "selected": StyleSpec(tint="foreground", share=0.3, untinted="reverse"),
    "control": StyleSpec(tint="error", share=0.25, untinted="reverse"),
    # rows
    "bar": StyleSpec("bold", color="primary"),
    "strong": StyleSpec("bold"),
    "dim": StyleSpec(fade=0.25),
    "accepted": StyleSpec("bold", color="success"),
    "rejected": StyleSpec("bold", color="error"),
    "cursor": StyleSpec(tint="foreground", share=0.12),
    "cursor-focused": StyleSpec("bold", tint="primary", share=0.4, untinted="reverse"),
}


def frame_title(widget: Widget, name: str, count: str) -> Content:
    """What stands in the upper edge of a pane: its name at the left, a count at the right, the edge between them."""
    filling = widget.outer_size.width - 6 - len(name) - cell_len(count)
    line = "─" * (filling - 2) if filling > 2 else "·"
    rule = (f" {line} ", "$primary" if widget.has_focus else "$foreground 40%")
    return Content.assemble(name, rule, count) if count else Content(name)


def readable(style: Style) -> Style:
    """*style*, its text moved towards black or white as far as ``CONTRAST`` needs: few themes have it on every tint.

    Colours of the terminal's own stay: nobody knows what they are.
    """
    if style.color is None or style.bgcolor is None or not style.color.triplet or not style.bgcolor.triplet:
        return style
    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    if contrast(text, ground) >= CONTRAST:
        return style
    far = WHITE if luminance(ground) < 0.18 else BLACK  # either then has a contrast above 4.5
    tries = (text.blend(far, share / 10, 1.0) for share in range(1, 11))
    return style + Style(color=next(each for each in tries if contrast(each, ground) >= CONTRAST).rich_color)


def contrast(one: Color, other: Color) -> float:
    """From 1, the same colour, to 21, black and white (WCAG 2.2, contrast ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: Color) -> float:
    """From 0, black, to 1, white (WCAG 2.2, relative luminance)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class StyleCache:
    """The styles of one widget's text, made when they are first needed."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}
        app = widget.app
        self._few_colors = isinstance(app, HasColors) and app.few_colors

    def clear(self) -> None:
        """Forgets all styles: the theme has changed."""
        self._known.clear()

    def style(self, *names: str) -> Style:
        """The widget's own style with the named looks laid over it, the last on top. Empty names are left out."""
        found = self._known.get(names)
        if found is None:
            found = self._widget.rich_style
            for name in names:
                if name:
                    found += self._made(LOOKS[name])
            found = self._known[names] = readable(found)
        return found

    def _made(self, look: StyleSpec) -> Style:
        style = Style.parse(look.attributes) if look.attributes else Style.null()
        background, foreground = self._widget.background_colors[1], self._widget.colors[3]
        if look.tint and background.ansi is None:
            style += Style(bgcolor=background.blend(self._variable(look.tint), look.share, 1.0).rich_color)
        if look.untinted and (background.ansi is not None or self._few_colors):
            style += Style.parse(look.untinted)
        if look.color:
            style += Style(color=self._variable(look.color).rich_color)
        if look.fade and background.ansi is None:
            style += Style(color=foreground.blend(background, look.fade, 1.0).rich_color)
        return style

    def _variable(self, name: str) -> Color:
        return Color.parse(self._widget.app.theme_variables[name])
