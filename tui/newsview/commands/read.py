"""``newsview ARTICLE``: the terminal reader."""

from __future__ import annotations

import os
import sys

import click

from newsview.article import Article
from newsview.commands.options import article_options
from newsview.errors import NoInputError, UsageError
from newsview.inputs import STANDARD_INPUT, ReadingOptions, inputs

TERMINAL = "/dev/tty"


@click.command("read", short_help="Open the reader (newsview ARTICLE does the same).")
@click.argument("article")
@click.option("-o", "--output", metavar="FACTS.json", help="Save the facts here instead of beside the article.")
@article_options
def command(article: str, output: str | None, published: str | None, encoding: str | None, model: str | None) -> None:
    """Read ARTICLE beside its entities, quotes and numbers. Use - for standard input; press ? for the keys."""
    _require_terminal()
    options = ReadingOptions(encoding=encoding, published=published)
    opened = next(iter(inputs([article], options))).read()
    if article == STANDARD_INPUT:
        _take_keys_from_the_terminal()
    raise SystemExit(_open_reader(opened, output, model))


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


def _open_reader(article: Article, output: str | None, model: str | None) -> int:
    raise NotImplementedError
