"""Pictures of the reader: ``python -m tests.pictures.remake`` takes them anew, a test compares.

They show a seed with its hand annotation, so they change with the reader alone, never with the extraction. Look at every one
that has changed, as a person would see it, before it is committed.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from newsview.app.app import NewsviewApp
from newsview.app.ports import ArticleList, ArticleSummary, OpenedArticle, Prepare
from newsview.app.settings import Settings
from newsview.compare.against import old_words
from newsview.model.article import Article
from newsview.model.differences import OldWords
from newsview.model.facts import Analysis, Facts
from newsview.model.finding import Finding
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.springfield import Memory, Replayed
from tests.app.walk import ANNOTATED, press, seed

PICTURES = Path(__file__).parent


class Scene(NamedTuple):
    """One picture: a seed, the size of the terminal, the keys pressed before it is taken, the theme.

    ``against``: with the marks of what an older version has otherwise.
    """

    stem: str
    size: tuple[int, int]
    keys: Sequence[str]
    theme: str = "textual-dark"
    against: bool = False
    listed: bool = False
    """Whether there are other articles, which are listed."""


SCENES: Final = {
    "reader-120x36": Scene("derby", (120, 36), ["2", "j", "j", "a", "x", "k", "k"]),
    "reader-80x24": Scene("derby", (80, 24), ["3", "j", "j", "a", "a"]),
    "reader-light-120x36": Scene("glacier-study", (120, 36), ["3", "j", "a", "a", "j", "0", "enter"], "textual-light"),
    "mentions-120x36": Scene("election", (120, 36), ["1", "j", "j", "j", "l", "l"]),
    "overview-120x36": Scene("quarterly-results", (120, 36), ["2", "a", "a", "x", "3", "a", "a", "j", "a", "O"]),
    "overview-80x24": Scene("strike", (80, 24), ["O", "j", "j"], "textual-light"),
    "findings-120x36": Scene("springfield", (120, 36), ["c", "c"]),
    "findings-80x24": Scene("springfield", (80, 24), ["3", "c", "a", "w", "j"], "textual-light"),
    "against-120x36": Scene("springfield", (120, 36), ["j"] * 4, against=True),
    "against-80x24": Scene("springfield", (80, 24), [*["j"] * 4, "enter"], "textual-light", against=True),
    "folds-120x36": Scene("election", (120, 36), ["3", "t", "G", "k", "l", "l", "a", "h"]),
    "articles-120x36": Scene("election", (120, 36), ["2", "a", "a", "x", "L"], listed=True),
    "articles-80x24": Scene("election", (80, 24), ["L"], "textual-light", listed=True),
    "help-120x36": Scene("ammunition", (120, 36), ["question_mark"]),
}


def _analysis(stem: str) -> Analysis:
    """The annotated seed *stem*, or the article whose facts and findings are made by hand."""
    if stem != "springfield":
        return seed(next(path for path in ANNOTATED if path.stem == stem))
    article = springfield.article()
    return Analysis.of(article, springfield.facts(article), springfield.GENERATOR)


def _no_findings(article: Article, facts: Facts) -> Sequence[Finding]:
    return ()


OLDER: Final = springfield.TEXT.replace("$4.2 million", "$3.6 million").replace(
    "Ridership fell", "A second line to the harbour was promised in 2020, but never built. Ridership fell"
)
"""The older version of the article."""


def _compared(scene: Scene) -> Callable[[Article, Facts], OldWords | None]:
    return partial(old_words, build_article(OLDER)) if scene.against else OpenedArticle._field_defaults["compare"]


def _articles(open_: Callable[[int], tuple[Article, Prepare]]) -> ArticleList:
    """The seeds as a list of articles, with what a review of some days would have left."""
    left = {1: (31, 0, 1, 0), 2: (0, 4, 1, 1), 3: (12, 2, 0, 0), 5: (44, 0, 0, 1)}

    def summary(number: int) -> ArticleSummary:
        of = seed(ANNOTATED[(number + 3) % len(ANNOTATED)])
        found = ArticleSummary(of.article.title or "", len(of.article.text.split()))
        if number not in left:
            return found
        open_facts, true, false, unclear = left[number]
        return ArticleSummary(
            *found[:2], len(of.numbers) + len(of.quotes), open_facts, true, false, unclear, number == 3
        )

    names = [f"{ANNOTATED[(number + 3) % len(ANNOTATED)].stem}.txt" for number in range(8)]
    return ArticleList(names, open_, summary)


async def picture(scene: Scene) -> str:
    """The reader as an SVG of its cells."""
    analysis = _analysis(scene.stem)
    check = springfield.findings if scene.stem == "springfield" and not scene.against else _no_findings
    opening = OpenedArticle(
        source=Replayed(Done(analysis.facts, analysis.generator)),
        store=Memory(),
        check=check,
        compare=_compared(scene),
        older="springfield-morning.txt",
    )
    articles = _articles(lambda number: (analysis.article, lambda: opening)) if scene.listed else None
    app = NewsviewApp(analysis.article, lambda: opening, Settings(theme=scene.theme), articles)
    async with app.run_test(size=scene.size) as pilot:
        while not app.reader.ui.ready or app.reader.ui.source is None or app.reader.ui.extraction.under_way:
            await pilot.pause(0.01)
        while app.reader.review.findings is None:
            await pilot.pause(0.01)
        for key in scene.keys:
            await press(app, key)
        before, now = "", plain(app.export_screenshot(title="newsview"))
        while now != before:  # a layout may come in two steps
            await pilot.pause(0.1)
            before, now = now, plain(app.export_screenshot(title="newsview"))
        return now


def plain(svg: str) -> str:
    """*svg* without the number that is made of its contents, and without fonts from elsewhere."""
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(r"\s*@font-face \{[^}]*\}", "", svg)
    return re.sub(r"font-family: Fira Code,\s*monospace", "font-family: DejaVu Sans Mono, Menlo, monospace", svg)


def cells(svg: str) -> list[tuple[str, ...]]:
    """What stands where in an SVG, and how it looks: (place, look, text) of every text and every background."""
    looks = dict(re.findall(r"\.terminal-(r\d+) \{ ([^}]*) \}", svg))
    found = [
        (x, y, width, fill)
        for fill, x, y, width in re.findall(r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', svg)
    ]
    for look, x, y, text in re.findall(r'<text class="terminal-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', svg):
        found.append((x, y, looks[look], text))
    return sorted(found)


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are named (or all); say which of them changed."""
    for name, scene in SCENES.items():
        if arguments and name not in arguments:
            continue
        target = PICTURES / f"{name}.svg"
        new = asyncio.run(picture(scene))
        old = target.read_text(encoding="utf-8") if target.exists() else ""
        if cells(old) != cells(new):
            target.write_text(new, encoding="utf-8")
            print(f"{'changed' if old else 'new'}: {target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
