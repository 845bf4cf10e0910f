"""``newsview check``: what does not fit in articles, or deserves a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import click

from newsview.checks.check import Check
from newsview.checks.explain import explained
from newsview.checks.first import check_first
from newsview.checks.registry import checks, named, selected
from newsview.checks.run import failure, findings_in
from newsview.checks.settings import Settings
from newsview.cli.analyses import read_all, sources
from newsview.cli.exit_codes import SOME_FAILED, of_failures
from newsview.cli.extractor import extractor_for
from newsview.cli.options import article_options, jobs_option, options_as, talk_options
from newsview.errors import InputError, UsageError
from newsview.export import findings as forms
from newsview.export import first as ranked_forms
from newsview.export.findings import Checked
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.names import is_one_article
from newsview.model.finding import LEVELS, Level, is_shown
from newsview.terminal.plural import counted
from newsview.terminal.streams import Talk, emit

if TYPE_CHECKING:
    from newsview.model.facts import Analysis

FOUND = 3
"""Exit code with ``--exit-code`` if there is a contradiction, with ``--strict`` also if there is something to look at."""

_STREAMED = {
    "text": forms.text_lines,
    "jsonl": forms.json_lines,
    "markdown": forms.markdown,
    "json": forms.json_object,
    "csv": forms.csv_rows,
}
_RANKED = {
    "text": ranked_forms.text_lines,
    "json": ranked_forms.json_list,
    "jsonl": ranked_forms.json_lines,
    "markdown": ranked_forms.markdown,
}
_FORMATS = ("text", "json", "jsonl", "csv", "markdown", "sarif")

_EPILOG = """\b
Examples:
  newsview check article.txt
  newsview check newsroom/ --select names,dates
  newsview check facts/ --format sarif > findings.sarif     saved facts, without spaCy
  newsview check article.txt --exit-code --strict           3 if anything is found
  newsview check --explain two-spellings
  newsview check archive.jsonl --statistics --jobs 2
  newsview check article.txt --first 10                     what to check first, with reasons
