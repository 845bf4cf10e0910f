"""``newsview diff``: what changed between two versions of an article."""

from __future__ import annotations

from functools import partial

import click

from newsview.cli.extractor import extractor_for
from newsview.cli.one_article import one_analysis
from newsview.cli.options import article_options, talk_options
from newsview.cli.output import text_width
from newsview.compare.diff import differences
from newsview.errors import UsageError
from newsview.export import differences as forms
from newsview.inputs.archive_rows import ReadingOptions
from newsview.model import json_text
from newsview.model.differences import Differences
from newsview.model.facts import Analysis
from newsview.terminal.printable import printable
from newsview.terminal.streams import Talk, emit

CHANGED = 3
"""Exit code with ``--exit-code`` if a fact changed."""

_EPILOG = """\b
Examples:
  newsview diff morning.txt evening.txt
  newsview diff old.facts.json new.facts.json --format json     saved facts, without spaCy
  newsview diff old.html new.html --format html > changes.html
  newsview diff old.txt new.txt --exit-code                     3 if a fact changed
"""


@click.command("diff", short_help="Show what changed between two versions of an article.", epilog=_EPILOG)
@click.argument("old", metavar="OLD", type=click.Path(readable=False))
@click.argument("new", metavar="NEW", type=click.Path(readable=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "markdown", "html")),
    default="text",
    show_default=True,
    help="How changes are written.",
)
@click.option("--exit-code", is_flag=True, help=f"Exit with {CHANGED} if a fact changed.")
@article_options
@talk_options
def command(
    old: str,
    new: str,
    form: str,
    exit_code: bool,
    published: str | None,
    encoding: str | None,
    model: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show which numbers, dates, quotes, names and speakers NEW has changed, added or removed, compared with OLD.

    OLD and NEW are articles in any format that newsview reads, or saved facts (.json), which need no spaCy. Moved
    paragraphs, typography, spacing and other spellings of a value ("$5m", "5 million dollars") are no change. [-words-]
    were removed, {+words+} added. A change without a note on the correction in NEW is called silent.
    """
    talk = Talk(quiet=quiet, verbose=verbose)
    if old == new == "-":
        raise UsageError("only one of OLD and NEW can be standard input; name a file for the other")
    reading = ReadingOptions(encoding=encoding, published=published)
    load = partial(extractor_for, model)
    was, now = (one_analysis(file, reading, load) for file in (old, new))
    _tell_languages(was, now, talk)
    found = differences(was, now)
    if found.unrelated and form != "text":
        talk.error(f"{printable(old)} and {printable(new)}: {forms.summary(found)}")
    emit(_rendered(found, form))
    raise SystemExit(CHANGED if exit_code and found.changes else 0)


def _rendered(found: Differences, form: str) -> bytes:
    if form == "json":
        return json_text.pretty(found.plain())
    if form == "text":
        return forms.text(found, text_width()).encode("utf-8", "replace")
    return (forms.markdown if form == "markdown" else forms.html)(found).encode("utf-8", "replace")


def _tell_languages(was: Analysis, now: Analysis, talk: Talk) -> None:
    """Say that the two seem to be in different languages, if so."""
    one, other = was.article.language, now.article.language
    if one is not None and other is not None and one != other:
        talk.notice(
            f"the two are in different languages ({printable(one)}, {printable(other)}); the changes mean little"
        )
