"""Options shared by several commands, and the records that commands take their options as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

from newsview.inputs.archive_rows import Fields, ReadingOptions
from newsview.terminal.streams import Talk

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R")
Names = tuple[str, ...]


def article_options(command: F) -> F:
    """Add ``--published``, ``--encoding`` and ``--model``."""
    for option in (
        click.option("--model", metavar="NAME|DIR", help="The spaCy pipeline to use (see: newsview models)."),
        click.option("--encoding", metavar="NAME", help="The text's encoding, if newsview detects the wrong one."),
        click.option(
            "--published", metavar="YYYY-MM-DD", help="The day the article appeared; “last Friday” counts from it."
        ),
    ):
        command = option(command)
    return command


def field_options(command: F) -> F:
    """Add ``--text-field``, ``--id-field`` and ``--date-field``, the names in an archive's rows."""
    for name, usual, what in (
        ("date", "published", "day of publication"),
        ("id", "id", "id"),
        ("text", "text", "text"),
    ):
        command = click.option(
            f"--{name}-field", metavar="NAME", default=usual, help=f"The field or column of an archive with the {what}."
        )(command)
    return command


def talk_options(command: F) -> F:
    """Add ``--quiet`` and ``--verbose``, the verbosity on standard error."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Report each article."),
        click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
    ):
        command = option(command)
    return command


def all_option(command: F) -> F:
    """Add ``--all``, which includes the facts that are hidden by default."""
    return click.option(
        "--all",
        "aside",
        is_flag=True,
        help="Also what is hidden by default: labels, boilerplate, belief and plans (JSON always has them).",
    )(command)


def jobs_option(command: F) -> F:
    """Add ``--jobs``, for commands that read articles in several processes."""
    return click.option(
        "--jobs", metavar="N", type=click.IntRange(1, 256), help="Read with N processes of 300 MB, in the same order."
    )(command)


def force_option(command: F) -> F:
    """Add ``--force``, which skips the checks before overwriting."""
    return click.option(
        "--force",
        is_flag=True,
        help="Overwrite even reviewed or newer facts and inputs, and follow links out of the folder.",
    )(command)


def options_as(record: type[R]) -> Callable[[Callable[[Names, R], None]], Callable[..., None]]:
    """A decorator for a command that takes the names of files, and its options as one *record* with their names."""

    def decorate(command: Callable[[Names, R], None]) -> Callable[..., None]:
        @wraps(command)
        def run(files: Names, **options: Any) -> None:
            command(files, record(**options))

        return run

    return decorate


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractOptions:
    """The options of ``newsview extract``, by the names of its parameters."""

    form: str | None
    output: str | None
    output_dir: str | None
    jobs: int | None
    resume: bool
    retry_failed: bool
    scheduler: str | None
    part: str | None
    aside: bool
    force: bool
    published: str | None
    encoding: str | None
    model: str | None
    text_field: str
    id_field: str
    date_field: str
    quiet: bool
    verbose: bool

    @property
    def reading(self) -> ReadingOptions:
        """How the articles are read."""
        fields = Fields(self.text_field, self.id_field, self.date_field)
        return ReadingOptions(encoding=self.encoding, published=self.published, fields=fields)

    @property
    def talk(self) -> Talk:
        """What is said on standard error."""
        return Talk(quiet=self.quiet, verbose=self.verbose)

    @property
    def is_run(self) -> bool:
        """Whether the articles are extracted by a run of several processes, which can be continued."""
        parts = self.output_dir is not None and self.form in ("jsonl", "parquet")
        return bool(self.jobs or self.resume or self.retry_failed or self.scheduler or self.part or parts)
