"""``newsview speakers``: who speaks in articles, how often, with how many words, and who refuses to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import click

from newsview.cli.check_inputs import Source, sources
from newsview.cli.options import all_option, article_options, options_as, talk_options
from newsview.compare.speakers import Sheet
from newsview.errors import InputError
from newsview.export import speakers as forms
from newsview.export.reviewed import shown
from newsview.inputs.articles import ReadingOptions
from newsview.terminal.streams import Talk, emit

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor

SOME_FAILED = 1

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
    published: str | None
    encoding: str | None
    model: str | None
    quiet: bool
    verbose: bool


@click.command("speakers", short_help="Show who speaks, how often, and who refuses to.", epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="ARTICLE...", type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(list(_FORMATS)), default="text", help="How the speakers are written."
)
@all_option
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
    extractor = cache(lambda: _extractor(options.model))
    for source in sources(files, ReadingOptions(encoding=options.encoding, published=options.published), extractor):
        try:
            _add(sheet, source, options.aside)
            talk.detail(f"{source.path}: read")
        except InputError as error:
            talk.error(str(error))
            failures.append(error.exit_code)
    if sheet.articles or not failures:
        emit(_FORMATS[options.form](sheet))
    if sheet.articles > 1 and options.form != "text":
        talk.notice(forms.SAME)
    if failures:
        return failures[0] if len(failures) == 1 and not sheet.articles else SOME_FAILED
    return 0


def _add(sheet: Sheet, source: Source, aside: bool) -> None:
    analysis = source.read()
    article, review = analysis.article, dict(analysis.review)
    facts = forms.to_count(shown(analysis.facts, review, aside=aside), review)
    sheet.add(source.path if article.id is None else article.id, article, facts)


def _extractor(model: str | None) -> Extractor:
    # deferred: importing spaCy takes a second, and saved facts need none
    from newsview.extraction.extract import Extractor

    return Extractor.for_model(model)
