"""Chart of the speed figures by commit: a panel for each, as SVG.

A panel has the median of every run as a dot, lowest to highest as a bar, and the budget as a dashed line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from tests.benchmarks.history import FOLLOWED, Followed, Run, Spread

COLUMNS: Final = 3
WIDTH, HEIGHT = 300, 150
"""Of a panel, in pixels."""
PLOT: Final = (14, 34, WIDTH - 66, HEIGHT - 24)
"""Left, top, right and bottom of the plot inside a panel; the newest figure stands at the right of it."""
NEWEST: Final = 30
"""Runs that are drawn: what was before says little of the program of today."""

_STYLE = """text{font:11px sans-serif;fill:#333}.title{font-size:10px;font-weight:bold}.budget{stroke:#999;stroke-dasharray:4 3}
.spread{stroke:#9bb8d8;stroke-width:3}.line{fill:none;stroke:#2b6cb0;stroke-width:1.5}.met{fill:#2b6cb0}.missed{fill:#c2410c}"""


def chart(runs: Sequence[Run]) -> str:
    """The chart of the newest of *runs*."""
    shown = runs[-NEWEST:]
    drawn = [each for each in FOLLOWED if any(each.name in run.figures for run in shown)]
    rows = -(-len(drawn) // COLUMNS)
    width, height = COLUMNS * WIDTH, rows * HEIGHT
    panels = [
        f'<g transform="translate({at % COLUMNS * WIDTH},{at // COLUMNS * HEIGHT})">{"".join(_panel(each, shown))}</g>'
        for at, each in enumerate(drawn)
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    ground = f'<rect width="{width}" height="{height}" fill="#fff"/>'
    return "\n".join([head, f"<style>{_STYLE}</style>", ground, *panels, "</svg>\n"])


def _panel(followed: Followed, runs: Sequence[Run]) -> Iterator[str]:
    """The elements of one panel."""
    left, top, right, bottom = PLOT
    found = [(at, run.figures[followed.name]) for at, run in enumerate(runs) if followed.name in run.figures]
    highest = 1.1 * max(followed.budget, *(each.high for _, each in found))

    def x(at: int) -> float:
        return round(left + (right - left) * (at + 0.5) / len(runs), 1)

    def y(figure: float) -> float:
        return round(bottom - (bottom - top) * figure / highest, 1)

    for number, words in enumerate(_halves(followed.title.replace("`", ""))):
        yield f'<text class="title" x="{left}" y="{13 + 12 * number}">{escape(words)}</text>'
    yield f'<path class="budget" d="M{left} {y(followed.budget)}H{right}"/>'
    yield f'<text x="{left}" y="{HEIGHT - 8}">{escape(followed.budget_words())}</text>'
    for at, each in found:
        yield f'<path class="spread" d="M{x(at)} {y(each.low)}V{y(each.high)}"/>'
    points = " ".join(f"{x(at)},{y(each.median)}" for at, each in found)
    yield f'<polyline class="line" points="{points}"/>'
    yield from (_dot(followed, each, runs[at], x(at), y(each.median)) for at, each in found)
    newest = found[-1][1].median
    yield f'<text x="{right + 4}" y="{y(newest) + 4}">{escape(followed.words(newest))}</text>'


def _dot(followed: Followed, found: Spread, run: Run, x: float, y: float) -> str:
    """The median of one run, with its commit for the pointer that rests on it."""
    met = "met" if followed.is_met(found.median) else "missed"
    words = f"{run.date} {run.commit}: {followed.words(found.median)}"
    return f'<circle class="{met}" cx="{x}" cy="{y}" r="3"><title>{escape(words)}</title></circle>'


def _halves(title: str) -> list[str]:
    """*title* on two lines, cut at the comma or word that is nearest to its middle."""
    words = title.split()
    if len(title) < 45:
        return [title]
    cut = min(range(1, len(words)), key=lambda at: abs(2 * len(" ".join(words[:at])) - len(title)))
    return [" ".join(words[:cut]), " ".join(words[cut:])]
