"""``newsview export``: saved and reviewed facts as JSON, table, review sheet or page."""

from __future__ import annotations

from pathlib import Path

import click

from newsview.cli.options import all_option, force_option, talk_options
from newsview.cli.output import to_file, to_standard_output
from newsview.errors import NoInputError
from newsview.export.formats import FORMATS, rendered
from newsview.store.load import load
from newsview.store.overwriting import identity, objection, refuse
from newsview.store.paths import facts_path
from newsview.terminal.printable import printable
from newsview.terminal.streams import Talk

_EPILOG = """\b
Examples:
  newsview export article.facts.json --format html -o article.html
  newsview export article.facts.json --format csv > facts.csv
  newsview export article.txt --format markdown    the facts saved beside it
"""


@click.command("export", short_help="Write saved facts as a table, a review sheet or a page.", epilog=_EPILOG)
@click.argument("facts", metavar="FACTS.json", type=click.Path())
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="How facts are written.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(), help="Write here, not to standard output.")
@all_option
@force_option
@talk_options
def command(facts: str, form: str, output: str | None, aside: bool, force: bool, quiet: bool, verbose: bool) -> None:
    """Write saved facts with everything that was reviewed: corrections applied, decisions, verdicts and notes.

    FACTS.json is what the reader or newsview extract has saved, or the article beside which the reader saved it.
    """
    talk = Talk(quiet=quiet, verbose=verbose)
    loaded = load(_saved(Path(facts)))
    for line in loaded.repaired:
        talk.notice(f"{printable(facts)}: {line}")
    if output:
        if not force:
            _refuse_to_replace(Path(output), Path(facts), loaded.analysis.article.path)
        where = to_file(Path(output), rendered(loaded.analysis, form, aside=aside))
    else:
        where = to_standard_output(FORMATS[form].header() + FORMATS[form].render(loaded.analysis, aside))
    talk.detail(f"{printable(facts)} -> {printable(where)}")


def _refuse_to_replace(output: Path, named: Path, article: str | None) -> None:
    """Raise ``CannotWriteError`` if *output* is the file *named*, its facts, the *article* or other reviewed facts."""
    sources = [named, facts_path(named)]
    if article is not None:
        sources += [Path(article), named.with_name(Path(article).name or named.name)]
    known = frozenset(filter(None, map(identity, sources)))
    reason = objection(output, output.parent, known)
    refuse([] if reason is None else [reason])


def _saved(path: Path) -> Path:
    """The facts file: *path*, or the one beside the article *path*."""
    if path.suffix == ".json" or not path.is_file():
        return path
    beside = facts_path(path)
    if not beside.is_file():
        raise NoInputError(f"{printable(str(path))}: no facts are saved beside it; use newsview extract to find them")
    return beside
