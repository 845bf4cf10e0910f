"""``newsview ARTICLE`` with options: the terminal reader."""

from __future__ import annotations

from collections.abc import Sequence

import click

from newsview.cli.opening import last_article, open_reader
from newsview.cli.options import article_options
from newsview.errors import UsageError
from newsview.terminal.signals import raise_at_signals


@click.command("read", short_help="Open the reader (newsview ARTICLE does the same).")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...", type=click.Path(readable=False))
@click.option(
    "-o", "--output", metavar="FACTS.json", type=click.Path(), help="Save the facts here instead of beside the article."
)
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
    if text:
        from newsview.cli.plain_text import print_plain_text
        from newsview.inputs.articles import ReadingOptions

        print_plain_text(articles or (last_article(),), ReadingOptions(encoding=encoding, published=published), model)
        return
    raise_at_signals()
    raise SystemExit(
        open_reader(
            articles, output=output, encoding=encoding, published=published, model=model, fresh=fresh, demo=demo
        )
    )


def _refuse_contradictions(articles: Sequence[str], output: str | None, *, demo: bool, text: bool) -> None:
    if demo and (articles or text):
        raise UsageError("--demo opens the reader on its own article; leave out other articles and --text")
    if text and output:
        raise UsageError("--text prints and saves nothing; leave out -o")
