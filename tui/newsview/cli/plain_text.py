"""``newsview ARTICLE --text``: an article and its facts as plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from newsview.cli.extractor import LimitedExtractor, extractor_for
from newsview.cli.saved_inputs import reviewed_before
from newsview.export.formats import rendered
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from newsview.inputs.names import meaning_of
from newsview.model.article import Article
from newsview.model.facts import Analysis
from newsview.store.cache import FactCache
from newsview.store.load import load
from newsview.store.merge import merge
from newsview.terminal.streams import emit, say


def print_plain_text(names: Sequence[str], options: ReadingOptions, model: str | None, *, aside: bool) -> None:
    """Print the articles *names* with their facts: those saved beside them with the review, else newly extracted.

    Facts that are hidden by default are left out unless *aside*.

    Raises ``NewsviewError`` for the first article that cannot be read.
    """
    extractor = partial(extractor_for, model)
    for name in names:
        if meaning_of(name) == "facts":
            _print(load(Path(name)).analysis, aside=aside)
            continue
        for each in inputs([name], options):
            article = each.read()
            for notice in article.notices:
                say(f"{each.label}: {notice}")
            saved = _saved(article)
            if saved is not None and saved.article.text == article.text:
                _print(saved, aside=aside)
                continue
            found = _found(article, FactCache(model), extractor)
            _print(merge(saved, found).analysis if saved is not None else found, aside=aside)


def _found(article: Article, kept: FactCache, extractor: Callable[[], LimitedExtractor]) -> Analysis:
    cached = kept.get(article)
    if cached is None:
        found = extractor().analysis(article)
        if found.article.notices == article.notices:  # else paragraphs were left out
            kept.put(article, found.facts, found.generator)
        return found
    return Analysis.of(article, cached.facts, cached.generator)


def _saved(article: Article) -> Analysis | None:
    """The facts saved beside *article*, with their review; None, with a message, if they cannot be used."""
    saved, reason = reviewed_before(article)
    if reason is not None:
        say(f"{reason}; extracting the facts again")
    elif saved is not None and saved.article.text != article.text:
        say(
            f"{article.path} has changed since it was reviewed; extracting the facts again and carrying over the review"
        )
    return saved


def _print(analysis: Analysis, *, aside: bool) -> None:
    emit(rendered(analysis, "text", aside=aside))
