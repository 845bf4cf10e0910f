"""``newsview ARTICLE``: the terminal reader."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsview.article import Article
from newsview.commands.options import article_options
from newsview.errors import NoInputError, UsageError
from newsview.inputs import ARCHIVE, STANDARD_INPUT, ReadingOptions, inputs
from newsview.printable import printable

if TYPE_CHECKING:
    from newsview.app.keeping import Opening

TERMINAL = "/dev/tty"
FACTS = ".facts.json"


@click.command("read", short_help="Open the reader (newsview ARTICLE does the same).")
@click.argument("article")
@click.option("-o", "--output", metavar="FACTS.json", help="Save the facts here instead of beside the article.")
@article_options
def command(article: str, output: str | None, published: str | None, encoding: str | None, model: str | None) -> None:
    """Read ARTICLE beside its entities, quotes and numbers. Use - for standard input; press ? for the keys."""
    _require_terminal()
    opened = _read(article, ReadingOptions(encoding=encoding, published=published))
    if article == STANDARD_INPUT:
        _take_keys_from_the_terminal()
    raise SystemExit(
        _open_reader(opened, Path(output or article) if output or _is_facts_file(article) else None, model)
    )


def _read(name: str, options: ReadingOptions) -> Article:
    if _is_facts_file(name):
        from newsview.store.load import load  # not on the way to an ordinary article's first paint

        return load(Path(name)).analysis.article
    if name.endswith(ARCHIVE):
        raise UsageError(f"{printable(name)} is an archive: newsview extract takes those")
    (one,) = inputs([name], options)
    return one.read()


def _is_facts_file(name: str) -> bool:
    return name.endswith(FACTS)


def _require_terminal() -> None:
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise UsageError(
            "the reader needs a terminal on standard output and standard error: "
            "for facts without one use newsview extract FILE"
        )


def _take_keys_from_the_terminal() -> None:
    """Standard input was the article; the keys come from the terminal itself."""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
    except OSError as error:
        raise NoInputError(
            f"{TERMINAL}: cannot be opened for the keys ({error.strerror}): name a file instead"
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)


def _open_reader(article: Article, facts: Path | None, model: str | None) -> int:
    """The reader on *article*, whose facts are saved at *facts* or beside it, until it is left; its exit code."""
    from newsview.app.app import run
    from newsview.app.settings import read
    from newsview.store.places import settings_file

    return run(article, partial(_prepare, article, facts, model), read(settings_file()))


def _prepare(article: Article, facts: Path | None, model: str | None) -> Opening:
    """What the reader works with. The imports are here because the article is to be on the screen before them."""
    from newsview.app.keeping import Opening
    from newsview.background import WorkerSource
    from newsview.model_files import installed_names
    from newsview.session import Session
    from newsview.store.cache import FactCache
    from newsview.store.cached_source import CachedSource

    session = Session(article, facts)
    before = session.before
    notices = [*before.notices]
    if article.language not in ("en", None):
        notices.insert(0, "this does not look like English: expect few and wrong facts")

    def source(name: str | None) -> CachedSource:
        return CachedSource(WorkerSource(name), FactCache(name))

    return Opening(
        source=source(model),
        models=installed_names(),
        exchange=source,
        keeper=session,
        opened=before.analysis,
        recovered=before.recovered,
        stale=before.stale,
        notice=" · ".join(notices),
    )
