"""Words can be read in every theme that is shipped: contrast by the formula of WCAG 2, on every background that they may stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, product

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.app.render.styles import LOOKS, StyleCache, visible
from tests.app.opening import until
from tests.app.running import running
from tests.app.springfield import Memory, all_at_once, article

# below its own look, a piece of the article lies on a quote or not, in the current sentence or not
BELOW = list(product(("", "quote"), ("", "sentence")))
ABOVE = ["", "speaker", "cue", "own", "hit", "hit-current", "selected"]
THEMES = sorted(name for name, theme in BUILTIN_THEMES.items() if not name.startswith("ansi"))

READABLE, MARKED = 4.5, 3.0


def luminance(color: Iterable[int]) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, glossary)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    """Contrast of the text of a style against its background, 1 to 21."""
    assert style.color is not None and style.bgcolor is not None
    low, high = sorted(luminance(each.get_truecolor()) for each in (style.color, style.bgcolor))
    return (high + 0.05) / (low + 0.05)


def article_styles(looks: StyleCache) -> Iterator[tuple[str, Style]]:
    for below, above in product(BELOW, ABOVE):
        yield " ".join((*below, above)).strip() or "plain", looks.style(*below, above)


def row_styles(looks: StyleCache) -> Iterator[tuple[str, Style]]:
    for cursor, look in product(
        ("", "cursor", "cursor-focused"), ("", "strong", "dim", "bar", "accepted", "rejected", "false", "changed")
    ):
        yield f"{look or 'plain'} on {cursor or 'pane'}", looks.style(look, cursor)


def sign_styles(looks: StyleCache) -> Iterator[tuple[str, Style]]:
    """The looks of signs and words in the margin and in the detail strip."""
    for look, spec in LOOKS.items():
        if spec.color or spec.fade or look in ("strong", "plain"):
            yield f"{look} as a sign", looks.style(look)


def shown(style: Style, palette: ColorSystem) -> Style:
    """The style in the colours that a terminal with this palette shows."""
    assert style.color is not None and style.bgcolor is not None
    return style + Style(color=style.color.downgrade(palette), bgcolor=style.bgcolor.downgrade(palette))


PALETTES = [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD]


@pytest.mark.parametrize("palette", PALETTES)
async def test_every_word_can_be_read_in_every_theme(palette: ColorSystem) -> None:
    text = article()
    app = NewsviewApp(text, lambda: OpenedArticle(source=all_at_once(text), store=Memory()))
    app.palette, app.few_colors = palette, palette is not ColorSystem.TRUECOLOR
    found: list[tuple[str, Style]] = []
    async with running(app) as pilot:
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            assert app.current_theme.name == theme
            view, quotes = app.reader.query_one("#article"), app.reader.query_one("#quotes")
            strip = StyleCache(app.reader.query_one("#status"))
            styles = [*article_styles(StyleCache(view)), *row_styles(StyleCache(quotes))]
            styles += [*sign_styles(StyleCache(view)), *sign_styles(strip)]
            found += [(f"{theme}: {name}", style) for name, style in styles]
    contrasts = {name: round(contrast(shown(style, palette)), 2) for name, style in found}
    assert {name: ratio for name, ratio in contrasts.items() if ratio < READABLE} == {}
    assert len({style for _, style in found}) > 10 * len(THEMES)


@pytest.mark.parametrize("palette", PALETTES)
async def test_selected_row_quote_and_hits_are_told_apart(palette: ColorSystem) -> None:
    text = article()
    app = NewsviewApp(text, lambda: OpenedArticle(source=all_at_once(text), store=Memory()))
    app.palette, app.few_colors = palette, palette is not ColorSystem.TRUECOLOR
    async with running(app) as pilot:
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            view, row = StyleCache(app.reader.query_one("#article")), StyleCache(app.reader.query_one("#quotes"))
            grounds = {view.style(*below, "own").bgcolor for below in BELOW}
            assert len(grounds) == 1, f"{theme}: a reversed quote has one colour"
            looks = ("", "strong", "dim", "accepted", "rejected", "false")
            selected = {
                (style.bgcolor, style.reverse) for style in (row.style(look, "cursor-focused") for look in looks)
            }
            assert len(selected) == 1, f"{theme}: the selected row has one ground"
            if palette is not ColorSystem.TRUECOLOR:
                assert {row.style(look, "cursor-focused").color for look in looks} == {
                    row.style("cursor-focused").color
                }
            hit, current, speaker = (ground(view.style(name), palette) for name in ("hit", "hit-current", "speaker"))
            assert len({hit, current, speaker}) == 3, theme
            marked = {view.style(*below, "own", "hit-current").reverse for below in BELOW}
            assert marked <= {False}, f"{theme}: the current hit is seen inside the reversed fact"


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("theme", THEMES)
def test_bars_and_dialogs_can_be_read_and_the_focus_is_seen(theme: str, palette: ColorSystem) -> None:
    found = visible(BUILTIN_THEMES[theme].to_color_system().generate(), palette)

    def apart(one: str, other: str) -> float:
        colors = (Color.parse(found[each]).rich_color for each in (one, other))
        return contrast(shown(Style(color=next(colors), bgcolor=next(colors)), palette))

    assert min(apart("foreground", ground) for ground in ("panel", "surface")) >= READABLE
    assert min(apart("primary", ground) for ground in ("background", "surface")) >= MARKED


FRAMES = re.compile(r"[─│┌┐└┘▁-▏░-▓\s]+")
"""Segments that only divide the screen: what they mean is said in words as well."""


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("theme", ["atom-one-dark", "flexoki", "nord", "solarized-dark", "textual-light"])
async def test_every_word_on_the_screen_can_be_read(theme: str, palette: ColorSystem) -> None:
    text = article()
    app = NewsviewApp(text, lambda: OpenedArticle(source=all_at_once(text), store=Memory()))
    app.use_colors(palette, few=palette is not ColorSystem.TRUECOLOR)
    app.theme = theme
    low = {}
    async with running(app, (100, 30)) as pilot:
        await until(pilot, lambda: app.reader.review.tally.open > 0)
        for keys in (["a", "x", "2", "v", "f", "enter"], ["v"], ["escape", "O"], ["escape", "question_mark"]):
            await pilot.press(*keys)
            for segment in chain.from_iterable(app.screen._compositor.render_strips()):
                style = segment.style
                if style and style.color and style.bgcolor and not FRAMES.fullmatch(segment.text):
                    ratio = contrast(shown(style, palette))
                    least = READABLE if any(each.isalnum() for each in segment.text) else MARKED
                    low.update({segment.text.strip(): round(ratio, 2)} if ratio < least else {})
    assert low == {}


def ground(style: Style, palette: ColorSystem) -> Iterable[int]:
    assert style.bgcolor is not None
    return style.bgcolor.downgrade(palette).get_truecolor()


def test_quote_is_marked_without_colours() -> None:
    assert "italic" in LOOKS["quote"].attributes


def test_contrast_is_as_the_formula_has_it() -> None:
    assert contrast(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast(Style.parse("#777777 on #ffffff")) == pytest.approx(4.48, abs=0.01)
