"""``newsview quotes``: the same words quoted in several articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from newsview.cli.analyses import read_all, sources
from newsview.cli.exit_codes import of_failures
from newsview.cli.extractor import extractor_for
from newsview.cli.options import article_options, jobs_option, options_as, talk_options
from newsview.cli.output import text_width
from newsview.compare.shared_quotes import LEAST_WORDS, QuoteIndex
from newsview.errors import CannotWriteError, InputError
from newsview.export import shared_quotes as forms
from newsview.inputs.archive_rows import ReadingOptions
from newsview.terminal.plural import counted
from newsview.terminal.streams import Talk, emit

_EPILOG = """\b
Examples:
  newsview quotes monday.txt tuesday.txt
  newsview quotes newsroom/
  newsview quotes archive.jsonl --jobs 2 --format jsonl > shared.jsonl
  newsview quotes facts/                                  saved facts, without spaCy
"""


@dataclass(frozen=True, kw_only=True)
class QuotesOptions:
    """The options of the command, by their names."""

    form: str
    words: int
    jobs: int | None
    published: str | None
    encoding: str | None
    model: str | None
    quiet: bool
    verbose: bool

    @property
    def talk(self) -> Talk:
        """The verbosity."""
        return Talk(quiet=self.quiet, verbose=self.verbose)


@click.command("quotes", short_help="Find the same words quoted in several articles.", epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="ARTICLE...", type=click.Path(readable=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "jsonl")),
    default="text",
    show_default=True,
    help="How they are written: a table, or a line of JSON each.",
)
@click.option(
    "--words",
    metavar="N",
    type=click.IntRange(5, 100),
    default=LEAST_WORDS,
    show_default=True,
    help="Words that two quotations must have in common.",
)
@jobs_option
@article_options
@talk_options
@options_as(QuotesOptions)
def command(files: tuple[str, ...], options: QuotesOptions) -> None:
    """Find words that several ARTICLEs quote, whoever is named as their speaker, and where the versions differ.

    ARTICLE is any input of newsview extract, or saved facts (.json, a folder or JSON Lines of them), which need no
    spaCy. Differences from the fullest version: a cut, brackets, a capital, the tense, another word; marked with ! are
    a negation, a number, a name, and another speaker. The search works in a temporary file (TMPDIR says where), so that
    archives of any size take little memory.
    """
    raise SystemExit(_run(files, options))


def _run(files: Sequence[str], options: QuotesOptions) -> int:
    """Compare the quotes of all *files*; 0, ``SOME_FAILED`` or the exit code of the only one."""
    try:
        folder = TemporaryDirectory(prefix="newsview-quotes-")
    except OSError as error:
        raise CannotWriteError(f"there is no folder for a temporary file: {error.strerror}; set TMPDIR") from error
    with folder as name, QuoteIndex(Path(name, "quotes.sqlite"), options.words) as index:
        articles, failures = _add_all(files, index, options)
        groups = 0
        for found in index.shared():
            groups += 1
            if options.form == "text":
                emit(forms.text(found, text_width()).encode("utf-8", "replace"))
            else:
                for piece in forms.json_line(found):
                    emit(piece)
    if articles:
        options.talk.notice(f"{counted(groups, 'quote')} in several of {counted(articles, 'article')}")
    return of_failures(failures, articles)


def _add_all(files: Sequence[str], index: QuoteIndex, options: QuotesOptions) -> tuple[int, list[int]]:
    """Add the quotes of all *files*; the number of articles, and the exit codes of those that failed."""
    articles, failures = 0, []
    reading = ReadingOptions(encoding=options.encoding, published=options.published)
    found = sources(files, reading, partial(extractor_for, options.model))
    for path, read in read_all(found, options.jobs or 1):
        try:
            analysis = read()
        except InputError as error:
            options.talk.error(str(error))
            failures.append(error.exit_code)
            continue
        articles += 1
        id_ = analysis.article.id
        index.add(path if id_ is None else id_, analysis)
        options.talk.detail(f"{path}: {counted(len(analysis.quotes), 'quote')}")
    return articles, failures
