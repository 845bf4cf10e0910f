"""Summary of an article for the reader's list: title, words, facts to review, verdicts, unsaved decisions.

Made of the facts file, which has the article too; of the article's own file where no facts are saved.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newsview.app.ports import ArticleSummary
from newsview.app.state.review import Review
from newsview.errors import NewsviewError
from newsview.model.article import FACTS, Article
from newsview.model.decisions import Decisions
from newsview.model.facts import Analysis, added_by_reviewer, extracted
from newsview.store.journal import has_unsaved
from newsview.store.load import load
from newsview.store.paths import facts_path
from newsview.terminal.printable import printable


def summary(name: str, read: Callable[[], Article]) -> ArticleSummary:
    """The summary of the article or facts file *name*; *read* reads its article, where no facts of it are saved."""
    try:
        saved = _saved(name)
        article = saved.article if saved is not None else read()
    except NewsviewError as error:
        return ArticleSummary(error=printable(str(error)).removeprefix(f"{printable(name)}: "))
    review, unsaved = Review(article), has_unsaved(article.path or name, saved)
    if saved is None:
        return ArticleSummary.of(review, unsaved=unsaved)._replace(facts=None)
    review.decisions = Decisions(saved.review, added_by_reviewer(saved))
    review.receive(extracted(saved))
    return ArticleSummary.of(review, unsaved=unsaved)


def _saved(name: str) -> Analysis | None:
    """The saved facts of the article *name*; None if there are none, or those of another article."""
    if name.endswith(FACTS):
        return load(Path(name)).analysis
    path = facts_path(Path(name))
    if not path.exists():
        return None
    try:
        saved = load(path).analysis
    except NewsviewError:  # the reader reports it when the article is opened
        return None
    return saved if saved.article.path is None or Path(saved.article.path).name == Path(name).name else None
