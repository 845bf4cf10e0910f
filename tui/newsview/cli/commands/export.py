"""``newsview export``: saved and reviewed facts as JSON, table, review sheet or page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, repeat
from pathlib import Path

import click

from newsview.cli.exit_codes import of_failures
from newsview.cli.findings import checked
from newsview.cli.options import all_option, force_option, talk_options
from newsview.cli.output import to_file, to_standard_output
from newsview.cli.saved_inputs import Saved, beside, is_one, saved_facts
from newsview.errors import InputError, UsageError
from newsview.export.formats import FORMATS, form_named, rendered
from newsview.model.facts import Analysis
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
  newsview export parts/ --format csv > facts.csv  an archive, as newsview extract has written it
"""


@click.command("export", short_help="Write saved facts as a table, a review sheet or a page.", epilog=_EPILOG)
@click.argument("facts", nargs=-1, required=True, metavar="FACTS...", type=click.Path(readable=False))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="How facts are written.")
@click.option(
    "-o", "--output", metavar="OUT", type=click.Path(readable=False), help="Write here, not to standard output."
)
@all_option
@force_option
@talk_options
def command(
    facts: tuple[str, ...], form: str, output: str | None, aside: bool, force: bool, quiet: bool, verbose: bool
) -> None:
    """Write saved facts with everything that was reviewed: corrections applied, decisions, verdicts and notes.

    FACTS is what the reader or newsview extract has saved: a file, the article beside which it was saved, a part of an
    archive, or a folder of these.
    """
    talk = Talk(quiet=quiet, verbose=verbose)
    if not is_one(facts):
        raise SystemExit(_several(facts, form, output, talk, aside=aside))
    (name,) = facts
    loaded = load(beside(Path(name)))
    for line in loaded.repaired:
        talk.notice(f"{printable(name)}: {line}")
    analysis = checked(loaded.analysis, form)
    if output:
        if not force:
            _refuse_to_replace(Path(output), Path(name), loaded.analysis.article.path)
        where = to_file(Path(output), rendered(analysis, form, aside=aside))
    else:
        where = to_standard_output(
            FORMATS[form].header() + FORMATS[form].render(analysis, aside), binary=FORMATS[form].binary
        )
    talk.detail(f"{printable(name)} -> {printable(where)}")


def _several(facts: tuple[str, ...], form: str, output: str | None, talk: Talk, *, aside: bool) -> int:
    """Print the facts of many articles as one stream; the exit code."""
    if output:
        raise UsageError("-o takes the facts of one article; write those of several with > OUT")
    write_all = FORMATS[form].write_all
    if not (FORMATS[form].several or write_all):
        raise UsageError(f"--format {form} is for one article; use jsonl, csv or parquet for several")
    found = saved_facts(facts)
    first = next(found)
    readable = _Readable(chain([first], found), talk)
    if write_all is not None:
        write_all(readable, partial(to_standard_output, binary=FORMATS[form].binary))
    else:
        chosen = form_named(form, of_archive=first.archived)
        begin = chain([chosen.header()], repeat(b""))
        for analysis in readable:
            to_standard_output(next(begin) + chosen.render(checked(analysis, form), aside))
    return of_failures(readable.failures, readable.done)


class _Readable:
    """The facts that can be read of *found*; the others are reported and counted."""

    def __init__(self, found: Iterable[Saved], talk: Talk) -> None:
        self._found = found
        self._talk = talk
        self.done = 0
        """Number of articles whose facts were read."""
        self.failures: list[int] = []
        """The exit codes of those whose facts could not be read."""

    def __iter__(self) -> Iterator[Analysis]:
        for each in self._found:
            try:
                loaded = each.read()
            except InputError as error:
                self._talk.error(str(error))
                self.failures.append(error.exit_code)
                continue
            self.done += 1
            for line in loaded.repaired:
                self._talk.notice(f"{each.label}: {line}")
            yield loaded.analysis


def _refuse_to_replace(output: Path, named: Path, article: str | None) -> None:
    """Raise ``CannotWriteError`` if *output* is the file *named*, its facts, the *article* or other reviewed facts."""
    sources = [named, facts_path(named)]
    if article is not None:
        sources += [Path(article), named.with_name(Path(article).name or named.name)]
    known = frozenset(filter(None, map(identity, sources)))
    reason = objection(output, output.parent, known)
    refuse([] if reason is None else [reason])
