"""Opens the reader on the named articles. Without click: ``newsview ARTICLE`` runs only this."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsview.errors import NoInputError, UsageError
from newsview.inputs.names import STANDARD_INPUT, meaning_of
from newsview.model.article import FACTS
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.ports import ArticleList, OpenedArticle, Prepare
    from newsview.model.article import Article
    from newsview.store.cached_source import CachedSource
    from newsview.workers.events import FactSource

TERMINAL = "/dev/tty"
FRAMES = "120"
"""Frames a second at most, unless the user says otherwise (Textual's variable, which has 60 without it): whatever a key
or a fact changes waits for the next one."""
DEMO_HINT: Final = (
    ("next", "next sentence"),
    ("next-fact", "next fact"),
    ("go", "from one to the other"),
    ("accept", "accept"),
    ("help", "all keys"),
    ("quit", "quit"),
)
"""What a newcomer can try: actions of the key table, and what they do."""


def open_reader(
    names: Sequence[str],
    *,
    output: str | None = None,
    encoding: str | None = None,
    published: str | None = None,
    model: str | None = None,
    fresh: bool = False,
    demo: bool = False,
) -> int:
    """The reader on the articles *names* until it is left; its exit code. Raises ``NewsviewError``.

    Without names it is the article that was read last, or with *demo* the demonstration.
    """
    if len(names) > 1 and (output or STANDARD_INPUT in names):
        raise UsageError("-o and standard input are for one article; name it alone")
    _require_terminal()
    names = names or (() if demo else (last_article(),))
    desk = _Desk(names, output, encoding, published, model, fresh)
    # Nothing that is made before the first paint is garbage; looking for some takes a tenth of the time until then.
    # The reader turns it on again.
    gc.disable()
    try:
        return _read(desk)
    finally:
        gc.enable()


def _read(desk: _Desk) -> int:
    article, prepare = desk.open(0)
    if sys.stdin is None or not sys.stdin.isatty():
        _take_keys_from_the_terminal()
    _write_as_terminals_read()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # read when Textual is imported
    from newsview.app.app import run  # not before it is known that there is an article
    from newsview.app.settings import read, settings_file

    return run(article, prepare, read(settings_file()), _article_list(desk) if len(desk.names) > 1 else None)


def last_article() -> str:
    """The path of the article that was read last. Raises ``UsageError`` where there is none."""
    from newsview.store.bookmarks import last_article

    path = last_article()
    if path is None:
        raise UsageError("no article is named; newsview article.txt reads one, newsview --demo one of ours")
    return path


class _Desk:
    """The articles that were named, and how their readers are prepared."""

    def __init__(
        self,
        names: Sequence[str],
        output: str | None,
        encoding: str | None,
        published: str | None,
        model: str | None,
        fresh: bool,
    ) -> None:
        self.names = names
        self._output = output
        self._encoding, self._published = encoding, published
        self._model = model
        self._fresh = fresh

    def open(self, number: int) -> tuple[Article, Prepare]:
        """Read the article with that *number*, or the demonstration where none was named. Raises ``NewsviewError``."""
        if not self.names:
            article = _demo()
            return article, partial(self._prepare, article, self._output, DEMO_HINT)
        name = self.names[number]
        article = _article(name, self._encoding, self._published)
        facts = self._output or (name if name.endswith(FACTS) else None)
        return article, partial(self._prepare, article, facts, (), self._reopening(name, article))

    def _reopening(self, name: str, article: Article) -> Callable[[], Article] | None:
        """How the file of *article* is read when it has been changed; of a facts file that is the file it is about."""
        if article.path is None:
            return None
        flag = article.published if article.published_source == "flag" else None
        path = article.path if name.endswith(FACTS) else name
        return partial(_article, path, self._encoding, self._published or flag)

    @cached_property
    def _source(self) -> CachedSource:
        """One worker for all articles: each would load the model again."""
        return _source(self._model)

    def _prepare(
        self,
        article: Article,
        facts: str | None,
        hint: Sequence[tuple[str, str]],
        reopen: Callable[[], Article] | None = None,
    ) -> OpenedArticle:
        """What a reader works with. Imports are here because the article is to be on the screen before them."""
        from newsview.app.ports import OpenedArticle
        from newsview.store.bookmarks import recall
        from newsview.store.session import Session
        from newsview.workers.model_files import installed_names

        session = Session(article, Path(facts) if facts else None)
        before = session.before
        notices = [*before.notices]
        if article.language not in ("en", None):
            notices.insert(0, "this does not look like English; expect few and wrong facts")
        return OpenedArticle(
            source=self._source,
            models=installed_names,
            exchange=_source,
            store=session,
            saved=before.analysis,
            recovered=before.recovered,
            stale=before.stale,
            bookmark=None if self._fresh or article.path is None else recall(article.path),
            notice=" · ".join(notices),
            hint=hint,
            reopen=reopen,
        )


def _source(model: str | None) -> CachedSource:
    from newsview.store.cache import FactCache
    from newsview.store.cached_source import CachedSource

    return CachedSource(partial(_worker, model), FactCache(model))


def _worker(model: str | None) -> FactSource:
    from newsview.workers.client import WorkerSource  # not where all facts are cached

    return WorkerSource(model)


def _demo() -> Article:
    from pkgutil import get_data

    from newsview.reading.build_article import build_article

    text = get_data("newsview.cli", "data/demo.txt")
    if text is None:
        raise NoInputError("the article for --demo is missing; install newsview again")
    return build_article(text.decode("utf-8"), path=None)


def _article(name: str, encoding: str | None, published: str | None) -> Article:
    """The article in the file *name*. What reads files of its kind is imported with it. Raises ``NewsviewError``."""
    meaning = meaning_of(name)
    if meaning == "facts":
        from newsview.store.load import load

        return load(Path(name)).analysis.article
    if meaning == "archive":
        raise UsageError(f"{printable(name)}: this is an archive; newsview extract takes those")
    if meaning == "file":
        from newsview.reading.read import read_path

        return read_path(Path(name), encoding=encoding, published=published)
    from newsview.inputs.articles import ReadingOptions, inputs

    found = inputs([name], ReadingOptions(encoding=encoding, published=published))
    one = next(found)
    if next(found, None) is not None:
        raise UsageError(f"{printable(name)}: this stands for several articles; name one, or use newsview extract")
    return one.read()


def _require_terminal() -> None:
    if not all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)):
        raise UsageError(
            "the reader needs a terminal on standard output and standard error; newsview extract FILE needs none"
        )


def _take_keys_from_the_terminal() -> None:
    """Standard input was the article, or something else such as the list of a loop; keys come from the terminal itself."""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
    except OSError as error:
        raise NoInputError(
            f"{TERMINAL}: it cannot be opened for the keys ({error.strerror}); give the reader a terminal as standard input"
        ) from error
    if terminal != 0:  # it is where standard input was closed
        os.dup2(terminal, 0)
        os.close(terminal)
    if sys.__stdin__ is None:
        # where Textual looks for the keys
        vars(sys).update(dict.fromkeys(("stdin", "__stdin__"), os.fdopen(0, encoding="utf-8")))


def _write_as_terminals_read() -> None:
    """UTF-8 on the screen also where the locale says something else: Textual draws with letters that others lack."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _article_list(desk: _Desk) -> ArticleList:
    # imports the records too: not on the way to a single article's first paint
    from newsview.app.ports import ArticleList

    return ArticleList([printable(Path(name).name) for name in desk.names], desk.open)
