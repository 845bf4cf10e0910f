"""Start of the reader on the named articles. Does not import click, to open ``newsview ARTICLE`` quickly."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from newsview.errors import NewsviewError, NoInputError, UnreadableError, UsageError
from newsview.inputs.names import STANDARD_INPUT, is_several, meaning_of
from newsview.model.article import FACTS
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.ports import ArticleList, ArticleSummary, OpenedArticle, Prepare
    from newsview.model.article import Article
    from newsview.model.differences import OldWords
    from newsview.model.facts import Facts
    from newsview.model.finding import Finding
    from newsview.store.cached_source import CachedSource
    from newsview.workers.events import FactSource

TERMINAL = "/dev/tty"
FRAMES = "120"
"""Maximum frames a second if TEXTUAL_FPS is not set (Textual's default is 60): a higher rate shows changes sooner."""
FIRST_HINT: Final = (
    ("next", "next sentence"),
    ("next-fact", "next fact"),
    ("go", "from one to the other"),
    ("accept", "accept"),
    ("help", "all keys"),
    ("quit", "quit"),
)
"""First keys for a new user: actions of the key table with their descriptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """Options of ``newsview ARTICLE``, by the names that the command line gives them."""

    output: str | None = None
    """Where the facts are saved; None: beside the article."""
    encoding: str | None = None
    published: str | None = None
    model: str | None = None
    against: str | None = None
    """The file of an older version, from which changes are marked."""
    fresh: bool = False
    """Begin at the top, not at the bookmark."""
    demo: bool = False
    text: bool = False
    """Print the article and its facts instead of opening the reader."""
    aside: bool = False
    """Print also the facts that are hidden by default."""


def open_reader(names: Sequence[str], options: ReaderOptions | None = None) -> int:
    """Run the reader on the articles *names*; returns its exit code. Raises ``NewsviewError``.

    Without names, the last article is opened, with a list of those before it, or the demonstration with
    ``options.demo``. Names may be folders and patterns, whose articles are listed.
    """
    options = options or ReaderOptions()
    if len(names) > 1 and (options.output or STANDARD_INPUT in names):
        raise UsageError("-o and standard input are for one article; name only one")
    if options.against and len(names) != 1:
        raise UsageError("--against is for one article; name it, and only one")
    _require_terminal(names)
    named = [_Named.of(name) for name in names]
    several = any(map(is_several, names))
    if several:
        from newsview.cli.listed_articles import in_folders  # not for single articles

        named = [_Named(*each) for each in in_folders(names)]
        if len(named) > 1 and (options.output or options.against):
            option = "-o" if options.output else "--against"
            raise UsageError(f"{option} is for one article; {printable(names[0])} has {len(named):,}")
    elif not names and not options.demo:
        from newsview.cli.listed_articles import read_last

        named = [_Named(*each) for each in read_last() or [_Named.of(last_article())]]
    articles = _NamedArticles(named, options, listed=len(named) > 1 and (several or not names))
    # Nothing before the first paint is garbage, and collection takes a tenth of the time until then. The reader
    # enables it again.
    gc.disable()
    try:
        return _read(articles)
    finally:
        gc.enable()


def _read(articles: _NamedArticles) -> int:
    article, prepare = articles.open_first()
    if sys.stdin is None or not sys.stdin.isatty():
        _read_keys_from_terminal()
    _write_utf_8()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # read when Textual is imported
    from newsview.app.app import run  # deferred until the article has been read
    from newsview.app.settings import read, settings_file

    return run(article, prepare, read(settings_file()), articles.as_list() if len(articles.named) > 1 else None)


def last_article() -> str:
    """The path of the last article that was read. Raises ``UsageError`` if there is none."""
    from newsview.store.bookmarks import last_article

    path = last_article()
    if path is None:
        raise UsageError("no article named; use newsview article.txt, or newsview --demo for an example")
    return path


class _Named(NamedTuple):
    """An article to open: its file, as the user or the folder names it, and the name that is shown."""

    file: str
    shown: str

    @classmethod
    def of(cls, file: str) -> _Named:
        """The article *file*, shown by the last part of its name."""
        return cls(file, printable(Path(file).name))


class _NamedArticles:
    """The named articles, and the preparation of a reader for each."""

    def __init__(self, named: Sequence[_Named], options: ReaderOptions, *, listed: bool = False) -> None:
        self.named = [*named]
        self._options = options
        self._listed = listed
        self._old: Article | None = None

    def open_first(self) -> tuple[Article, Prepare]:
        """Read the first article; of articles that the user has not named one by one, the first that can be read.

        It becomes number 0. Raises ``NewsviewError``.
        """
        for number in range(len(self.named) - 1 if self._listed else 0):
            with suppress(NewsviewError):
                opened = self.open(number)
                self.named = [*self.named[number:], *self.named[:number]]
                return opened
        return self.open(len(self.named) - 1 if self._listed else 0)

    def open(self, number: int) -> tuple[Article, Prepare]:
        """Read article *number* (from 0), or the demonstration if none was named. Raises ``NewsviewError``."""
        if not self.named:
            article = _demo()
            return article, partial(self._prepare, article, self._options.output, always_hint=True)
        name = self.named[number].file
        article = _article(name, self._options)
        self._old = _older_version(article, name, self._options)
        facts = self._options.output or (name if name.endswith(FACTS) else None)
        return article, partial(self._prepare, article, facts, reopen=self._reload(name, article))

    def as_list(self) -> ArticleList:
        """The articles as the reader lists them."""
        from newsview.app.ports import ArticleList  # deferred: not needed for a single article

        return ArticleList([each.shown for each in self.named], self.open, self._summary, self._listed)

    def _summary(self, number: int) -> ArticleSummary:
        from newsview.cli.article_summaries import summary  # when the list is opened

        name = self.named[number].file
        return summary(name, partial(_article, name, self._options))

    def _reload(self, name: str, article: Article) -> Callable[[], Article] | None:
        """Function that reads the changed file of *article* again; for a facts file, the file of its article."""
        if article.path is None:
            return None
        flag = article.published if article.published_source == "flag" else None
        path = article.path if name.endswith(FACTS) else name
        return partial(_article, path, replace(self._options, published=self._options.published or flag))

    @cached_property
    def _source(self) -> CachedSource:
        """One worker for all articles, so that the model is loaded once."""
        return _source(self._options.model)

    def _prepare(
        self,
        article: Article,
        facts: str | None,
        *,
        always_hint: bool = False,
        reopen: Callable[[], Article] | None = None,
    ) -> OpenedArticle:
        """The reader's session for *article*. Imports are local because this runs after the first paint.

        Unless *always_hint*, the first keys are only named until they were used once.
        """
        from newsview.app.ports import OpenedArticle
        from newsview.store.bookmarks import is_hint_learned, learn_hint, recall
        from newsview.store.session import Session
        from newsview.workers.model_files import installed_names

        session = Session(article, Path(facts) if facts else None)
        before = session.before
        notices = [*article.notices, *before.notices]
        older = ""
        if self._old is not None:
            older = printable(Path(self._options.against or "").name)
        return OpenedArticle(
            source=self._source,
            models=installed_names,
            exchange=_source,
            store=session,
            saved=before.analysis,
            recovered=before.recovered,
            stale=before.stale,
            bookmark=None if self._options.fresh or article.path is None else recall(article.path),
            notice=" · ".join(notices),
            hint=FIRST_HINT if always_hint or not is_hint_learned() else (),
            learned=learn_hint,
            reopen=reopen,
            check=_findings,
            compare=partial(_old_words, self._old),
            older=older,
        )


def _older_version(article: Article, name: str, options: ReaderOptions) -> Article | None:
    """The article of ``options.against``. Raises ``NewsviewError``, also if it has nothing in common with *article*."""
    if options.against is None:
        return None
    from newsview.compare.against import are_related  # deferred: usually there is no older version

    old = _article(options.against, options)
    if not are_related(old, article):
        raise UnreadableError(
            f"{printable(options.against)}: it has nothing in common with {printable(name)}; name an older version of it"
        )
    return old


def _old_words(old: Article | None, article: Article, facts: Facts) -> OldWords | None:
    """What *old* has otherwise than *article*, or had that is gone; None without an older version."""
    if old is None:
        return None
    from newsview.compare.against import old_words

    return old_words(old, article, facts)


def _findings(article: Article, facts: Facts) -> Sequence[Finding]:
    """The findings of *article*, by the user's settings. Raises ``NewsviewError``."""
    from newsview.cli.check_settings import findings_by_settings  # deferred: the article is on the screen by now

    return findings_by_settings(article, facts)


def _source(model: str | None) -> CachedSource:
    from newsview.store.cache import FactCache
    from newsview.store.cached_source import CachedSource

    return CachedSource(partial(_worker, model), FactCache(model))


def _worker(model: str | None) -> FactSource:
    from newsview.workers.client import WorkerSource  # deferred: not needed if all facts are cached

    return WorkerSource(model)


def _demo() -> Article:
    from newsview.model.data_files import data_text
    from newsview.reading.build_article import build_article

    return build_article(data_text("newsview.cli", "demo.txt"), path=None)


def _article(name: str, options: ReaderOptions) -> Article:
    """The article in the file *name*, with imports for its kind only. Raises ``NewsviewError``."""
    meaning = meaning_of(name)
    if meaning == "facts":
        from newsview.store.load import load

        return load(Path(name)).analysis.article
    if meaning == "archive":
        raise UsageError(f"{printable(name)}: this is an archive; use newsview extract for it")
    if meaning == "file":
        from newsview.reading.read import read_path

        return read_path(Path(name), encoding=options.encoding, published=options.published)
    from newsview.inputs.archive_rows import ReadingOptions
    from newsview.inputs.articles import inputs

    return next(inputs([name], ReadingOptions(encoding=options.encoding, published=options.published))).read()


def _require_terminal(names: Sequence[str]) -> None:
    """Raise ``UsageError`` without a terminal; ``InputError`` if one of *names* is no file, which matters more."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)):
        for name in names:
            _require_file(name)
        raise UsageError(
            "the reader needs a terminal on standard output and standard error; newsview extract FILE works without one"
        )


def _require_file(name: str) -> None:
    from newsview.reading.files import cannot_open  # for an error only

    try:
        if name != STANDARD_INPUT:
            Path(name).stat()
    except OSError as error:
        raise cannot_open(error, printable(name)) from error


def _read_keys_from_terminal() -> None:
    """Replace standard input, which is the article or unrelated data, by the terminal, for the keys."""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
    except OSError as error:
        raise NoInputError(
            f"{TERMINAL}: it cannot be opened for keyboard input ({error.strerror}); use a terminal as standard input"
        ) from error
    if terminal != 0:  # equal if standard input was closed
        os.dup2(terminal, 0)
        os.close(terminal)
    if sys.__stdin__ is None:
        # Textual reads keys from these
        vars(sys).update(dict.fromkeys(("stdin", "__stdin__"), os.fdopen(0, encoding="utf-8")))


def _write_utf_8() -> None:
    """Set the output encoding to UTF-8 in any locale: Textual draws with characters that other encodings lack."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
