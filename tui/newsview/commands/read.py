"""``newsview ARTICLE``: the terminal reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsview.article import Article
from newsview.commands.options import article_options
from newsview.errors import NoInputError, UsageError
from newsview.inputs import ARCHIVE, STANDARD_INPUT, ReadingOptions, inputs
from newsview.printable import printable
from newsview.reading.formats import FACTS

if TYPE_CHECKING:
    from newsview.app.keeping import Opening, Prepare, Shelf
    from newsview.store.cached_source import CachedSource

TERMINAL = "/dev/tty"
DEMO_HINT = "j next sentence · ] next fact · Enter from one to the other · a accept · ? all keys · q quit"


@click.command("read", short_help="Open the reader (newsview ARTICLE does the same).")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("-o", "--output", metavar="FACTS.json", help="Save the facts here instead of beside the article.")
@click.option("--fresh", is_flag=True, help="Begin at the top, not where you left off.")
@click.option("--demo", is_flag=True, help="Read an article that comes with newsview.")
@click.option(
    "--text", is_flag=True, help="Print the article and its facts as plain text, for a pager or a screen reader."
)
@article_options
def command(
    articles: tuple[str, ...],
    output: str | None,
    fresh: bool,
    demo: bool,
    text: bool,
    published: str | None,
    encoding: str | None,
    model: str | None,
) -> None:
    """Read ARTICLE beside its entities, quotes and numbers; without one, the article that was read last.

    Several articles are read one at a time: { and } turn to the next. Use - for standard input; ? shows the keys.
    """
    _refuse_contradictions(articles, output, demo=demo, text=text)
    if not text:
        _require_terminal()
    names = articles or (() if demo else (_last_article(),))
    options = ReadingOptions(encoding=encoding, published=published)
    if text:
        from newsview.commands.plain import print_plain_text

        print_plain_text(names, options, model)
        return
    # Nothing that is made before the first paint is garbage; looking for some takes a tenth of the time until then.
    # The reader turns it on again.
    gc.disable()
    raise SystemExit(_open_reader(_Desk(names, output, options, model, fresh)))


def _refuse_contradictions(articles: Sequence[str], output: str | None, *, demo: bool, text: bool) -> None:
    if demo and (articles or text):
        raise UsageError("--demo opens the reader on an article of its own; leave the others and --text out")
    if text and output:
        raise UsageError("--text prints and saves nothing; leave -o out")
    if not text and len(articles) > 1 and (output or STANDARD_INPUT in articles):
        raise UsageError("-o and standard input are for one article; name it alone")


def _last_article() -> str:
    from newsview.store.bookmarks import last_article

    path = last_article()
    if path is None:
        raise UsageError("no article is named; newsview article.txt reads one, newsview --demo one of ours")
    return path


@dataclass(frozen=True)
class _Desk:
    """The articles that were named, and how their readers are prepared."""

    names: Sequence[str]
    output: str | None
    options: ReadingOptions
    model: str | None
    fresh: bool

    def open(self, number: int) -> tuple[Article, Prepare]:
        """Read the article with that *number*, or the demonstration where none was named. Raises ``NewsviewError``."""
        if not self.names:
            article = _demo()
            return article, partial(self._prepare, article, self.output, DEMO_HINT)
        name = self.names[number]
        article = _read(name, self.options)
        facts = self.output or (name if name.endswith(FACTS) else None)
        return article, partial(self._prepare, article, facts, "", self._reopening(name, article))

    def _reopening(self, name: str, article: Article) -> Callable[[], Article] | None:
        """How the file of *article* is read when it has been changed; of a facts file that is the file it is about."""
        if article.path is None:
            return None
        flag = article.published if article.published_source == "flag" else None
        options = replace(self.options, published=self.options.published or flag)
        return partial(_read, article.path if name.endswith(FACTS) else name, options)

    @cached_property
    def _source(self) -> CachedSource:
        """One worker for all articles: each would load the model again."""
        return _source(self.model)

    def _prepare(
        self, article: Article, facts: str | None, hint: str, reopen: Callable[[], Article] | None = None
    ) -> Opening:
        """What a reader works with. Imports are here because the article is to be on the screen before them."""
        from newsview.app.keeping import Opening
        from newsview.model_files import installed_names
        from newsview.session import Session
        from newsview.store.bookmarks import recall

        session = Session(article, Path(facts) if facts else None)
        before = session.before
        notices = [hint, *before.notices] if hint else [*before.notices]
        if article.language not in ("en", None):
            notices.insert(0, "this does not look like English; expect few and wrong facts")
        return Opening(
            source=self._source,
            models=installed_names(),
            exchange=_source,
            keeper=session,
            opened=before.analysis,
            recovered=before.recovered,
            stale=before.stale,
            bookmark=None if self.fresh or article.path is None else recall(article.path),
            notice=" · ".join(notices),
            reopen=reopen,
        )


def _source(model: str | None) -> CachedSource:
    from newsview.background import WorkerSource
    from newsview.store.cache import FactCache
    from newsview.store.cached_source import CachedSource

    return CachedSource(WorkerSource(model), FactCache(model))


def _demo() -> Article:
    from pkgutil import get_data

    from newsview.reading.build import build_article

    text = get_data("newsview", "data/demo.txt")
    if text is None:
        raise NoInputError("the article for --demo is missing; install newsview again")
    return build_article(text.decode("utf-8"), path=None)


def _read(name: str, options: ReadingOptions) -> Article:
    if name.endswith(FACTS):
        from newsview.store.load import load  # not on the way to an ordinary article's first paint

        return load(Path(name)).analysis.article
    if name.endswith(ARCHIVE):
        raise UsageError(f"{printable(name)}: this is an archive; newsview extract takes those")
    (one,) = inputs([name], options)
    return one.read()


def _require_terminal() -> None:
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise UsageError(
            "the reader needs a terminal on standard output and standard error; newsview extract FILE needs none"
        )


def _take_keys_from_the_terminal() -> None:
    """Standard input was the article; the keys come from the terminal itself."""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
    except OSError as error:
        raise NoInputError(
            f"{TERMINAL}: it cannot be opened for the keys ({error.strerror}); name a file instead of -"
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)


def _open_reader(desk: _Desk) -> int:
    """The reader on the first article until it is left; its exit code."""
    article, prepare = desk.open(0)
    if STANDARD_INPUT in desk.names:
        _take_keys_from_the_terminal()
    from newsview.app.app import run
    from newsview.app.settings import read, settings_file

    return run(article, prepare, read(settings_file()), _shelf(desk) if len(desk.names) > 1 else None)


def _shelf(desk: _Desk) -> Shelf:
    from newsview.app.keeping import Shelf  # brings the records along: not on the way to a single article's first paint

    return Shelf([printable(Path(name).name) for name in desk.names], desk.open)
