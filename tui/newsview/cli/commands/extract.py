"""``newsview extract``: the facts of articles as JSON, table or page, without the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

import click

from newsview.batch.shards import Form, Job
from newsview.cli.exit_codes import SOME_FAILED, of_failures
from newsview.cli.extractor import LimitedExtractor, extractor_for
from newsview.cli.findings import checked
from newsview.cli.options import (
    ExtractOptions,
    all_option,
    article_options,
    field_options,
    force_option,
    options_as,
    talk_options,
)
from newsview.cli.output import to_file, to_standard_output
from newsview.errors import InputError, UsageError
from newsview.export.formats import FORMATS, MANY, ONE, described, form_named, rendered, suffixes
from newsview.inputs.archive_rows import Input
from newsview.inputs.articles import check_names, inputs
from newsview.inputs.folders import paths_of
from newsview.inputs.names import STANDARD_INPUT, is_one_article, meaning_of
from newsview.store.overwriting import identity, ignores_case, inputs_within, objection, refuse
from newsview.terminal.plural import counted
from newsview.terminal.streams import Talk

if TYPE_CHECKING:
    from newsview.model.facts import Analysis


_EPILOG = """\b
Examples:
  newsview extract article.html                        facts as JSON
  newsview extract article.pdf --format html -o a.html a page to read or print
  newsview extract *.txt --format csv > facts.csv      one table for all
  newsview extract newsroom/ --output-dir facts        a folder, sub-folders kept
  newsview extract old.jsonl --output-dir parts --format jsonl --jobs 4 --resume
  curl -s URL | newsview extract - --published 2024-05-06
  zcat old.jsonl.gz | newsview extract - --text-field body | jq .quotes
"""


@click.command("extract", short_help="Find the facts of articles and write them.", epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(readable=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help=f"How facts are written: {described()}.",
)
@click.option(
    "-o", "--output", metavar="OUT", type=click.Path(readable=False), help="Write the facts of the one FILE here."
)
@click.option(
    "--output-dir",
    metavar="DIR",
    type=click.Path(readable=False),
    help=f"Write DIR/<stem>{suffixes()} for every article.",
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 256), help="Work with N processes of 300 MB (with --output-dir)."
)
@click.option("--resume", is_flag=True, help="Continue the interrupted run in DIR.")
@click.option("--retry-failed", is_flag=True, help="Continue the run in DIR, and try failed articles again.")
@click.option(
    "--scheduler",
    metavar="tls://HOST:PORT|local",
    help="Work on a Dask cluster (extra cluster) or start a local one, both by TLS; tcp:// where nobody else gets.",
)
@click.option("--part", metavar="I/N", help="Do every N-th shard, from the I-th; --resume without it joins all N.")
@all_option
@force_option
@article_options
@field_options
@talk_options
@options_as(ExtractOptions)
def command(files: tuple[str, ...], options: ExtractOptions) -> None:
    """Find the entities, quotes and numbers of every FILE.

    FILE is an article (.txt .md .html .docx .pdf .eml .srt .vtt), a folder of them, a pattern like 'news/**/*.html',
    an archive, or - for standard input, which may be an archive of JSON Lines: each line is answered by a line, at once.
    Archives are JSON Lines ({"id", "text", "title"?, "published"?}: .jsonl .ndjson, also .gz .zst .xz .bz2), CSV (.csv
    .tsv) and Parquet. The facts of one file are printed as JSON, those of several as JSON Lines. An article that cannot
    be read is reported and skipped.
    """
    if options.is_run:
        from newsview.cli.archive import extract_archive

        if extract_archive(files, _job(options), options):
            raise SystemExit(SOME_FAILED)
        return
    single = is_one_article(files)
    form = options.form or (ONE if single or options.output_dir else MANY)
    _refuse_contradictions(form, options, single=single)
    _check_outputs(files, FORMATS[form].suffix, options)
    found = inputs(files, options.reading)
    of_archive = any(meaning_of(file) == "archive" for file in files)
    if STANDARD_INPUT in files and (first := next(found, None)) is not None:
        found = chain([first], found)
        if single and first.archived:
            form, of_archive = _form_of_lines(options), True
    run = _Run(partial(extractor_for, options.model), _writer(form, options, of_archive=of_archive), options.talk)
    raise SystemExit(run.exit_code(found))


def _form_of_lines(options: ExtractOptions) -> str:
    """The format for JSON Lines on standard input. Raises ``UsageError`` if they cannot be written so."""
    if options.output or options.output_dir:
        raise UsageError(
            "standard input is an archive, which is written to standard output; save it as a .jsonl file for --output-dir"
        )
    form = options.form or MANY
    if not FORMATS[form].several:
        raise UsageError(f"standard input is an archive and --format {form} is for one article; use --format {MANY}")
    return form


def _job(options: ExtractOptions) -> Job:
    form, folder = options.form, options.output_dir
    if options.output or not folder:
        raise UsageError(
            "--jobs, --part, --resume, --retry-failed and --scheduler are for many articles; add --output-dir DIR"
        )
    if form is not None and not FORMATS[form].archive:
        archives = " or ".join(name for name, each in FORMATS.items() if each.archive)
        raise UsageError(f"--format {form} is for single articles; write an archive as {archives}")
    if form == "parquet":
        from newsview.export.arrow import arrow

        arrow()  # raises the error before any work
    return Job(
        folder,
        cast("Form", form or "json"),
        options.model,
        options.encoding,
        options.published,
        text_field=options.text_field,
        id_field=options.id_field,
        date_field=options.date_field,
        aside=options.aside and form == "csv",
    )


def _refuse_contradictions(form: str, options: ExtractOptions, *, single: bool) -> None:
    if options.output and options.output_dir:
        raise UsageError("-o and --output-dir exclude each other; give one of them")
    if options.output and not single:
        raise UsageError("-o takes one article; use --output-dir DIR for several")
    if not (single or options.output_dir or FORMATS[form].several):
        raise UsageError(f"--format {form} is for one article; use --output-dir DIR for several")


def _check_outputs(files: Sequence[str], suffix: str, options: ExtractOptions) -> None:
    """Raise ``NewsviewError`` for duplicate output names, or (unless forced) for outputs not to be overwritten."""
    reasons: list[str] = []
    if options.output_dir:
        folder = Path(options.output_dir)
        known = frozenset() if options.force else inputs_within(paths_of(files), folder)

        def looked_at() -> Iterator[Input]:
            for each in inputs(files, options.reading, read_now=False):
                reason = None if options.force else objection(folder / (each.name + suffix), folder, known)
                reasons.extend([] if reason is None else [reason])
                yield each

        check_names(looked_at(), suffix, any_case=ignores_case(folder))
    elif options.output and not options.force:
        known = frozenset(filter(None, map(identity, paths_of(files))))
        output = Path(options.output)
        reason = objection(output, output.parent, known)
        reasons.extend([] if reason is None else [reason])
    refuse(reasons)


Writer = Callable[[str, "Analysis"], str]
"""Function that writes an article's facts under an output name and returns the destination."""


