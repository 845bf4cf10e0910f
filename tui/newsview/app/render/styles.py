"""Text styles: one table of looks (attributes and tints), and the styles made from it for the current theme.

Component classes of a stylesheet would be slower: Textual computes all of them again on every change, four times
before the first paint. Text has the theme's foreground where it is readable on the tint; every look has an attribute
or a sign in addition to its tint, so that colour is never the only cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.color import BLACK, WHITE, Color
from textual.content import Content
from textual.widget import Widget

from newsview.app.render.wrapping import truncate
from newsview.model.kinds import KINDS

CONTRAST: Final = 4.5
"""Minimum contrast ratio of text (WCAG 2, level AA)."""

MARK_CONTRAST: Final = 3.0
"""Minimum contrast ratio of what is no text: the frame of what has the focus (WCAG 2, 1.4.11)."""


class HasColors:
    """An application with information on the terminal's colours."""

    few_colors = False
    """Whether a faint tint may be invisible: at most 256 colours, or only greys."""
    palette = ColorSystem.TRUECOLOR
    """The colours that the terminal can show."""


class StyleSpec(NamedTuple):
    """The attributes and colours that a look adds to a base style."""

    attributes: str = ""
    """Attributes in Rich's syntax: ``bold underline``."""
    tint: str = ""
    """The theme colour that is mixed into the background."""
    share: float = 0.0
    """The share of ``tint``, 0 to 1."""
    color: str = ""
    """The theme colour of the text: for signs, not for words."""
    fade: float = 0.0
    """The share of the background mixed into the text colour, 0 to 1."""
    untinted: str = ""
    """Attributes used instead of the tint with the terminal's own colours, which cannot be mixed.

    With few colours, they are used in addition to the tint.
    """
    solid: bool = False
    """Whether the colours of the looks below are dropped: they would show through where it is reversed."""
    few: str = ""
    """Attributes used instead of everything else where few colours, or the terminal's own, cannot show the tint."""


LOOKS: Final[dict[str, StyleSpec]] = {
    # paragraphs of the article
    "headline": StyleSpec("bold"),
    "subhead": StyleSpec("bold"),
    "aside": StyleSpec("italic"),
    # the article's layers: kinds of fact are underlined unless they have a row
    **{kind.one: StyleSpec("underline") for kind in KINDS},
    "quote": StyleSpec("italic", tint="success", share=0.16, few="italic"),
    "sentence": StyleSpec(tint="primary", share=0.28),
    "number": StyleSpec("bold"),
    "speaker": StyleSpec("bold underline", tint="success", share=0.4),
    "cue": StyleSpec("italic underline", tint="success", share=0.4),
    "own": StyleSpec("reverse", solid=True),
    "hit": StyleSpec(
        "underline not reverse", tint="warning", share=0.4, few="not reverse underline black on bright_yellow"
    ),
    "hit-current": StyleSpec(
        "bold underline not reverse",
        tint="warning",
        share=1.0,
        few="bold not underline not reverse black on bright_cyan",
    ),
    "selected": StyleSpec(tint="foreground", share=0.3, untinted="reverse"),
    "control": StyleSpec(tint="error", share=0.25, untinted="reverse"),
    # rows
    "bar": StyleSpec("bold", color="primary"),
    "strong": StyleSpec("bold"),
    "dim": StyleSpec(fade=0.25),
    "accepted": StyleSpec("bold", color="success"),
    "rejected": StyleSpec("bold", color="error"),
    "true": StyleSpec("bold", color="success"),
    "false": StyleSpec("bold", color="error"),
    "unclear": StyleSpec("bold", color="warning"),
    "changed": StyleSpec("bold", color="warning"),
    "contradiction": StyleSpec("bold", color="error"),
    "look": StyleSpec("bold", color="warning"),
    "cursor": StyleSpec(tint="foreground", share=0.12),
    "cursor-focused": StyleSpec("bold", tint="primary", share=0.4, few="bold reverse", solid=True),
}


def frame_title(widget: Widget, name: str, count: str) -> Content:
    """The title in the upper border of a pane: its name at the left, a count at the right."""
    room = widget.outer_size.width - 10 - len(name)
    if cell_len(count) > room:  # the number at the end stays
        said, dot, number = count.rpartition(" · ")
        count = f"{truncate(said, max(1, room - cell_len(dot + number)))}{dot}{number}"
    filling = widget.outer_size.width - 6 - len(name) - cell_len(count)
    line = "─" * (filling - 2) if filling > 2 else "·"
    rule = (f" {line} ", "$primary" if widget.has_focus else "$foreground 40%")
    return Content.assemble(name, rule, count) if count else Content(name)