"""


@dataclass(frozen=True, kw_only=True)
class CheckOptions:
    """The options of the command, by their names."""

    form: str
    select: str | None
    ignore: str | None
    level: Level
    strict: bool
    exit_code: bool
    first: int | None
    jobs: int | None
    explain: str | None
    statistics: bool
    no_config: bool
    published: str | None
    encoding: str | None
    model: str | None
    quiet: bool
    verbose: bool

    @property
    def talk(self) -> Talk:
        """The verbosity."""
        return Talk(quiet=self.quiet, verbose=self.verbose)


@click.command("check", short_help="Find what does not fit, or deserves a look.", epilog=_EPILOG)
@click.argument("files", nargs=-1, metavar="ARTICLE...", type=click.Path(readable=False))
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="How findings are written.")
@click.option("--select", metavar="NAMES", help="Run only these checks or families, separated by commas.")
@click.option("--ignore", metavar="NAMES", help="Do not run these checks or families.")
@click.option(
    "--level", type=click.Choice(LEVELS), default="look", show_default=True, help="Show findings from this level up."
)
@click.option("--strict", is_flag=True, help="With --exit-code, count also what deserves a look.")
@click.option("--exit-code", is_flag=True, help=f"Exit with {FOUND} if there is a contradiction.")
@click.option(
    "--first",
    type=click.IntRange(min=1),
    metavar="N",
    help="List the N sentences of each article to check first, with reasons.",
)
@jobs_option
@click.option("--explain", metavar="NAME", help="Show what a check looks for, and how often it was right.")
@click.option("--statistics", is_flag=True, help="Show the findings of each check in numbers.")
@click.option("--no-config", is_flag=True, help="Do not read the settings file.")
@article_options
@talk_options
@options_as(CheckOptions)
def command(files: tuple[str, ...], options: CheckOptions) -> None:
    """Find what does not fit in every ARTICLE: figures, dates, names and quotations that contradict each other.

    ARTICLE is any input of newsview extract, or saved facts (.json, a folder or JSON Lines of them), which are checked
    without spaCy. A line says PATH:LINE:COLUMN, a mark (! contradiction, * worth a look), the check and what it found.
    Checks have names, codes and families: NAMES is any of them. A finding that was rejected in the review is left out.
    """
    if options.explain is not None:
        emit(_explanation(options.explain))
        return
    if not files:
        raise UsageError("name an article, a folder or saved facts; newsview check --help shows the usage")
    if options.form == "json" and not is_one_article(files):
        raise UsageError("--format json is for one article; use --format jsonl for several")
    if options.first is not None and (options.form not in _RANKED or options.statistics):
        raise UsageError(f"--first has the formats {', '.join(_RANKED)}, and no statistics")
    raise SystemExit(_Run(options).exit_code(files))


def _explanation(name: str) -> bytes:
    check = named(name)
    if check is None:
        raise UsageError(f"there is no check {name!r}; there are {', '.join(each.name for each in checks())}")
    return explained(check).encode()


@dataclass
class _Run:
    """A run over articles, which are read, checked and written one after the other."""

    options: CheckOptions
    counts: Counter[tuple[str, Level]] = field(default_factory=Counter)
    articles: int = 0
    kept: list[Checked] = field(default_factory=list)
    """The articles of an output that is written at the end."""
    failed: set[str] = field(default_factory=set)
    """The codes of checks of other packages that failed."""

    def exit_code(self, files: Sequence[str]) -> int:
        """Check all *files*; 0, ``FOUND``, ``SOME_FAILED`` or the exit code of the only one."""
        options, failures = self.options, []
        settings, run = _checks(options)
        extractor = partial(extractor_for, options.model)
        reading = ReadingOptions(encoding=options.encoding, published=options.published)
        if options.form == "csv" and not options.statistics:
            emit(forms.csv_header())
        for path, read in read_all(sources(files, reading, extractor), options.jobs or 1):
            try:
                self._one(path, read(), settings, run)
            except InputError as error:
                options.talk.error(str(error))
                failures.append(error.exit_code)
        self._end(run)
        if failures:
            return of_failures(failures, self.articles)
        if self.failed:
            return SOME_FAILED
        return FOUND if options.exit_code and self._is_failed() else 0

    def _one(self, path: str, analysis: Analysis, settings: Settings, run: Sequence[Check]) -> None:
        self.articles += 1
        found = findings_in(analysis, settings, run, partial(self._on_failure, path))
        self.counts.update((each.code, each.level) for each in found)
        shown = [each for each in found if is_shown(each.level, self.options.level)]
        checked = Checked(path, analysis, shown)
        if self.options.first is not None:
            emit(_RANKED[self.options.form](checked, check_first(analysis, found, self.options.first)))
            return
        if self.options.statistics:
            return
        if self.options.form in _STREAMED:
            emit(_STREAMED[self.options.form](checked))
        elif shown:
            self.kept.append(checked)
        self.options.talk.detail(f"{path}: {counted(len(shown), 'finding')}")

    def _on_failure(self, path: str, check: Check, error: Exception) -> None:
        """Name a check of another package that failed, once: it may fail on every article."""
        if check.code not in self.failed:
            self.failed.add(check.code)
            self.options.talk.error(
                f"{path}: {failure(check, error)}; remove its package, or use --ignore {check.code}"
            )

    def _end(self, run: Sequence[Check]) -> None:
        if self.options.statistics:
            emit(self._statistics(run).encode())
        elif self.options.form == "sarif":
            emit(forms.sarif(self.kept, [check.rule for check in run]))

    def _statistics(self, run: Sequence[Check]) -> str:
        """A line for each check that found something, by level, with its findings in 100 articles."""
        by_code = {check.code: check for check in run}
        lines = [f"{'check':20} {'code':5} {'level':13} {'findings':>8} {'per 100':>8}"]
        for (code, level), count in sorted(self.counts.items(), key=lambda item: (LEVELS.index(item[0][1]), -item[1])):
            share = 100 * count / max(1, self.articles)
            lines.append(f"{by_code[code].name:20} {code:5} {level:13} {count:8,} {share:8.2f}")
        lines.append(f"{counted(sum(self.counts.values()), 'finding')} in {counted(self.articles, 'article')}")
        return "\n".join(lines) + "\n"

    def _is_failed(self) -> bool:
        lowest: Level = "look" if self.options.strict else "contradiction"
        return any(count and is_shown(level, lowest) for (_, level), count in self.counts.items())


def _checks(options: CheckOptions) -> tuple[Settings, Sequence[Check]]:
    """The settings, and the checks that are to run. Raises ``UsageError``."""
    if options.no_config:
        settings = Settings()
    else:
        from newsview.cli.check_settings import check_settings  # only here is the settings file needed

        settings = check_settings()
    return settings, selected(_names(options.select), (*_names(options.ignore), *sorted(settings.off)))


def _names(given: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (given or "").split(",") if name.strip())
