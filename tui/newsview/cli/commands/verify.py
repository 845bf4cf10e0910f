"""``newsview verify``: whether saved facts still stand in an article."""

from __future__ import annotations

from pathlib import Path

import click

from newsview.cli.options import talk_options
from newsview.cli.output import text_width
from newsview.compare.verify import verify
from newsview.errors import UnreadableError, UsageError
from newsview.export import verification as forms
from newsview.export.reviewed import corrected
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from newsview.inputs.names import is_one_article
from newsview.model import json_text
from newsview.model.article import Article
from newsview.store.load import load
from newsview.terminal.printable import printable
from newsview.terminal.streams import Talk, emit

FALLEN = 3
"""Exit code with ``--exit-code`` if a fact does not stand any more."""

_EPILOG = """\b
Examples:
  newsview verify article.facts.json article.txt
  newsview verify article.facts.json page.html --format json
  newsview verify article.facts.json article.txt --exit-code     3 if a fact is changed or gone
"""


@click.command("verify", short_help="Show whether saved facts still stand in an article.", epilog=_EPILOG)
@click.argument("facts", metavar="FACTS.json", type=click.Path(readable=False))
@click.argument("article", metavar="ARTICLE", type=click.Path(readable=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option("--exit-code", is_flag=True, help=f"Exit with {FALLEN} if a fact is changed or gone.")
@click.option("--encoding", metavar="NAME", help="The text's encoding, if newsview detects the wrong one.")
@talk_options
def command(
    facts: str, article: str, form: str, exit_code: bool, encoding: str | None, quiet: bool, verbose: bool
) -> None:
    """Compare saved facts with ARTICLE, word for word: each fact stands, has moved, has changed, or is gone.

    Changed and gone facts are listed with the decisions on them, and so are moved ones that were decided. It needs no
    spaCy: nothing is extracted anew. Facts of another text are refused.
    """
    talk = Talk(quiet=quiet, verbose=verbose)
    loaded = load(Path(facts))
    for line in loaded.repaired:
        talk.notice(f"{printable(facts)}: {line}")
    read = _article(article, encoding)
    found = verify(corrected(loaded.analysis), read)
    if found.unrelated:
        raise UnreadableError(
            f"{printable(facts)}: these are facts of another text than {printable(article)}; name the article that they were saved for"
        )
    if form == "json":
        emit(json_text.pretty(found.plain()))
    else:
        emit(forms.text(found, printable(article), text_width()).encode("utf-8", "replace"))
    fallen = any(each.state in ("changed", "gone") for each in found.facts)
    raise SystemExit(FALLEN if exit_code and fallen else 0)


def _article(name: str, encoding: str | None) -> Article:
    if not is_one_article([name]):
        raise UsageError(f"{printable(name)}: name one article, not several")
    (found,) = inputs([name], ReadingOptions(encoding=encoding))
    return found.read()