def readable(style: Style, palette: ColorSystem = ColorSystem.TRUECOLOR) -> Style:
    """*style* with the text colour moved towards black or white until the contrast is at least ``CONTRAST``.

    The contrast is that of the colours of *palette* that the terminal will show for the two. The terminal's own
    colours are unchanged, because their values are unknown.
    """
    if style.color is None or style.bgcolor is None or not style.color.triplet or not style.bgcolor.triplet:
        return style
    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return style + Style(color=_blended(text, _far(ground, palette), [ground], CONTRAST, palette).rich_color)


def visible(variables: dict[str, str], palette: ColorSystem) -> dict[str, str]:
    """The *variables* of a theme with text that can be read on all its grounds, and a primary colour that is seen there.

    Themes are made for true colour, and some of their panels are close to their text even there. The terminal's own
    colours are unchanged, because their values are unknown.
    """
    text, ground = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    if ground.ansi is not None or text.ansi is not None:
        return variables
    own, paper = (Color.parse(variables[name]) for name in ("primary", "surface"))
    text = _blended(text, _far(ground, palette), [ground], CONTRAST, palette)
    panel = _blended(Color.parse(variables["panel"]), ground, [text], CONTRAST, palette)
    surface = _blended(paper, ground, [text], CONTRAST, palette)
    primary = _blended(own, text, [ground, surface], MARK_CONTRAST, palette)
    muted = _blended(surface.blend(text, 0.75, 1.0), text, [surface], CONTRAST, palette)
    found = {"foreground": text, "panel": panel, "surface": surface, "primary": primary, "foreground-muted": muted}
    return {**variables, **{name: color.hex for name, color in found.items()}}


def _blended(color: Color, into: Color, beside: Sequence[Color], least: float, palette: ColorSystem) -> Color:
    """*color* with as much of *into* as its contrast to all of *beside* is at *least* that, as *palette* shows them."""
    others = [in_palette(each, palette) for each in beside]
    for share in range(10):
        shade = color.blend(into, share / 10, 1.0)
        if min(contrast(in_palette(shade, palette), other) for other in others) >= least:
            return shade
    return into


def _far(ground: Color, palette: ColorSystem) -> Color:
    """Black or white, whichever is the farther from *ground*."""
    return max(WHITE, BLACK, key=lambda each: contrast(in_palette(each, palette), in_palette(ground, palette)))


def in_palette(color: Color, palette: ColorSystem) -> Color:
    """The colour that a terminal with *palette* shows for *color*."""
    if palette is ColorSystem.TRUECOLOR:
        return color
    return Color(*color.rich_color.downgrade(palette).get_truecolor())


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of a colour (WCAG 2.2), 0 to 1."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class StyleCache:
    """Cache of the text styles of one widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}
        app = widget.app
        self._few_colors = isinstance(app, HasColors) and app.few_colors
        self._palette = app.palette if isinstance(app, HasColors) else ColorSystem.TRUECOLOR

    def clear(self) -> None:
        """Empty the cache, after a change of theme."""
        self._known.clear()

    def style(self, *names: str) -> Style:
        """The widget's style with the looks *names* applied in order. Empty names are ignored."""
        found = self._known.get(names)
        if found is None:
            plain = found = self._widget.rich_style
            for look in (LOOKS[name] for name in names if name):
                if look.solid and (look.few == "" or self._is_coarse):
                    found += Style(color=plain.color, bgcolor=plain.bgcolor)
                found += self._make(look)
            found = self._known[names] = readable(found, self._palette)
        return found

    @property
    def _is_coarse(self) -> bool:
        """Whether tints may be invisible: few colours, or the terminal's own."""
        return self._few_colors or self._widget.background_colors[1].ansi is not None

    def _make(self, look: StyleSpec) -> Style:
        if look.few and self._is_coarse:
            return Style.parse(look.few)
        style = Style.parse(look.attributes) if look.attributes else Style.null()
        background, foreground = self._widget.background_colors[1], self._widget.colors[3]
        if look.tint and background.ansi is None:
            style += Style(bgcolor=background.blend(self._variable(look.tint), look.share, 1.0).rich_color)
        if look.untinted and self._is_coarse:
            style += Style.parse(look.untinted)
        if look.color:
            style += Style(color=self._variable(look.color).rich_color)
        if look.fade and background.ansi is None:
            style += Style(color=foreground.blend(background, look.fade, 1.0).rich_color)
        return style

    def _variable(self, name: str) -> Color:
        return Color.parse(self._widget.app.theme_variables[name])