def _writer(form: str, options: ExtractOptions, *, of_archive: bool) -> Writer:
    output, folder, aside = options.output, options.output_dir, options.aside

    def ready(analysis: Analysis) -> Analysis:
        return analysis if FORMATS[form].archive else checked(analysis, form)  # as a run over an archive writes it

    if output:
        return lambda name, analysis: to_file(Path(output), rendered(ready(analysis), form, aside=aside))
    if folder:
        return lambda name, analysis: to_file(
            Path(folder, name + FORMATS[form].suffix),
            rendered(ready(analysis), form, of_archive=of_archive, aside=aside),
        )
    chosen = form_named(form, of_archive=of_archive)
    once = iter([chosen.header()])
    return lambda name, analysis: to_standard_output(
        next(once, b"") + chosen.render(ready(analysis), aside), binary=chosen.binary
    )


class _Run:
    """Sequential run: each article is read, extracted and written."""

    def __init__(self, extractor: Callable[[], LimitedExtractor], write: Writer, talk: Talk) -> None:
        self._extractor = extractor
        self._write = write
        self._talk = talk

    def exit_code(self, found: Iterator[Input]) -> int:
        """Process all inputs and print the failures; 0, ``SOME_FAILED``, or the exit code of the only input."""
        done, failures = 0, []
        for each in found:
            try:
                self._one(each)
                done += 1
            except InputError as error:
                self._talk.error(str(error))
                failures.append(error.exit_code)
        return of_failures(failures, done)

    def _one(self, each: Input) -> None:
        article = each.read()
        for notice in article.notices:
            self._talk.notice(f"{each.label}: {notice}")
        extractor = self._extractor()
        began = perf_counter()
        analysis = extractor.analysis(article)
        seconds = perf_counter() - began
        where = self._write(each.name, analysis)
        self._talk.detail(
            f"{each.label}: {counted(len(article.text.split()), 'word')}, "
            f"{_counts(analysis)} in {seconds:.2f} s -> {where}"
        )


def _counts(analysis: Analysis) -> str:
    from newsview.model.facts import by_kind
    from newsview.model.kinds import BY_NAME

    return ", ".join(counted(len(found), BY_NAME[name].one, name) for name, found in by_kind(analysis).items())
