"""``newsview ARTICLE`` with options: the terminal reader."""

from __future__ import annotations

from collections.abc import Sequence

import click

from newsview.cli.opening import ReaderOptions, last_article, open_reader
from newsview.cli.options import all_option, article_options, options_as
from newsview.errors import UsageError
from newsview.terminal.signals import raise_at_signals


@click.command("read", short_help="Open the reader (newsview ARTICLE does the same).")
@click.argument("files", nargs=-1, metavar="[ARTICLE]...", type=click.Path(readable=False))
@click.option(
    "-o",
    "--output",
    metavar="FACTS.json",
    type=click.Path(readable=False),
    help="Save the facts here instead of beside the article.",
)
@click.option(
    "--against",
    metavar="OLD",
    type=click.Path(readable=False),
    help="Mark with ~ what has changed since this older version.",
)
@click.option("--fresh", is_flag=True, help="Begin at the top, not where you left off.")
@click.option("--demo", is_flag=True, help="Read an article that comes with newsview.")
@click.option(
    "--text", is_flag=True, help="Print the article and its facts as plain text, for a pager or a screen reader."
)
@all_option
@article_options
@options_as(ReaderOptions)
def command(files: tuple[str, ...], options: ReaderOptions) -> None:
    """Read ARTICLE beside its entities, quotes and numbers; without one, the articles that were read last are listed.

    Several articles, also those of a folder, are read one at a time: L lists them, > turns to the next with facts to
    review. Use - for standard input; ? shows the keys.
    """
    _refuse_contradictions(files, options)
    if options.text:
        from newsview.cli.plain_text import print_plain_text
        from newsview.inputs.archive_rows import ReadingOptions

        reading = ReadingOptions(encoding=options.encoding, published=options.published)
        print_plain_text(files or (last_article(),), reading, options.model, aside=options.aside)
        return
    raise_at_signals()
    raise SystemExit(open_reader(files, options))


def _refuse_contradictions(files: Sequence[str], options: ReaderOptions) -> None:
    if options.demo and (files or options.text):
        raise UsageError("--demo opens the reader on its own article; leave out other articles and --text")
    if options.text and options.output:
        raise UsageError("--text prints and saves nothing; leave out -o")
    if options.against and options.text:
        raise UsageError("--against is for the reader; newsview diff OLD NEW prints what changed")
    if options.aside and not options.text:
        raise UsageError("--all is for --text; the reader shows hidden facts with a key, see ?")
