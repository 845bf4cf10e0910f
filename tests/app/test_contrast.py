"""Words can be read in every theme that is shipped: contrast by the formula of WCAG 2, on every background that they may stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.app.render.styles import StyleCache
from tests.app.running import running
from tests.app.springfield import Memory, all_at_once, article

# below its own look, a piece of the article lies on a quote or not, in the current sentence or not
BELOW = list(product(("", "quote"), ("", "sentence")))
ABOVE = ["", "speaker", "cue", "own", "hit", "hit-current", "selected"]
THEMES = sorted(name for name, theme in BUILTIN_THEMES.items() if not name.startswith("ansi"))

READABLE = 4.5


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
    for cursor, look in product(("", "cursor", "cursor-focused"), ("", "strong", "dim", "bar", "accepted", "rejected")):
        yield f"{look or 'plain'} on {cursor or 'pane'}", looks.style(look, cursor)


async def test_every_word_can_be_read_in_every_theme() -> None:
    text = article()
    app = NewsviewApp(text, lambda: OpenedArticle(source=all_at_once(text), store=Memory()))
    found: list[tuple[str, Style]] = []
    async with running(app) as pilot:
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            assert app.current_theme.name == theme
            view, quotes = app.reader.query_one("#article"), app.reader.query_one("#quotes")
            styles = [*article_styles(StyleCache(view)), *row_styles(StyleCache(quotes))]
            found += [(f"{theme}: {name}", style) for name, style in styles]
    weak = {name: round(contrast(style), 2) for name, style in found if contrast(style) < READABLE}
    assert weak == {}
    assert len({style for _, style in found}) > 10 * len(THEMES)


def test_contrast_is_as_the_formula_has_it() -> None:
    assert contrast(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast(Style.parse("#777777 on #ffffff")) == pytest.approx(4.48, abs=0.01)
