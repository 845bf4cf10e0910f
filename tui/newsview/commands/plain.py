"""``newsview ARTICLE --text``: an article and its facts as plain text. Not a command of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsview.article import Article
from newsview.export.plain import plain_text
from newsview.export.reviewed import reviewed
from newsview.inputs import ReadingOptions, inputs
from newsview.reading.formats import FACTS
from newsview.store.load import load
from newsview.store.places import facts_path
from newsview.streams import emit

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor
    from newsview.facts import Analysis


def print_plain_text(names: Sequence[str], options: ReadingOptions, model: str | None) -> None:
    """Print the articles *names*, each with its facts: those saved beside it with their review, else found anew.

    Raises ``NewsviewError`` for the first that cannot be read.
    """
    extractor = cache(lambda: _extractor(model))
    for name in names:
        if name.endswith(FACTS):
            _print(load(Path(name)).analysis)
            continue
        for each in inputs([name], options):
            article = each.read()
            _print(_saved(article) or extractor().analysis(article))


def _extractor(model: str | None) -> Extractor:
    # spaCy takes a second to import: saved facts do without
    from newsview.extraction.extract import Extractor

    return Extractor.for_model(model)


def _saved(article: Article) -> Analysis | None:
    """The facts that were saved beside *article*, if they are of its present text."""
    beside = facts_path(Path(article.path)) if article.path is not None else None
    if beside is None or not beside.is_file():
        return None
    analysis = load(beside).analysis
    return analysis if analysis.article.text == article.text else None


def _print(analysis: Analysis) -> None:
    emit(plain_text(reviewed(analysis)).encode("utf-8", "replace"))
