"""The click group of commands: names, help and completion. A command's module is imported on first use."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

import click
from click.shell_completion import CompletionItem

from newsview._version import __version__
from newsview.cli.commands import COMMANDS
from newsview.terminal.streams import SIGNALLED, say

_EPILOG = """\b
Examples:
  newsview article.txt                      read it
  newsview --demo                           read an article that comes with newsview
  curl -s URL | newsview -                  read what another program prints
  newsview extract article.txt              its facts as JSON
  newsview extract *.txt --output-dir out   one JSON file an article
  newsview export article.facts.json --format html -o article.html

Run newsview COMMAND --help for details and examples.
"""


class Commands(click.Group):
    """Group of the commands; any other first argument is an article to read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Command names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command *cmd_name*, imported on first use; None if unknown."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"newsview.cli.commands.{cmd_name}").command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert ``read`` before the arguments if they do not begin with a command."""
        if ctx.resilient_parsing and not args:  # completion of the first word
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version")):
            args = ["read", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completions: commands, options including those of ``read``, and files."""
        own = super().shell_complete(ctx, incomplete)
        if not incomplete.startswith("-"):
            # bash forgets all other items when it is told to complete files, so these stand among the commands
            return (
                [*own, *map(CompletionItem, _files(incomplete))] if own else [CompletionItem(incomplete, type="file")]
            )
        read = self.get_command(ctx, "read")
        known = {item.value for item in own}
        return [
            *own,
            *(item for item in (read.shell_complete(ctx, incomplete) if read else ()) if item.value not in known),
        ]


def _files(incomplete: str) -> list[str]:
    """The files and folders whose path begins with *incomplete*, without hidden ones."""
    folder, _, beginning = incomplete.rpartition("/")
    try:
        names = sorted(each.name for each in Path(f"{folder}/" if "/" in incomplete else ".").iterdir())
    except OSError:
        return []
    return [
        incomplete[: -len(beginning) or None] + name
        for name in names
        if name.startswith(beginning or name[:1].strip("."))
    ]


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


def run(arguments: Sequence[str] | None) -> None:
    """Parse *arguments* (default: those of the process) and run the command. Raises ``SystemExit`` and ``NewsviewError``."""
    output = sys.stdout
    try:
        newsview.main(args=None if arguments is None else list(arguments), prog_name="newsview", standalone_mode=False)
    except click.ClickException as error:
        say(_usage_message(error) if isinstance(error, click.UsageError) else error.format_message())
        raise SystemExit(error.exit_code) from error
    except SystemExit as end:
        if sys.stdout is not output:  # where the reading end of a pipe is closed click replaces it and ends with 1
            raise SystemExit(SIGNALLED + signal.SIGPIPE) from end
        raise
    except click.Abort as error:
        raise SystemExit(SIGNALLED + signal.SIGINT) from error


def _usage_message(error: click.UsageError) -> str:
    """The message of a usage error in newsview's style: one line, lower case, without full stops, with a hint."""
    sentences = error.format_message().rstrip(".").split(". ")
    if len(sentences) == 1:
        sentences.append(f"{error.ctx.command_path if error.ctx is not None else 'newsview'} --help shows the usage")
    sentences = [each[1:-1] if each[:1] == "(" and each[-1:] == ")" else each for each in sentences]
    return "; ".join(sentence[:1].lower() + sentence[1:] for sentence in sentences)
