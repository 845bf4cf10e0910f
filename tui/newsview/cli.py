"""The command line: which command, which exit code. Every command is imported when it is the one that was asked for."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from types import TracebackType
from typing import NoReturn, cast

import click
from click.shell_completion import CompletionItem

from newsview._version import __version__
from newsview.errors import NewsviewError
from newsview.printable import printable
from newsview.streams import SIGNALLED, say

COMMANDS = ("read", "extract", "export", "schema", "models", "completion")
CRASH = 70
"""The exit code of a crash, as in sysexits.h."""
LONGEST = 300
"""Characters of an unforeseen error that are told: it may hold all of an article."""

_EPILOG = """\b
Examples:
  newsview article.txt                      read it
  newsview --demo                           read an article that comes with newsview
  curl -s URL | newsview -                  read what another program prints
  newsview extract article.txt              its facts as JSON
  newsview extract *.txt --output-dir out   one JSON file an article
  newsview export article.facts.json --format html -o article.html

newsview COMMAND --help says more, with examples.
"""


class Commands(click.Group):
    """The commands by name; anything else on the command line is an article to read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"newsview.commands.{cmd_name}").command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """``newsview ARTICLE`` is ``newsview read ARTICLE``."""
        if ctx.resilient_parsing and not args:  # a shell asks what the first word may be
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version")):
            args = ["read", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options, and the files that may be articles."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


@click.group(
    cls=Commands,
    subcommand_metavar="ARTICLE... | COMMAND [ARGS]...",
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="newsview")
def newsview() -> None:
    """Show what a news article claims: who is named, who said what, which numbers.

    newsview ARTICLE opens the reader: the article beside its entities, quotes and numbers.
    """


class _OneLine:
    """Turns whatever ends a command into one line on standard error and an exit code; never a traceback."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, click.exceptions.Exit):
            raise SystemExit(error.exit_code)
        if isinstance(error, click.UsageError):
            _stop(_as_ours(error), error.exit_code)
        if isinstance(error, click.ClickException):
            _stop(error.format_message(), error.exit_code)
        if isinstance(error, NewsviewError):
            _stop(str(error), error.exit_code)
        if isinstance(error, KeyboardInterrupt | click.Abort):
            raise SystemExit(SIGNALLED + signal.SIGINT)
        if os.environ.get("NEWSVIEW_TRACEBACK"):
            _show_trace(error)
            raise SystemExit(CRASH)
        notes = "".join(f"; {note}" for note in getattr(error, "__notes__", ()))
        fault = f"{type(error).__name__}: {error}"[:LONGEST]
        _stop(f"this is a fault of newsview ({fault}){notes}; NEWSVIEW_TRACEBACK=1 shows where", CRASH)


def _as_ours(error: click.UsageError) -> str:
    """A message of click's in the manner of newsview's own: one line without capitals and full stops, and what to do."""
    sentences = error.format_message().rstrip(".").split(". ")
    if len(sentences) == 1:
        sentences.append(f"{error.ctx.command_path if error.ctx is not None else 'newsview'} --help says how")
    return "; ".join(sentence[:1].lower() + sentence[1:] for sentence in sentences)


def _show_trace(error: BaseException) -> None:
    """Every line of the trace; an error's words may be the article's, and act on a terminal."""
    from traceback import format_exception  # only when something is wrong

    with suppress(OSError):  # nobody may be there to see it
        for line in "".join(format_exception(error)).splitlines():
            print(printable(line), file=sys.stderr)


def _stop(message: str, code: int) -> NoReturn:
    say(message)
    raise SystemExit(code)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run newsview on *arguments* (default: those of the process) and exit with its code."""
    with _OneLine():
        newsview.main(args=None if arguments is None else list(arguments), prog_name="newsview", standalone_mode=False)


if __name__ == "__main__":
    main()
