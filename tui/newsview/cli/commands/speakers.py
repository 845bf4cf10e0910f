"""``newsview speakers``: who speaks in articles, how often, with how many words, and who refuses to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from newsview.cli.analyses import read_all, sources
from newsview.cli.exit_codes import of_failures
from newsview.cli.extractor import extractor_for
from newsview.cli.options import all_option, article_options, jobs_option, options_as, talk_options
from newsview.compare.speakers import Sheet
from newsview.errors import InputError
from newsview.export import speakers as forms
from newsview.export.reviewed import shown
from newsview.inputs.archive_rows import ReadingOptions
from newsview.model.facts import Analysis
from newsview.terminal.streams import Talk, emit

if TYPE_CHECKING:
    pass


_FORMATS: Final[Mapping[str, Callable[[Sheet], bytes]]] = {
    "text": forms.as_text,
    "csv": forms.as_csv,
    "json": forms.as_json,
}

_EPILOG = """\b
Examples:
  newsview speakers article.txt
  newsview speakers newsroom/ --format csv > speakers.csv
  newsview speakers facts/ --format json              saved facts, without spaCy
  newsview speakers archive.jsonl | head -20
"""


@dataclass(frozen=True, kw_only=True)
class SpeakersOptions:
    """The options of the command, by their names."""

    form: str
    aside: bool
    jobs: int | None
    published: str | None
    encoding: str | None
    model: str | None
    quiet: bool
    verbose: bool


@click.command("speakers", short_help="Show who speaks, how often, and who refuses to.", epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="ARTICLE...", type=click.Path(readable=False))
@click.option(
    "--format", "form", type=click.Choice(list(_FORMATS)), default="text", help="How the speakers are written."
)
@all_option
@jobs_option
@article_options
@talk_options
@options_as(SpeakersOptions)
def command(files: tuple[str, ...], options: SpeakersOptions) -> None:
    """Show who speaks in every ARTICLE: quotes (direct, mixed, indirect), words, and what they do with them.

    ARTICLE is any input of newsview extract, or saved facts (.json, a folder or JSON Lines of them), which are read
    without spaCy. A quote states, denies, doubts or asks something; "declined to comment" counts as refused. Rejected
    quotes are left out. A person is the same in several articles only by full name and role; all others are listed by
    article. Nothing is guessed about a speaker.
    """
    raise SystemExit(_exit_code(files, options))


def _exit_code(files: Sequence[str], options: SpeakersOptions) -> int:
    """Write the speakers of *files*; 0, ``SOME_FAILED`` or the exit code of the only one."""
    talk, sheet, failures = Talk(quiet=options.quiet, verbose=options.verbose), Sheet(), []
    reading = ReadingOptions(encoding=options.encoding, published=options.published)
    found = sources(files, reading, partial(extractor_for, options.model))
    for path, read in read_all(found, options.jobs or 1):
        try:
            _add(sheet, path, read(), options.aside)
            talk.detail(f"{path}: read")
        except InputError as error:
            talk.error(str(error))
            failures.append(error.exit_code)
    if sheet.articles or not failures:
        emit(_FORMATS[options.form](sheet))
    if sheet.articles > 1 and options.form != "text":
        talk.notice(forms.SAME)
    return of_failures(failures, sheet.articles)


def _add(sheet: Sheet, path: str, analysis: Analysis, aside: bool) -> None:
    article, review = analysis.article, dict(analysis.review)
    facts = forms.to_count(shown(analysis.facts, review, aside=aside), review)
    sheet.add(path if article.id is None else article.id, article, facts)
